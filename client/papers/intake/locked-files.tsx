/** PDFs that ask for a password: each with a field for it, opened here and nowhere else. */
import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { papers as paperWords } from "../../words/en/papers.ts";
import { words } from "../../words/words.ts";
import type { Intake } from "./intake.ts";
import type { IntakeFile } from "./intake-state.ts";
import styles from "./locked-files.module.css";

const says = paperWords.locked;

export function LockedFiles(props: {
  readonly intake: Intake;
  readonly files: readonly IntakeFile[];
}) {
  const locked = props.files.filter(({ asks }) => asks);
  return (
    // Always there, so that what appears in it is announced.
    <div aria-live="polite" className={styles["files"]}>
      {locked.map((file) => (
        <LockedFile key={file.source} intake={props.intake} file={file} />
      ))}
    </div>
  );
}

function LockedFile({ intake, file }: { readonly intake: Intake; readonly file: IntakeFile }) {
  const [password, setPassword] = useState("");
  const { source, name, refusal } = file;
  const isTried = file.state !== "locked";
  return (
    <form
      className={styles["file"]}
      aria-label={says.title(name)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTried && password !== "") intake.unlock(source, password);
      }}
    >
      <LockKeyhole size={20} aria-hidden />
      <div className={styles["about"]}>
        <h3 className={styles["title"]}>{says.title(name)}</h3>
        <p>{says.note}</p>
      </div>
      <div className={styles["field"]}>
        {/* No password field: the browser would offer to keep what is typed. */}
        <TextField
          label={says.password}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={password}
          error={refusal === "password_wrong" ? words.refusals.password_wrong : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div className={styles["acts"]}>
        <Button variant="quiet" disabled={isTried} onClick={() => intake.leaveOut(source)}>
          {says.leaveOut}
        </Button>
        <Button type="submit" disabled={password === "" || isTried}>
          {says.open}
        </Button>
      </div>
    </form>
  );
}

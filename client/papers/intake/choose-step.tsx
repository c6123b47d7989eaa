/** The first step: files by drop or by picker. */
import { FilePlus2, Files } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import styles from "./choose-step.module.css";
import { FileProblems } from "./file-problems.tsx";
import type { Intake } from "./intake.ts";
import { isReading } from "./intake-state.ts";
import { ReadingProgress } from "./reading-progress.tsx";

const says = words.papers.choose;

export function ChooseStep({ intake }: { readonly intake: Intake }) {
  const files = useStore(intake.state, (state) => state.files);
  const reading = useStore(intake.state, isReading);
  return (
    <div className={styles["step"]}>
      {reading ? (
        <ReadingProgress intake={intake} />
      ) : (
        <div className={styles["zone"]}>
          <span className={styles["picture"]}>
            <Files size={40} strokeWidth={1.5} aria-hidden />
          </span>
          <h3 className={styles["drop"]}>{says.drop}</h3>
          <p className={styles["kinds"]}>{says.kinds}</p>
          <PickFiles intake={intake} variant="primary" label={says.pick} />
          <p className={styles["private"]}>{says.private}</p>
        </div>
      )}
      <FileProblems files={files} onForget={intake.forgetProblems} />
      {!reading && (
        <div className={styles["practice"]}>
          <Button variant="quiet" onClick={() => void intake.practise()}>
            {says.practice}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A button that opens the browser's own file picker. */
export function PickFiles(props: {
  readonly intake: Intake;
  readonly variant: "primary" | "plain";
  readonly label: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={props.variant}
        size={props.variant === "primary" ? "large" : "usual"}
        icon={FilePlus2}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".pdf,application/pdf,image/jpeg,image/png,image/webp"
        onChange={(event) => {
          props.intake.addFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}

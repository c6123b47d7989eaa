/** The first step: files and folders by drop, by picker or by paste. */
import { FilePlus2, Files, FolderOpen, Printer, Smartphone } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { toast } from "../../ui/toast.tsx";
import { contactSheet as sheetWords } from "../../words/en/contact-sheet.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import { phone as phoneWords } from "../../words/en/phone.ts";
import styles from "./choose-step.module.css";
import { filesOfFolder } from "./dropped-files.ts";
import { FileProblems } from "./file-problems.tsx";
import type { Intake } from "./intake.ts";
import { isReading } from "./intake-state.ts";
import { LockedFiles } from "./locked-files.tsx";
import { ReadingProgress } from "./reading-progress.tsx";

const says = paperWords.choose;

export function ChooseStep(props: { readonly intake: Intake; readonly onPhone: () => void }) {
  const { intake, onPhone } = props;
  const files = useStore(intake.state, (state) => state.files);
  const reading = useStore(intake.state, isReading);
  const [printing, setPrinting] = useState(false);
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
          <div className={styles["ways"]}>
            <PickFiles intake={intake} variant="primary" label={says.pick} />
            <PickFolder intake={intake} />
            <Button size="large" icon={Smartphone} onClick={onPhone}>
              {phoneWords.use}
            </Button>
          </div>
          <p className={styles["private"]}>{says.private}</p>
        </div>
      )}
      <LockedFiles intake={intake} files={files} />
      <FileProblems files={files} onForget={intake.forgetProblems} />
      {!reading && (
        <div className={styles["practice"]}>
          <Button variant="quiet" onClick={() => void intake.practise()}>
            {says.practice}
          </Button>
          <Button variant="quiet" icon={Printer} onClick={() => setPrinting(true)}>
            {sheetWords.print.open}
          </Button>
        </div>
      )}
      {printing && (
        <Suspense fallback={null}>
          <SeparatorDialog onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** What makes codes comes when somebody wants to print them. */
const SeparatorDialog = lazy(() =>
  import("./separators/separator-dialog.tsx").then((part) => ({ default: part.SeparatorDialog })),
);

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
        accept=".pdf,application/pdf,image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif"
        onChange={(event) => {
          props.intake.addFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}

/** A button that opens the browser's picker for a folder; phones have none. */
function PickFolder({ intake }: { readonly intake: Intake }) {
  const input = useRef<HTMLInputElement>(null);
  if (!("webkitdirectory" in HTMLInputElement.prototype)) return null;
  return (
    <>
      <Button size="large" icon={FolderOpen} onClick={() => input.current?.click()}>
        {says.pickFolder}
      </Button>
      <input
        ref={input}
        type="file"
        // React does not know the attribute, all browsers with folders do.
        {...{ webkitdirectory: "" }}
        hidden
        onChange={(event) => {
          addOrSay(intake, filesOfFolder(event.target.files ?? []));
          event.target.value = "";
        }}
      />
    </>
  );
}

/** A folder may turn out to hold nothing: then that is said. */
export function addOrSay(intake: Intake, files: readonly File[]): void {
  if (files.length > 0) intake.addFiles(files);
  else toast({ kind: "problem", title: says.nothing, detail: says.nothingDetail });
}

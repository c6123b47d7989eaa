/** Which file is being read and how far, with a way to stop. */
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import type { Intake } from "./intake.ts";
import styles from "./reading-progress.module.css";

export function ReadingProgress({ intake }: { readonly intake: Intake }) {
  const files = useStore(intake.state, (state) => state.files);
  const index = files.findIndex(({ state }) => state === "reading" || state === "waiting");
  const file = files[index];
  if (!file) return null;
  return (
    <div className={styles["reading"]}>
      <div className={styles["progress"]}>
        <Progress
          label={
            files.length > 1
              ? words.papers.readingMany(file.name, index + 1, files.length)
              : words.papers.reading(file.name)
          }
          value={file.of > 0 ? file.done : undefined}
          max={file.of}
        />
      </div>
      <Button variant="quiet" onClick={intake.stopReading}>
        {words.papers.stop}
      </Button>
    </div>
  );
}

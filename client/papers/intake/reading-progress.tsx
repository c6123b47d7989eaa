/** Which file is being read and how far, with a way to let it rest and to stop. */

import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useStore } from "../../ui/store.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Intake } from "./intake.ts";
import { PauseButton } from "./pause-button.tsx";
import styles from "./reading-progress.module.css";

export function ReadingProgress({ intake }: { readonly intake: Intake }) {
  const files = useStore(intake.state, (state) => state.files);
  const paused = useStore(intake.state, (state) => state.paused);
  const index = files.findIndex(({ state }) => state === "reading" || state === "waiting");
  const file = files[index];
  if (!file) return null;
  const label =
    files.length > 1
      ? paperWords.readingMany(file.name, index + 1, files.length)
      : paperWords.reading(file.name);
  return (
    <div className={styles["reading"]}>
      <div className={styles["progress"]}>
        <Progress
          label={paused ? paperWords.paused(label) : label}
          value={file.of > 0 ? file.done : undefined}
          max={file.of}
        />
      </div>
      <PauseButton intake={intake} paused={paused} />
      <Button variant="quiet" onClick={intake.stopReading}>
        {paperWords.stop}
      </Button>
    </div>
  );
}

/** Bringing them in: how far it has come, and what to do when it stops on the way. */
import { BookKey, TriangleAlert } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { keys as keyWords } from "../../words/en/keys.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import { words } from "../../words/words.ts";
import type { Sending } from "./intake-state.ts";
import styles from "./send-step.module.css";

const says = paperWords.send;

export interface SendStepProps {
  readonly sending: Sending;
  /** How many papers are on their way. */
  readonly papers: number;
  readonly practice: boolean;
  readonly paused: boolean;
  /** Asks for the key book with the names that were typed, where any were and it is not kept yet. */
  readonly onKeepNames: (() => void) | undefined;
}

export function SendStep({ sending, papers, practice, paused, onKeepNames }: SendStepProps) {
  if (sending.is === "done") return null;
  const keepNames = onKeepNames && (
    <div className={styles["names"]}>
      <p className={styles["soft"]}>{keyWords.keepNowNote}</p>
      <Button icon={BookKey} onClick={onKeepNames}>
        {keyWords.keepNow}
      </Button>
    </div>
  );
  if (sending.is === "stopped") {
    return (
      <div className={styles["stopped"]} role="alert">
        <span className={styles["sign"]}>
          <TriangleAlert size={24} aria-hidden />
        </span>
        <div className={styles["words"]}>
          <h3 className={styles["heading"]}>{says.stopped}</h3>
          <p>{words.refusals[sending.code]}</p>
          {sending.of > 0 && <p>{says.stored(sending.stored, sending.of)}</p>}
          {sending.waits && <p>{says.waits}</p>}
          {keepNames}
        </div>
      </div>
    );
  }
  const label = practice ? says.practice : says.going(papers);
  return (
    <div className={styles["step"]}>
      <Progress
        label={paused ? paperWords.paused(label) : label}
        value={sending.of > 0 ? sending.stored : undefined}
        max={sending.of}
      />
      <p className={styles["soft"]}>{practice ? says.practiceNote : says.note}</p>
      {keepNames}
    </div>
  );
}

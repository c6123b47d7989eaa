/** Lets reading or sending rest, and go on. */
import { Pause, Play } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Intake } from "./intake.ts";

export function PauseButton({
  intake,
  paused,
}: {
  readonly intake: Pick<Intake, "pause">;
  readonly paused: boolean;
}) {
  return (
    <Button icon={paused ? Play : Pause} onClick={() => intake.pause(!paused)}>
      {paused ? paperWords.goOn : paperWords.pause}
    </Button>
  );
}

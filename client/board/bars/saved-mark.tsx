/** Whether what people did is on the server's disk, in a word and a shape. Announced when it changes. */
import { CircleAlert, Cloud, CloudCheck, CloudOff, RefreshCw } from "lucide-react";
import { useRefusal, useStatus } from "../../sync/use-board.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import styles from "./saved-mark.module.css";

const icons = {
  connecting: Cloud,
  saved: CloudCheck,
  saving: RefreshCw,
  offline: CloudOff,
  refused: CircleAlert,
} as const;

export function SavedMark() {
  const mark = useStatus();
  const refusal = useRefusal();
  const Icon = icons[mark];
  const detail = refusal ? words.refusals[refusal] : words.board.savedDetail[mark];
  return (
    <Tooltip label={detail} side="bottom">
      <button type="button" className={styles["mark"]} data-mark={mark}>
        <Icon size={18} strokeWidth={1.9} aria-hidden />
        <output>{words.board.saved[mark]}</output>
        <VisuallyHidden>{detail}</VisuallyHidden>
      </button>
    </Tooltip>
  );
}

/**
 * How a page of the team's stands: what is saved, who is here, and the way back and forth by button and key.
 * Knows nothing of what is written on the page; more buttons come as children.
 */
import { Redo2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { PeopleHere } from "../board/bars/people-here.tsx";
import { SavedMark } from "../board/bars/saved-mark.tsx";
import { useHistory, useLane, useMayWrite } from "../sync/use-board.tsx";
import { IconButton } from "../ui/button.tsx";
import { useHotkeys } from "../ui/hotkeys.ts";
import { words } from "../words/words.ts";
import styles from "./lane-standing.module.css";

export interface LaneStandingProps {
  /** Where on the page it stands. */
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function LaneStanding({ className = "", children }: LaneStandingProps) {
  const { history } = useLane();
  const mayWrite = useMayWrite();
  const { canUndo, canRedo } = useHistory();
  useHotkeys(
    { "mod+z": history.undo, "mod+shift+z": history.redo, "mod+y": history.redo },
    { enabled: mayWrite },
  );
  return (
    <div className={`${styles["standing"]} ${className}`}>
      <SavedMark />
      <PeopleHere />
      {mayWrite && (
        <div className={styles["history"]}>
          <IconButton
            label={words.board.undo}
            shortcut="mod+z"
            icon={Undo2}
            size="small"
            disabled={!canUndo}
            onClick={history.undo}
          />
          <IconButton
            label={words.board.redo}
            shortcut="mod+shift+z"
            icon={Redo2}
            size="small"
            disabled={!canRedo}
            onClick={history.redo}
          />
          {children}
        </div>
      )}
    </div>
  );
}

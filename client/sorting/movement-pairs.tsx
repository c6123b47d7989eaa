/**
 * The papers behind a figure of movement between two boards: for each code the earlier paper, as it is on its
 * board, beside the later one. Either is one press from being read.
 */
import { ArrowRight, ArrowUpRight, BookOpen } from "lucide-react";
import type { PaperId } from "../../shared/base/ids.ts";
import type { BoardSession } from "../sync/board-session.ts";
import { BoardProvider, useBoard, useSession } from "../sync/use-board.tsx";
import { boardPath } from "../team/paths.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { movement as say } from "../words/en/movement.ts";
import styles from "./movement-pairs.module.css";
import { PaperPicture } from "./paper-picture.tsx";

export interface Pair {
  readonly earlier: PaperId | undefined;
  readonly later: PaperId | undefined;
}

export interface MovementPairsProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
  readonly earlier: { readonly title: string; readonly session: BoardSession };
  /** Opens papers of this board in the reader, the first of them first. */
  readonly onRead: (papers: readonly PaperId[]) => void;
  readonly onClose: () => void;
}

export function MovementPairs({ title, pairs, earlier, onRead, onClose }: MovementPairsProps) {
  const later = pairs.flatMap((pair) => pair.later ?? []);
  const read = (first: PaperId): void => {
    onClose();
    onRead([first, ...later.filter((paper) => paper !== first)]);
  };
  return (
    <Dialog
      open
      size="large"
      title={title}
      description={say.pairsAbout(earlier.title)}
      onClose={onClose}
    >
      <ul className={styles["pairs"]}>
        {pairs.map((pair) => (
          <li key={pair.earlier ?? pair.later} className={styles["pair"]}>
            {pair.earlier && (
              <BoardProvider session={earlier.session}>
                <Earlier paper={pair.earlier} />
              </BoardProvider>
            )}
            {pair.earlier && pair.later && (
              <ArrowRight size={20} strokeWidth={1.9} aria-hidden className={styles["arrow"]} />
            )}
            {pair.later && <Later paper={pair.later} onRead={read} />}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** As two stand side by side on a tablet. CSS pixels. */
const pictureWidth = 170;

function Earlier({ paper }: { readonly paper: PaperId }) {
  const { boardId } = useSession();
  const code = useBoard((view) => view.papers.get(paper)?.code ?? "");
  return (
    <div className={styles["paper"]}>
      <PaperPicture paper={paper} width={pictureWidth} />
      <strong>{code}</strong>
      <a
        href={`${boardPath(boardId)}?paper=${encodeURIComponent(paper)}`}
        target="_blank"
        rel="noopener"
        className={styles["link"]}
      >
        <ArrowUpRight size={16} strokeWidth={2} aria-hidden />
        {say.readEarlier(code)}
      </a>
    </div>
  );
}

function Later(props: { readonly paper: PaperId; readonly onRead: (paper: PaperId) => void }) {
  const { paper, onRead } = props;
  const code = useBoard((view) => view.papers.get(paper)?.code ?? "");
  return (
    <div className={styles["paper"]}>
      <PaperPicture paper={paper} width={pictureWidth} />
      <strong>{code}</strong>
      <Button size="small" icon={BookOpen} onClick={() => onRead(paper)}>
        {say.readLater(code)}
      </Button>
    </div>
  );
}

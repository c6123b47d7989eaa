/** One anchor: the paper as it is on its board now, what it shows, and the way to it. The words stand without the paper too. */
import { ArrowUpRight, BookmarkMinus, FileX, Pencil } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import {
  type Anchor,
  anchorsRoot,
  changeAnchor,
  dropAnchor,
  type Thread,
} from "../../shared/inquiry/anchors.ts";
import { setAlive } from "../../shared/records/records.ts";
import { AnchorFields } from "../papers/anchors/anchor-fields.tsx";
import { PageImage } from "../papers/reading/page-image.tsx";
import { BoardProvider, useBoard, useLane, useMayWrite } from "../sync/use-board.tsx";
import type { OtherBoard } from "../team/other-boards.ts";
import { boardPath } from "../team/paths.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { toast } from "../ui/toast.tsx";
import { anchors as say } from "../words/en/anchors.ts";
import styles from "./anchor-card.module.css";

export interface AnchorCardProps {
  readonly anchor: Anchor;
  readonly board: OtherBoard;
  readonly threads: readonly Thread[];
}

export function AnchorCard({ anchor, board, threads }: AnchorCardProps) {
  return (
    <article className={styles["card"]}>
      {anchor.shows !== "" && <p className={styles["shows"]}>{anchor.shows}</p>}
      {board.is === "here" ? (
        <BoardProvider session={board.session}>
          <Picture anchor={anchor} title={board.title} />
        </BoardProvider>
      ) : (
        <p className={styles["away"]} aria-live="polite">
          {{ waiting: say.opening, away: say.boardAway, gone: say.boardGone }[board.is]}
        </p>
      )}
      <Acts anchor={anchor} threads={threads} />
    </article>
  );
}

/** About as wide as a column. CSS pixels. */
const pictureWidth = 360;

function Picture({ anchor, title }: { readonly anchor: Anchor; readonly title: string }) {
  const paper = useBoard((view) => view.papers.get(anchor.paper));
  const pages = useBoard((view) => view.pagesOf.get(anchor.paper));
  const first = pages?.[0];
  if (!paper || !pages || !first) {
    return (
      <p className={styles["away"]}>
        <FileX size={18} strokeWidth={1.9} aria-hidden />
        {say.paperGone}
      </p>
    );
  }
  return (
    <Link
      href={`${boardPath(anchor.board)}?paper=${encodeURIComponent(anchor.paper)}`}
      className={styles["paper"]}
    >
      <span className={styles["picture"]}>
        <PageImage page={first} width={pictureWidth} loading="lazy" alt="" />
      </span>
      <span className={styles["where"]}>
        <ArrowUpRight size={16} strokeWidth={2} aria-hidden />
        {say.paperOn(paper.code, title)}
        {pages.length > 1 && ` · ${say.pages(pages.length)}`}
      </span>
    </Link>
  );
}

function Acts({ anchor, threads }: Pick<AnchorCardProps, "anchor" | "threads">) {
  const { doc, act } = useLane();
  const mayWrite = useMayWrite();
  const [said, setSaid] = useState<Pick<Anchor, "grade" | "shows"> | undefined>();
  if (!mayWrite) return null;

  function drop(): void {
    act((origin) => {
      const ids = dropAnchor(doc, anchor, origin);
      const restore = (): void => act((again) => setAlive(doc, anchorsRoot, ids, true, again));
      toast({ title: say.dropped, action: { label: say.undo, onSelect: restore } });
    });
  }

  return (
    <footer className={styles["acts"]}>
      <Button
        variant="quiet"
        size="small"
        icon={Pencil}
        aria-label={say.changeOf(anchor.concept)}
        onClick={() => setSaid({ grade: anchor.grade, shows: anchor.shows })}
      >
        {say.change}
      </Button>
      <Button
        variant="quiet"
        size="small"
        icon={BookmarkMinus}
        aria-label={say.dropOf(anchor.grade)}
        onClick={drop}
      >
        {say.drop}
      </Button>
      {said && (
        <Dialog
          open
          sticky
          size="small"
          title={say.changeTitle}
          onClose={() => setSaid(undefined)}
          footer={
            <>
              <Button onClick={() => setSaid(undefined)}>{say.cancel}</Button>
              <Button
                variant="primary"
                onClick={() => {
                  act((origin) => changeAnchor(doc, anchor, said, origin));
                  setSaid(undefined);
                }}
              >
                {say.changed}
              </Button>
            </>
          }
        >
          <AnchorFields
            asksConcept={false}
            said={{ ...said, concept: anchor.concept }}
            threads={threads}
            onSay={(part) => setSaid((last) => last && { ...last, ...part })}
          />
        </Dialog>
      )}
    </footer>
  );
}

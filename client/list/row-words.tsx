/** What a row shows, by its kind; read in this order it is the row's accessible name as well. */
import { Pen } from "lucide-react";
import type { ReactNode } from "react";
import type { Pile } from "../../shared/sorting/piles.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { stanceIcons } from "../papers/reading/stance-choice.tsx";
import { blobUrl } from "../papers/reading/tiers.ts";
import { useSession } from "../sync/use-board.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { words } from "../words/words.ts";
import type { NameMember } from "./member-names.ts";
import styles from "./row-words.module.css";
import type { MarkRow, NoteRow, PaperRow, Row } from "./tree.ts";

export function RowWords(props: {
  readonly row: Row;
  readonly readers: string;
  readonly nameMember: NameMember;
}) {
  const { row, readers, nameMember } = props;
  const { list } = words;
  switch (row.kind) {
    case "session":
      return (
        <div className={styles["session"]}>
          <span className={styles["title"]}>{row.title || list.untitled}</span>
          <span className={styles["question"]}>{row.question || list.askQuestion}</span>
        </div>
      );
    case "pile":
      return <PileWords pile={row.pile} count={row.count} digit={row.digit} />;
    case "paper":
      return <PaperWords row={row} readers={readers} />;
    case "mark":
    case "note":
      return <NoteWords row={row} nameMember={nameMember} />;
    case "ink":
      return (
        <Line icon={<Pen size={16} strokeWidth={1.9} aria-hidden />}>
          <span className={styles["soft"]}>{list.strokes(row.strokes.length)}</span>
        </Line>
      );
    case "table":
      return (
        <div className={styles["pile"]}>
          <span className={styles["name"]}>{list.onTable}</span>
          <span className={styles["soft"]}>{list.things(row.count)}</span>
        </div>
      );
  }
}

function PileWords(props: {
  readonly pile: Pile | undefined;
  readonly count: number;
  readonly digit: number | undefined;
}) {
  const { pile, count, digit } = props;
  return (
    <div className={styles["pile"]}>
      <PileMark pile={pile} size="small" />
      <span className={styles["name"]}>
        {pile ? words.board.pileName(pile) : words.board.unsorted}
      </span>
      <span className={styles["soft"]}>
        {count > 0 ? words.list.papers(count) : words.list.emptyPile}
      </span>
      {digit !== undefined && <kbd className={styles["key"]}>{digit}</kbd>}
      {pile?.criterion && <span className={styles["criterion"]}>{pile.criterion}</span>}
    </div>
  );
}

function PaperWords({ row, readers }: { readonly row: PaperRow; readonly readers: string }) {
  const { boardId } = useSession();
  const { thumb } = row;
  const about = [
    row.pages > 1 && words.list.pages(row.pages),
    row.marks > 0 && words.list.marks(row.marks),
    row.strokes > 0 && words.list.hasInk,
  ].filter((part) => part !== false);
  return (
    <div className={styles["paper"]}>
      <span className={styles["thumb"]}>
        {thumb && (
          <img
            src={blobUrl(boardId, thumb.hash)}
            width={thumb.w}
            height={thumb.h}
            alt=""
            loading="lazy"
            decoding="async"
            draggable={false}
          />
        )}
      </span>
      <span className={styles["code"]}>{row.code}</span>
      <span className={styles["soft"]}>{about.join(" · ")}</span>
      {readers && <span className={styles["readers"]}>{readers}</span>}
    </div>
  );
}

function NoteWords(props: { readonly row: MarkRow | NoteRow; readonly nameMember: NameMember }) {
  const { row, nameMember } = props;
  const { list } = words;
  const Icon = stanceIcons[row.stance ?? "plain"];
  const about = [
    nameMember(row.by),
    row.kind === "mark" && row.pages > 1 && list.onPage(row.pageNumber),
    row.kind === "mark" && row.cited > 0 && list.cited(row.cited),
  ].filter((part) => part !== false);
  return (
    <Line
      icon={
        row.stance ? (
          <Icon size={17} strokeWidth={1.9} aria-hidden />
        ) : (
          <span className={styles["dot"]} />
        )
      }
    >
      <span className={styles["text"]}>
        {row.stance && <VisuallyHidden>{words.reading.stanceOf[row.stance]}: </VisuallyHidden>}
        {row.words ? (
          <span className={styles["words"]}>{row.words}</span>
        ) : (
          <span className={styles["soft"]}>
            {row.note === undefined ? list.markedOnly : list.noWords}
          </span>
        )}{" "}
        <span className={styles["about"]}>{about.join(" · ")}</span>
      </span>
    </Line>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles["line"]}>
      <span className={styles["icon"]}>{icon}</span>
      {children}
    </div>
  );
}

/** What a row shows, by its kind; read in this order it is the row's accessible name as well. */

import {
  Circle,
  Frame,
  Image,
  type LucideIcon,
  MessageSquareHeart,
  MessagesSquare,
  Minus,
  MoveUpRight,
  Pen,
  Quote,
  Square,
  Type,
} from "lucide-react";
import type { ReactNode } from "react";
import type { ShapeKind } from "../../shared/board/shapes.ts";
import { columnsOnCards } from "../../shared/numbers/columns.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { numbersInFull } from "../numbers/on-cards.ts";
import { PageImage } from "../papers/reading/page-image.tsx";
import { stanceIcons } from "../papers/reading/stance-choice.tsx";
import { useBoard } from "../sync/use-board.tsx";
import { DrawnBlocks } from "../text/drawn-words.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { list, list as listWords } from "../words/en/list.ts";
import { needs } from "../words/en/needs.ts";
import { questions } from "../words/en/questions.ts";
import { reading as readingWords } from "../words/en/reading.ts";
import { tags } from "../words/en/tags.ts";
import { words } from "../words/words.ts";
import type { NameMember } from "./member-names.ts";
import { isWithoutEvidence, nameOfShape } from "./row-names.ts";
import styles from "./row-words.module.css";
import type { EvidenceRow, MarkRow, NeedRow, NoteRow, PaperRow, Row, ShapeRow } from "./rows.ts";

const shapeIcons: { readonly [kind in ShapeKind]: LucideIcon } = {
  text: Type,
  box: Square,
  ellipse: Circle,
  line: Minus,
  arrow: MoveUpRight,
  frame: Frame,
  image: Image,
};

export function RowWords(props: {
  readonly row: Row;
  readonly readers: string;
  readonly nameMember: NameMember;
}) {
  const { row, readers, nameMember } = props;
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
    case "shape":
      return <ShapeWords row={row} nameMember={nameMember} />;
    case "thread":
      return (
        <Line icon={<MessagesSquare size={16} strokeWidth={1.9} aria-hidden />}>
          <span className={styles["text"]}>
            <VisuallyHidden>{list.thread}: </VisuallyHidden>
            <span className={styles["words"]}>{row.words}</span>{" "}
            <span className={styles["about"]}>
              {[nameMember(row.by), row.replies > 0 && list.answers(row.replies)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
        </Line>
      );
    case "needs":
      return (
        <div className={styles["pile"]}>
          <span className={styles["name"]}>{needs.title}</span>
          <span className={styles["soft"]}>{needs.counted(row.count)}</span>
        </div>
      );
    case "need":
      return <NeedWords row={row} />;
    case "evidence":
      return <EvidenceWords row={row} />;
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
          <span className={styles["soft"]}>{row.count > 0 && list.things(row.count)}</span>
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
        {count > 0 ? listWords.papers(count) : listWords.emptyPile}
      </span>
      {digit !== undefined && <kbd className={styles["key"]}>{digit}</kbd>}
      {pile && (pile.folded || pile.arrangement !== "grid") && (
        <span className={styles["soft"]}>
          {pile.folded ? listWords.foldedOnTable : listWords.liesAs[pile.arrangement]}
        </span>
      )}
      {pile?.criterion && <span className={styles["criterion"]}>{pile.criterion}</span>}
    </div>
  );
}

/** As in the styles. CSS pixels. */
const thumbWidth = 36;

function PaperWords({ row, readers }: { readonly row: PaperRow; readonly readers: string }) {
  const { first } = row;
  const columns = useBoard((view) => view.columns);
  const numbers = numbersInFull(columnsOnCards(columns), row.paper);
  const about = [
    row.between && words.sorting.toTalkAbout,
    row.reason !== "" && words.sorting.settledBecause(row.reason),
    row.pages > 1 && listWords.pages(row.pages),
    row.marks > 0 && listWords.marks(row.marks),
    row.strokes > 0 && listWords.hasInk,
    row.threads !== undefined && words.talk.open(row.threads),
  ].filter((part) => part !== false);
  return (
    <div className={styles["paper"]}>
      <span className={styles["thumb"]}>
        {first && <PageImage page={first} width={thumbWidth} alt="" loading="lazy" />}
      </span>
      <span className={styles["code"]}>{row.code}</span>
      <span className={styles["soft"]}>{about.join(" · ")}</span>
      {row.tags && (
        <span className={styles["numbers"]}>
          {tags.tags}: {row.tags}
        </span>
      )}
      {numbers && <span className={styles["numbers"]}>{numbers}</span>}
      {readers && <span className={styles["readers"]}>{readers}</span>}
    </div>
  );
}

function NoteWords(props: { readonly row: MarkRow | NoteRow; readonly nameMember: NameMember }) {
  const { row, nameMember } = props;
  const Icon = stanceIcons[row.stance ?? "plain"];
  const about = [
    nameMember(row.by),
    row.closed && row.stance === "wonder" && questions.isClosed,
    row.kind === "mark" && row.pages > 1 && list.onPage(row.pageNumber),
    row.kind === "mark" && row.cited > 0 && list.cited(row.cited),
    row.kind === "note" && row.standsOn !== "" && list.standsOn(row.standsOn),
    isWithoutEvidence(row) && list.noEvidenceYet,
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
      <div className={styles["text"]}>
        {row.stance && <VisuallyHidden>{readingWords.stanceOf[row.stance]}: </VisuallyHidden>}
        {row.words.trim() ? (
          <DrawnBlocks blocks={row.blocks} className={styles["words"]} />
        ) : (
          <span className={styles["soft"]}>
            {row.note === undefined ? list.markedOnly : list.noWords}
          </span>
        )}{" "}
        <span className={styles["about"]}>{about.join(" · ")}</span>
        {row.kind === "mark" && row.tags && (
          <>
            {" "}
            <span className={styles["numbers"]}>
              {tags.tags}: {row.tags}
            </span>
          </>
        )}
      </div>
    </Line>
  );
}

function NeedWords({ row }: { readonly row: NeedRow }) {
  const standing = [
    row.hunch ? (row.papers === 0 ? needs.hunch : needs.hunchOne) : needs.restsOn(row.papers),
    row.pile && list.seenIn(words.board.pileName(row.pile)),
    row.resources > 0 && list.resourcesCount(row.resources),
    row.steps > 0 && list.stepsCount(row.steps),
  ];
  return (
    <Line icon={<MessageSquareHeart size={17} strokeWidth={1.9} aria-hidden />}>
      <div className={styles["text"]}>
        {row.words.trim() ? (
          <DrawnBlocks blocks={row.blocks} className={styles["words"]} />
        ) : (
          <span className={styles["soft"]}>{needs.untitled}</span>
        )}{" "}
        <span className={styles["about"]}>{standing.filter(Boolean).join(" · ")}</span>
      </div>
    </Line>
  );
}

function EvidenceWords({ row }: { readonly row: EvidenceRow }) {
  const place = row.region === undefined ? needs.wholePaper : undefined;
  const about = [place, row.pageNumber !== undefined && list.onPage(row.pageNumber)];
  return (
    <Line icon={<Quote size={16} strokeWidth={1.9} aria-hidden />}>
      <div className={styles["text"]}>
        <span className={styles["named"]}>{list.evidenceOf(row.code)}</span>{" "}
        {row.words !== "" && <span className={styles["words"]}>{row.words}</span>}{" "}
        <span className={styles["about"]}>{about.filter(Boolean).join(" · ")}</span>
      </div>
    </Line>
  );
}

function ShapeWords(props: { readonly row: ShapeRow; readonly nameMember: NameMember }) {
  const { row, nameMember } = props;
  const Icon = shapeIcons[row.shapeKind];
  const name = nameOfShape(row);
  const kind = words.shapes.kinds[row.shapeKind];
  const about = [
    ...(row.shapeKind === "frame"
      ? [row.count > 0 ? words.shapes.things(row.count) : words.shapes.nothingIn]
      : []),
    nameMember(row.by),
  ];
  return (
    <Line icon={<Icon size={17} strokeWidth={1.9} aria-hidden />}>
      <div className={styles["text"]}>
        {name !== kind && <VisuallyHidden>{kind}: </VisuallyHidden>}
        {name === row.words && row.blocks.length > 0 ? (
          <DrawnBlocks blocks={row.blocks} className={styles["words"]} />
        ) : (
          <span className={row.shapeKind === "frame" ? styles["heading"] : styles["named"]}>
            {name}
          </span>
        )}{" "}
        <span className={styles["about"]}>{about.join(" · ")}</span>
      </div>
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

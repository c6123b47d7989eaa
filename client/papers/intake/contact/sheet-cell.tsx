/** One page on the contact sheet: its picture, its mark of selection, and the gap before it for a cut. */
import { Check, Scissors } from "lucide-react";
import { memo, type PointerEvent } from "react";
import type { Point } from "../../../../shared/geometry/rect.ts";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import type { IntakePage } from "../intake-state.ts";
import { PageThumb } from "../page-thumb.tsx";
import styles from "./sheet-cell.module.css";

const says = sheetWords;

export interface SheetCellProps {
  readonly page: IntakePage;
  readonly at: Point;
  /** From 1; in its paper, and the paper among the papers. */
  readonly number: number;
  readonly of: number;
  readonly paper: number;
  /** From 1, among all pages on the sheet. */
  readonly place: number;
  /** How many those are; -1 while nobody knows yet. */
  readonly places: number;
  readonly selected: boolean;
  readonly lifted: boolean;
  /** The one page that the Tab key comes to. */
  readonly current: boolean;
  readonly hands: SheetHands;
}

/** What a cell asks of the sheet; the same object for all cells and for good. */
export interface SheetHands {
  readonly takePage: (event: PointerEvent<HTMLElement>, key: number) => void;
  readonly takeCut: (event: PointerEvent<HTMLElement>, key: number) => void;
  readonly press: (event: React.MouseEvent, key: number) => void;
  readonly open: (key: number) => void;
  readonly pick: (key: number) => void;
  readonly cut: (key: number, opens: boolean) => void;
  readonly focused: (key: number) => void;
}

export const SheetCell = memo(function SheetCell(props: SheetCellProps) {
  const { page, at, number, of, paper, hands, selected } = props;
  const name = says.page(paper, number, of);
  const begins = number === 1;
  const notes = [
    page.blank && says.blank,
    !page.readable && says.unreadable,
    page.fit && says.straightened,
    page.unsure && says.unsure,
  ].filter(Boolean);
  return (
    <li
      className={styles["cell"]}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      aria-setsize={props.places}
      aria-posinset={props.place}
      data-first={begins || undefined}
      data-last={number === of || undefined}
      data-lifted={props.lifted || undefined}
    >
      {props.place > 1 && (
        <button
          type="button"
          tabIndex={-1}
          className={styles["gap"]}
          data-cut={begins || undefined}
          aria-label={begins ? says.joinHere(name) : says.cutHere(name)}
          onPointerDown={(event) => begins && hands.takeCut(event, page.key)}
          onClick={() => hands.cut(page.key, !begins)}
        >
          <Scissors size={16} aria-hidden />
        </button>
      )}
      {begins && <span className={styles["paper"]}>{says.paper(paper)}</span>}
      <button
        type="button"
        className={styles["page"]}
        data-page={page.key}
        tabIndex={props.current ? 0 : -1}
        aria-label={[name, ...notes].join(", ")}
        aria-pressed={selected}
        onPointerDown={(event) => hands.takePage(event, page.key)}
        onClick={(event) => hands.press(event, page.key)}
        onDoubleClick={() => hands.open(page.key)}
        onFocus={() => hands.focused(page.key)}
      >
        <span
          className={styles["frame"]}
          style={{ ["--wide" as string]: Math.min(1, 142 / (106 * page.shape)) }}
        >
          {page.thumb ? <PageThumb page={page} alt="" /> : <span className={styles["empty"]} />}
        </span>
        {badgeOf(page) && <span className={styles["badge"]}>{badgeOf(page)}</span>}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles["check"]}
        aria-label={says.select(name)}
        aria-pressed={selected}
        onClick={() => hands.pick(page.key)}
      >
        <Check size={14} strokeWidth={3} aria-hidden />
      </button>
    </li>
  );
});

const badgeOf = (page: IntakePage): string | undefined =>
  !page.readable
    ? says.unreadableBadge
    : page.unsure
      ? says.unsureBadge
      : page.blank
        ? says.blankBadge
        : undefined;

/**
 * The contact sheet: all pages in order, the cuts between papers, and hands to move both.
 *
 * Owns what is seen, selected and dragged; what an act does to the stack is in arrange.ts and
 * sheet-acts.ts. Only cells near the view are drawn, so that three hundred pages scroll like thirty.
 */
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import { isOfWholePapers, keysOf, seenPapers, withCut, withCutMoved } from "../arrange.ts";
import type { Intake } from "../intake.ts";
import { groupingOf, type IntakePage, type IntakeState, isReading } from "../intake-state.ts";
import { PageThumb } from "../page-thumb.tsx";
import styles from "./contact-sheet.module.css";
import {
  nothingSelected,
  onlySelected,
  rangeTo,
  type Selection,
  stillThere,
  toggled,
} from "./selection.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { actFor, moveTo, type SheetAct } from "./sheet-acts.ts";
import { SheetCell, type SheetHands } from "./sheet-cell.tsx";
import { cellAt, cellBeside, cellsInView, gridFor, markAt, sheetHeight } from "./sheet-layout.ts";
import { type SheetDrag, useSheetDrag } from "./use-sheet-drag.ts";

const says = sheetWords;

export function ContactSheet({
  intake,
  state,
}: {
  readonly intake: Intake;
  readonly state: IntakeState;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { top, height, width } = useView(scroller);
  const grid = useMemo(() => gridFor(width), [width]);
  const [chosen, setChosen] = useState<Selection>(nothingSelected);
  const [currentKey, setCurrent] = useState<number>();
  const [said, setSaid] = useState("");
  const wantsFocus = useRef(false);

  const grouping = groupingOf(state);
  const lying = seenPapers(state.pages, grouping);
  const order = lying.flatMap((paper) => paper.map(({ key }) => key));
  const { drag, take, wasDrag } = useSheetDrag(scroller, grid, order.length, drop);
  // While a cut is dragged the papers are shown as they would be.
  const papers =
    drag?.is === "cut" && order[drag.place.before] !== undefined
      ? seenPapers(
          withCutMoved(state.pages, grouping, drag.key, order[drag.place.before] ?? drag.key),
          grouping,
        )
      : lying;
  const cells = cellsOf(papers);
  const selection = stillThere(chosen, order);
  const currentAt = Math.max(0, order.indexOf(currentKey ?? -1));
  const lifted = drag?.is === "pages" ? handful(drag.key) : undefined;

  /** What is in the hand with a page: the whole selection, if the page is of it. */
  function handful(key: number): ReadonlySet<number> {
    return selection.keys.has(key) ? selection.keys : new Set([key]);
  }

  function drop({ is, key, place }: SheetDrag): void {
    const before = order[place.before];
    if (is === "cut") {
      if (before === undefined || before === key) return;
      intake.arrange((pages, now) => withCutMoved(pages, now, key, before));
      return setSaid(says.opened(nameOf(before)));
    }
    const keys = handful(key);
    const isWhole = isOfWholePapers(keysOf(lying), keys);
    const isBoundary = before === undefined || lying.some(([first]) => first?.key === before);
    setSaid(moveTo(intake, keys, { before, as: isWhole && isBoundary ? "own" : place.side }));
  }

  const nameOf = (key: number): string => {
    const cell = cells.find(({ page }) => page.key === key);
    return cell ? says.page(cell.paper, cell.number, cell.of) : "";
  };

  const focusCell = (index: number): void => {
    const key = order[index];
    if (key === undefined) return;
    wantsFocus.current = true;
    setCurrent(key);
    const { y } = cellAt(grid, index);
    const view = scroller.current;
    if (!view) return;
    if (y < view.scrollTop) view.scrollTop = y;
    else if (y + grid.cell.h > view.scrollTop + view.clientHeight)
      view.scrollTop = y + grid.cell.h - view.clientHeight;
  };

  function run(act: SheetAct, keys: ReadonlySet<number>): void {
    const offered = act.offered(intake, lying, keys);
    if (!offered) return;
    // The page that was taken out cannot keep the focus: the next one gets it.
    const next = order.slice(currentAt).find((key) => !keys.has(key)) ?? order[0];
    wantsFocus.current = document.activeElement?.closest("[data-page]") != null;
    setSaid(offered());
    const isGone = !intake.state.get().pages.some(({ key, dropped }) => keys.has(key) && !dropped);
    if (isGone) setCurrent(next);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const target = (event.target as HTMLElement).closest<HTMLElement>("[data-page]");
    if (!target) return;
    const key = Number(target.dataset["page"]);
    const act = actFor(event);
    const to = cellBeside(grid, order.length, order.indexOf(key), event.key);
    if (act) run(act, selection.keys.size > 0 ? selection.keys : new Set([key]));
    else if (event.key === " ") setChosen(toggled(selection, key));
    else if (event.key === "Escape" && selection.keys.size > 0) setChosen(nothingSelected);
    else if (event.key === "a" && (event.ctrlKey || event.metaKey)) selectAll();
    else if (to !== undefined && !event.altKey) {
      focusCell(to);
      const start = selection.anchor === undefined ? onlySelected(key) : selection;
      if (event.shiftKey) setChosen(rangeTo(start, order, order[to] ?? key));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const selectAll = (): void => setChosen({ keys: new Set(order), anchor: order[0] });

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-page="${order[currentAt]}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
  });

  const hands = useHands({
    takePage: (event, key) => take(event, "pages", key),
    takeCut: (event, key) => take(event, "cut", key),
    press(event, key) {
      if (wasDrag()) return;
      // Space and Enter have their own meaning here and do not come as clicks of a pointer.
      if (event.detail === 0) return setChosen(toggled(selection, key));
      const isTouch = (event.nativeEvent as PointerEvent).pointerType === "touch";
      if (event.shiftKey) setChosen(rangeTo(selection, order, key));
      else if (event.ctrlKey || event.metaKey || isTouch) setChosen(toggled(selection, key));
      else if (selection.keys.size === 1 && selection.keys.has(key)) setChosen(nothingSelected);
      else setChosen(onlySelected(key));
    },
    open: (key) => intake.toFit(key),
    pick: (key) => setChosen(toggled(selection, key)),
    cut(key, opens) {
      if (wasDrag()) return;
      intake.arrange((pages, now) => withCut(pages, now, key, opens));
      setSaid(opens ? says.opened(nameOf(key)) : says.joined(nameOf(key)));
    },
    focused: setCurrent,
  });

  const { from, to } = cellsInView(grid, cells.length, top, height);
  const drawn = cells.slice(from, to);
  const current = cells[currentAt];
  // Said as unknown while more come in: each page would draw all cells anew to tell them a new count.
  const places = isReading(state) ? -1 : cells.length;
  // The page that has the focus stays, however far the sheet is scrolled away from it.
  if (current && !drawn.includes(current)) drawn.push(current);
  const mark = drag && markAt(grid, drag.place);
  return (
    <div className={styles["desk"]}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the pages in it */}
      <div ref={scroller} className={styles["scroller"]} onKeyDown={onKeyDown}>
        <ol
          className={styles["sheet"]}
          aria-label={says.label}
          aria-describedby="contact-sheet-keys"
          data-dragging={drag?.is}
          style={{ height: sheetHeight(grid, cells.length) }}
        >
          {drawn.map(({ page, place, ...cell }) => (
            <SheetCell
              key={page.key}
              {...cell}
              page={page}
              place={place}
              places={places}
              at={atOf(grid, place - 1)}
              selected={selection.keys.has(page.key)}
              lifted={lifted?.has(page.key) ?? false}
              current={place - 1 === currentAt}
              hands={hands}
            />
          ))}
        </ol>
        {mark && drag.is === "pages" && (
          <span
            className={styles["mark"]}
            style={{ transform: `translate(${mark.x}px, ${mark.y}px)` }}
          />
        )}
        {lifted && drag && <Handful pages={state.pages} keys={lifted} drag={drag} />}
      </div>
      <VisuallyHidden>
        <span id="contact-sheet-keys">{says.keys}</span>
        <span aria-live="polite">{said}</span>
      </VisuallyHidden>
      <SelectionBar
        intake={intake}
        papers={lying}
        keys={selection.keys}
        onAct={(act) => run(act, selection.keys)}
        onAll={selectAll}
        onNone={() => setChosen(nothingSelected)}
      />
    </div>
  );
}

interface Cell {
  readonly page: IntakePage;
  readonly number: number;
  readonly of: number;
  readonly paper: number;
  readonly place: number;
}

function cellsOf(papers: readonly (readonly IntakePage[])[]): readonly Cell[] {
  let place = 0;
  return papers.flatMap((pages, i) =>
    pages.map((page, p) => ({
      page,
      number: p + 1,
      of: pages.length,
      paper: i + 1,
      place: ++place,
    })),
  );
}

/** The same point object for the same place, so that cells that stay are not drawn again. */
const points = new Map<string, ReturnType<typeof cellAt>>();
function atOf(grid: ReturnType<typeof gridFor>, index: number): ReturnType<typeof cellAt> {
  const name = `${grid.columns} ${index}`;
  let point = points.get(name);
  if (!point) points.set(name, (point = cellAt(grid, index)));
  return point;
}

/** Pages in the hand, under the pointer. */
function Handful(props: {
  readonly pages: readonly IntakePage[];
  readonly keys: ReadonlySet<number>;
  readonly drag: SheetDrag;
}) {
  const { pages, keys, drag } = props;
  const top = pages.find(({ key }) => key === drag.key);
  return (
    <span
      className={styles["handful"]}
      data-several={keys.size > 1 || undefined}
      style={{ transform: `translate(${drag.at.x}px, ${drag.at.y}px)` }}
    >
      {top && <PageThumb page={top} alt="" />}
      {keys.size > 1 && <span className={styles["count"]}>{keys.size}</span>}
    </span>
  );
}

/** One object for all cells and for good, with the hands of the last drawing. */
function useHands(now: SheetHands): SheetHands {
  const last = useRef(now);
  useLayoutEffect(() => {
    last.current = now;
  });
  const [hands] = useState<SheetHands>(() => ({
    takePage: (...of) => last.current.takePage(...of),
    takeCut: (...of) => last.current.takeCut(...of),
    press: (...of) => last.current.press(...of),
    open: (key) => last.current.open(key),
    pick: (key) => last.current.pick(key),
    cut: (...of) => last.current.cut(...of),
    focused: (key) => last.current.focused(key),
  }));
  return hands;
}

interface View {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** What part of the sheet is seen; scrolling tells by whole steps, so that most of it draws nothing. */
function useView(scroller: React.RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>({ top: 0, height: 800, width: 1200 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const next = {
        top: Math.floor(element.scrollTop / 98) * 98,
        height: element.clientHeight,
        width: element.clientWidth,
      };
      setView((last) =>
        last.top === next.top && last.height === next.height && last.width === next.width
          ? last
          : next,
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller]);
  return view;
}

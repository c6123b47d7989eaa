/**
 * A board's marks as the canvas draws them, page by page. Each page's marks keep their identity while
 * nothing on the page changed, so that a renderer can tell what to draw again.
 */
import type { PageId } from "../../../shared/base/ids.ts";
import { type Mark, marksByPaper } from "../../../shared/board/marks.ts";
import { type Stance, stances } from "../../../shared/board/notes.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Stroke } from "../../../shared/board/strokes.ts";
import type { RegionMark } from "../../canvas/page-marks.ts";

/** `PageMarks` of the canvas, with the strokes as the document has them. */
export interface MarksOfPage {
  readonly regions: readonly RegionMark[];
  readonly strokes: readonly Stroke[];
}

export const noMarks: MarksOfPage = { regions: [], strokes: [] };

let last: { readonly parts: readonly unknown[]; readonly marks: ReadonlyMap<PageId, MarksOfPage> } =
  {
    parts: [],
    marks: new Map(),
  };

/** Marks of every page that has any. The same map until a mark changes. */
export function pageMarksOf(view: BoardView): ReadonlyMap<PageId, MarksOfPage> {
  const parts = [view.regions, view.notesOn, view.strokes, view.pagesOf];
  if (parts.every((part, i) => part === last.parts[i])) return last.marks;
  const fresh = new Map<PageId, { regions: RegionMark[]; strokes: Stroke[] }>();
  const on = (page: PageId): { regions: RegionMark[]; strokes: Stroke[] } => {
    const known = fresh.get(page) ?? { regions: [], strokes: [] };
    fresh.set(page, known);
    return known;
  };
  for (const marks of marksByPaper(view).values()) {
    for (const mark of marks) on(mark.page.id).regions.push(regionMark(mark));
  }
  for (const stroke of view.strokes.values()) {
    if (stroke.page !== undefined) on(stroke.page).strokes.push(stroke);
  }
  const marks = new Map<PageId, MarksOfPage>();
  for (const [page, made] of fresh) {
    const known = last.marks.get(page);
    marks.set(page, known && isSame(known, made) ? known : made);
  }
  // Somebody writing a note changes no mark: nothing is to be drawn again then.
  const isOld =
    marks.size === last.marks.size &&
    [...marks].every(([page, made]) => last.marks.get(page) === made);
  last = { parts, marks: isOld ? last.marks : marks };
  return last.marks;
}

function regionMark({ region, notes, index }: Mark): RegionMark {
  const on = new Set<Stance>(notes.map(({ stance }) => stance));
  const { id, rect, outline } = region;
  return { id, rect, outline, stances: stances.filter((s) => on.has(s)), index };
}

function isSame(a: MarksOfPage, b: MarksOfPage): boolean {
  return (
    a.regions.length === b.regions.length &&
    a.strokes.length === b.strokes.length &&
    a.strokes.every((stroke, i) => stroke === b.strokes[i]) &&
    a.regions.every((mark, i) => {
      const other = b.regions[i];
      return (
        mark.id === other?.id &&
        mark.rect === other.rect &&
        mark.outline === other.outline &&
        mark.index === other.index &&
        mark.stances.join() === other.stances.join()
      );
    })
  );
}

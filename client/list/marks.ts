/**
 * What stands on each paper, and the ink free on the table, as the list shows it: one entry for each note on a
 * marked region, or for the region itself while nobody wrote about it.
 *
 * Owns the index over a whole board, made anew only when something it is made from changed: at 10,000
 * marks it is what makes a row cheap.
 */
import type { PaperId, RegionId, StrokeId } from "../../shared/base/ids.ts";
import { type Mark, marksByPaper } from "../../shared/board/marks.ts";
import type { Note } from "../../shared/board/notes.ts";
import type { BoardView } from "../../shared/board/reader.ts";

export interface ListedMark {
  readonly mark: Mark;
  /** Undefined for a marked region that nobody wrote about yet. */
  readonly note: Note | undefined;
  /** How many needs cite the region. */
  readonly cited: number;
}

export interface ListedMarks {
  /** In reading order. */
  on(paper: PaperId): readonly ListedMark[];
  /** Undefined = free on the table. */
  inkOn(paper: PaperId | undefined): readonly StrokeId[];
}

const none: readonly never[] = [];

/** The marks of a view; the same object while nothing they are made from changed. */
export function createMarkIndex(): (view: BoardView) => ListedMarks {
  let last: { readonly parts: readonly unknown[]; readonly marks: ListedMarks } | undefined;
  let ink: Ink = new Map();
  return (view) => {
    const parts = [view.regions, view.notes, view.strokes, view.pagesOf, view.evidenceOf];
    if (last && parts.every((part, i) => part === last?.parts[i])) return last.marks;
    ink = keepEqual(ink, readInk(view));
    last = { parts, marks: readMarks(view, ink) };
    return last.marks;
  };
}

type Ink = ReadonlyMap<PaperId | undefined, readonly StrokeId[]>;

function readMarks(view: BoardView, ink: Ink): ListedMarks {
  const cited = citations(view);
  const marks = marksByPaper(view);
  const listed = new Map<PaperId, readonly ListedMark[]>();
  return {
    on(paper) {
      const known =
        listed.get(paper) ??
        (marks.get(paper) ?? none).flatMap((mark) => {
          const times = cited.get(mark.region.id) ?? 0;
          const notes = mark.notes.length > 0 ? mark.notes : [undefined];
          return notes.map((note): ListedMark => ({ mark, note, cited: times }));
        });
      listed.set(paper, known);
      return known;
    },
    inkOn: (paper) => ink.get(paper) ?? none,
  };
}

function readInk({ strokes, pages }: BoardView): Ink {
  const ink = new Map<PaperId | undefined, StrokeId[]>();
  for (const { id, page } of strokes.values()) {
    const paper = page === undefined ? undefined : pages.get(page)?.paper;
    const known = ink.get(paper);
    if (known) known.push(id);
    else ink.set(paper, [id]);
  }
  return ink;
}

/** Takes over each list that says the same as before, so that rows made of it stay the same. */
function keepEqual(before: Ink, after: Ink): Ink {
  return new Map(
    [...after].map(([paper, ids]): [PaperId | undefined, readonly StrokeId[]] => {
      const old = before.get(paper);
      const same = old?.length === ids.length && ids.every((id, i) => id === old[i]);
      return [paper, same && old ? old : ids];
    }),
  );
}

/** How many needs cite each region; a need's evidence names a region once. */
function citations(view: BoardView): ReadonlyMap<RegionId, number> {
  const cited = new Map<RegionId, number>();
  for (const { region, ofNote } of [...view.evidenceOf.values()].flat()) {
    if (region !== undefined && !ofNote) cited.set(region, (cited.get(region) ?? 0) + 1);
  }
  return cited;
}

/**
 * The flow: boxes that do not break, stacked down a column and from sheet to sheet.
 *
 * Owns gaps, what keeps with the next, columns and new sheets; knows nothing of words or images. A
 * box is measured before it is placed, so that everything here is arithmetic.
 */
import type { Rect } from "../../shared/geometry/rect.ts";
import type { Anchor } from "../../shared/report/report.ts";
import type { Entry, Mark, Sheet } from "./sheets.ts";

/** Takes what a box draws: marks, places that links lead to, bookmarks. */
export interface SheetDraft {
  add(mark: Mark): void;
  anchor(name: Anchor, y: number): void;
  bookmark(words: string, level: number, y: number): void;
}

export interface Box {
  readonly height: number;
  /** Space above it; left out at the top of a sheet or column. */
  readonly before: number;
  /** Stays on the same sheet as the box after it, if any sheet can hold both. */
  readonly keep: boolean;
  paint(draft: SheetDraft, x: number, y: number): void;
}

export function withBefore(boxes: readonly Box[], before: number): Box[] {
  return boxes.map((box, i) => (i === 0 ? { ...box, before } : box));
}

/** All stay together, and with what follows. */
export function kept(boxes: readonly Box[]): Box[] {
  return boxes.map((box) => ({ ...box, keep: true }));
}

export function heightOf(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box, i) => sum + box.height + (i > 0 ? box.before : 0), 0);
}

export function paintStack(boxes: readonly Box[], draft: SheetDraft, x: number, y: number): void {
  let at = y;
  boxes.forEach((box, i) => {
    if (i > 0) at += box.before;
    box.paint(draft, x, at);
    at += box.height;
  });
}

/** Columns side by side as one box, as high as the highest. */
export function sideBySide(
  columns: readonly { readonly x: number; readonly boxes: readonly Box[] }[],
  before: number,
): Box {
  return {
    height: Math.max(0, ...columns.map(({ boxes }) => heightOf(boxes))),
    before,
    keep: false,
    paint(draft, x, y) {
      for (const column of columns) paintStack(column.boxes, draft, x + column.x, y);
    },
  };
}

/** How many boxes, from the first, fit into `height` without tearing apart what keeps together. */
export function countFitting(boxes: readonly Box[], height: number): number {
  let used = 0;
  let fits = 0;
  for (const [i, box] of boxes.entries()) {
    used += (i > 0 ? box.before : 0) + box.height;
    if (used > height + 0.01) break;
    if (!box.keep || i === boxes.length - 1) fits = i + 1;
  }
  return fits;
}

/**
 * Boxes in `count` columns of at most `height`, filled one after the other and, where all fit, as level
 * as can be. What fits in no column comes back as the rest; never all of it: a group of boxes too high
 * for any column is torn.
 */
export function fillColumns(
  boxes: readonly Box[],
  count: number,
  height: number,
): { readonly columns: readonly (readonly Box[])[]; readonly rest: readonly Box[] } {
  const fill = (limit: number) => {
    let rest = boxes;
    const columns = Array.from({ length: count }, (_, column) => {
      let fits = countFitting(rest, limit);
      if (fits === 0 && column === 0 && limit === height) fits = Math.min(1, rest.length);
      const taken = rest.slice(0, fits);
      rest = rest.slice(fits);
      return taken;
    });
    return { columns, rest };
  };
  const full = fill(height);
  if (full.rest.length > 0) return full;
  let low = heightOf(boxes) / count;
  let best = full;
  for (let limit = low; limit < height; limit += 4) {
    const level = fill(limit);
    if (level.rest.length > 0) continue;
    best = level;
    break;
  }
  low = Math.max(...best.columns.map(heightOf));
  return low <= height ? best : full;
}

export interface Flow {
  readonly width: number;
  readonly height: number;
  /** What is left below the last box. */
  room(): number;
  /** Boxes that keep with the next wait for what is placed after them. */
  place(boxes: readonly Box[]): void;
  newSheet(): void;
  /** Everything placed, with the bookmarks in their order. */
  finish(): { readonly sheets: readonly Sheet[]; readonly entries: readonly Entry[] };
}

/** A flow through sheets of which `frame` is the part that holds boxes. */
export function createFlow(frame: Rect): Flow {
  const sheets: { marks: Mark[]; anchors: { name: Anchor; y: number }[] }[] = [];
  const entries: Entry[] = [];
  let y = 0;
  let last = openSheet();

  function openSheet() {
    const sheet = { marks: [] as Mark[], anchors: [] as { name: Anchor; y: number }[] };
    sheets.push(sheet);
    y = frame.y;
    return sheet;
  }

  const draft: SheetDraft = {
    add: (mark) => void last.marks.push(mark),
    anchor: (name, at) => void last.anchors.push({ name, y: at }),
    bookmark(words, level, at) {
      const deepest = (entries.at(-1)?.level ?? 0) + 1;
      entries.push({ words, level: Math.min(level, deepest), sheet: sheets.length - 1, y: at });
    },
  };
  const atTop = (): boolean => y === frame.y;
  const room = (): number => frame.y + frame.h - y;

  /** A group that keeps together; torn only where no sheet could hold it. */
  function placeGroup(group: readonly Box[]): void {
    const first = group[0];
    if (!first) return;
    const gap = atTop() ? 0 : first.before;
    if (gap + heightOf(group) > room() + 0.01 && !atTop()) {
      if (heightOf(group) <= frame.h) last = openSheet();
      else if (gap + first.height > room()) last = openSheet();
    }
    for (const box of group) {
      const above = atTop() ? 0 : box.before;
      if (!atTop() && above + box.height > room() + 0.01) last = openSheet();
      if (!atTop()) y += box.before;
      box.paint(draft, frame.x, y);
      y += box.height;
    }
  }

  let waiting: Box[] = [];
  function release(): void {
    const group = waiting;
    waiting = [];
    placeGroup(group);
  }

  return {
    width: frame.w,
    height: frame.h,
    room() {
      release();
      return room();
    },
    place(boxes) {
      for (const box of boxes) {
        waiting.push(box);
        if (!box.keep) release();
      }
    },
    newSheet() {
      release();
      if (!atTop()) last = openSheet();
    },
    finish() {
      release();
      return { sheets, entries };
    },
  };
}

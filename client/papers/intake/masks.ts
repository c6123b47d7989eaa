/**
 * Which areas of which page are painted out: boxes drawn once for a page number of every paper, and
 * extra boxes on single pages.
 *
 * Pure; all boxes are fractions of the page as it stands upright after turning.
 * test/property/intake-masks.test.ts holds it to its promises.
 */
import { type PageRect, pageRect, type Rect, type Size } from "../../../shared/geometry/rect.ts";

export interface Masks {
  /** Boxes for the first, second … page of every paper. */
  readonly byNumber: readonly (readonly PageRect[])[];
  /** Page numbers (from 0) of which the teacher said that they carry no names. */
  readonly nameless: ReadonlySet<number>;
  /** Boxes on single pages, by the page's key. */
  readonly extra: ReadonlyMap<number, readonly PageRect[]>;
}

export const noMasks: Masks = { byNumber: [], nameless: new Set(), extra: new Map() };

/** A first box over the line at the top where names usually stand. */
export const suggestedBox: PageRect = pageRect(0.03, 0.02, 0.94, 0.075);

/** Smallest side of a box: what a hand can still take hold of. */
export const leastSide = 0.015;

/** Whether these are the first box as it was suggested, untouched. */
export function isSuggestion(boxes: readonly PageRect[]): boolean {
  return boxes.length === 1 && boxes[0] === suggestedBox;
}

/** A new box for the button that adds one: where names are, or below the last box. */
export function addedBox(boxes: readonly PageRect[]): PageRect {
  const last = boxes.at(-1);
  return last ? movedBox({ ...last }, 0, last.h + 0.02) : suggestedBox;
}

/** All boxes on one page: those of its number (from 0) in the paper, and its own. */
export function boxesOn(masks: Masks, number: number, key: number): readonly PageRect[] {
  return [...boxesForNumber(masks, number), ...(masks.extra.get(key) ?? [])];
}

export function boxesForNumber(masks: Masks, number: number): readonly PageRect[] {
  return masks.nameless.has(number) ? [] : (masks.byNumber[number] ?? []);
}

/** Page numbers (from 0) below `count` that have neither a box nor the teacher's word that they need none. */
export function openNumbers(masks: Masks, count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number).filter(
    (number) => !masks.nameless.has(number) && boxesForNumber(masks, number).length === 0,
  );
}

export function withBoxes(masks: Masks, number: number, boxes: readonly PageRect[]): Masks {
  const byNumber = Array.from(
    { length: Math.max(masks.byNumber.length, number + 1) },
    (_, i) => masks.byNumber[i] ?? [],
  );
  byNumber[number] = boxes;
  return { ...masks, byNumber };
}

export function withNameless(masks: Masks, number: number, nameless: boolean): Masks {
  const next = new Set(masks.nameless);
  if (nameless) next.add(number);
  else next.delete(number);
  return { ...masks, nameless: next };
}

export function withExtra(masks: Masks, key: number, boxes: readonly PageRect[]): Masks {
  return { ...masks, extra: new Map(masks.extra).set(key, boxes) };
}

/** The box moved by fractions of the page, kept whole on the page. */
export function movedBox(box: PageRect, dx: number, dy: number): PageRect {
  const x = Math.min(1 - box.w, Math.max(0, box.x + dx));
  const y = Math.min(1 - box.h, Math.max(0, box.y + dy));
  return pageRect(x, y, box.w, box.h);
}

/** The box with its right and lower edge moved, never smaller than `leastSide`. */
export function resizedBox(box: PageRect, dw: number, dh: number): PageRect {
  const w = Math.min(1 - box.x, Math.max(leastSide, box.w + dw));
  const h = Math.min(1 - box.y, Math.max(leastSide, box.h + dh));
  return pageRect(box.x, box.y, w, h);
}

/** The whole pixels that a box touches: never less than the box, never beyond the picture. */
export function pixelBox(box: PageRect, size: Size): Rect {
  const x = Math.max(0, Math.floor(box.x * size.w));
  const y = Math.max(0, Math.floor(box.y * size.h));
  const right = Math.min(size.w, Math.ceil((box.x + box.w) * size.w));
  const bottom = Math.min(size.h, Math.ceil((box.y + box.h) * size.h));
  return { x, y, w: right - x, h: bottom - y };
}

/**
 * The strips of a page that show its boxes with `margin` above and below: as wide as the page, boxes
 * that meet in height in one strip, from the top.
 */
export function stripsOver(boxes: readonly PageRect[], margin: number): readonly PageRect[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const box of boxes.toSorted((a, b) => a.y - b.y)) {
    const top = Math.max(0, box.y - margin);
    const bottom = Math.min(1, box.y + box.h + margin);
    const last = bands.at(-1);
    if (last && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else bands.push({ top, bottom });
  }
  return bands.map(({ top, bottom }) => pageRect(0, top, 1, bottom - top));
}

/**
 * Where pages lie on the contact sheet: cells of one size in rows, the gap at a cell's left being the
 * place of a cut. Cells stay where they are when cuts change, so that a cut can be dragged along.
 *
 * Pure. test/property/intake-sheet-layout.test.ts holds it to its promises.
 */
import type { Point, Size } from "../../../../shared/geometry/rect.ts";

export interface SheetGrid {
  readonly columns: number;
  readonly cell: Size;
  /** At the left of each cell. */
  readonly gap: number;
}

const cell: Size = { w: 136, h: 196 };
const gap = 24;
/** Rows above and below what is seen that are drawn too. */
const spare = 1;

export function gridFor(width: number): SheetGrid {
  return { columns: Math.max(1, Math.floor((width - gap) / cell.w)), cell, gap };
}

export function cellAt({ columns, cell: { w, h } }: SheetGrid, index: number): Point {
  return { x: (index % columns) * w, y: Math.floor(index / columns) * h };
}

export function sheetHeight({ columns, cell: { h } }: SheetGrid, count: number): number {
  return Math.ceil(count / columns) * h;
}

/** The cells to draw: from the first to before the last. */
export function cellsInView(
  { columns, cell: { h } }: SheetGrid,
  count: number,
  top: number,
  height: number,
): { readonly from: number; readonly to: number } {
  const first = Math.max(0, Math.floor(top / h) - spare);
  const last = Math.ceil((top + height) / h) + spare;
  return { from: Math.min(count, first * columns), to: Math.min(count, last * columns) };
}

export interface SheetPlace {
  /** Before the cell of this index; `count` is the end. */
  readonly before: number;
  /** On which side of a cut there. */
  readonly side: "previous" | "next";
}

/** The place between pages that is nearest to a point. */
export function placeAt(grid: SheetGrid, count: number, { x, y }: Point): SheetPlace {
  const { columns, cell: size, gap: between } = grid;
  const row = Math.min(Math.max(0, Math.floor(y / size.h)), Math.ceil(count / columns) - 1);
  const column = Math.min(Math.max(0, Math.floor(x / size.w)), columns);
  const index = Math.min(count, row * columns + Math.min(column, columns));
  // Beyond the last page of a row is behind it, not before the next row's first.
  if (column >= columns || index >= count) return { before: index, side: "previous" };
  const within = x - column * size.w;
  if (within < between / 2) return { before: index, side: "previous" };
  if (within < (between + size.w) / 2) return { before: index, side: "next" };
  return { before: index + 1, side: "previous" };
}

/** Where a place is marked: the middle of a gap, behind the last cell of the row for a place at its end. */
export function markAt(grid: SheetGrid, { before, side }: SheetPlace): Point {
  const { cell: size, columns, gap: between } = grid;
  const endsRow = before > 0 && before % columns === 0 && side === "previous";
  if (!endsRow) {
    const { x, y } = cellAt(grid, before);
    return { x: x + between / 2, y };
  }
  const { x, y } = cellAt(grid, before - 1);
  return { x: x + size.w + between / 2, y };
}

/** The cell to go to from another by an arrow key, Home or End; the same where there is none. */
export function cellBeside(
  { columns }: SheetGrid,
  count: number,
  index: number,
  key: string,
): number | undefined {
  const by: { readonly [key: string]: number } = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = by[key];
  if (step === undefined) return undefined;
  const next = index + step;
  return next >= 0 && next < count ? next : index;
}

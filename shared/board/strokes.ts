/**
 * Strokes of pen and highlighter, on the table or on a page.
 *
 * Owns the root `strokes`. A stroke on a page is kept in page fractions and moves with its paper; one
 * on the table is kept in board units. The points are one binary value (geometry/ink.ts) and never
 * written again: a stroke on the table that was moved, resized or turned says so in registers beside,
 * and so does one that parts were erased from. Each erasing is a register of its own, `cut.<id>`, of the
 * ranges it took (geometry/ink-cut.ts); a reader takes off all of them. So two people who erase from one
 * stroke at once lose neither erasing and leave no ink twice, and either can take their own back.
 * test/property/erasing.test.ts holds it to that.
 */
import type * as Y from "yjs";
import type { MemberId, PageId, StrokeId } from "../base/ids.ts";
import { decodeInk, encodeInk, type InkPoint } from "../geometry/ink.ts";
import {
  decodeRanges,
  type Erasing,
  encodeRanges,
  type InkRange,
  merged,
  piecesOf,
} from "../geometry/ink-cut.ts";
import { grown, type Rect, union } from "../geometry/rect.ts";
import { middleOf, turnedPoint } from "../geometry/turned.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readNumber,
  readOneOf,
  readPoint,
  readSize,
  readString,
  setAlive,
  setRegister,
} from "../records/records.ts";
import { type Arranged, readArranged } from "./arranged.ts";
import { orderOnTop } from "./stacking.ts";

export const strokesRoot = "strokes";

export const inkTools = ["pen", "highlighter"] as const;
export type InkTool = (typeof inkTools)[number];

export const inkColours = ["ink", "clay", "moss", "sky", "plum", "honey"] as const;
export type InkColour = (typeof inkColours)[number];

export interface Stroke extends Arranged {
  readonly id: StrokeId;
  readonly tool: InkTool;
  readonly colour: InkColour;
  /** In the unit of the points: fractions of the page's width, or board units. */
  readonly width: number;
  /** The page it lies on; undefined = the table. */
  readonly page: PageId | undefined;
  /** Where they are drawn, those that were erased among them. */
  readonly points: readonly InkPoint[];
  /** The parts that were erased, in order. */
  readonly erased: readonly InkRange[];
  /** What is left of the line; undefined where nothing was erased. */
  readonly pieces: readonly (readonly InkPoint[])[] | undefined;
  /** Around a stroke on the table before it is turned, its width included; undefined on a page. */
  readonly box: Rect | undefined;
  readonly by: MemberId;
}

export type NewStroke = Omit<Stroke, "box" | "pieces" | "erased" | keyof Arranged> &
  Partial<Pick<Stroke, "group" | "erased">>;

export function addStroke(doc: Y.Doc, stroke: NewStroke, origin: unknown): void {
  const { id, tool, colour, width, page, by, group } = stroke;
  const ink = encodeInk(stroke.points, page === undefined ? "board" : "page");
  const order = orderOnTop(doc, strokesRoot);
  const registers = { tool, colour, width, page, order, by, group, ink };
  const { erased = [] } = stroke;
  const cut = erased.length > 0 ? { [`${cutRegister}0`]: encodeRanges(erased) } : {};
  createRecord(doc, strokesRoot, id, { ...registers, ...cut }, origin);
}

export function deleteStrokes(doc: Y.Doc, ids: Iterable<StrokeId>, origin: unknown): void {
  setAlive(doc, strokesRoot, ids, false, origin);
}

const cutRegister = "cut.";

/**
 * Takes whole strokes, or parts of them, off the board. `cut` names this erasing among all others of the
 * same stroke: no two may share it.
 */
export function eraseInk(
  doc: Y.Doc,
  erasing: Iterable<readonly [StrokeId, Erasing]>,
  cut: string,
  origin: unknown,
): void {
  doc.transact(() => {
    for (const [id, what] of erasing) {
      if (what === "whole") deleteStrokes(doc, [id], origin);
      else setRegister(doc, strokesRoot, id, cutRegister + cut, encodeRanges(what), origin);
    }
  }, origin);
}

function readErased(record: Record): readonly InkRange[] {
  const ranges: InkRange[] = [];
  for (const [register, value] of record.entries()) {
    if (!register.startsWith(cutRegister) || !(value instanceof Uint8Array)) continue;
    ranges.push(...decodeRanges(value));
  }
  return merged(ranges);
}

/** Undefined where all of it was erased, too. */
export function readStroke(id: StrokeId, record: Record): Stroke | undefined {
  const bytes = record.get("ink");
  if (!isAlive(record) || !(bytes instanceof Uint8Array)) return undefined;
  const ink = decodeInk(bytes);
  const page = record.get("page");
  if (!ink || (ink.space === "page") !== (typeof page === "string")) return undefined;
  const width = Math.max(0, readNumber(record.get("width"), ink.space === "page" ? 0.004 : 2));
  const arranged = readArranged(record);
  const laid =
    ink.space === "page"
      ? { points: ink.points, box: undefined }
      : laidPoints(ink.points, width, record, arranged.turn);
  const erased = readErased(record);
  const pieces = erased.length > 0 ? piecesOf(laid.points, erased) : undefined;
  if (pieces?.length === 0) return undefined;
  return {
    id,
    tool: readOneOf(record.get("tool"), inkTools) ?? "pen",
    colour: readOneOf(record.get("colour"), inkColours) ?? "ink",
    width,
    page: typeof page === "string" ? (page as PageId) : undefined,
    ...laid,
    erased,
    pieces,
    ...arranged,
    by: readString(record.get("by")) as MemberId,
  };
}

/** The points of a stroke on the table as its registers `pos`, `size` and `turn` have them lie. */
function laidPoints(
  points: readonly InkPoint[],
  width: number,
  record: Record,
  turn: number,
): Pick<Stroke, "points" | "box"> {
  const drawn = boxOfInk(points, width);
  if (!drawn) return { points, box: undefined };
  const box = {
    ...drawn,
    ...readPoint(record.get("pos")),
    ...readSize(record.get("size")),
  };
  const isWhereDrawn =
    box.x === drawn.x && box.y === drawn.y && box.w === drawn.w && box.h === drawn.h;
  if (isWhereDrawn && turn === 0) return { points, box };
  const about = middleOf(box);
  const laid = points.map(({ x, y, pressure }) => {
    const at = {
      x: box.x + (x - drawn.x) * (box.w / drawn.w),
      y: box.y + (y - drawn.y) * (box.h / drawn.h),
    };
    const { x: left, y: top } = turnedPoint(at, about, turn);
    return { x: drawable(left), y: drawable(top), pressure };
  });
  return { points: laid, box };
}

/** What lies farther away, where a broken client put it, is brought as near as it can be drawn. */
const drawable = (value: number): number => Math.min(1e9, Math.max(-1e9, value));

/** Around points and the width they are drawn with; undefined around none. */
export function boxOfInk(points: readonly InkPoint[], width: number): Rect | undefined {
  const line = union(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 })));
  // A dot of no width still has a box to be scaled by.
  return line && grown(line, Math.max(width, 0.5));
}

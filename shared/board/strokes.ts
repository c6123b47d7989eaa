/**
 * Strokes of pen and highlighter, on the table or on a page.
 *
 * Owns the root `strokes`. A stroke on a page is kept in page fractions and moves with its paper; one
 * on the table is kept in board units. The points are one binary value (geometry/ink.ts).
 */
import type * as Y from "yjs";
import type { MemberId, PageId, StrokeId } from "../base/ids.ts";
import { decodeInk, encodeInk, type InkPoint } from "../geometry/ink.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readNumber,
  readOneOf,
  readString,
  setAlive,
} from "../records/records.ts";
import { orderOnTop } from "./stacking.ts";

export const strokesRoot = "strokes";

export const inkTools = ["pen", "highlighter"] as const;
export type InkTool = (typeof inkTools)[number];

export const inkColours = ["ink", "clay", "moss", "sky", "plum", "honey"] as const;
export type InkColour = (typeof inkColours)[number];

export interface Stroke {
  readonly id: StrokeId;
  readonly tool: InkTool;
  readonly colour: InkColour;
  /** In the unit of the points: fractions of the page's width, or board units. */
  readonly width: number;
  /** The page it lies on; undefined = the table. */
  readonly page: PageId | undefined;
  readonly points: readonly InkPoint[];
  /** Fractional key: the later drawn lies on top. */
  readonly order: string;
  readonly by: MemberId;
}

export type NewStroke = Omit<Stroke, "order">;

export function addStroke(doc: Y.Doc, stroke: NewStroke, origin: unknown): void {
  const { id, tool, colour, width, page, by } = stroke;
  const ink = encodeInk(stroke.points, page === undefined ? "board" : "page");
  const order = orderOnTop(doc, strokesRoot);
  createRecord(doc, strokesRoot, id, { tool, colour, width, page, order, by, ink }, origin);
}

export function deleteStrokes(doc: Y.Doc, ids: Iterable<StrokeId>, origin: unknown): void {
  setAlive(doc, strokesRoot, ids, false, origin);
}

export function readStroke(id: StrokeId, record: Record): Stroke | undefined {
  const bytes = record.get("ink");
  if (!isAlive(record) || !(bytes instanceof Uint8Array)) return undefined;
  const ink = decodeInk(bytes);
  const page = record.get("page");
  if (!ink || (ink.space === "page") !== (typeof page === "string")) return undefined;
  return {
    id,
    tool: readOneOf(record.get("tool"), inkTools) ?? "pen",
    colour: readOneOf(record.get("colour"), inkColours) ?? "ink",
    width: Math.max(0, readNumber(record.get("width"), ink.space === "page" ? 0.004 : 2)),
    page: typeof page === "string" ? (page as PageId) : undefined,
    points: ink.points,
    order: readString(record.get("order")),
    by: readString(record.get("by")) as MemberId,
  };
}

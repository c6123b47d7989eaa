/**
 * Shapes in the board lane: text, boxes, ellipses, lines, arrows, frames and images on the table.
 *
 * Owns the root `shapes`. Words are one flat text laid down with the shape and never replaced. A line's
 * ends are its place: it has no position of its own, and an end may be bound to a thing (connectors.ts
 * says where it then lies). What lies in a frame is a register on what lies there (arranged.ts).
 */
import * as Y from "yjs";
import { type BlobHash, isBlobHash, type MemberId, type ShapeId } from "../base/ids.ts";
import { type Cropping, leastCrop, mostStraighten, wholePicture } from "../geometry/cropped.ts";
import { type PageRect, type Point, type Rect, rectBetween, type Size } from "../geometry/rect.ts";
import { readTiers, type Tier, tiersRegister } from "../papers/papers.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readNumber,
  readOneOf,
  readPageRect,
  readPoint,
  readSize,
  readString,
  recordsOf,
} from "../records/records.ts";
import { type Block, readBlocks } from "../text/blocks.ts";
import { createFlatText } from "../text/flat-text.ts";
import { wordsOf } from "../text/words-of.ts";
import { createRichText } from "../text/write-blocks.ts";
import { type Arranged, readArranged } from "./arranged.ts";
import { orderOnTop } from "./stacking.ts";
import { type InkColour, inkColours } from "./strokes.ts";

export const shapesRoot = "shapes";

export const shapeKinds = ["text", "box", "ellipse", "line", "arrow", "frame", "image"] as const;
export type ShapeKind = (typeof shapeKinds)[number];

export const fills = ["none", "tint", "solid"] as const;
export type Fill = (typeof fills)[number];
export const weights = ["thin", "medium", "thick"] as const;
export type Weight = (typeof weights)[number];
export const dashes = ["solid", "dashed", "dotted"] as const;
export type Dash = (typeof dashes)[number];
export const textSizes = ["small", "medium", "large", "huge"] as const;
export type TextSize = (typeof textSizes)[number];

/** One end of a line. */
export interface LineEnd {
  /** Board units: where it is while it is bound to nothing, or to something that is gone. */
  readonly at: Point;
  /** The thing or paper it is bound to. */
  readonly on: string | undefined;
  /** The place in that thing it points to, as fractions of its box. */
  readonly side: Point;
}

export interface Shape extends Arranged {
  readonly id: ShapeId;
  readonly kind: ShapeKind;
  /** Top left corner before it is turned, in board units; of a line, around where its ends were put. */
  readonly pos: Point;
  readonly size: Size;
  readonly colour: InkColour;
  readonly fill: Fill;
  readonly weight: Weight;
  readonly dash: Dash;
  readonly textSize: TextSize;
  /** The letters of `blocks`: what a text says, what stands in a box or beside a line. */
  readonly words: string;
  readonly blocks: readonly Block[];
  /** What a frame is called; the words an image stands for. */
  readonly name: string;
  /** Both ends of a line or arrow; undefined for all else. */
  readonly ends: { readonly from: LineEnd; readonly to: LineEnd } | undefined;
  /** How far the middle of a line swings out to its right, as a share of its length. */
  readonly bend: number;
  readonly image: BlobHash | undefined;
  /** The image's sizes, smallest first; none where only `image` is known, the largest. */
  readonly tiers: readonly Tier[];
  /** The part of the image that shows, and how far it is straightened. */
  readonly crop: PageRect;
  readonly straighten: number;
  readonly by: MemberId;
}

export const isLine = ({ kind }: Pick<Shape, "kind">): boolean =>
  kind === "line" || kind === "arrow";

/** Kinds that words are written in. */
export const hasWords = ({ kind }: Pick<Shape, "kind">): boolean =>
  kind !== "frame" && kind !== "image";

export const shapeSize: { readonly [kind in ShapeKind]: Size } = {
  text: { w: 220, h: 32 },
  box: { w: 180, h: 120 },
  ellipse: { w: 180, h: 120 },
  line: { w: 160, h: 0 },
  arrow: { w: 160, h: 0 },
  frame: { w: 480, h: 320 },
  image: { w: 320, h: 240 },
};

const mostBend = 2;

export interface NewShape
  extends Partial<
    Pick<
      Shape,
      | "size"
      | "colour"
      | "fill"
      | "weight"
      | "dash"
      | "textSize"
      | "name"
      | "ends"
      | "bend"
      | "image"
      | "tiers"
      | "crop"
      | "straighten"
      | "turn"
      | "frame"
      | "group"
    >
  > {
  readonly id: ShapeId;
  readonly kind: ShapeKind;
  /** Not asked of a line, whose ends are its place. */
  readonly pos?: Point;
  readonly words?: string;
  /** Words with their look, instead of `words`. */
  readonly blocks?: readonly Block[];
  readonly by: MemberId;
}

export function addShape(doc: Y.Doc, shape: NewShape, origin: unknown): void {
  const { id, kind, pos = { x: 0, y: 0 }, words, blocks, ends, size, ...rest } = shape;
  const { tiers, crop = wholePicture, straighten = 0, ...plain } = rest;
  const { w, h } = size ?? shapeSize[kind];
  createRecord(
    doc,
    shapesRoot,
    id,
    {
      ...plain,
      kind,
      text: hasWords(shape) ? textOf(words, blocks) : undefined,
      pos: [pos.x, pos.y],
      size: [w, h],
      from: ends && endRegister(ends.from),
      to: ends && endRegister(ends.to),
      tiers: tiers?.length ? tiersRegister(tiers) : undefined,
      crop: rest.crop && cropRegister({ crop, straighten }),
      order: orderOnTop(doc, shapesRoot),
    },
    origin,
  );
}

const textOf = (words: string | undefined, blocks: readonly Block[] | undefined): Y.Text =>
  blocks ? createRichText(blocks) : createFlatText(words);

/** The shape's own text, to be edited; undefined where there is none (any more). */
export function shapeText(doc: Y.Doc, id: ShapeId): Y.Text | undefined {
  const text = recordsOf(doc, shapesRoot).get(id)?.get("text");
  return text instanceof Y.Text ? text : undefined;
}

/** How an end is kept: `[x, y]`, or `[x, y, id, side x, side y]` where it is bound. */
export function endRegister({ at, on, side }: LineEnd): readonly (number | string)[] {
  return on === undefined ? [at.x, at.y] : [at.x, at.y, on, side.x, side.y];
}

export const freeEnd = (at: Point): LineEnd => ({ at, on: undefined, side: { x: 0.5, y: 0.5 } });

/**
 * How a crop is kept: `[x, y, w, h]` in fractions of the image, and behind them how far it is straightened.
 * One register, for a crop and the angle it was made at mean nothing apart.
 */
export function cropRegister({ crop, straighten }: Cropping): readonly number[] {
  const { x, y, w, h } = crop;
  return straighten === 0 ? [x, y, w, h] : [x, y, w, h, straighten];
}

function readCrop(value: unknown): Cropping {
  const [parts, angle]: readonly [unknown, unknown] = Array.isArray(value)
    ? [value.slice(0, 4), value[4]]
    : [undefined, undefined];
  const crop = readPageRect(parts);
  const isSeen = crop && crop.w >= leastCrop / 2 && crop.h >= leastCrop / 2;
  const degrees = readNumber(angle, 0);
  return {
    crop: isSeen ? crop : wholePicture,
    straighten: Math.min(mostStraighten, Math.max(-mostStraighten, degrees)),
  };
}

function readEnd(value: unknown): LineEnd | undefined {
  if (!Array.isArray(value)) return undefined;
  const at = readPoint(value.slice(0, 2));
  if (!at) return undefined;
  const on: unknown = value[2];
  const side = readPoint(value.slice(3, 5)) ?? { x: 0.5, y: 0.5 };
  return typeof on === "string" && on !== "" ? { at, on, side } : freeEnd(at);
}

export function readShape(id: ShapeId, record: Record): Shape | undefined {
  const kind = readOneOf(record.get("kind"), shapeKinds);
  if (!isAlive(record) || !kind) return undefined;
  const [from, to] = [readEnd(record.get("from")), readEnd(record.get("to"))];
  const ends = from && to && isLine({ kind }) ? { from, to } : undefined;
  if (isLine({ kind }) && !ends) return undefined;
  const image = record.get("image");
  const blocks = readBlocks(record.get("text"));
  return {
    id,
    kind,
    ...(ends ? boxOfEnds(rectBetween(ends.from.at, ends.to.at)) : readBox(kind, record)),
    colour: readOneOf(record.get("colour"), inkColours) ?? "ink",
    fill: readOneOf(record.get("fill"), fills) ?? "none",
    weight: readOneOf(record.get("weight"), weights) ?? "medium",
    dash: readOneOf(record.get("dash"), dashes) ?? "solid",
    textSize: readOneOf(record.get("textSize"), textSizes) ?? "medium",
    words: wordsOf(blocks),
    blocks,
    name: readString(record.get("name")),
    ends,
    bend: Math.min(mostBend, Math.max(-mostBend, readNumber(record.get("bend"), 0))),
    image: isBlobHash(image) ? image : undefined,
    tiers: readTiers(record.get("tiers")),
    ...readCrop(record.get("crop")),
    ...readArranged(record),
    by: readString(record.get("by")) as MemberId,
  };
}

function readBox(kind: ShapeKind, record: Record): Pick<Shape, "pos" | "size"> {
  return {
    pos: readPoint(record.get("pos")) ?? { x: 0, y: 0 },
    size: readSize(record.get("size")) ?? shapeSize[kind],
  };
}

const boxOfEnds = ({ x, y, w, h }: Rect): Pick<Shape, "pos" | "size"> => ({
  pos: { x, y },
  size: { w, h },
});

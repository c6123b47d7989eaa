/**
 * Piles: the ordered heaps a team sorts its papers into.
 *
 * Owns the root `piles`. A pile that came with the board carries `stock` and an empty name, so that
 * each reader sees it in their own language until somebody renames it. Which papers lie in it is for
 * places.ts.
 */
import { generateKeyBetween } from "fractional-indexing";
import type * as Y from "yjs";
import type { PileId } from "../base/ids.ts";
import {
  createRecord,
  isAlive,
  isRecord,
  type Record,
  readOneOf,
  readString,
  recordsOf,
  setAlive,
  setRegister,
} from "../records/records.ts";

export const pilesRoot = "piles";

export const stockPiles = ["notYet", "almostThere", "gotIt"] as const;
export type StockPile = (typeof stockPiles)[number];

/** Each pile has a mark of its own besides its colour: nothing is told by colour alone. */
export const pileMarks = [
  "seedling",
  "sprout",
  "tree",
  "circle",
  "square",
  "triangle",
  "star",
  "leaf",
] as const;
export type PileMark = (typeof pileMarks)[number];

export const pileColours = ["clay", "honey", "moss", "sky", "plum", "slate"] as const;
export type PileColour = (typeof pileColours)[number];

/** How a pile's papers lie: side by side, overlapping by a strip each, or on top of one another. */
export const arrangements = ["grid", "fan", "stack"] as const;
export type Arrangement = (typeof arrangements)[number];

export interface Pile {
  readonly id: PileId;
  /** What the team calls it; "" for a stock pile that nobody renamed. */
  readonly name: string;
  readonly stock: StockPile | undefined;
  readonly criterion: string;
  readonly mark: PileMark;
  readonly colour: PileColour;
  /** Fractional key: left to right, "not yet" first. */
  readonly order: string;
  readonly arrangement: Arrangement;
  /** Tidied away to one narrow column, for everybody. */
  readonly folded: boolean;
}

export type NewPile = Omit<Pile, "arrangement" | "folded">;

/** A new pile lies open, as a grid. */
export function addPile(doc: Y.Doc, pile: NewPile, origin: unknown): void {
  const { id, ...registers } = pile;
  createRecord(doc, pilesRoot, id, registers, origin);
}

export function renamePile(doc: Y.Doc, id: PileId, name: string, origin: unknown): void {
  setRegister(doc, pilesRoot, id, "name", name.trim(), origin);
}

export function describePile(doc: Y.Doc, id: PileId, criterion: string, origin: unknown): void {
  setRegister(doc, pilesRoot, id, "criterion", criterion.trim(), origin);
}

/** Gives the pile another mark and colour. */
export function restylePile(
  doc: Y.Doc,
  id: PileId,
  look: Pick<Pile, "mark" | "colour">,
  origin: unknown,
): void {
  doc.transact(() => {
    setRegister(doc, pilesRoot, id, "mark", look.mark, origin);
    setRegister(doc, pilesRoot, id, "colour", look.colour, origin);
  }, origin);
}

export function movePile(doc: Y.Doc, id: PileId, order: string, origin: unknown): void {
  setRegister(doc, pilesRoot, id, "order", order, origin);
}

/** Whether the papers of a pile overlap, so that somebody may want them side by side for themselves. */
export function canLayOut({ arrangement, folded }: Pile): boolean {
  return arrangement !== "grid" && !folded;
}

export function arrangePile(doc: Y.Doc, id: PileId, how: Arrangement, origin: unknown): void {
  setRegister(doc, pilesRoot, id, "arrangement", how, origin);
}

export function foldPile(doc: Y.Doc, id: PileId, folded: boolean, origin: unknown): void {
  setRegister(doc, pilesRoot, id, "folded", folded, origin);
}

/** Takes the pile away; its papers read as unsorted, and come back with it on undo. */
export function deletePile(doc: Y.Doc, id: PileId, origin: unknown): void {
  setAlive(doc, pilesRoot, [id], false, origin);
}

/** Whether there is such a pile, and nobody took it away. */
export function isPileThere(doc: Y.Doc, id: PileId): boolean {
  const record: unknown = recordsOf(doc, pilesRoot).get(id);
  return isRecord(record) && isAlive(record);
}

export function readPile(id: PileId, record: Record): Pile | undefined {
  if (!isAlive(record)) return undefined;
  return {
    id,
    name: readString(record.get("name")),
    stock: readOneOf(record.get("stock"), stockPiles),
    criterion: readString(record.get("criterion")),
    mark: readOneOf(record.get("mark"), pileMarks) ?? "circle",
    colour: readOneOf(record.get("colour"), pileColours) ?? "slate",
    order: readString(record.get("order")),
    arrangement: readOneOf(record.get("arrangement"), arrangements) ?? "grid",
    folded: record.get("folded") === true,
  };
}

/** Orders by fractional key; equal keys, which two people can make at once, by id. */
export function byOrder<T extends { readonly id: string; readonly order: string }>(
  a: T,
  b: T,
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Keys grow by a letter for every few moves to one spot; longer ones are nobody's honest work. */
const longestKey = 1000;

/** Whether `value` has the form of a fractional key. */
export function isOrderKey(value: unknown): value is string {
  return (
    typeof value === "string" && value.length <= longestKey && /^[A-Za-z][0-9A-Za-z]+$/.test(value)
  );
}

/**
 * A fractional key strictly between two neighbours (undefined = an end). Where the neighbours leave no
 * room, because two people made equal keys or a broken client wrote nonsense, a key behind `above`, or
 * any where there is none.
 */
export function orderBetween(above: string | undefined, below: string | undefined): string {
  const from = isOrderKey(above) ? above : null;
  const to = isOrderKey(below) ? below : null;
  return keyBetween(from, to) ?? keyBetween(from, null) ?? generateKeyBetween(null, null);
}

function keyBetween(above: string | null, below: string | null): string | undefined {
  // The library does not see that some pairs are in the wrong order.
  if (above !== null && below !== null && above >= below) return undefined;
  try {
    return generateKeyBetween(above, below);
  } catch {
    // Of the right form, yet no key of this library's making, or not in order.
    return undefined;
  }
}

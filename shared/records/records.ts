/**
 * How every thing on a lane is kept: a record (a Y.Map of registers) in a root Y.Map keyed by id.
 *
 * Owns creation, the `alive` flag and the reading of single registers; what the registers mean is
 * for the folders above. Creating is two transactions: the structure under `structureOrigin`, which
 * no undo manager tracks, then `alive` under the caller's origin, which it may. So undoing a creation
 * hides the thing but keeps its inner types, and a colleague's words in it survive undo and redo
 * (with a hard delete they were lost). The server purges the dead at compaction.
 */
import * as Y from "yjs";
import { invariant } from "../base/assert.ts";
import { type PageRect, type Point, pageRect, type Size } from "../geometry/rect.ts";

/** The origin of transactions that only lay down structure; never tracked by undo. */
export const structureOrigin: unique symbol = Symbol("structure");

export type Record = Y.Map<unknown>;
/** A value of one register. Inner Yjs types (a note's text) are laid down at creation and never replaced. */
export type Register = unknown;

export function recordsOf(doc: Y.Doc, root: string): Y.Map<Record> {
  return doc.getMap<Record>(root);
}

/** Anyone could have written a plain value where a record belongs. */
export const isRecord = (value: unknown): value is Record =>
  typeof value === "object" && value !== null && "observeDeep" in value && "set" in value;

/** Lays down a record and makes it alive. Does nothing to an id that exists already. */
export function createRecord(
  doc: Y.Doc,
  root: string,
  id: string,
  registers: { readonly [register: string]: Register },
  origin: unknown,
): void {
  createRecords(doc, root, [{ id, registers }], origin);
}

export interface NewRecord {
  readonly id: string;
  readonly registers: { readonly [register: string]: Register };
}

/**
 * Lays down many records in one pair of transactions: one undo step, two updates on the wire. Must not
 * be called inside a transaction, whose origin would swallow `structureOrigin`.
 */
export function createRecords(
  doc: Y.Doc,
  root: string,
  records: readonly NewRecord[],
  origin: unknown,
): void {
  invariant(doc._transaction === null, "a record is laid down outside any other transaction");
  const all = recordsOf(doc, root);
  doc.transact(() => {
    for (const { id, registers } of records) {
      if (all.has(id)) continue;
      const record: Record = new Y.Map();
      for (const [register, value] of Object.entries(registers)) {
        if (value !== undefined) record.set(register, value);
      }
      all.set(id, record);
    }
  }, structureOrigin);
  setAlive(
    doc,
    root,
    records.map(({ id }) => id),
    true,
    origin,
  );
}

/** Deletes (false) or brings back (true). Ids that do not exist are passed over. */
export function setAlive(
  doc: Y.Doc,
  root: string,
  ids: Iterable<string>,
  alive: boolean,
  origin: unknown,
): void {
  const all = recordsOf(doc, root);
  doc.transact(() => {
    for (const id of ids) {
      const record = all.get(id);
      if (record instanceof Y.Map && record.get("alive") !== alive) record.set("alive", alive);
    }
  }, origin);
}

/** Writes one register of one record, if the record exists and the value is another. */
export function setRegister(
  doc: Y.Doc,
  root: string,
  id: string,
  register: string,
  value: Register,
  origin: unknown,
): void {
  const record = recordsOf(doc, root).get(id);
  if (!(record instanceof Y.Map) || sameValue(record.get(register), value)) return;
  doc.transact(() => record.set(register, value), origin);
}

export function isAlive(record: Record): boolean {
  return record.get("alive") === true;
}

/** Whether two values of registers, or two things read from them, are equal: plain data by content, all else by identity. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

const isPlain = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/* Readers of registers: total, whatever an older, newer or broken client wrote. */

export function readString(value: unknown, otherwise = ""): string {
  return typeof value === "string" ? value : otherwise;
}

/** No table and no image is larger than this; a larger number would only break what draws it. */
const mostUnits = 1e9;
const leastSide = 1e-6;

const isDrawable = (value: unknown): value is number =>
  typeof value === "number" && Math.abs(value) <= mostUnits;

export function readNumber(value: unknown, otherwise: number): number {
  return isDrawable(value) ? value : otherwise;
}

export function readOneOf<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}

function readNumbers(value: unknown, count: number): readonly number[] | undefined {
  return Array.isArray(value) && value.length === count && value.every(isDrawable)
    ? value
    : undefined;
}

export function readPoint(value: unknown): Point | undefined {
  const [x, y] = readNumbers(value, 2) ?? [];
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** A size with both sides over zero by more than a rounding error. */
export function readSize(value: unknown): Size | undefined {
  const [w, h] = readNumbers(value, 2) ?? [];
  return w === undefined || h === undefined || w < leastSide || h < leastSide
    ? undefined
    : { w, h };
}

/** A rectangle on a page, with some area. */
export function readPageRect(value: unknown): PageRect | undefined {
  const [x, y, w, h] = readNumbers(value, 4) ?? [];
  if (x === undefined || y === undefined || w === undefined || h === undefined) return undefined;
  const rect = pageRect(x, y, w, h);
  return rect.w > 0 && rect.h > 0 ? rect : undefined;
}

/**
 * What a member puts down before anybody else may see it (a paper's pile in a blind sort, a silent note, a
 * poll's value), and the same things once they are revealed.
 *
 * Owns the private lane's root `private` (`<kind>/<act>/<thing>` → value) and the shape of the board lane's
 * `revealed` (`<kind>/<act>/<who>/<thing>` → value) and `reveals` (`<kind>/<act>` → when and by whom),
 * which the server alone writes. `who` is the member, or what they go by in an act without names. An act is one sort, one silent step or one poll. Values are plain and
 * bounded; readers pass over whatever is not. test/property/private-entries.test.ts holds them to that.
 */
import type * as Y from "yjs";
import type { Alias, MemberId } from "../base/ids.ts";

/** Whose entry it is, as far as it was to be told. */
export type Who = MemberId | Alias;

export const revealKinds = ["sort", "notes", "poll"] as const;
export type RevealKind = (typeof revealKinds)[number];

export interface Act {
  readonly kind: RevealKind;
  readonly act: string;
}

/** JSON, in effect. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** One thing put down: which, and what. */
export interface PrivateEntry {
  readonly thing: string;
  readonly value: PlainValue;
}

/** What one member's entries of one act may come to; what is more is passed over. */
const privateLimits = {
  entries: 2_000,
  valueLength: 8_192,
  valueDepth: 4,
  /** All values together. */
  totalLength: 1_000_000,
} as const;

export interface Reveal {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: MemberId;
}

const privateRoot = "private";
const revealedRoot = "revealed";
const revealsRoot = "reveals";

const isPart = (part: unknown): part is string =>
  typeof part === "string" && /^[\w-]{1,64}$/.test(part);

/** Whether this can be the id of an act, or of a thing in one. */
export const isActId = isPart;

export const actKey = ({ kind, act }: Act): string => `${kind}/${act}`;

/** Puts `value` down for `thing` in the member's own lane, in the place of what was there. */
export function putPrivately(
  doc: Y.Doc,
  act: Act,
  { thing, value }: PrivateEntry,
  origin: unknown,
): void {
  doc.transact(() => {
    doc.getMap(privateRoot).set(`${actKey(act)}/${thing}`, value);
  }, origin);
}

/** Takes back what was put down for `thing`, if anything was. */
export function takeBackPrivately(doc: Y.Doc, act: Act, thing: string, origin: unknown): void {
  doc.transact(() => doc.getMap(privateRoot).delete(`${actKey(act)}/${thing}`), origin);
}

/** A private lane's entries of one act; never throws. */
export function readPrivately(doc: Y.Doc, act: Act): readonly PrivateEntry[] {
  const prefix = `${actKey(act)}/`;
  const entries: PrivateEntry[] = [];
  let total = 0;
  for (const [key, value] of doc.getMap(privateRoot).entries()) {
    if (entries.length === privateLimits.entries) break;
    if (!key.startsWith(prefix)) continue;
    const thing = key.slice(prefix.length);
    if (!isPart(thing) || !isPlain(value)) continue;
    total += JSON.stringify(value).length;
    if (total > privateLimits.totalLength) break;
    entries.push({ thing, value });
  }
  return entries;
}

/** When an act was revealed on this board, and by whom; undefined if it was not. */
export function readReveal(board: Y.Doc, act: Act): Reveal | undefined {
  const reveal = board.getMap(revealsRoot).get(actKey(act)) as Partial<Reveal> | undefined;
  const isRead = typeof reveal?.at === "number" && typeof reveal.by === "string";
  return isRead ? ({ at: reveal.at, by: reveal.by } as Reveal) : undefined;
}

/** What was revealed of one act: for each person what they put down. */
export function readRevealed(board: Y.Doc, act: Act): ReadonlyMap<Who, readonly PrivateEntry[]> {
  const prefix = `${actKey(act)}/`;
  const byPerson = new Map<Who, PrivateEntry[]>();
  for (const [key, value] of board.getMap(revealedRoot).entries()) {
    if (!key.startsWith(prefix)) continue;
    const [who, thing, ...rest] = key.slice(prefix.length).split("/");
    if (!isPart(who) || !isPart(thing) || rest.length > 0 || !isPlain(value)) continue;
    const entries = byPerson.get(who as Who) ?? [];
    entries.push({ thing, value });
    byPerson.set(who as Who, entries);
  }
  return byPerson;
}

/**
 * Copies entries into the board, in one transaction, and notes the reveal if it is the first. What was
 * revealed before stays as it was: whoever has seen the others' does not sort blind any more. Only the
 * server's own documents are for this. Returns the reveal that holds.
 */
export function reveal(
  board: Y.Doc,
  act: Act,
  entries: ReadonlyMap<Who, readonly PrivateEntry[]>,
  now: Reveal,
): Reveal {
  const before = readReveal(board, act);
  board.transact(() => {
    const revealed = board.getMap(revealedRoot);
    for (const [who, own] of entries) {
      for (const { thing, value } of own) {
        const key = `${actKey(act)}/${who}/${thing}`;
        if (!revealed.has(key)) revealed.set(key, value);
      }
    }
    if (!before) board.getMap(revealsRoot).set(actKey(act), { at: now.at, by: now.by });
  }, "server");
  return before ?? now;
}

/** Plain values only, no deeper and no longer than the limits. */
function isPlain(value: unknown): value is PlainValue {
  let left: number = privateLimits.valueLength;
  const fits = (part: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > privateLimits.valueDepth) return false;
    if (part === null || typeof part === "boolean") return true;
    if (typeof part === "number") return Number.isFinite(part);
    if (typeof part === "string") {
      left -= part.length;
      return left >= 0;
    }
    if (Array.isArray(part)) return part.every((inner) => fits(inner, depth + 1));
    if (typeof part !== "object" || Object.getPrototypeOf(part) !== Object.prototype) return false;
    return Object.entries(part).every(([key, inner]) => {
      left -= key.length;
      return key !== "__proto__" && fits(inner, depth + 1);
    });
  };
  return fits(value, 1);
}

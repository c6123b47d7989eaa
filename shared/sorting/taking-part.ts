/**
 * Taking part in an act that is private until its reveal (a blind sort, a silent step, a poll): what a
 * member says of it in their own lane, and what everybody may know of it meanwhile: how many began, how
 * many have finished, never who.
 *
 * Owns the private lane's root `acts` (`<kind>/<act>` → [alias or null, finished, late]) and `looked`
 * (`<kind>/<act>` → true), and the board lane's `progress` (`<kind>/<act>` → [began, finished]), which the server alone writes. Readers are total.
 */
import type * as Y from "yjs";
import type { Alias } from "../base/ids.ts";
import { type Act, actKey } from "./private-entries.ts";

export interface Part {
  /** What to call me in the reveal, so that it tells no name; undefined = by my name. */
  readonly alias: Alias | undefined;
  readonly finished: boolean;
  /** Begun after the reveal: the others' is not looked at before one's own is finished. */
  readonly late: boolean;
}

export interface Progress {
  readonly began: number;
  readonly finished: number;
}

const actsRoot = "acts";
const lookedRoot = "looked";
const progressRoot = "progress";

const aliasPrefix = "anon-";

/** An alias made of an id; longer than a member's id can be, so that it is nobody's. */
export const aliasFrom = (id: string): Alias => `${aliasPrefix}${id}` as Alias;

const isAlias = (value: unknown): value is Alias =>
  typeof value === "string" && /^anon-[\w-]{16}$/.test(value);

export function takePart(doc: Y.Doc, act: Act, part: Part, origin: unknown): void {
  doc.transact(() => {
    doc.getMap(actsRoot).set(actKey(act), [part.alias ?? null, part.finished, part.late]);
  }, origin);
}

/** Undefined for whoever has not begun. */
export function readPart(doc: Y.Doc, act: Act): Part | undefined {
  const value: unknown = doc.getMap(actsRoot).get(actKey(act));
  if (!Array.isArray(value)) return undefined;
  const [alias, finished, late] = value as unknown[];
  return {
    alias: isAlias(alias) ? alias : undefined,
    finished: finished === true,
    late: late === true,
  };
}

/** Looks at what the others put down without having put down anything oneself. */
export function lookFirst(doc: Y.Doc, act: Act, origin: unknown): void {
  doc.transact(() => doc.getMap(lookedRoot).set(actKey(act), true), origin);
}

/** Whether what was revealed of an act may be shown to whoever's lane this is: after their own, or as they chose. */
export function maySee(doc: Y.Doc, act: Act): boolean {
  const part = readPart(doc, act);
  if (part && (part.finished || !part.late)) return true;
  return doc.getMap(lookedRoot).get(actKey(act)) === true;
}

/** Only the server's own documents are for this. */
export function noteProgress(board: Y.Doc, act: Act, progress: Progress): void {
  const known = readProgress(board, act);
  if (known.began === progress.began && known.finished === progress.finished) return;
  board.transact(() => {
    board.getMap(progressRoot).set(actKey(act), [progress.began, progress.finished]);
  }, "server");
}

export function readProgress(board: Y.Doc, act: Act): Progress {
  const value: unknown = board.getMap(progressRoot).get(actKey(act));
  const [began, finished] = Array.isArray(value) ? (value as unknown[]) : [];
  const most = count(began);
  return { began: most, finished: Math.min(most, count(finished)) };
}

const count = (value: unknown): number =>
  Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 0;

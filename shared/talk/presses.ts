/**
 * A press: a thread that asks a colleague's note for evidence, meaning, scope or alternatives, and what
 * became of it: open, answered, revised, kept.
 *
 * Owns the registers `press` ([asks, the note's words then]) and `outcome` ([what, by, at, the words now]) of
 * a thread. What was said is threads.ts. The words at both times are kept with it, so that a note's revisions
 * can be read from its presses; the note itself is never touched from here, and whoever writes in it meanwhile
 * loses nothing. test/unit/talk-presses.test.ts.
 */
import type * as Y from "yjs";
import type { MemberId, NoteId, ThreadId } from "../base/ids.ts";
import { type Record, readOneOf, readString, setRegister } from "../records/records.ts";
import { threadsRoot } from "./roots.ts";

export const askings = ["evidence", "meaning", "scope", "alternatives"] as const;
export type Asking = (typeof askings)[number];

export interface Press {
  readonly asks: Asking;
  /** The note's words when it was asked. */
  readonly words: string;
}

const endings = ["revised", "kept"] as const;
export type Ending = (typeof endings)[number];

export interface Outcome {
  readonly is: Ending;
  readonly by: MemberId;
  /** Milliseconds since 1970, by their clock. */
  readonly at: number;
  /** The note's words then. */
  readonly words: string;
}

/** `open`: nobody else has said anything. `revised` and `kept`: somebody said which, and may take it back. */
export const pressStates = ["open", "answered", "revised", "kept"] as const;
export type PressState = (typeof pressStates)[number];

/** As much as is kept of a note's words at either time. */
const mostLetters = 4_000;
const cut = (words: string): string => words.slice(0, mostLetters);

export const pressRegister = ({ asks, words }: Press): readonly string[] => [asks, cut(words)];

export function endPress(doc: Y.Doc, thread: ThreadId, outcome: Outcome, origin: unknown): void {
  const { is, by, at, words } = outcome;
  setRegister(doc, threadsRoot, thread, "outcome", [is, by, at, cut(words)], origin);
}

/** Takes back that it was revised or kept. */
export function reopenPress(doc: Y.Doc, thread: ThreadId, origin: unknown): void {
  setRegister(doc, threadsRoot, thread, "outcome", null, origin);
}

export function readPress(record: Record): Press | undefined {
  const value = record.get("press");
  if (!Array.isArray(value)) return undefined;
  // What a newer version asks is a press all the same.
  const asks = readOneOf(value[0], askings) ?? "meaning";
  return { asks, words: cut(readString(value[1])) };
}

export function readOutcome(record: Record): Outcome | undefined {
  const value = record.get("outcome");
  if (!Array.isArray(value)) return undefined;
  const [what, by, at, words] = value as unknown[];
  const is = readOneOf(what, endings);
  if (!is) return undefined;
  const isMoment = Number.isSafeInteger(at) && Number(at) >= 0;
  return {
    is,
    by: readString(by) as MemberId,
    at: isMoment ? Number(at) : 0,
    words: cut(readString(words)),
  };
}

/** A thread as far as its press is concerned. */
export interface Pressed {
  readonly by: MemberId;
  readonly press: Press | undefined;
  readonly outcome: Outcome | undefined;
  readonly replies: readonly { readonly by: MemberId }[];
}

/** Undefined for a thread that presses nothing. */
export function pressStateOf({ by, press, outcome, replies }: Pressed): PressState | undefined {
  if (!press) return undefined;
  if (outcome) return outcome.is;
  return replies.some((reply) => reply.by !== by) ? "answered" : "open";
}

export interface Questioned {
  /** Notes on papers that say something. */
  readonly notes: number;
  /** How many of them somebody pressed. */
  readonly questioned: number;
  /** How many of those were revised. */
  readonly changed: number;
}

/** What was questioned on a board: of its notes, never of anybody. */
export function questionedOf(
  notes: readonly NoteId[],
  pressesOf: (note: NoteId) => readonly Pressed[],
): Questioned {
  const asked = notes.map(pressesOf).filter((presses) => presses.some(({ press }) => press));
  const changed = asked.filter((presses) =>
    presses.some((one) => pressStateOf(one) === "revised"),
  ).length;
  return { notes: notes.length, questioned: asked.length, changed };
}

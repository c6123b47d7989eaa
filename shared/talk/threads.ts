/**
 * Threads of talk about a board, and the replies they are made of: the talk lane's edits and the reading
 * of its records.
 *
 * Owns the roots `threads` and `replies`. A reply says itself which thread it belongs to; a thread is
 * there as long as one reply of it is, so it has no life of its own that could end under a colleague's
 * answer: it is laid down where no undo sees it, and undoing its beginning takes the first reply only.
 * Resolving is one register with who and when, so two who do it at once agree on all three.
 * test/property/talk.test.ts holds this to losing no reply.
 */
import * as Y from "yjs";
import type { MemberId, ReplyId, ThreadId } from "../base/ids.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readOneOf,
  readString,
  recordsOf,
  setAlive,
  setRegister,
  structureOrigin,
} from "../records/records.ts";
import { type Block, readBlocks } from "../text/blocks.ts";
import { wordsOf } from "../text/words-of.ts";
import { createRichText } from "../text/write-blocks.ts";
import { type About, aboutRegister, readAbout } from "./about.ts";
import { type Outcome, type Press, pressRegister, readOutcome, readPress } from "./presses.ts";
import { repliesRoot, threadsRoot } from "./roots.ts";

const metaRoot = "meta";
/** Raised when a reader of the version before would misread the lane. */
export const talkSchemaVersion = 1;

/** What one says in a thread. One that a newer version wrote and this one does not know reads as a reply. */
const replyKinds = ["reply"] as const;
type ReplyKind = (typeof replyKinds)[number];

/** Who did something, and when by their clock: milliseconds since 1970. */
export interface Doing {
  readonly by: MemberId;
  readonly at: number;
}

export interface Reply extends Doing {
  readonly id: ReplyId;
  readonly thread: ThreadId;
  readonly kind: ReplyKind;
  /** The letters of `blocks`. */
  readonly words: string;
  readonly blocks: readonly Block[];
  /** Higher than that of every reply its writer had seen in the thread. */
  readonly turn: number;
  /** When its words were last changed after they were sent. */
  readonly editedAt: number | undefined;
}

/** Whether a thread is resolved, since somebody has said so. */
export interface Standing extends Doing {
  readonly isResolved: boolean;
}

/** A thread's own record, without its replies. */
export interface ThreadHead extends Doing {
  readonly id: ThreadId;
  /** Undefined where a newer version wrote what this one does not know. */
  readonly about: About | undefined;
  /** Undefined until somebody resolves it for the first time. */
  readonly standing: Standing | undefined;
  /** Given where it asks a note for something: presses.ts. */
  readonly press: Press | undefined;
  /** What became of the press, once somebody has said so. */
  readonly outcome: Outcome | undefined;
}

export interface NewReply extends Doing {
  readonly id: ReplyId;
  readonly blocks: readonly Block[];
}
export interface NewThread {
  readonly id: ThreadId;
  readonly about: About;
  readonly press?: Press | undefined;
  /** A thread begins with something said. */
  readonly first: NewReply;
}

export function openThread(doc: Y.Doc, thread: NewThread, origin: unknown): void {
  const { id, about, first, press } = thread;
  markLane(doc);
  const registers = {
    about: aboutRegister(about),
    by: first.by,
    at: first.at,
    press: press && pressRegister(press),
  };
  createRecord(doc, threadsRoot, id, registers, structureOrigin);
  addReply(doc, id, first, origin);
}

export function addReply(doc: Y.Doc, thread: ThreadId, reply: NewReply, origin: unknown): void {
  const { id, by, at, blocks } = reply;
  const text = createRichText(blocks);
  const turn = lastTurn(doc, thread) + 1;
  createRecord(doc, repliesRoot, id, { thread, kind: "reply", turn, by, at, text }, origin);
}

/** The reply's own text, to be edited; undefined where there is none (any more). */
export function replyText(doc: Y.Doc, id: ReplyId): Y.Text | undefined {
  const text: unknown = recordOf(doc, repliesRoot, id)?.get("text");
  return text instanceof Y.Text ? text : undefined;
}

/** Says of a reply that its words are not those that were sent, which no undo takes back. */
export function markEdited(doc: Y.Doc, id: ReplyId, at: number): void {
  setRegister(doc, repliesRoot, id, "editedAt", at, structureOrigin);
}

export function deleteReply(doc: Y.Doc, id: ReplyId, origin: unknown): void {
  setAlive(doc, repliesRoot, [id], false, origin);
}

export function restoreReply(doc: Y.Doc, id: ReplyId, origin: unknown): void {
  setAlive(doc, repliesRoot, [id], true, origin);
}

/** Resolves a thread, or opens it again. */
export function settleThread(
  doc: Y.Doc,
  id: ThreadId,
  { isResolved, by, at }: Standing,
  origin: unknown,
): void {
  setRegister(doc, threadsRoot, id, "standing", [isResolved, by, at], origin);
}

/** Says of the lane how it is to be read, where nobody has yet; whoever does writes the same. */
function markLane(doc: Y.Doc): void {
  const meta = doc.getMap(metaRoot);
  if (meta.has("schemaVersion")) return;
  doc.transact(() => meta.set("schemaVersion", talkSchemaVersion), structureOrigin);
}

function lastTurn(doc: Y.Doc, thread: ThreadId): number {
  let last = 0;
  recordsOf(doc, repliesRoot).forEach((record: unknown) => {
    if (!(record instanceof Y.Map) || record.get("thread") !== thread) return;
    last = Math.max(last, readCount(record.get("turn")));
  });
  return last;
}

function recordOf(doc: Y.Doc, root: string, id: string): Record | undefined {
  const record: unknown = recordsOf(doc, root).get(id);
  return record instanceof Y.Map ? record : undefined;
}

export function readThread(id: ThreadId, record: Record): ThreadHead {
  return {
    id,
    about: readAbout(record.get("about")),
    standing: readStanding(record.get("standing")),
    press: readPress(record),
    outcome: readOutcome(record),
    by: readString(record.get("by")) as MemberId,
    at: readTime(record.get("at")),
  };
}

export function readReply(id: ReplyId, record: Record): Reply | undefined {
  const thread = record.get("thread");
  if (!isAlive(record) || typeof thread !== "string") return undefined;
  const blocks = readBlocks(record.get("text"));
  const edited = readTime(record.get("editedAt"));
  return {
    id,
    thread: thread as ThreadId,
    kind: readOneOf(record.get("kind"), replyKinds) ?? "reply",
    words: wordsOf(blocks),
    blocks,
    turn: readCount(record.get("turn")),
    by: readString(record.get("by")) as MemberId,
    at: readTime(record.get("at")),
    editedAt: edited > 0 ? edited : undefined,
  };
}

function readStanding(value: unknown): Standing | undefined {
  if (!Array.isArray(value)) return undefined;
  const [isResolved, by, at] = value as unknown[];
  if (typeof isResolved !== "boolean" || typeof by !== "string") return undefined;
  return { isResolved, by: by as MemberId, at: readTime(at) };
}

/** Turns are counted up: one that leaves no room above it would put later replies in no order. */
const mostTurns = 1e9;
const readCount = (value: unknown): number =>
  Number.isInteger(value) ? Math.min(mostTurns, Math.max(0, value as number)) : 0;

/** The last moment a `Date` can name. */
const lastMs = 8.64e15;
/** 0 where it is no moment. */
const readTime = (value: unknown): number =>
  typeof value === "number" && value >= 0 && value <= lastMs ? Math.floor(value) : 0;

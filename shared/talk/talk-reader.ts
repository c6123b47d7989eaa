/**
 * The talk about a board as plain immutable records, kept current as the lane changes.
 *
 * Whatever did not change keeps its identity, so views may compare by reference. Never throws on what
 * another client wrote. What was read is remembered by shared/records; edits are threads.ts.
 */
import type * as Y from "yjs";
import type { MemberId, ReplyId, ThreadId } from "../base/ids.ts";
import { createRecordCache } from "../records/record-cache.ts";
import { sameValue } from "../records/records.ts";
import { aboutKey } from "./about.ts";
import { repliesRoot, threadsRoot } from "./roots.ts";
import { type Reply, readReply, readThread, type ThreadHead } from "./threads.ts";

export interface Thread extends ThreadHead {
  /** One at least: in the order they were said, as far as their writers saw each other's. */
  readonly replies: readonly Reply[];
}

export interface TalkView {
  /** Begun last first. */
  readonly threads: readonly Thread[];
  /** By `aboutKey`; each list in the order of `threads`. */
  readonly threadsAbout: ReadonlyMap<string, readonly Thread[]>;
}

export interface TalkReader {
  view(): TalkView;
  /** Calls back after each transaction that changed the view; the returned function stops it. */
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export const noTalk: TalkView = { threads: [], threadsAbout: new Map() };

export function isOpen({ standing }: Pick<Thread, "standing">): boolean {
  return standing?.isResolved !== true;
}

/** Whether a colleague names this member in the thread. */
export function mentions({ replies }: Thread, member: MemberId): boolean {
  return replies.some(
    ({ by, blocks }) =>
      by !== member &&
      blocks.some(({ runs }) => runs.some((run) => run.kind === "mention" && run.id === member)),
  );
}

export function createTalkReader(doc: Y.Doc): TalkReader {
  const listeners = new Set<() => void>();
  let stale = true;
  const changed = (): void => {
    stale = true;
  };
  const heads = createRecordCache<ThreadId, ThreadHead>(doc, threadsRoot, readThread, changed);
  const replies = createRecordCache<ReplyId, Reply>(doc, repliesRoot, readReply, changed);
  let known: ReadonlyMap<ThreadId, Thread> = new Map();
  let view = noTalk;
  /** The view that listeners know of. */
  let announced = view;

  function current(): TalkView {
    if (!stale) return view;
    stale = false;
    const all = joined(heads.read(), replies.read());
    const kept = new Map(
      [...all].map(([id, thread]) => {
        const before = known.get(id);
        return [id, before && sameThread(before, thread) ? before : thread] as const;
      }),
    );
    const isSame =
      kept.size === known.size && [...kept].every(([id, thread]) => thread === known.get(id));
    known = kept;
    if (!isSame) view = viewOf([...kept.values()].toSorted(lastFirst));
    return view;
  }

  function announce(): void {
    if (listeners.size === 0 || announced === current()) return;
    announced = current();
    for (const listener of listeners) listener();
  }
  doc.on("afterAllTransactions", announce);

  return {
    view: current,
    subscribe(listener) {
      if (listeners.size === 0) announced = current();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      doc.off("afterAllTransactions", announce);
      heads.destroy();
      replies.destroy();
    },
  };
}

/** Reads a lane once, for files and tests. */
export function readTalk(doc: Y.Doc): TalkView {
  const reader = createTalkReader(doc);
  const view = reader.view();
  reader.destroy();
  return view;
}

function joined(
  heads: ReadonlyMap<ThreadId, ThreadHead>,
  replies: ReadonlyMap<ReplyId, Reply>,
): ReadonlyMap<ThreadId, Thread> {
  const said = new Map<ThreadId, [Reply, ...Reply[]]>();
  for (const reply of replies.values()) {
    const before = said.get(reply.thread);
    if (before) before.push(reply);
    else said.set(reply.thread, [reply]);
  }
  const threads = new Map<ThreadId, Thread>();
  for (const [id, unordered] of said) {
    unordered.sort(inTurn);
    const [{ by, at }] = unordered;
    // What was said stays to be read, also where the record of its thread is not here.
    const head = heads.get(id) ?? {
      id,
      about: undefined,
      standing: undefined,
      press: undefined,
      outcome: undefined,
      by,
      at,
    };
    threads.set(id, { ...head, replies: unordered });
  }
  return threads;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
const inTurn = (a: Reply, b: Reply): number => a.turn - b.turn || byId(a, b);
const lastFirst = (a: Thread, b: Thread): number => b.at - a.at || byId(a, b);

function sameThread(a: Thread, b: Thread): boolean {
  const { replies, ...head } = a;
  const { replies: others, ...other } = b;
  return (
    sameValue(head, other) &&
    replies.length === others.length &&
    replies.every((reply, i) => reply === others[i])
  );
}

function viewOf(threads: readonly Thread[]): TalkView {
  const threadsAbout = new Map<string, Thread[]>();
  for (const thread of threads) {
    if (!thread.about) continue;
    const key = aboutKey(thread.about);
    const before = threadsAbout.get(key);
    if (before) before.push(thread);
    else threadsAbout.set(key, [thread]);
  }
  return { threads, threadsAbout };
}

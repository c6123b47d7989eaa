/** What people do in the talk, each one act of this person on the talk lane. */
import type { ReplyId, ThreadId } from "../../shared/base/ids.ts";
import type { About } from "../../shared/talk/about.ts";
import { type Ending, endPress, type Press, reopenPress } from "../../shared/talk/presses.ts";
import {
  addReply,
  deleteReply,
  openThread,
  restoreReply,
  settleThread,
} from "../../shared/talk/threads.ts";
import type { Block } from "../../shared/text/blocks.ts";
import { newId } from "../sync/ids.ts";
import type { LaneSession } from "../sync/lane-connection.ts";

const doing = ({ me }: LaneSession) => ({ by: me.memberId, at: Date.now() });

const newReply = (session: LaneSession, blocks: readonly Block[]) => ({
  id: newId<ReplyId>(),
  blocks,
  ...doing(session),
});

/** Begins a thread about something with its first words; undefined where nothing may be written. */
export function begin(
  session: LaneSession,
  about: About,
  blocks: readonly Block[],
  press?: Press,
): ThreadId | undefined {
  if (!session.mayWrite()) return undefined;
  const id = newId<ThreadId>();
  const first = newReply(session, blocks);
  session.act((origin) => openThread(session.doc, { id, about, first, press }, origin));
  return id;
}

export function reply(session: LaneSession, thread: ThreadId, blocks: readonly Block[]): void {
  session.act((origin) => addReply(session.doc, thread, newReply(session, blocks), origin));
}

export function settle(session: LaneSession, thread: ThreadId, isResolved: boolean): void {
  const standing = { isResolved, ...doing(session) };
  session.act((origin) => settleThread(session.doc, thread, standing, origin));
}

/** Says of a press that the note was changed, or that it stays as it is; `words` are the note's now. */
export function end(session: LaneSession, thread: ThreadId, is: Ending, words: string): void {
  const now = doing(session);
  session.act((origin) =>
    session.doc.transact(() => {
      endPress(session.doc, thread, { is, words, ...now }, origin);
      settleThread(session.doc, thread, { isResolved: true, ...now }, origin);
    }, origin),
  );
}

/** Takes that back: it is open again. */
export function reopen(session: LaneSession, thread: ThreadId): void {
  session.act((origin) =>
    session.doc.transact(() => {
      reopenPress(session.doc, thread, origin);
      settleThread(session.doc, thread, { isResolved: false, ...doing(session) }, origin);
    }, origin),
  );
}

/** Deletes a reply; the returned function brings it back. */
export function removeReply(session: LaneSession, id: ReplyId): () => void {
  session.act((origin) => deleteReply(session.doc, id, origin));
  return () => session.act((origin) => restoreReply(session.doc, id, origin));
}

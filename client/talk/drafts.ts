/**
 * What somebody is writing and has not sent: words in a document of this tab's own, with their own undo,
 * seen by nobody. Sent, they become a reply on the lane, whole.
 *
 * A field asks its lane for members, undo and carets; a draft is such a lane, with nobody else on it.
 */
import * as Y from "yjs";
import { type Block, readBlocks } from "../../shared/text/blocks.ts";
import { createHistory } from "../sync/history.ts";
import type { LaneSession } from "../sync/lane-connection.ts";
import type { Presence } from "../sync/presence.ts";
import type { TalkHands } from "./talk-hands.ts";

export interface Draft {
  readonly text: Y.Text;
  /** For the field. */
  readonly lane: LaneSession;
  isEmpty(): boolean;
  /** Without the empty lines before and behind; none where nothing is written. */
  blocks(): readonly Block[];
  subscribe(listener: () => void): () => void;
}

const none: readonly never[] = [];
const nobody: Presence = {
  others: () => none,
  nameMet: () => undefined,
  set() {},
  rest: () => () => {},
  subscribe: () => () => {},
  destroy() {},
};

/** What was begun in answer to `key`, or a new one. */
export function draftOf({ drafts, session }: TalkHands, key: string): Draft {
  const known = drafts.get(key);
  if (known) return known;
  const draft = createDraft(session);
  drafts.set(key, draft);
  return draft;
}

function createDraft(session: LaneSession): Draft {
  const doc = new Y.Doc();
  const text = doc.getText("words");
  const typing = Symbol("typing");
  const history = createHistory(doc, [text], [typing]);
  const blocks = (): readonly Block[] => trimmed(readBlocks(text));
  return {
    text,
    lane: { ...session, doc, typing, history, presence: nobody },
    blocks,
    isEmpty: () => blocks().length === 0,
    subscribe(listener) {
      text.observe(listener);
      return () => text.unobserve(listener);
    },
  };
}

export function trimmed(blocks: readonly Block[]): readonly Block[] {
  const isBare = ({ runs }: Block): boolean =>
    runs.every((run) => run.kind === "break" || (run.kind === "text" && run.text.trim() === ""));
  const first = blocks.findIndex((block) => !isBare(block));
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isBare(block)) + 1);
}

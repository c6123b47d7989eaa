/**
 * The rounds of a board with what the server says of each, kept current: which one is on, which was
 * revealed last, what was revealed.
 *
 * One round is on at a time. Of two that were started at once the first counts, and the other is passed
 * over, also once the first is revealed. test/unit/sorting/rounds-reader.test.ts.
 */
import type * as Y from "yjs";
import type { RoundId } from "../base/ids.ts";
import { createRecordCache } from "../records/record-cache.ts";
import { sameValue } from "../records/records.ts";
import {
  type PrivateEntry,
  type Reveal,
  readReveal,
  readRevealed,
  type Who,
} from "./private-entries.ts";
import { actOf, byStart, type Round, readRound, roundsRoot } from "./rounds.ts";
import { type Progress, readProgress } from "./taking-part.ts";

export interface RoundNow {
  readonly round: Round;
  /** Undefined until it is revealed. */
  readonly reveal: Reveal | undefined;
  readonly progress: Progress;
}

export interface RoundsReader {
  /** The one being sorted now. */
  on(): RoundNow | undefined;
  /** The one revealed last. */
  last(): RoundNow | undefined;
  get(id: RoundId): RoundNow | undefined;
  /** The same map until something more of it is revealed. */
  revealed(id: RoundId): ReadonlyMap<Who, readonly PrivateEntry[]>;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export function createRoundsReader(doc: Y.Doc): RoundsReader {
  const listeners = new Set<() => void>();
  const revealed = new Map<RoundId, ReadonlyMap<Who, readonly PrivateEntry[]>>();
  let all: readonly RoundNow[] = [];
  let isStale = true;
  let isNews = false;
  const changed = (): void => {
    isStale = true;
    isNews = true;
  };
  const rounds = createRecordCache<RoundId, Round>(doc, roundsRoot, readRound, changed);
  const forget = (): void => {
    revealed.clear();
    changed();
  };
  const watched = [
    [doc.getMap("reveals"), changed],
    [doc.getMap("progress"), changed],
    [doc.getMap("revealed"), forget],
  ] as const;
  for (const [root, onChange] of watched) root.observe(onChange);

  function current(): readonly RoundNow[] {
    if (!isStale) return all;
    isStale = false;
    const known = new Map(all.map((now) => [now.round.id, now]));
    all = [...rounds.read().values()].toSorted(byStart).map((round) => {
      const act = actOf(round.id);
      const fresh = { round, reveal: readReveal(doc, act), progress: readProgress(doc, act) };
      const last = known.get(round.id);
      return last && sameValue(last, fresh) ? last : fresh;
    });
    return all;
  }

  function announce(): void {
    if (!isNews) return;
    isNews = false;
    for (const listener of listeners) listener();
  }
  doc.on("afterAllTransactions", announce);

  return {
    on() {
      // Until when the table was taken by the rounds before.
      let takenUntil = 0;
      for (const now of current()) {
        if (now.round.ended || now.round.at < takenUntil) continue;
        if (!now.reveal) return now;
        takenUntil = Math.max(takenUntil, now.reveal.at);
      }
      return undefined;
    },
    last() {
      const known = current().filter(({ reveal }) => reveal !== undefined);
      return known.toSorted((a, b) => (a.reveal?.at ?? 0) - (b.reveal?.at ?? 0)).at(-1);
    },
    get: (id) => current().find(({ round }) => round.id === id),
    revealed(id) {
      const known = revealed.get(id) ?? readRevealed(doc, actOf(id));
      revealed.set(id, known);
      return known;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      doc.off("afterAllTransactions", announce);
      for (const [root, onChange] of watched) root.unobserve(onChange);
      rounds.destroy();
    },
  };
}

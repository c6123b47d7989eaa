/**
 * Sorting alone, as this page takes part in it: the board's rounds, this member's own lane, and what of
 * the board is veiled meanwhile.
 *
 * The lane is opened when a round first asks for it. Until it was read nothing of a revealed round is
 * shown: whether this person has sorted it is in there. A guest has no lane and sees what was revealed.
 */
import type * as Y from "yjs";
import type { PaperId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { createVeil, type Resting } from "../../shared/board/veil.ts";
import { sameValue } from "../../shared/records/records.ts";
import { type RoundReadings, readingsOf, stillToTalkAbout } from "../../shared/sorting/readings.ts";
import { actOf } from "../../shared/sorting/rounds.ts";
import {
  createRoundsReader,
  type RoundNow,
  type RoundsReader,
} from "../../shared/sorting/rounds-reader.ts";
import { maySee } from "../../shared/sorting/taking-part.ts";
import type { LaneSession } from "./lane-connection.ts";

export interface SortingAlone {
  readonly rounds: RoundsReader;
  /** Undefined until a round asked for it, and for guests. */
  own(): LaneSession | undefined;
  /** Whether the own lane was read, where there is to be one. */
  isReady(): boolean;
  /** The round revealed last, where this person is to sort it before they see it. */
  late(): RoundNow | undefined;
  /** What a revealed round came to, of the papers that are on the board; the same while it is the same. */
  readings(now: RoundNow, papers: BoardView["papers"]): RoundReadings;
  /** The board as it may be seen now. */
  shown(view: BoardView): BoardView;
  /** Calls back when a round, the own lane, what it holds or how it is saved changed. */
  subscribe(listener: () => void): () => void;
  /** Resolves once what is to be veiled is known, or after a while. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface SortingAloneOptions {
  readonly doc: Y.Doc;
  /** Opens the own lane; undefined for somebody who has none. */
  readonly openOwn: (() => LaneSession) | undefined;
}

/** The board opens without the own lane if that does not come. */
const patienceMs = 1_500;

export function createSortingAlone({ doc, openOwn }: SortingAloneOptions): SortingAlone {
  const rounds = createRoundsReader(doc);
  const listeners = new Set<() => void>();
  const veil = createVeil();
  let lane: LaneSession | undefined;
  let isRead = false;
  let resting: Resting | undefined;
  let parts: readonly unknown[] = [];
  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  function openIfAsked(): void {
    if (lane || !openOwn || !(rounds.on() ?? rounds.last())) return;
    lane = openOwn();
    lane.doc.on("afterAllTransactions", changed);
    lane.status.subscribe(changed);
    void lane.loaded.then(() => {
      isRead = true;
      changed();
    });
  }
  rounds.subscribe(() => {
    openIfAsked();
    changed();
  });
  openIfAsked();

  const isReady = (): boolean => lane === undefined || isRead;

  function late(): RoundNow | undefined {
    const last = rounds.last();
    if (!last || !openOwn) return undefined;
    return lane && isRead && maySee(lane.doc, actOf(last.round.id)) ? undefined : last;
  }

  /** The same object while the same papers rest. */
  function restingNow(): Resting | undefined {
    const on = rounds.on()?.round.papers;
    const revealed = late()?.round.papers;
    if (on !== parts[0] || revealed !== parts[1]) {
      parts = [on, revealed];
      const papers = new Set([...(on ?? []), ...(revealed ?? [])]);
      resting =
        papers.size > 0
          ? { papers, why: on ? "round" : "own", isRevealed: revealed !== undefined }
          : undefined;
    }
    return resting;
  }

  let read: { readonly parts: readonly unknown[]; readonly readings: RoundReadings } | undefined;
  function readings({ round }: RoundNow, papers: BoardView["papers"]): RoundReadings {
    const of = [round, rounds.revealed(round.id), papers] as const;
    if (!read || of.some((part, i) => part !== read?.parts[i])) {
      read = { parts: of, readings: readingsOf(round, of[1], (id) => papers.get(id)?.code) };
    }
    return read.readings;
  }

  let between: readonly PaperId[] = [];
  let marked: { readonly from: BoardView; readonly shown: BoardView } | undefined;
  /** Marks what lies between the piles, where this person may see it. */
  function withBetween(view: BoardView): BoardView {
    const last = isReady() && !late() ? rounds.last() : undefined;
    if (!last) return view;
    const resting = view.resting?.papers;
    const now = stillToTalkAbout(
      readings(last, view.papers),
      (paper) => view.places.get(paper)?.pile,
    ).flatMap(({ paper }) => (resting?.has(paper) ? [] : paper));
    if (now.length === 0) return view;
    if (marked?.from === view && sameValue(between, now)) return marked.shown;
    if (!sameValue(between, now)) between = now;
    marked = { from: view, shown: { ...view, between } };
    return marked.shown;
  }

  return {
    rounds,
    own: () => lane,
    isReady,
    late,
    readings,
    shown: (view) => withBetween(veil(view, restingNow())),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settled() {
      if (isReady() || !lane) return Promise.resolve();
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
      return Promise.race([lane.loaded, patience]);
    },
    async close() {
      listeners.clear();
      rounds.destroy();
      await lane?.close();
    },
  };
}

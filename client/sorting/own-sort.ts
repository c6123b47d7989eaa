/**
 * One person's own sort of a round: which paper is in hand, what was put where, and the way back.
 *
 * Owns the paper in hand and the steps to take back, for as long as the view is open; placements lie in
 * the member's own lane, so that a reload goes on where it was. Knows no elements.
 * test/unit/sorting/own-sort.test.ts.
 */
import type { Alias, PaperId, PileId } from "../../shared/base/ids.ts";
import { ownOrder } from "../../shared/sorting/own-order.ts";
import {
  putPrivately,
  readPrivately,
  takeBackPrivately,
} from "../../shared/sorting/private-entries.ts";
import {
  guessEntry,
  type Placement,
  placementEntry,
  readGuess,
  readPlacements,
} from "../../shared/sorting/readings.ts";
import { actOf, type Round } from "../../shared/sorting/rounds.ts";
import { type Part, readPart, takePart } from "../../shared/sorting/taking-part.ts";
import type { LaneSession } from "../sync/lane-connection.ts";
import { createStore, type Store } from "../ui/store.ts";

export interface OwnSortState {
  /** This person's papers, in their own order; those still on the board. */
  readonly order: readonly PaperId[];
  readonly placements: ReadonlyMap<PaperId, Placement>;
  /** The paper in hand; undefined once all are placed, or this person said that they are done. */
  readonly at: PaperId | undefined;
  /** Whether the paper in hand is marked as one they are not sure of. */
  readonly unsure: boolean;
  readonly left: number;
  readonly canUndo: boolean;
  readonly guess: number | undefined;
}

export interface OwnSort {
  readonly state: Store<OwnSortState>;
  /** Puts the paper in hand in a pile and takes the next one. */
  place(pile: PileId): void;
  /** The same for any paper, without taking another in hand. */
  placeOf(paper: PaperId, pile: PileId): void;
  toggleUnsure(paper?: PaperId): void;
  /** Leaves the paper in hand for later. */
  skip(): void;
  previous(): void;
  /** Takes back the last placement and stands at its paper; whether there was one. */
  undo(): boolean;
  go(paper: PaperId): void;
  /** What is not placed stays so. */
  done(): void;
  guess(papers: number | undefined): void;
  /** Takes part from here on, and keeps the state current, until the returned function is called. */
  follow(): () => void;
}

export interface OwnSortPorts {
  readonly lane: Pick<LaneSession, "doc" | "act" | "me">;
  readonly round: Round;
  /** Whether it was revealed already: this person comes later. */
  readonly isLate: boolean;
  isOnBoard(paper: PaperId): boolean;
  newAlias(): Alias;
}

interface Step {
  readonly paper: PaperId;
  readonly before: Placement | undefined;
}

export function createOwnSort(ports: OwnSortPorts): OwnSort {
  const { lane, round, isOnBoard } = ports;
  const { doc } = lane;
  const act = actOf(round.id);
  const all = ownOrder(round, lane.me.memberId);
  let steps: readonly Step[] = [];
  /** Marked before it was placed. */
  let isMarked = false;
  let at: PaperId | undefined;

  const placementsNow = (): ReadonlyMap<PaperId, Placement> =>
    readPlacements(round, readPrivately(doc, act));
  const orderNow = (): readonly PaperId[] => all.filter(isOnBoard);

  function stateNow(): OwnSortState {
    const order = orderNow();
    const placements = placementsNow();
    if (at !== undefined && !order.includes(at)) at = nextAfter(undefined, placements);
    return {
      order,
      placements,
      at,
      unsure: (at !== undefined && placements.get(at)?.unsure) || isMarked,
      left: order.filter((paper) => !placements.has(paper)).length,
      canUndo: steps.length > 0,
      guess: readGuess(round, readPrivately(doc, act)),
    };
  }

  /** The next that is not placed, going round; the one in hand last. */
  function nextAfter(
    paper: PaperId | undefined,
    placements: ReadonlyMap<PaperId, Placement>,
  ): PaperId | undefined {
    const order = orderNow();
    const from = paper === undefined ? 0 : order.indexOf(paper) + 1;
    return [...order.slice(from), ...order.slice(0, from)].find((one) => !placements.has(one));
  }

  function setPart(change: Partial<Part>): void {
    const part = readPart(doc, act);
    const next: Part = {
      alias: round.named ? undefined : ports.newAlias(),
      finished: false,
      late: ports.isLate,
      ...part,
      ...change,
    };
    if (part && part.finished === next.finished) return;
    lane.act((origin) => takePart(doc, act, next, origin));
  }

  function put(paper: PaperId, placement: Placement | undefined): void {
    lane.act((origin) => {
      if (placement) putPrivately(doc, act, placementEntry(paper, placement), origin);
      else takeBackPrivately(doc, act, paper, origin);
    });
    const placements = placementsNow();
    setPart({ finished: orderNow().every((one) => placements.has(one)) });
  }

  function stand(paper: PaperId | undefined): void {
    at = paper;
    isMarked = false;
    refresh();
  }

  function placeOf(paper: PaperId, pile: PileId): void {
    const before = placementsNow().get(paper);
    const unsure = before?.unsure ?? (paper === at && isMarked);
    steps = [...steps, { paper, before }];
    put(paper, { pile, unsure });
  }

  at = nextAfter(undefined, placementsNow());
  const state = createStore(stateNow());
  const refresh = (): void => state.set(stateNow());

  return {
    state,
    placeOf,
    place(pile) {
      if (at === undefined) return;
      placeOf(at, pile);
      stand(nextAfter(at, placementsNow()));
    },
    toggleUnsure(paper = at) {
      if (paper === undefined) return;
      const placement = placementsNow().get(paper);
      if (placement) return put(paper, { ...placement, unsure: !placement.unsure });
      if (paper !== at) return;
      isMarked = !isMarked;
      refresh();
    },
    skip() {
      if (at !== undefined) stand(nextAfter(at, placementsNow()));
    },
    previous() {
      const order = orderNow();
      const index = at === undefined ? order.length : order.indexOf(at);
      stand(order[index - 1] ?? at);
    },
    undo() {
      const last = steps.at(-1);
      if (!last) return false;
      steps = steps.slice(0, -1);
      put(last.paper, last.before);
      stand(last.paper);
      return true;
    },
    go: stand,
    done() {
      setPart({ finished: true });
      stand(undefined);
    },
    guess(papers) {
      lane.act((origin) => {
        const { thing, value } = guessEntry(papers ?? 0);
        if (papers === undefined) takeBackPrivately(doc, act, thing, origin);
        else putPrivately(doc, act, { thing, value }, origin);
      });
    },
    follow() {
      setPart({});
      refresh();
      doc.on("afterAllTransactions", refresh);
      return () => doc.off("afterAllTransactions", refresh);
    },
  };
}

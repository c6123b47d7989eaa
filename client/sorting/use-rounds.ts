/** The board's rounds for React, each hook re-rendering on its own part only. */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { invariant } from "../../shared/base/assert.ts";
import type { MemberId, RoundId } from "../../shared/base/ids.ts";
import type { RoundReadings } from "../../shared/sorting/readings.ts";
import { actOf } from "../../shared/sorting/rounds.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { type Part, readPart } from "../../shared/sorting/taking-part.ts";
import type { SortingAlone } from "../sync/sorting-alone.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { count } from "./round-acts.ts";

/** What sorting alone is made of; the views of this folder are shown only once it is there. */
export function useSortingAlone(): SortingAlone {
  const alone = useSession().alone.get();
  invariant(alone, "sorting alone is loaded before its views");
  return alone;
}

function useAlone<T>(select: (alone: SortingAlone) => T): T {
  const alone = useSortingAlone();
  return useSyncExternalStore(alone.subscribe, () => select(alone));
}

export const useRoundOn = (): RoundNow | undefined => useAlone(({ rounds }) => rounds.on());
export const useLateRound = (): RoundNow | undefined =>
  useAlone((alone) => (alone.isReady() ? alone.late() : undefined));

/** The one revealed last, where this person may see it. */
export const useShownRound = (): RoundNow | undefined =>
  useAlone((alone) => (alone.late() ? undefined : alone.rounds.last()));

export const useRound = (id: RoundId): RoundNow | undefined =>
  useAlone(({ rounds }) => rounds.get(id));

/** What this person's own lane says of their part in a round. */
export function usePart(id: RoundId): Part | undefined {
  const alone = useSortingAlone();
  const part = useRef<Part | undefined>(undefined);
  return useSyncExternalStore(alone.subscribe, () => {
    const own = alone.own();
    const next = own && readPart(own.doc, actOf(id));
    const last = part.current;
    const isSame =
      last?.alias === next?.alias && last?.finished === next?.finished && last?.late === next?.late;
    if (!isSame) part.current = next;
    return part.current;
  });
}

export function useReadings(now: RoundNow): RoundReadings {
  const alone = useSortingAlone();
  const papers = useBoard((view) => view.papers);
  // What is revealed may grow: whoever comes later is added.
  useAlone(({ rounds }) => rounds.revealed(now.round.id));
  return alone.readings(now, papers);
}

/** The members of the team who are here, this one first; the same list while nobody comes or goes. */
export function useMembersHere(): readonly MemberId[] {
  const { presence, me } = useSession();
  const last = useRef<readonly MemberId[]>([]);
  return useSyncExternalStore(presence.subscribe, () => {
    const others = presence.others().flatMap(({ memberId, role }) => (role ? [] : memberId));
    const here = [...new Set([me.memberId, ...others])];
    if (here.join() !== last.current.join()) last.current = here;
    return last.current;
  });
}

/** How many have finished, of how many: those who began, or are here and could. Never who. */
export function useFinished(now: RoundNow): { readonly done: number; readonly of: number } {
  const here = useMembersHere();
  const { began, finished } = now.progress;
  return { done: finished, of: Math.max(began, here.length) };
}

/**
 * Lets the server count again whenever this person began or finished, as soon as that is saved: also
 * when they closed the view, or come back after a time without connection.
 */
export function useToldProgress(id: RoundId | undefined): void {
  const session = useSession();
  const alone = useSortingAlone();
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return;
    let isAsking = false;
    async function tell(round: RoundId): Promise<void> {
      const own = alone.own();
      const part = own && readPart(own.doc, actOf(round));
      const news = `${round} ${part?.finished}`;
      const isSaved = own !== undefined && !own.status.unsaved() && own.status.state() === "saved";
      if (!part || isAsking || !isSaved || told.current === news) return;
      isAsking = true;
      if (await count(session, round)) told.current = news;
      isAsking = false;
      // What came meanwhile is told of as well; what failed waits for the next change.
      if (told.current === news) void tell(round);
    }
    const again = (): void => void tell(id);
    again();
    return alone.subscribe(again);
  }, [session, alone, id]);
}

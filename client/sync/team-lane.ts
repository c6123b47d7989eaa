/**
 * The team's lane in this browser: what outlives one board. Opened by a page of the team's own, or from a
 * board for as long as somebody looks at something of it.
 *
 * Knows how it is opened, not what is in it.
 */
import { useEffect, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import type { TeamAnswer } from "../../shared/protocol/api.ts";
import { sameValue } from "../../shared/records/records.ts";
import { type LaneOptions, type LaneSession, openLane, socketUrlHere } from "./lane-connection.ts";

/** Asks the server for the team; undefined where it cannot be had. */
export type AskTeam = () => Promise<TeamAnswer | undefined>;

/** `roots` are what undo goes over; they are of `doc`, which goes with the lane. */
export function openTeamLane(
  team: TeamAnswer,
  { doc, roots }: Pick<LaneOptions, "doc" | "roots">,
): LaneSession {
  const { teamId, me, members, epoch } = team;
  return openLane({
    lane: { kind: "team", teamId },
    doc,
    roots,
    me,
    members,
    epoch,
    canWrite: true,
    role: undefined,
    isKept: true,
    socketUrl: socketUrlHere(),
  });
}

export type TeamLane =
  | { readonly is: "waiting" | "away" }
  | { readonly is: "here"; readonly lane: LaneSession };

/** Open for as long as the view is there and `askTeam` stays the same. */
export function useTeamLane(askTeam: AskTeam, root: string): TeamLane {
  const [opened, setOpened] = useState<TeamLane>({ is: "waiting" });
  useEffect(() => {
    let isOver = false;
    let lane: LaneSession | undefined;
    async function open(): Promise<void> {
      const team = await askTeam();
      if (isOver) return;
      if (!team) return setOpened({ is: "away" });
      lane = openTeamLane(team, { doc: new Y.Doc(), roots: [root] });
      await lane.loaded;
      if (!isOver) setOpened({ is: "here", lane });
    }
    void open().catch(() => setOpened({ is: "away" }));
    return () => {
      isOver = true;
      void lane?.close();
    };
  }, [askTeam, root]);
  return opened;
}

/** What `read` makes of the document, kept current; the same object while it reads the same. `read` stays the same. */
export function useReadOf<T>(doc: Y.Doc | undefined, read: (doc: Y.Doc) => readonly T[]) {
  const [source] = useState(() => {
    let last: readonly T[] = [];
    return (now: Y.Doc | undefined): readonly T[] => {
      const next = now ? read(now) : [];
      if (!sameValue(last, next)) last = next;
      return last;
    };
  });
  return useSyncExternalStore(
    (listener) => {
      doc?.on("update", listener);
      return () => doc?.off("update", listener);
    },
    () => source(doc),
  );
}

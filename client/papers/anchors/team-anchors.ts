/** What the team keeps as pictures of understanding, seen from a board: the team's lane, open while somebody looks. */
import type { BoardId, PaperId } from "../../../shared/base/ids.ts";
import {
  type Anchor,
  anchorsRoot,
  keepAnchor,
  readThreads,
  type Thread,
} from "../../../shared/inquiry/anchors.ts";
import { markTeamLane } from "../../../shared/inquiry/notebook.ts";
import { type AskTeam, useReadOf, useTeamLane } from "../../sync/team-lane.ts";

export type TeamAnchors =
  | { readonly is: "waiting" | "away" }
  | {
      readonly is: "here";
      readonly threads: readonly Thread[];
      readonly keep: (anchor: Anchor) => void;
    };

export function useTeamAnchors(askTeam: AskTeam): TeamAnchors {
  const opened = useTeamLane(askTeam, anchorsRoot);
  const threads = useReadOf(opened.is === "here" ? opened.lane.doc : undefined, readThreads);
  if (opened.is !== "here") return opened;
  const { lane } = opened;
  return {
    is: "here",
    threads,
    keep(anchor) {
      markTeamLane(lane.doc);
      lane.act((origin) => keepAnchor(lane.doc, anchor, origin));
    },
  };
}

/** What is kept of one paper, concept by concept. */
export function anchorsOf(
  threads: readonly Thread[],
  board: BoardId,
  paper: PaperId,
): readonly Anchor[] {
  return threads.flatMap(({ grades }) =>
    grades.flatMap(({ anchors }) =>
      anchors.filter((one) => one.board === board && one.paper === paper),
    ),
  );
}

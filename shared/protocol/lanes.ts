/**
 * Lanes: one Yjs document for each set of writers, named as on the socket's path `/sync/<lane>`.
 * Who may read or write a lane is decided by the server from `shared/team`; this file knows names only.
 */
import { type BoardId, isId, type TeamId } from "../base/ids.ts";

export type Lane =
  | { readonly kind: "board"; readonly boardId: BoardId }
  | { readonly kind: "team"; readonly teamId: TeamId };

export function laneName(lane: Lane): string {
  return lane.kind === "board" ? `board/${lane.boardId}` : `team/${lane.teamId}`;
}

/** The lane of a name such as `board/Ab3…`, or undefined for any other words. */
export function parseLane(name: string): Lane | undefined {
  const [kind, id, ...rest] = name.split("/");
  if (rest.length > 0 || !isId(id)) return undefined;
  if (kind === "board") return { kind, boardId: id as string as BoardId };
  if (kind === "team") return { kind, teamId: id as string as TeamId };
  return undefined;
}

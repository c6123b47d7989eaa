/**
 * Lanes: one Yjs document for each set of writers, named as on the socket's path `/sync/<lane>`.
 * Who may read or write a lane is decided by the server from `shared/team`; this file knows names only.
 */
import { type BoardId, type GuestId, isId, type MemberId, type TeamId } from "../base/ids.ts";

export type Lane =
  /** The table: papers, piles, marks, needs. */
  | { readonly kind: "board"; readonly boardId: BoardId }
  /** Presses, replies and comment threads about a board. */
  | { readonly kind: "talk"; readonly boardId: BoardId }
  /** What one guest writes about a board. */
  | { readonly kind: "guest"; readonly boardId: BoardId; readonly guestId: GuestId }
  /** What one member has not shown yet: blind placements, silent notes, poll values. */
  | { readonly kind: "private"; readonly boardId: BoardId; readonly memberId: MemberId }
  /** Inquiries, notebook, norms, resources: what outlasts a board. */
  | { readonly kind: "team"; readonly teamId: TeamId };

export function laneName(lane: Lane): string {
  switch (lane.kind) {
    case "board":
    case "talk":
      return `${lane.kind}/${lane.boardId}`;
    case "guest":
      return `guest/${lane.boardId}/${lane.guestId}`;
    case "private":
      return `private/${lane.boardId}/${lane.memberId}`;
    case "team":
      return `team/${lane.teamId}`;
  }
}

/** The lane of a name such as `board/Ab3…`, or undefined for any other words. */
export function parseLane(name: string): Lane | undefined {
  const [kind, first, second, ...rest] = name.split("/");
  if (rest.length > 0 || !isId(first)) return undefined;
  if (second === undefined) {
    if (kind === "board" || kind === "talk") return { kind, boardId: first as string as BoardId };
    return kind === "team" ? { kind, teamId: first as string as TeamId } : undefined;
  }
  if (!isId(second)) return undefined;
  const boardId = first as string as BoardId;
  if (kind === "guest") return { kind, boardId, guestId: second as string as GuestId };
  if (kind === "private") return { kind, boardId, memberId: second as string as MemberId };
  return undefined;
}

/**
 * Roots of the board lane that only the server writes: what a reveal copied out of the private lanes, and
 * when; and how many have finished. Deletions under them by anybody else are left out.
 */
export const serverRoots: ReadonlySet<string> = new Set(["reveals", "revealed", "progress"]);

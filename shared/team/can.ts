/**
 * Who may do what: one pure table, asked by the sockets and by HTTP alike, so that both always answer
 * the same. Guests and host admins (PRODUCT section 4) come as further roles and columns here.
 *
 * Knows no sessions: the server finds out who asks, and passes the actor. test/unit/server-can.test.ts
 * runs every role against every verb.
 */
import type { MemberId, TeamId } from "../base/ids.ts";

/** Who asks. A session may stand for several members, one in each of its teams. */
export type Actor =
  | { readonly role: "member"; readonly memberId: MemberId; readonly teamId: TeamId }
  | { readonly role: "stranger" };

/** What the act is on: everything belongs to a team. */
export interface Subject {
  readonly teamId: TeamId;
}

export const verbs = [
  "readTeam",
  "invite",
  "createBoard",
  "openBoard",
  "readLane",
  "writeLane",
  "readImage",
  "storeImage",
] as const;
export type Verb = (typeof verbs)[number];

const rights: { readonly [role in Actor["role"]]: ReadonlySet<Verb> } = {
  member: new Set(verbs),
  stranger: new Set(),
};

/** Whether `actor` may do `verb` on `subject`. A member of another team is a stranger to this one. */
export function can(actor: Actor, verb: Verb, subject: Subject): boolean {
  if (actor.role === "member" && actor.teamId !== subject.teamId) return false;
  return rights[actor.role].has(verb);
}

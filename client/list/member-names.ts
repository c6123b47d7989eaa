/** What members are called in the rows of the list. */
import type { MemberId } from "../../shared/base/ids.ts";
import type { MemberSummary } from "../../shared/protocol/api.ts";
import { words } from "../words/words.ts";

/** Somebody who is not in the team any more is a colleague. */
export type NameMember = (member: MemberId) => string;

export function memberNames(me: MemberSummary, members: readonly MemberSummary[]): NameMember {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  return (member) =>
    member === me.memberId ? words.list.you : (names.get(member) ?? words.list.someone);
}

/** What members are called in the rows of the list. */
import type { MemberId } from "../../shared/base/ids.ts";
import type { MemberSummary } from "../../shared/protocol/api.ts";
import { list as listWords } from "../words/en/list.ts";

/** Somebody who is not in the team any more is a colleague. */
export type NameMember = (member: MemberId) => string;

export function memberNames(me: MemberSummary, members: readonly MemberSummary[]): NameMember {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  return (member) =>
    member === me.memberId ? listWords.you : (names.get(member) ?? listWords.someone);
}

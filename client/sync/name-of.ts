/** What people of a lane are called. Knows nobody who neither was a member at the opening nor was ever here since. */
import type { MemberId } from "../../shared/base/ids.ts";
import type { LaneSession } from "./lane-connection.ts";

/** A member's name as the server said it; of who joined since this page was opened, what they say of themselves. */
export const nameOf = (
  { me, members, presence }: Pick<LaneSession, "me" | "members" | "presence">,
  member: MemberId,
): string | undefined =>
  members.find(({ memberId }) => memberId === member)?.name ??
  (member === me.memberId ? me.name : presence.nameMet(member));

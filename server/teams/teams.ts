/**
 * Teams, their members and their invitations: starting one, joining one and leaving one.
 *
 * There is no password: whoever has the invitation's link is in with a name. Knows no cookies; it is
 * handed the hash of the session that is to stand for the member.
 */
import type { MemberId, TeamId } from "../../shared/base/ids.ts";
import type { JoinAnswer, MemberSummary, StartAnswer } from "../../shared/protocol/api.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { newId } from "../ops/ids.ts";
import type { InvitationRecord, Records, TeamRecord } from "../storage/records.ts";
import type { InvitationTokens } from "./invitations.ts";

export type Teams = ReturnType<typeof createTeams>;

export function createTeams(records: Records, tokens: InvitationTokens) {
  const invitationOfToken = (token: string): InvitationRecord | undefined =>
    records.invitationByHash(tokens.hashOf(token));
  const newInvitation = (team: TeamId): { invitation: InvitationRecord; invite: string } => {
    const id = newId<string>();
    const invite = tokens.tokenOf(id);
    return { invitation: { id, team, hash: tokens.hashOf(invite) }, invite };
  };
  async function renew(team: TeamId): Promise<string> {
    const { invitation, invite } = newInvitation(team);
    await records.renewInvitation(invitation);
    return invite;
  }

  return {
    async start(teamName: string, name: string, session: string): Promise<StartAnswer> {
      const teamId = newId<TeamId>();
      const member = { id: newId<MemberId>(), team: teamId, name };
      const { invitation, invite } = newInvitation(teamId);
      await records.startTeam({ id: teamId, name: teamName }, member, session, invitation);
      return { teamId, memberId: member.id, invite };
    },

    /** The team an invitation leads to; undefined if it does not hold. */
    look(token: string): TeamRecord | undefined {
      const invitation = invitationOfToken(token);
      return invitation && records.team(invitation.team);
    },

    /**
     * Brings `session` into the invitation's team as `name`; undefined if the invitation does not hold.
     * `already` is who the session stands for there: the same name again is the same member, another
     * name is a colleague at the same computer, whose notes must not come under the first one's name.
     */
    async join(
      token: string,
      name: string,
      session: string,
      already: (team: TeamId) => { readonly member: MemberId; readonly name: string } | undefined,
    ): Promise<JoinAnswer | undefined> {
      const invitation = invitationOfToken(token);
      if (!invitation) return undefined;
      const { team } = invitation;
      const before = already(team);
      if (before?.name === name) return { teamId: team, memberId: before.member };
      const member = { id: newId<MemberId>(), team, name };
      await records.joinTeam(member, session);
      return { teamId: team, memberId: member.id };
    },

    /** The token of the team's current invitation, for its members. */
    async inviteOf(team: TeamId): Promise<string> {
      const current = records.invitationOf(team);
      const token = current && tokens.tokenOf(current.id);
      if (token && tokens.hashOf(token) === current.hash) return token;
      // The key is another one than then (a backup put back without it): that link is lost.
      return renew(team);
    },

    /** A new invitation; the link there was opens nothing any more. Resolves to its token. */
    renewInvitation: renew,

    /**
     * Ends a member's part in the team; what they wrote stays, with their name. Whoever is sent away by
     * somebody else knows the invitation's link: that becomes another one.
     */
    async remove(team: TeamId, member: MemberId, by: string): Promise<ErrorCode | undefined> {
      const before = records.membersOf(team);
      if (!before.some(({ id }) => id === member)) return "not_found";
      if (before.length === 1) return "last_member";
      const renewed = by === member ? undefined : newInvitation(team).invitation;
      await records.removeMember({ id: member, team }, renewed);
      const isStill = records.membersOf(team).some(({ id }) => id === member);
      return isStill ? "last_member" : undefined;
    },

    exists: (team: TeamId): boolean => records.team(team) !== undefined,

    nameOf: (team: TeamId): string => records.team(team)?.name ?? "",

    members: (team: TeamId): readonly MemberSummary[] =>
      records.membersOf(team).map(({ id, name }) => ({ memberId: id, name })),
  };
}

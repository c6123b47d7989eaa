/**
 * Guests of a board: the links that let them in, who came, and sending them away. A link's token is told
 * once and only its hash is kept; each link lets in to one board, as one role, until a date.
 *
 * Also whose names a board shows to whom. Knows no cookies; what a guest may do is shared/team's, and that
 * each hour of a visit leaves its mark is auth/visit-marks.ts'.
 */
import type { BoardId, GuestId, MemberId } from "../../shared/base/ids.ts";
import type { GuestLink, GuestVisit, MemberSummary } from "../../shared/protocol/api.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import type { GuestRole } from "../../shared/team/can.ts";
import type { Clock } from "../ops/clock.ts";
import { hashOfToken, newId, newToken } from "../ops/ids.ts";
import type { GuestLinkRecord, GuestRecord } from "../storage/guest-records.ts";
import type { BoardRecord, Records } from "../storage/records.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Links that can hold on one board at a time, and guests that can come by one. */
const most = { links: 100, guests: 200 };

export type Guests = ReturnType<typeof createGuests>;

export function createGuests(records: Records, clock: Clock) {
  const linksOf = (board: BoardId): readonly GuestLinkRecord[] =>
    records.guests.linksOf(board).filter(({ until }) => until > clock.now());

  const authorsOn = (boardId: BoardId): readonly MemberSummary[] =>
    records
      .authorsOf([laneName({ kind: "board", boardId }), laneName({ kind: "talk", boardId })])
      .map(({ id, name }) => ({ memberId: id as MemberId, name }));

  return {
    /** Undefined if the board has too many. */
    async makeLink(
      board: BoardId,
      role: GuestRole,
      days: number,
    ): Promise<(GuestLink & { readonly token: string }) | undefined> {
      if (linksOf(board).length >= most.links) return undefined;
      const token = newToken();
      const until = clock.now() + days * dayMs;
      const id = newId<string>();
      await records.guests.addLink({ id, board, role, hash: hashOfToken(token), until });
      return { linkId: id, role, until, token };
    },

    /** Those that hold, newest first. */
    links: (board: BoardId): readonly GuestLink[] =>
      linksOf(board).map(({ id, role, until }) => ({ linkId: id, role, until })),

    /** False if the board has no such link. */
    async revokeLink(board: BoardId, link: string): Promise<boolean> {
      if (!records.guests.linksOf(board).some(({ id }) => id === link)) return false;
      await records.guests.revokeLink(board, link);
      return true;
    },

    /** Newest first. */
    visits: (board: BoardId): readonly GuestVisit[] =>
      records.guests.visitsOf(board).map(({ guest, name, role, at, until, ended }) => ({
        guestId: guest,
        name,
        role,
        at,
        isOpen: ended === 0 && until > clock.now(),
      })),

    /** Sends one guest away; false if none of this id came to the board. */
    async end(board: BoardId, guest: GuestId): Promise<boolean> {
      if (!records.guests.isOf(board, guest)) return false;
      await records.guests.end(guest);
      return true;
    },

    /** What a link opens; undefined if it does not hold. */
    look(token: string): (GuestLinkRecord & { readonly on: BoardRecord }) | undefined {
      const link = records.guests.linkByHash(hashOfToken(token));
      if (!link || link.until <= clock.now()) return undefined;
      const on = records.board(link.board);
      return on && { ...link, on };
    },

    /**
     * Lets `session` in by a link as `name`. `already` is whom it visits the board as: the same name again
     * is the same guest, whose lane goes on under the new link. False if too many came by it.
     */
    async comeIn(
      link: GuestLinkRecord,
      name: string,
      session: string,
      already: GuestRecord | undefined,
    ): Promise<boolean> {
      if (already?.name === name) {
        await records.guests.comeAgain(already.guest, link);
        return true;
      }
      if (records.guests.countOf(link.id) >= most.guests) return false;
      await records.guests.add({ id: newId<GuestId>(), name, link }, session);
      return true;
    },

    /** Who wrote on the board: the names that stand there anyway. */
    authorsOn,

    /** Whose names members find on the board: the team's, then those of who wrote there and left, and of guests. */
    namesFor(board: BoardRecord): readonly MemberSummary[] {
      const names = new Map<string, string>();
      for (const { id, name } of records.membersOf(board.team)) names.set(id, name);
      const former = authorsOn(board.id).map(({ memberId, name }) => ({ id: memberId, name }));
      const came = records.guests
        .visitsOf(board.id)
        .map(({ guest, name }) => ({ id: guest, name }));
      for (const { id, name } of [...former, ...came]) if (!names.has(id)) names.set(id, name);
      return [...names].map(([id, name]) => ({ memberId: id as MemberId, name }));
    },
  };
}

/**
 * Reveals: what members put down privately becomes everybody's, all at once. The keeper reads the lanes
 * and makes one update, the board's room takes it as one edit of the server's: it is on disk, and with
 * everybody who looks, as a whole or not at all.
 *
 * One at a time on a board, so that two at once are the same as one after the other. Knows no rights.
 */
import type { BoardId, MemberId, TeamId } from "../../shared/base/ids.ts";
import type { Act, Reveal } from "../../shared/sorting/private-entries.ts";
import type { Keeper } from "../keeper/keeper.ts";
import type { Clock } from "../ops/clock.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Records } from "../storage/records.ts";

export interface RevealsOptions {
  readonly records: Records;
  readonly keeper: Pick<Keeper, "run">;
  readonly rooms: Pick<Rooms, "edit">;
  readonly clock: Clock;
}

export type Reveals = ReturnType<typeof createReveals>;

export function createReveals({ records, keeper, rooms, clock }: RevealsOptions) {
  const last = new Map<BoardId, Promise<unknown>>();

  async function revealNow(
    board: { readonly id: BoardId; readonly team: TeamId },
    act: Act,
    by: MemberId,
  ): Promise<Reveal> {
    const members = records.membersOf(board.team).map(({ id }) => id);
    const now = { at: clock.now(), by };
    const { kind } = act;
    const question = { kind, act: act.act, boardId: board.id, members, now };
    const { update, reveal } = await keeper.run("reveal", question);
    if (update) await rooms.edit({ kind: "board", boardId: board.id }, update, "server");
    return reveal;
  }

  return {
    /** Resolves, once all of it is on disk, to the first reveal of this act. */
    reveal(
      board: { readonly id: BoardId; readonly team: TeamId },
      act: Act,
      by: MemberId,
    ): Promise<Reveal> {
      const before = last.get(board.id) ?? Promise.resolve();
      // Each waits for the one before, whatever became of it.
      const made = before.then(
        () => revealNow(board, act, by),
        () => revealNow(board, act, by),
      );
      last.set(board.id, made);
      const forget = (): void => {
        if (last.get(board.id) === made) last.delete(board.id);
      };
      made.then(forget, forget);
      return made;
    },
  };
}

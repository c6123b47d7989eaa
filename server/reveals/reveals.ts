/**
 * Reveals: what members put down privately becomes everybody's, all at once. The keeper reads the lanes
 * and makes one update, the board's room takes it as one edit of the server's: it is on disk, and with
 * everybody who looks, as a whole or not at all.
 *
 * Meanwhile it says how many have finished, and of whom nothing.
 *
 * One at a time on a board, so that two at once are the same as one after the other. Knows no rights.
 */
import type { BoardId, MemberId, TeamId } from "../../shared/base/ids.ts";
import type { Act, Reveal } from "../../shared/sorting/private-entries.ts";
import type { Progress } from "../../shared/sorting/taking-part.ts";
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

interface BoardOfTeam {
  readonly id: BoardId;
  readonly team: TeamId;
}

export function createReveals({ records, keeper, rooms, clock }: RevealsOptions) {
  const last = new Map<BoardId, Promise<unknown>>();

  const membersOf = ({ team }: BoardOfTeam): readonly MemberId[] =>
    records.membersOf(team).map(({ id }) => id);

  async function edit({ id: boardId }: BoardOfTeam, update: Uint8Array | undefined): Promise<void> {
    if (update) await rooms.edit({ kind: "board", boardId }, update, "server");
  }

  async function revealNow(board: BoardOfTeam, act: Act, by: MemberId): Promise<Reveal> {
    const now = { at: clock.now(), by };
    const question = { ...onBoard(board, act), now };
    const { update, reveal } = await keeper.run("reveal", question);
    await edit(board, update);
    return reveal;
  }

  async function countNow(board: BoardOfTeam, act: Act): Promise<Progress & { now: number }> {
    const { update, began, finished } = await keeper.run("progress", onBoard(board, act));
    await edit(board, update);
    return { began, finished, now: clock.now() };
  }

  const onBoard = (board: BoardOfTeam, { kind, act }: Act) => ({
    kind,
    act,
    boardId: board.id,
    members: membersOf(board),
  });

  /** Each waits for the one before, whatever became of it. */
  function inTurn<T>({ id }: BoardOfTeam, task: () => Promise<T>): Promise<T> {
    const made = (last.get(id) ?? Promise.resolve()).then(task, task);
    last.set(id, made);
    const forget = (): void => {
      if (last.get(id) === made) last.delete(id);
    };
    made.then(forget, forget);
    return made;
  }

  return {
    /** Resolves, once all of it is on disk, to the first reveal of this act. */
    reveal: (board: BoardOfTeam, act: Act, by: MemberId): Promise<Reveal> =>
      inTurn(board, () => revealNow(board, act, by)),
    /** Says on the board how far an act is; resolves to it once that is on disk. */
    count: (board: BoardOfTeam, act: Act): Promise<Progress & { readonly now: number }> =>
      inTurn(board, () => countNow(board, act)),
  };
}

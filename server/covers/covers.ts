/**
 * Covering pages on which somebody can be recognised: hidden on the board, and their images refused.
 *
 * The images of a page that was masked under its cover stay refused: they are what was to be hidden. Who
 * covered a page is kept nowhere. Knows no rights. test/integration/covers.test.ts.
 */
import type { BoardId, PageId } from "../../shared/base/ids.ts";
import type { Keeper } from "../keeper/keeper.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Records } from "../storage/records.ts";

export interface CoversOptions {
  readonly records: Pick<Records, "cover" | "uncover">;
  readonly keeper: Pick<Keeper, "run">;
  readonly rooms: Pick<Rooms, "edit">;
}

export type Covers = ReturnType<typeof createCovers>;

export function createCovers({ records, keeper, rooms }: CoversOptions) {
  async function set(boardId: BoardId, page: PageId, covered: boolean): Promise<boolean> {
    const made = await keeper.run("cover", { boardId, page, covered });
    if (!made) return false;
    await (covered ? records.cover : records.uncover)(boardId, made.images);
    if (made.update) await rooms.edit({ kind: "board", boardId }, made.update, "server");
    return true;
  }
  return {
    /** Resolves, once it is on disk, to whether the board has such a page. */
    cover: (board: BoardId, page: PageId): Promise<boolean> => set(board, page, true),
    uncover: (board: BoardId, page: PageId): Promise<boolean> => set(board, page, false),
  };
}

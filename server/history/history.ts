/**
 * A board's past: who changed what, states kept under a name, and putting one of them back.
 *
 * Putting a board back replaces what is on the disk and raises the lane's epoch: a page that holds what
 * came later is told so (`stale_epoch`) and cannot bring it back by itself; the state before is kept as a
 * version of its own. Talk about the board is not put back: what colleagues said was said. Nor are masks and
 * covers: a pupil who is hidden now is hidden in every state that is put back or opened as a copy. Knows no
 * requests; rights were asked for before.
 */
import { invariant } from "../../shared/base/assert.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { serverAuthor } from "../admission/admit.ts";
import type { Keeper } from "../keeper/keeper.ts";
import type { Clock } from "../ops/clock.ts";
import { newId } from "../ops/ids.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { KeptVersion, RecordChange } from "../storage/messages.ts";
import type { BoardRecord, Records } from "../storage/records.ts";
import type { UpdateLog } from "../storage/storage.ts";
import type { VersionRecord, VersionRecords } from "../storage/version-records.ts";

export interface HistoryOptions {
  readonly log: Pick<UpdateLog, "putBack">;
  readonly versions: VersionRecords;
  readonly records: Pick<Records, "coveredImages">;
  readonly keeper: Keeper;
  readonly rooms: Rooms;
  readonly clock: Clock;
}

export type History = ReturnType<typeof createHistory>;

const laneOf = (boardId: BoardId): Lane => ({ kind: "board", boardId });
const docOf = (boardId: BoardId): string => laneName(laneOf(boardId));

export function createHistory(options: HistoryOptions) {
  const { log, versions, records, keeper, rooms, clock } = options;

  /** The board as it is on the disk now, ready to be kept. */
  async function versionOfNow(boardId: BoardId, name: string, author: string) {
    const now = await keeper.run("version", { doc: docOf(boardId) });
    if (!now) return undefined;
    const { state, index, epoch } = now;
    const kept: KeptVersion = { id: newId<string>(), name, at: clock.now(), author, state, index };
    return { kept, epoch };
  }

  /** The version with what is hidden now. */
  const hidden = (boardId: BoardId, { state }: KeptVersion) =>
    keeper.run("goBack", { boardId, state, refused: records.coveredImages(boardId) });

  return {
    /** Newest first; one entry for each person, thing and hour. `until` is what to ask from next time. */
    async changes(
      boardId: BoardId,
      since: number,
    ): Promise<{ readonly found: readonly RecordChange[]; readonly until: number }> {
      // Taken before it is read: what comes meanwhile is told twice rather than never.
      const until = clock.now();
      return { found: await keeper.run("changes", { doc: docOf(boardId), since }), until };
    },

    list: (boardId: BoardId): readonly VersionRecord[] => versions.versionsOf(docOf(boardId)),

    /** Keeps the board as it is under a name; undefined if it was never written. */
    async keep(boardId: BoardId, name: string, author: string): Promise<KeptVersion | undefined> {
      const now = await versionOfNow(boardId, name, author);
      if (!now) return undefined;
      await versions.keep(docOf(boardId), now.kept, now.epoch);
      return now.kept;
    },

    /** A new board that begins as the version; undefined if there is no such version. */
    async copy(board: BoardRecord, versionId: string): Promise<BoardId | undefined> {
      const version = versions.version(docOf(board.id), versionId);
      if (!version) return undefined;
      const { state, title, clients } = await keeper.run("retitle", {
        state: (await hidden(board.id, version)).state,
        suffix: `– ${version.name}`,
        maxLength: limits.titleLength,
      });
      const id = newId<BoardId>();
      const createdAt = clock.now();
      await versions.addCopy({ id, team: board.team, titleMirror: title, createdAt }, board.id, {
        doc: docOf(id),
        at: createdAt,
        author: serverAuthor,
        data: state,
        newClients: clients,
      });
      return id;
    },

    /** Puts the board back to the version, for everybody; false if there is no such version. */
    async putBack(boardId: BoardId, versionId: string, author: string): Promise<boolean> {
      const doc = docOf(boardId);
      const version = versions.version(doc, versionId);
      if (!version) return false;
      await rooms.replace(laneOf(boardId), async () => {
        // What the log still has goes into the list of changes first.
        await keeper.fold(doc);
        const now = await versionOfNow(boardId, version.name, serverAuthor);
        invariant(now, "a board with a version was written");
        const { state, index, newClients } = await hidden(boardId, version);
        const owners = newClients.map((client) => [client, serverAuthor] as const);
        await log.putBack({ doc, author, at: clock.now(), state, index, owners, before: now.kept });
      });
      return true;
    },
  };
}

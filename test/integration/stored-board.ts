/** A data folder with a board in it, made through the server's own parts and closed again. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as Y from "yjs";
import { createBlobStore } from "../../server/blobs/blob-store.ts";
import { inspectImage } from "../../server/blobs/inspect.ts";
import { bundleServer } from "../../server/dev/bundle.ts";
import { systemClock } from "../../server/ops/clock.ts";
import { createDisk } from "../../server/ops/disk.ts";
import { newId } from "../../server/ops/ids.ts";
import { createLog } from "../../server/ops/log.ts";
import { openStorage } from "../../server/storage/storage.ts";
import { createInvitationTokens } from "../../server/teams/invitations.ts";
import { createTeams } from "../../server/teams/teams.ts";
import type { BoardId, MemberId, TeamId } from "../../shared/base/ids.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { newFolder, repository } from "./running-server.ts";

export interface StoredBoard {
  readonly folder: string;
  readonly teamId: TeamId;
  readonly memberId: MemberId;
  readonly boardId: BoardId;
}

export interface BoardToStore {
  readonly doc: Y.Doc;
  /** Page images, as bytes. */
  readonly images: readonly Buffer[];
  readonly teamName?: string;
  readonly memberName?: string;
  /** What the team's first member does on the board. */
  readonly draw?: (doc: Y.Doc, memberId: MemberId) => void;
  /** Updates of other lanes of the board. */
  readonly lanes?: (boardId: BoardId, memberId: MemberId) => ReadonlyMap<string, Uint8Array>;
}

/** A team, its first member and a board of theirs. */
export async function storeBoard(toStore: BoardToStore): Promise<StoredBoard> {
  const { doc, images, teamName = "Year 4", memberName = "Maya", draw, lanes } = toStore;
  const folder = newFolder();
  const { workers } = await bundleServer(repository);
  const storage = await openStorage({
    folder,
    worker: workers.log,
    clock: systemClock,
    log: createLog("silent"),
  });
  const { records, log } = storage;
  const teams = createTeams(records, createInvitationTokens(folder));
  const session = createHash("sha256").update("session").digest("hex");
  const { teamId, memberId } = await teams.start(teamName, memberName, session);
  const boardId = newId<BoardId>();
  const at = systemClock.now();
  draw?.(doc, memberId);
  const data = Y.encodeStateAsUpdate(doc);
  await records.addBoard(
    { id: boardId, team: teamId, titleMirror: "as stored", createdAt: at },
    { doc: laneName({ kind: "board", boardId }), at, author: memberId, data },
  );
  for (const [lane, update] of lanes?.(boardId, memberId) ?? [])
    await log.append([{ doc: lane, at, author: memberId, data: update, newClients: [] }]);
  const disk = createDisk({ folder, floorBytes: 0, clock: systemClock });
  const blobs = createBlobStore(folder, records, disk);
  await blobs.open();
  for (const bytes of images) {
    const facts = inspectImage(bytes);
    if (!facts.ok) throw new Error(facts.code);
    const { kind, width, height } = facts;
    await blobs.store(boardId, bytes, { kind, width, height });
  }
  await storage.close();
  return { folder, teamId, memberId, boardId };
}

/** The bytes of the files a practice board's pages show. */
export const imagesOf = (files: ReadonlyMap<string, string>): readonly Buffer[] =>
  [...files.values()].map((file) => readFileSync(file));

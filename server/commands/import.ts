/**
 * `noticeboard import FILE`: a board's open file (board-file.ts) as a new board of a team.
 *
 * Only while the server does not run: the data folder has one writer, and this is another. Everything is
 * checked before anything is written, as if a stranger had made the file: its form, every checksum, every
 * image as an upload is, the lanes by the gate that sockets pass. The board's records come last and at
 * once; until then, whatever ends this leaves no board and no image behind.
 */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as Y from "yjs";
import type { BlobHash, BoardId } from "../../shared/base/ids.ts";
import { readMeta, schemaVersion } from "../../shared/board/meta.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { leaveOutImages, tiersUnderCover } from "../../shared/papers/papers.ts";
import { errors } from "../../shared/protocol/errors.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { admit, serverAuthor } from "../admission/admit.ts";
import { createLaneIndex } from "../admission/lane-index.ts";
import { type BlobStore, createBlobStore } from "../blobs/blob-store.ts";
import { inspectImage } from "../blobs/inspect.ts";
import { systemClock } from "../ops/clock.ts";
import { createDisk } from "../ops/disk.ts";
import { newId } from "../ops/ids.ts";
import { createLog } from "../ops/log.ts";
import { FolderInUseError } from "../storage/folder-lock.ts";
import type { BlobRecord, TeamRecord } from "../storage/records.ts";
import { openStorage, type Storage } from "../storage/storage.ts";
import {
  type BoardFormat,
  entryNames,
  hashesOf,
  imageEntry,
  type ListedLane,
  readFormat,
} from "./board-file.ts";
import { type CommandContext, CommandError, UsageError } from "./command.ts";
import { databaseIn, openData } from "./open-data.ts";
import { createProgress } from "./progress.ts";
import { BadZipError, openZip, type ZipReader } from "./zip-reader.ts";

const most = { formatBytes: 16 * 1024 * 1024, laneBytes: 256 * 1024 * 1024 };

/** All that a file holds but its images, which are read again one by one when they are written. */
interface Checked {
  readonly title: string;
  readonly board: Uint8Array;
  /** How many of its pages are covered and without images. */
  readonly leftOut: number;
  readonly talk: Uint8Array | undefined;
  readonly images: readonly Omit<BlobRecord, "board">[];
}

export async function importBoard(context: CommandContext): Promise<number> {
  const { config, parts, say } = context;
  const { given, teamAsked } = readArgs(context.args);
  const path = resolve(given);
  databaseIn(config.dataFolder);
  const file = await open(path).catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read: ${String(error)}`, { cause: error });
  });
  try {
    const storage = await openStorage({
      folder: config.dataFolder,
      worker: parts.workers.log,
      clock: systemClock,
      log: createLog(config.logLevel),
    }).catch((error: unknown) => {
      if (!(error instanceof FolderInUseError)) throw error;
      throw new CommandError(
        `The server is running on ${config.dataFolder}. Stop it, import the board, and start it again.`,
      );
    });
    try {
      const team = await findTeam(config.dataFolder, teamAsked);
      const { board, leftOut } = await importInto(context, path, file, storage, team);
      if (leftOut > 0) {
        const pages = leftOut === 1 ? "1 page was" : `${leftOut} pages were`;
        say(
          `${pages} covered when the file was made, and without pictures in it: they stay covered.`,
        );
      }
      say(`The board is with the team “${team.name}”, at /board/${board}`);
    } finally {
      await storage.close();
    }
  } finally {
    await file.close();
  }
  return 0;
}

function readArgs(args: readonly string[]): { given: string; teamAsked: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { team: { type: "string" } },
    });
    const [given, ...more] = positionals;
    if (given === undefined || more.length > 0) throw new UsageError("`import` takes one file.");
    return { given, teamAsked: values.team };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(String(error));
  }
}

/** By id, or by a name that only one team has; without either, the only team there is. */
async function findTeam(folder: string, asked: string | undefined): Promise<TeamRecord> {
  const reading = await openData(folder);
  const teams = reading.teams();
  reading.close();
  const fitting = teams.filter(
    ({ id, name }) => asked === undefined || id === asked || name === asked,
  );
  const [team, ...others] = fitting;
  if (team && others.length === 0) return team;
  const list = (team ? fitting : teams).map(({ id, name }) => `  ${id}  ${name}`).join("\n");
  if (teams.length === 0)
    throw new CommandError("There is no team yet. Start one on the page first.");
  const problem = team ? "Several teams fit" : `There is no team "${asked ?? ""}"`;
  throw new CommandError(`${problem}. Say which one with --team and its id:\n${list}`);
}

async function importInto(
  { config, say, signal }: CommandContext,
  path: string,
  file: FileHandle,
  storage: Storage,
  team: TeamRecord,
): Promise<{ readonly board: BoardId; readonly leftOut: number }> {
  const refused = (error: unknown): never => {
    if (!(error instanceof BadZipError)) throw error;
    throw new CommandError(`${path} cannot be imported: ${error.message}. Nothing was changed.`);
  };
  const zip = await openZip(file).catch(refused);
  say("Checking the file …");
  const checked = await check(zip, signal).catch(refused);

  const boardId = newId<BoardId>();
  const { clock, floorBytes } = { clock: systemClock, floorBytes: config.diskFloorBytes };
  const disk = createDisk({ folder: config.dataFolder, floorBytes, clock });
  const blobs = createBlobStore(config.dataFolder, storage.records, disk);
  await blobs.open();
  const now = systemClock.now();
  const lane = (name: string, data: Uint8Array) => ({
    doc: name,
    at: now,
    author: serverAuthor,
    data,
  });
  const putNew: BlobHash[] = [];
  try {
    await putImages(zip, checked, blobs, putNew, say, signal);
    signal.throwIfAborted();
    await storage.records.importBoard(
      {
        id: boardId,
        team: team.id,
        titleMirror: checked.title.slice(0, limits.titleLength),
        createdAt: now,
      },
      checked.images.map((image) => ({ board: boardId, ...image })),
      [
        lane(laneName({ kind: "board", boardId }), checked.board),
        ...(checked.talk ? [lane(laneName({ kind: "talk", boardId }), checked.talk)] : []),
      ],
    );
  } catch (error) {
    for (const hash of putNew) await blobs.takeBack(hash);
    throw error;
  }
  return { board: boardId, leftOut: checked.leftOut };
}

async function putImages(
  zip: ZipReader,
  { images }: Checked,
  blobs: BlobStore,
  putNew: BlobHash[],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const progress = createProgress(say, "images", images.length);
  for (const { hash } of images) {
    signal.throwIfAborted();
    if (!(await blobs.hasRoom()))
      throw new CommandError("The disk is nearly full. Nothing was changed.");
    const put = await blobs.put(await zip.read(imageEntry(hash), limits.imageBytes));
    if (put.isNew) putNew.push(put.hash);
    progress.step();
  }
}

/** Reads the whole file once. Throws BadZipError with what is wrong with it. */
async function check(zip: ZipReader, signal: AbortSignal): Promise<Checked> {
  const format = readFormat(await zip.read(entryNames.format, most.formatBytes));
  const board = await readLane(zip, entryNames.board, format.lanes.board);
  const talk = format.lanes.talk && (await readLane(zip, entryNames.talk, format.lanes.talk));
  const title = checkBoard(board, format);
  const { update, leftOut } = withWhatIsLeftOut(board, new Set(format.images));
  if (talk) documentOf(talk).destroy();
  const images: Checked["images"][number][] = [];
  for (const hash of new Set(format.images)) {
    signal.throwIfAborted();
    const bytes = await zip.read(imageEntry(hash), limits.imageBytes);
    if (sha256(bytes) !== hash) throw new BadZipError(`the image ${hash} is damaged`);
    const inspected = inspectImage(bytes);
    if (!inspected.ok) {
      throw new BadZipError(`the image ${hash} is not taken. ${errors[inspected.code].message}`);
    }
    const { kind, width, height } = inspected;
    images.push({ hash, kind, width, height, bytes: bytes.byteLength });
  }
  return { title, board: update, leftOut, talk, images };
}

/** A lane's bytes as the gate lets them in. */
async function readLane(zip: ZipReader, name: string, listed: ListedLane): Promise<Uint8Array> {
  const bytes = await zip.read(name, Math.min(listed.bytes, most.laneBytes));
  if (sha256(bytes) !== listed.sha256) throw new BadZipError(`${name} is damaged`);
  const verdict = admit(createLaneIndex(), bytes, { author: serverAuthor, handedOver: true });
  if (verdict.is === "fresh") return verdict.update;
  const why = verdict.is === "refused" ? errors[verdict.code].message : "It is empty.";
  throw new BadZipError(`${name} is not taken. ${why}`);
}

/** Gives the board's title. */
function checkBoard(update: Uint8Array, { images, missing }: BoardFormat): string {
  const doc = documentOf(update);
  const { title, schemaVersion: version } = readMeta(doc);
  const view = readBoard(doc);
  doc.destroy();
  if (version > schemaVersion) {
    throw new BadZipError("its board was made by a newer Noticeboard; update this one first");
  }
  if (version < 1) throw new BadZipError("what it holds is no board");
  const there = new Set([...images, ...missing]);
  for (const hash of hashesOf(view)) {
    if (!there.has(hash)) throw new BadZipError(`the image ${hash} of one of its pages is missing`);
  }
  return title;
}

/**
 * The board with its covered pages told apart: those whose images are not in the file, as no file that we write
 * has them, can be uncovered by nobody.
 */
function withWhatIsLeftOut(
  update: Uint8Array,
  images: ReadonlySet<BlobHash>,
): { readonly update: Uint8Array; readonly leftOut: number } {
  const doc = documentOf(update);
  const bare = [...readBoard(doc).pages.values()].filter(
    ({ id, covered }) => covered && tiersUnderCover(doc, id).some(({ hash }) => !images.has(hash)),
  );
  for (const { id } of bare) leaveOutImages(doc, id, serverAuthor);
  const marked = bare.length === 0 ? update : Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { update: marked, leftOut: bare.length };
}

function documentOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

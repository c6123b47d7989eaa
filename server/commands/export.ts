/**
 * `noticeboard export BOARD FILE`: one board as an open file (board-file.ts), whether the server runs or
 * not. What is in the file is what the board shows, of one moment, and nothing it once held.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import * as Y from "yjs";
import { type BlobHash, type BoardId, isId } from "../../shared/base/ids.ts";
import { evidenceRoot, needsRoot } from "../../shared/board/needs.ts";
import { nextStepsRoot } from "../../shared/board/next-steps.ts";
import { notesRoot } from "../../shared/board/notes.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import { resourcesRoot } from "../../shared/board/resources.ts";
import { shapesRoot } from "../../shared/board/shapes.ts";
import { strokesRoot } from "../../shared/board/strokes.ts";
import { columnsRoot } from "../../shared/numbers/columns.ts";
import { pagesRoot, papersRoot } from "../../shared/papers/papers.ts";
import { regionsRoot } from "../../shared/papers/regions.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { isAlive } from "../../shared/records/records.ts";
import { pilesRoot } from "../../shared/sorting/piles.ts";
import { isoTime, systemClock } from "../ops/clock.ts";
import { newId } from "../ops/ids.ts";
import type { StoredLane } from "../storage/messages.ts";
import {
  entryNames,
  hashesOf,
  imageEntry,
  type ListedLane,
  readableBoard,
  writeFormat,
} from "./board-file.ts";
import { type CommandContext, CommandError, isErrno, UsageError } from "./command.ts";
import { flushFolder } from "./files.ts";
import { freshCopy, type Keeps } from "./fresh-copy.ts";
import { blobPath } from "./manifest.ts";
import { openData } from "./open-data.ts";
import { createProgress } from "./progress.ts";
import { createZipWriter, TooMuchForZipError } from "./zip-writer.ts";

export async function exportBoard(context: CommandContext): Promise<number> {
  const [given, file, ...more] = context.args;
  if (given === undefined || file === undefined || more.length > 0) {
    throw new UsageError("`export` takes a board and a file.");
  }
  const target = resolve(file);
  if (existsSync(target)) throw new CommandError(`${target} is there already. Name a new file.`);
  const beside = `${target}.${newId<string>()}`;
  const handle = await open(beside, "wx", 0o600).catch((error: unknown) => {
    throw new CommandError(`${target} cannot be written: ${String(error)}`, { cause: error });
  });
  try {
    try {
      await fill(context, boardIdOf(given), handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    context.signal.throwIfAborted();
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    if (!(error instanceof TooMuchForZipError)) throw error;
    throw new CommandError("The board is too large for one file: 4 GB is the most.");
  }
  await flushFolder(dirname(target));
  context.say(`The board is in ${target}`);
  return 0;
}

/** A board may be named by its id or by its page's address. */
function boardIdOf(given: string): BoardId {
  const last = given
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .split("/")
    .at(-1);
  if (!isId(last)) throw new CommandError(`"${given}" is no board's id or address.`);
  return last as string as BoardId;
}

async function fill(context: CommandContext, boardId: BoardId, file: FileHandle): Promise<void> {
  const { config, say, warn, signal } = context;
  const reading = await openData(config.dataFolder);
  const found = reading.moment(() => ({
    record: reading.board(boardId),
    board: reading.lane(laneName({ kind: "board", boardId })),
    talk: reading.lane(laneName({ kind: "talk", boardId })),
    stored: new Set(reading.images(boardId).map(({ hash }) => hash)),
  }));
  if (!found.record || !found.board) {
    reading.close();
    throw new CommandError(`There is no board ${boardId} in ${config.dataFolder}.`);
  }

  const old = documentOf(found.board);
  const view = readBoard(old);
  const board = stateOf(freshCopy(old, keepsSeen(view)));
  old.destroy();
  const talk = found.talk && stateOf(freshCopy(documentOf(found.talk), keepsAlive));
  const readable = readableBoard(view, (id) => reading.memberName(id));
  reading.close();

  const named = [...hashesOf(view)].toSorted();
  const images: BlobHash[] = [];
  const zip = createZipWriter(file);
  const progress = createProgress(say, "images", named.length);
  for (const hash of named) {
    signal.throwIfAborted();
    const bytes = found.stored.has(hash) ? await readImage(config.dataFolder, hash) : undefined;
    if (bytes) {
      await zip.add(imageEntry(hash), bytes, "store");
      images.push(hash);
    }
    progress.step();
  }
  const missing = named.filter((hash) => !images.includes(hash));
  for (const hash of missing) warn(`The image ${hash} is not on this server and not in the file.`);
  const covered = [...view.pages.values()].filter((page) => page.covered).length;
  if (covered > 0) {
    const pages = covered === 1 ? "1 page is" : `${covered} pages are`;
    warn(`${pages} covered, because somebody could be recognised, and without images in the file.`);
  }
  await zip.add(entryNames.board, board, "deflate");
  if (talk) await zip.add(entryNames.talk, talk, "deflate");
  await zip.add(entryNames.readable, Buffer.from(readable), "deflate");
  const lanes = { board: listed(board), ...(talk ? { talk: listed(talk) } : {}) };
  const format = writeFormat({ exportedAt: isoTime(systemClock.now()), lanes, images, missing });
  await zip.add(entryNames.format, Buffer.from(format), "deflate");
  await zip.finish();
}

function documentOf({ snapshot, updates }: StoredLane): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

function stateOf(doc: Y.Doc): Uint8Array {
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

const listed = (bytes: Uint8Array): ListedLane => ({
  bytes: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

/** Hidden things go: on a talk lane, and in roots of a board that this version does not know. */
const keepsAlive: Keeps = (_root, _id, record) =>
  !(record instanceof Y.Map) || !record.has("alive") || isAlive(record as Y.Map<unknown>);

/** Of the board's own things go all that the board does not show, such as the pages of a deleted paper. */
function keepsSeen(view: BoardView): Keeps {
  const idsIn = (of: ReadonlyMap<string, readonly { readonly id: string }[]>) =>
    new Set([...of.values()].flat().map(({ id }) => id));
  const seen = new Map<string, ReadonlySet<string>>([
    [papersRoot, new Set(view.papers.keys())],
    [pagesRoot, new Set(view.pages.keys())],
    [regionsRoot, new Set(view.regions.keys())],
    [notesRoot, new Set(view.notes.keys())],
    [strokesRoot, new Set(view.strokes.keys())],
    [shapesRoot, new Set(view.shapes.keys())],
    [pilesRoot, new Set(view.piles.map(({ id }) => id))],
    [needsRoot, new Set(view.needs.map(({ id }) => id))],
    [evidenceRoot, idsIn(view.evidenceOf)],
    [resourcesRoot, idsIn(view.resourcesOf)],
    [nextStepsRoot, idsIn(view.stepsOf)],
    [columnsRoot, new Set(view.columns.map(({ id }) => id))],
  ]);
  return (root, id, record) => seen.get(root)?.has(id) ?? keepsAlive(root, id, record);
}

/** Undefined where the file is missing, or not what its name says. */
async function readImage(dataFolder: string, hash: BlobHash): Promise<Buffer | undefined> {
  try {
    const bytes = await readFile(join(dataFolder, blobPath(hash)));
    return listed(bytes).sha256 === hash ? bytes : undefined;
  } catch (error) {
    if (isErrno(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * `noticeboard check`: is everything there and whole? Beside a running server or without one; it writes
 * nothing. Every finding is a sentence on stderr, and exit code 1; what is merely left over is a note.
 *
 * The database by SQLite's own check, every lane decoded and its admission index made anew and compared,
 * every image read to its last byte.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import * as Y from "yjs";
import { parseLane } from "../../shared/protocol/lanes.ts";
import { indexOfSnapshot, replay } from "../admission/admit.ts";
import { createLaneIndex } from "../admission/lane-index.ts";
import type { StoredLane } from "../storage/messages.ts";
import type { Reading } from "../storage/reading.ts";
import { type CommandContext, isErrno, UsageError } from "./command.ts";
import { factsOf } from "./files.ts";
import { blobPath, keyName } from "./manifest.ts";
import { openData } from "./open-data.ts";
import { createProgress } from "./progress.ts";

export async function check(context: CommandContext): Promise<number> {
  const { config, args, say, warn } = context;
  if (args.length > 0) throw new UsageError("`check` takes nothing after it.");
  const reading = await openData(config.dataFolder);
  let findings = 0;
  const found = (sentence: string): void => {
    findings++;
    warn(sentence);
  };
  try {
    say("Checking the database …");
    try {
      for (const fault of reading.faults()) found(`The database: ${fault}.`);
      checkLanes(reading, context, found);
      await checkImages(reading, context, found);
    } catch (error) {
      if (context.signal.aborted) throw error;
      // A page of the file that SQLite cannot make sense of ends whatever meets it.
      found(`The database cannot be read to its end: ${String(error)}.`);
    }
    checkKey(join(config.dataFolder, keyName), found);
  } finally {
    reading.close();
  }
  say(findings === 0 ? "Everything is there and whole." : `Findings: ${findings}.`);
  return findings === 0 ? 0 : 1;
}

type Found = (sentence: string) => void;

function checkLanes(reading: Reading, { say, signal }: CommandContext, found: Found): void {
  const lanes = reading.lanes();
  const progress = createProgress(say, "lanes", lanes.length);
  for (const name of lanes) {
    signal.throwIfAborted();
    const stored = reading.moment(() => reading.lane(name));
    const lane = parseLane(name);
    if (!lane) found(`The lane ${name} has a name that means nothing.`);
    else if (lane.kind !== "team" && !reading.board(lane.boardId)) {
      found(`The lane ${name} belongs to a board that is not there.`);
    }
    if (stored) for (const fault of faultsOf(stored)) found(`The lane ${name} ${fault}.`);
    progress.step();
  }
  for (const { id, doc, data } of reading.keptStates()) {
    if (!decoded([data])) found(`The kept version ${id} of ${doc} cannot be read.`);
  }
}

function* faultsOf({ snapshot, index, owners, updates }: StoredLane): Iterable<string> {
  const doc = decoded(snapshot ? [snapshot, ...updates] : updates);
  if (!doc) {
    yield "cannot be read";
    return;
  }
  const { pendingStructs, pendingDs } = doc.store;
  if (pendingStructs || pendingDs) yield "holds updates that build on others which are not there";
  const vector = Y.encodeStateVector(doc);
  doc.destroy();
  if (pendingStructs || pendingDs) return;
  try {
    if (snapshot && index && !equal(indexOfSnapshot(snapshot), index)) {
      yield "has an index that is not the one of its state";
      return;
    }
    const made = createLaneIndex({
      index: index ?? (snapshot && indexOfSnapshot(snapshot)),
      owners,
    });
    for (const update of updates) replay(made, update);
    if (!isSameVector(made.stateVector(), vector)) yield "has an index that is behind its state";
  } catch {
    yield "has an index that cannot be read";
  }
}

function decoded(updates: readonly Uint8Array[]): Y.Doc | undefined {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return doc;
  } catch {
    doc.destroy();
    return undefined;
  }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function isSameVector(a: Uint8Array, b: Uint8Array): boolean {
  const [one, other] = [Y.decodeStateVector(a), Y.decodeStateVector(b)];
  return (
    one.size === other.size && [...one].every(([client, clock]) => other.get(client) === clock)
  );
}

async function checkImages(
  reading: Reading,
  { config, say, signal }: CommandContext,
  found: Found,
): Promise<void> {
  // The files first: an image that comes in meanwhile has its file before its record.
  const files = filesIn(join(config.dataFolder, "blobs"));
  const named = reading.imageHashes();
  const progress = createProgress(say, "images", named.length);
  for (const hash of named) {
    signal.throwIfAborted();
    try {
      const { sha256 } = await factsOf(join(config.dataFolder, blobPath(hash)), signal);
      if (sha256 !== hash) found(`The image ${hash} is damaged.`);
    } catch (error) {
      if (!isErrno(error) || error.code !== "ENOENT") throw error;
      found(`The image ${hash} is missing.`);
    }
    progress.step();
  }
  const known = new Set<string>(named);
  for (const name of files) {
    if (!known.has(name)) say(`Note: no board has the image ${name}; it is left over.`);
  }
}

/** Names of the whole images there are, not of those being written. */
function filesIn(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  const folders = readdirSync(root).filter((name) => name.length === 2);
  return folders.flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name),
  );
}

function checkKey(path: string, found: Found): void {
  if (!existsSync(path))
    found(`${path} is missing: invitation links given out so far lead nowhere.`);
  else if (statSync(path).size !== 32) found(`${path} is damaged.`);
}

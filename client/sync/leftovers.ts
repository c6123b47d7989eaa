/**
 * Work that an earlier cache of a lane still holds though it never reached the server: made before the
 * lane was put back (its epoch was raised), refused by the server, or made by a page of an earlier
 * release. It cannot be merged any more, so it is offered as a download; caches that hold no such work
 * are removed as they are found. test/e2e/offline.test.ts holds it to losing nothing.
 */
import * as idb from "lib0/indexeddb";
import * as Y from "yjs";
import type { MemberId } from "../../shared/base/ids.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { customStore, journalRange, updatesStore } from "./lane-cache.ts";

const prefix = "noticeboard/";

/** The name of the lane's caches before they had owners. */
const legacyName = (lane: Lane): string => prefix + laneName(lane);
const cachesOf = (lane: Lane, member: MemberId): string => `${legacyName(lane)}/${member}@`;

/** The cache of one member's page on one lane, as it has been since it was last put back. */
export function cacheName(lane: Lane, member: MemberId, epoch: number): string {
  const turn = timesSetAside(cachesOf(lane, member));
  return `${cachesOf(lane, member)}${epoch}${turn > 0 ? `.${turn}` : ""}`;
}

/**
 * From the next opening on, the page begins with a cache of its own: what is in the present one was
 * refused, and would be refused again. It becomes a leftover.
 */
export function setCacheAside(lane: Lane, member: MemberId): void {
  const key = cachesOf(lane, member);
  try {
    localStorage.setItem(key, String(timesSetAside(key) + 1));
  } catch {
    // No storage, no cache either.
  }
}

function timesSetAside(key: string): number {
  try {
    return Number(localStorage.getItem(key) ?? 0);
  } catch {
    return 0;
  }
}

export interface Leftover {
  /** The lane as that cache has it; whoever asks destroys it. */
  lane(): Y.Doc;
  /** What never reached the server: Yjs updates, v1. */
  readonly updates: readonly Uint8Array[];
  discard(): Promise<void>;
}

export interface Searched {
  readonly lane: Lane;
  /** Undefined where the server does not say who one is any more: anybody's of this browser. */
  readonly member: MemberId | undefined;
  /** The cache in use, which is none of them. */
  readonly inUse: string | undefined;
  /** All that the server has, to hold caches without a journal against; those are left alone without. */
  readonly onServer: Y.Doc | undefined;
}

export async function findLeftovers(searched: Searched): Promise<readonly Leftover[]> {
  const { lane, member, inUse, onServer } = searched;
  const legacy = legacyName(lane);
  const own = member === undefined ? `${legacy}/` : cachesOf(lane, member);
  const found = await Promise.all(
    (await allCaches())
      .filter((name) => name !== inUse && (name.startsWith(own) || (onServer && name === legacy)))
      .map((name) => readCache(name, name === legacy ? onServer : undefined)),
  );
  return found.filter((leftover) => leftover !== undefined);
}

/** Removes every cache of this browser, but those that hold unsent work; resolves to how many do. */
export async function forgetCaches(): Promise<number> {
  const kept = await Promise.all((await allCaches()).map((name) => readCache(name, undefined)));
  return kept.filter((leftover) => leftover !== undefined).length;
}

async function allCaches(): Promise<readonly string[]> {
  // Firefox has it since 2024; where it is not there, nothing can be found again.
  if (typeof indexedDB === "undefined" || !("databases" in indexedDB)) return [];
  const all = await indexedDB.databases().catch(() => []);
  return all.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}

/** The unsent work of a cache; undefined where it holds none, and then it is removed. */
async function readCache(name: string, onServer: Y.Doc | undefined): Promise<Leftover | undefined> {
  const db = await idb.openDB(name, (made) =>
    idb.createStores(made, [[updatesStore, { autoIncrement: true }], [customStore]]),
  );
  const [all, custom] = idb.transact(db, [updatesStore, customStore], "readonly");
  if (!all || !custom) return undefined;
  const [kept, journal] = await Promise.all([
    idb.getAll(all) as Promise<Uint8Array[]>,
    idb.getAll(custom, journalRange()) as Promise<Uint8Array[]>,
  ]);
  db.close();
  const updates = onServer ? beyond(kept, onServer) : journal;
  const discard = (): Promise<void> => idb.deleteDB(name);
  if (updates.length > 0) return { lane: () => docOf([...kept, ...updates]), updates, discard };
  await discard();
  return undefined;
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** What is in the updates and not in the document; nothing where they hold no more than it. */
function beyond(updates: readonly Uint8Array[], known: Y.Doc): readonly Uint8Array[] {
  const doc = docOf(updates);
  const theirs = Y.decodeStateVector(Y.encodeStateVector(known));
  const own = Y.decodeStateVector(Y.encodeStateVector(doc));
  const holdsMore = [...own].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
  const missing = holdsMore ? [Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))] : [];
  doc.destroy();
  return missing;
}

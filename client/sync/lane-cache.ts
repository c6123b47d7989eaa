/**
 * A lane's copy in this browser, so that it opens and is edited without a connection, and beside it
 * the journal: every edit of this person's that the server has not yet said is on its disk.
 *
 * A cache belongs to one member and one epoch of the lane: two people at one computer never hand over
 * each other's edits, and a lane that was put back is not undone by what an old copy holds. The journal
 * keeps the edits themselves rather than a state to compare with, because a deletion leaves no trace in a
 * state vector, and because they are what a person is given when the server refuses them.
 * test/e2e/offline.test.ts holds it to its promises; caches left by other epochs are leftovers.ts.
 */
import * as idb from "lib0/indexeddb";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { metaRoot } from "../../shared/board/meta.ts";

export interface CacheRead {
  /** Whether there is anything in it to show. */
  readonly hasContent: boolean;
  /** Whether it holds edits that no server has said are saved. */
  readonly hasUnsaved: boolean;
}

export interface LaneCache {
  /** Whether a transaction's origin says that it came out of the cache. */
  isOrigin(origin: unknown): boolean;
  /** Resolves once the cache is in the document, however late, or there is none to be had. Never rejects. */
  readonly read: Promise<CacheRead>;
  /** Resolves with `read`, or when it has been waited for long enough. */
  readonly waited: Promise<void>;
  /** Keeps an edit of this person's until `saved`. */
  edited(update: Uint8Array): void;
  /** Everything so far is on the server's disk. */
  saved(): void;
  /** What is not: Yjs updates, v1, oldest first. */
  unsaved(): readonly Uint8Array[];
  close(): Promise<void>;
}

export const updatesStore = "updates";
export const customStore = "custom";
/** Journal entries are kept under `[journalKey, client id, number]`. */
const journalKey = "unsaved";

/** The range of keys of all journal entries, or of those of one client id. */
export const journalRange = (): IDBKeyRange => IDBKeyRange.bound([journalKey], [journalKey, []]);

/** A browser that is slow to open its storage, or never does, must not keep a lane from the server. */
const patienceMs = 2_000;

const nothing: CacheRead = { hasContent: false, hasUnsaved: false };

type EntryKey = readonly [typeof journalKey, number, number];

/** `name` undefined: nothing is kept in this browser, and the journal lives as long as the page. */
export function openLaneCache(name: string | undefined, doc: Y.Doc): LaneCache {
  let entries: { readonly key: EntryKey; readonly update: Uint8Array }[] = [];
  let count = 0;
  const store = name === undefined ? undefined : openStore(name, doc);

  const fromJournal = Symbol("journal");

  const read: Promise<CacheRead> = store
    ? store.read.then(
        ({ found, hasContent }) => {
          // What another tab of this person has not seen saved is told of here as well.
          entries = [...found, ...entries];
          // A page that is left at once may have written no more than its journal.
          doc.transact(() => {
            for (const { update } of found) Y.applyUpdate(doc, update, fromJournal);
          }, fromJournal);
          return { hasContent, hasUnsaved: found.length > 0 };
        },
        () => nothing,
      )
    : Promise.resolve(nothing);

  return {
    isOrigin: (origin) =>
      origin === fromJournal || (store !== undefined && origin === store.origin),
    read,
    waited: Promise.race([
      read.then(() => {}),
      new Promise<void>((resolve) => setTimeout(resolve, patienceMs)),
    ]),
    edited(update) {
      const key = [journalKey, doc.clientID, count++] as const;
      entries.push({ key, update });
      store?.put(key, update);
    },
    saved() {
      const gone = entries;
      entries = [];
      if (gone.length > 0) store?.remove(gone.map(({ key }) => key));
    },
    unsaved: () => entries.map(({ update }) => update),
    close: async () => store?.close(),
  };
}

function openStore(name: string, doc: Y.Doc) {
  if (typeof indexedDB === "undefined") return undefined;
  const kept = new IndexeddbPersistence(name, doc);
  const opened = kept.whenSynced.then(({ db }) => db);

  /** Storage may be full or taken away: then the journal lives as long as the page, which warns. */
  function change(act: (store: IDBObjectStore) => Promise<unknown>): void {
    const run = async (db: IDBDatabase | null): Promise<void> => {
      const [store] = db ? idb.transact(db, [customStore]) : [];
      if (!store) return;
      const done = act(store);
      // At once, and not when all requests were answered: a page that is left does not live to that.
      store.transaction.commit();
      await done;
    };
    void (kept.db ? run(kept.db) : opened.then(run)).catch(() => {});
  }

  async function readJournal(db: IDBDatabase | null) {
    const [store] = db ? idb.transact(db, [customStore], "readonly") : [];
    const found = store ? await idb.getAllKeysValues(store, journalRange()) : [];
    return found.map(({ k, v }) => ({ key: k as EntryKey, update: v as Uint8Array }));
  }

  const reading = opened.then(async (db) => ({
    found: await readJournal(db),
    // An empty cache has nothing to show; the server's answer is waited for then.
    hasContent: doc.getMap(metaRoot).size > 0,
  }));
  const refused = new Promise<never>((_resolve, reject) => {
    kept._db.catch(reject);
  });
  return {
    origin: kept,
    read: Promise.race([reading, refused]),
    put: (key: EntryKey, update: Uint8Array) =>
      change((store) => idb.put(store, update as never, [...key])),
    remove: (keys: readonly EntryKey[]) =>
      change((store) => Promise.all(keys.map((key) => idb.del(store, [...key])))),
    close: () => kept.destroy().catch(() => {}),
  };
}

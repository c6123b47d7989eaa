/**
 * The outbox: masked pages that wait in this browser until they are stored and their papers lie on the
 * board, so that a lost line or a closed tab costs nobody the work of masking them again.
 *
 * Holds masked pixels, their sizes and random ids, and nothing of the files they came from. What has
 * arrived at the server leaves only its hash here; a batch that is on the board leaves nothing. A batch
 * belongs to one member and one board, and to one tab at a time (`hold`).
 */
import type { BoardId, MemberId, PageId, PaperId } from "../../../shared/base/ids.ts";
import type { Size } from "../../../shared/geometry/rect.ts";
import type { Tier } from "../../../shared/papers/papers.ts";
import { createStore } from "../../ui/store.ts";
import type { MaskedTier } from "./worker/burn.ts";

/**
 * `pupil`: the pupil's own, from the key book, and also a further paper's of theirs. `new`: made for this
 * stack; papers of one new pupil ask for the same one.
 */
export type CodeOf = "pupil" | "new";

export interface BatchPaper {
  readonly id: PaperId;
  /** The code that a separator sheet or the key book asked for. */
  readonly code: string | undefined;
  /** Whose it is, where the key book was asked; a batch begun before there was one does not say. */
  readonly codeOf?: CodeOf;
  readonly pages: readonly PageId[];
}

/** Papers that go to the board together. */
export interface Batch {
  readonly id: string;
  readonly board: BoardId;
  readonly member: MemberId;
  /** When it was begun, in milliseconds. */
  readonly at: number;
  readonly papers: readonly BatchPaper[];
}

/** A page as it waits: its pictures, or where the server keeps them. */
export type OutboxPage =
  | { readonly tiers: readonly { readonly size: Size; readonly bytes: ArrayBuffer }[] }
  | { readonly stored: readonly Tier[] };

const name = "noticeboard-outbox";
const batches = "batches";
const pages = "pages";
/** What nobody comes back for is let go after a month. */
const stayMs = 30 * 24 * 3_600_000;

/** Rises whenever a batch may have begun or ceased to wait in this tab. */
export const outboxChanges = createStore(0);
export const tellOutboxChanged = (): void => outboxChanges.set((count) => count + 1);

export async function beginBatch(batch: Batch): Promise<void> {
  await inStores((all) => all(batches).put(batch));
}

export async function putPage(
  batch: Batch,
  page: PageId,
  masked: readonly MaskedTier[],
): Promise<void> {
  const tiers = await Promise.all(
    masked.map(async ({ size, jpeg }) => ({ size, bytes: await jpeg.arrayBuffer() })),
  );
  await inStores((all) => all(pages).put({ tiers } satisfies OutboxPage, [batch.id, page]));
}

/** The page is at the server: its pictures need not wait here any more. */
export async function pageArrived(
  batch: Batch,
  page: PageId,
  stored: readonly Tier[],
): Promise<void> {
  await inStores((all) => all(pages).put({ stored } satisfies OutboxPage, [batch.id, page]));
}

export function readPage(batch: Batch, page: PageId): Promise<OutboxPage | undefined> {
  return inStores((all) => all(pages).get([batch.id, page]) as IDBRequest<OutboxPage | undefined>);
}

/** Takes the batch and all its pages away. */
export async function removeBatch(batch: Pick<Batch, "id">): Promise<void> {
  await inStores((all) => {
    all(pages).delete(IDBKeyRange.bound([batch.id], [batch.id, []]));
    return all(batches).delete(batch.id);
  });
}

/** A batch with those of its papers of which every page is masked and here. */
export interface Waiting {
  readonly batch: Batch;
  readonly papers: readonly BatchPaper[];
}

/** The member's batches for a board, oldest first. What waited too long for anybody is let go on the way. */
export async function waitingBatches(
  board: BoardId,
  member: MemberId,
  now: number,
): Promise<readonly Waiting[]> {
  const all = await inStores((store) => store(batches).getAll() as IDBRequest<Batch[]>);
  const ids = new Set(all.map(({ id }) => id));
  const keys = await inStores((store) => store(pages).getAllKeys());
  // A page that was put there just as its batch was taken away.
  const strays = keys.flatMap((key) =>
    Array.isArray(key) && typeof key[0] === "string" && !ids.has(key[0]) ? [{ id: key[0] }] : [],
  );
  const old = all.filter(({ at }) => now - at > stayMs);
  await Promise.all([...old, ...strays].map(removeBatch));
  const own = all
    .filter((batch) => batch.board === board && batch.member === member && now - batch.at <= stayMs)
    .toSorted((a, b) => a.at - b.at);
  return Promise.all(own.map(withReadyPapers));
}

async function withReadyPapers(batch: Batch): Promise<Waiting> {
  const keys = await inStores((all) =>
    all(pages).getAllKeys(IDBKeyRange.bound([batch.id], [batch.id, []])),
  );
  const here = new Set(keys.map((key) => (Array.isArray(key) ? key[1] : undefined)));
  return { batch, papers: batch.papers.filter((paper) => paper.pages.every((id) => here.has(id))) };
}

/**
 * Makes the batch this tab's own: resolves with what gives it back, or undefined while another tab has
 * it. Without locks (a page that came without encryption has none) it is anybody's: papers keep their
 * ids, so that even two tabs would bring in the same papers, not others.
 */
export function holdBatch(id: string): Promise<(() => void) | undefined> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    void locks.request(`${name}/${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(undefined);
      return new Promise<void>((giveBack) => resolve(() => giveBack()));
    });
  });
}

/** The batches that some tab has at the moment. */
export async function heldBatches(): Promise<ReadonlySet<string>> {
  const locks = navigator.locks as LockManager | undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.flatMap(({ name: held_ }) => held_?.slice(name.length + 1) ?? []));
}

type Stores = (name: string) => IDBObjectStore;

let opened: Promise<IDBDatabase> | undefined;

/** One transaction over both stores; resolves with what `work` asked for once it is on disk. */
async function inStores<T>(work: (stores: Stores) => IDBRequest<T>): Promise<T> {
  opened ??= open();
  const db = await opened;
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([batches, pages], "readwrite");
    const asked = work((each) => transaction.objectStore(each));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = transaction.onabort = () =>
      reject(new Error("the outbox cannot be used", { cause: transaction.error }));
  });
}

/** Rejects where this browser keeps nothing, as in a private window. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(batches, { keyPath: "id" });
      asked.result.createObjectStore(pages);
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => {
        asked.result.close();
        opened = undefined;
      };
      resolve(asked.result);
    };
    asked.onerror = asked.onblocked = () => {
      opened = undefined;
      reject(new Error("the outbox cannot be opened", { cause: asked.error }));
    };
  });
}

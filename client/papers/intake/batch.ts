/**
 * A stack on its way as a batch of the outbox: which page of the intake is which page to be, and the
 * shelf its masked pages lie on. Where this browser keeps nothing, or has no room left, pages lie in
 * memory and a reload loses them, as it would without an outbox.
 */
import type { BoardId, MemberId, PageId, PaperId } from "../../../shared/base/ids.ts";
import {
  type Batch,
  type BatchPaper,
  beginBatch,
  holdBatch,
  pageArrived,
  putPage,
  readPage,
  removeBatch,
  tellOutboxChanged,
} from "./outbox.ts";
import { nameOf, type PageToSend, type Shelf } from "./send.ts";
import type { MaskedTier } from "./worker/burn.ts";

type Stack = readonly (readonly PageToSend[])[];

export interface OpenBatch {
  readonly batch: Batch;
  readonly shelf: Shelf;
  /** Whether every page put there outlasts this page of the browser. */
  isKept(): boolean;
  /** Whether it was made of this very stack, masked the same, with these codes asked for. */
  isOf(stack: Stack, codes: readonly AskedCode[]): boolean;
  /** Nothing of it is wanted any more. */
  remove(): Promise<void>;
  /** It goes on waiting in the outbox, for whoever goes on with it. */
  leave(): void;
}

/** The code that a paper is to have, if any. */
export type AskedCode = Pick<BatchPaper, "code" | "codeOf">;

/**
 * Pages just masked that stay in memory as well: they are sent next, and need not be read back from disk.
 * While the line is down it is the first few of the stack.
 */
const mostAtHand = 6;

export interface BatchOptions {
  readonly board: BoardId;
  readonly member: MemberId;
  readonly newId: <T extends string>() => T;
  readonly now: number;
}

export async function openBatch(
  stack: Stack,
  codes: readonly AskedCode[],
  { board, member, newId, now }: BatchOptions,
): Promise<OpenBatch> {
  const papers = stack.map((pages, i) => ({
    id: newId<PaperId>(),
    ...(codes[i] ?? { code: undefined }),
    pages: pages.map(() => newId<PageId>()),
  }));
  const batch: Batch = { id: newId<string>(), board, member, at: now, papers };
  const ids = new Map(
    stack.flatMap((pages, i) => pages.map(({ key }, j) => [key, papers[i]?.pages[j]] as const)),
  );
  // Held before it is there: no other tab may take it for one that waits.
  const giveBack = await holdBatch(batch.id);
  let kept = await beginBatch(batch).then(
    () => true,
    () => false,
  );
  const lying = new Set<number>();
  const inMemory = new Map<number, readonly MaskedTier[]>();
  const atHand = new Map<number, readonly MaskedTier[]>();
  const idOf = (key: number): PageId => ids.get(key) ?? ("" as PageId);
  const made = namesOf(stack, codes);

  const shelf: Shelf = {
    has: (key) => lying.has(key),
    async put(key, tiers) {
      lying.add(key);
      const isOnDisk = kept && (await succeeds(putPage(batch, idOf(key), tiers)));
      kept &&= isOnDisk;
      if (!isOnDisk) inMemory.set(key, tiers);
      else if (atHand.size < mostAtHand) atHand.set(key, tiers);
    },
    async take(key) {
      const held = inMemory.get(key) ?? atHand.get(key);
      if (held) return held;
      const page = await readPage(batch, idOf(key));
      if (!page || !("tiers" in page)) throw new Error("a masked page is gone from the outbox");
      return page.tiers.map(({ size, bytes }) => ({
        size,
        jpeg: new Blob([bytes], { type: "image/jpeg" }),
      }));
    },
    async arrived(key, stored) {
      inMemory.delete(key);
      atHand.delete(key);
      if (kept) await succeeds(pageArrived(batch, idOf(key), stored));
    },
  };

  return {
    batch,
    shelf,
    isKept: () => kept,
    isOf: (other, asked) => namesOf(other, asked) === made,
    async remove() {
      await succeeds(removeBatch(batch));
      giveBack?.();
      tellOutboxChanged();
    },
    leave() {
      giveBack?.();
      tellOutboxChanged();
    },
  };
}

const namesOf = (stack: Stack, codes: readonly AskedCode[]): string =>
  JSON.stringify([stack.map((pages) => pages.map(nameOf)), codes]);

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/**
 * Burns and sends pages, a few at a time, and remembers which are stored, so that a second try goes on
 * where the first stopped.
 *
 * Masking runs ahead of sending: masked pages lie on a shelf meanwhile, and when the line is down the
 * rest is still masked. Knows neither worker nor network nor what the shelf is, only its ports, and
 * nothing of the board: whoever calls puts the papers there once every page is stored.
 * test/unit/intake-send.test.ts holds it to its promises.
 */
import type { BlobHash } from "../../../shared/base/ids.ts";
import type { Tier } from "../../../shared/papers/papers.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { Fit } from "./fit.ts";
import type { Gate } from "./gate.ts";
import { createHandOver } from "./hand-over.ts";
import type { Uploaded } from "./upload.ts";
import type { MaskedTier, PageWork } from "./worker/burn.ts";

export interface PageToSend extends PageWork {
  readonly key: number;
  /** How the page was put straight: otherwise straightened, it is another picture. */
  readonly fit: Fit | undefined;
}

export interface SendPorts {
  readonly burn: (work: PageWork) => Promise<readonly MaskedTier[] | "mask_failed">;
  readonly upload: Upload;
  /** Pages set out while it is open. */
  readonly gate?: Pick<Gate, "pass">;
}

/** Rejects only when the signal aborts. */
export type Upload = (jpeg: Blob, signal: AbortSignal) => Promise<Uploaded>;

/** Where masked pages lie until they are stored, by the page's key. */
export interface Shelf {
  /** Whether the page lies there, masked as it is to be sent. */
  has(key: number): boolean;
  put(key: number, tiers: readonly MaskedTier[]): Promise<void>;
  take(key: number): Promise<readonly MaskedTier[]>;
  arrived(key: number, stored: readonly Tier[]): Promise<void>;
}

export type Sent =
  | { readonly ok: true; readonly tiers: ReadonlyMap<number, readonly Tier[]> }
  | { readonly ok: false; readonly code: ErrorCode };

export interface Sender {
  /**
   * Stores all pages; answers their tiers by key, or why it stopped. `onStored` hears how many of them
   * are stored. Rejects when `signal` aborts, the worker ends or the shelf breaks.
   */
  send(
    pages: readonly PageToSend[],
    signal: AbortSignal,
    onStored: (count: number) => void,
    shelf?: Shelf,
  ): Promise<Sent>;
}

/** Pages on their way at once: enough to keep the line busy, few enough for a small computer. */
export const lanes = 3;

export function createSender(ports: SendPorts): Sender {
  const stored = new Map<string, readonly Tier[]>();

  async function send(
    pages: readonly PageToSend[],
    signal: AbortSignal,
    onStored: (count: number) => void,
    shelf: Shelf = createShelf(),
  ): Promise<Sent> {
    const masked = createHandOver<PageToSend>();
    let unmaskable = false;
    let failed: ErrorCode | undefined;
    const tellStored = (): void =>
      onStored(pages.filter((page) => stored.has(nameOf(page))).length);
    tellStored();
    const left = [...pages];

    async function mask(): Promise<void> {
      for (let page = left.shift(); page && !unmaskable; page = left.shift()) {
        await ports.gate?.pass();
        signal.throwIfAborted();
        const before = stored.get(nameOf(page));
        if (before) {
          await shelf.arrived(page.key, before);
          continue;
        }
        if (shelf.has(page.key)) {
          masked.give(page);
          continue;
        }
        const { key, image, straight, turn, white, boxes } = page;
        const tiers = await ports.burn({ image, straight, turn, white, boxes });
        if (tiers === "mask_failed") unmaskable = true;
        else {
          await shelf.put(key, tiers);
          masked.give(page);
        }
      }
    }

    async function deliver(): Promise<void> {
      for (
        let page = await masked.take();
        page && !failed && !unmaskable;
        page = await masked.take()
      ) {
        await ports.gate?.pass();
        signal.throwIfAborted();
        const tiers = await uploadTiers(await shelf.take(page.key), ports.upload, signal);
        if (typeof tiers === "string") failed ??= tiers;
        else {
          stored.set(nameOf(page), tiers);
          await shelf.arrived(page.key, tiers);
          tellStored();
        }
      }
    }

    const inLanes = (work: () => Promise<void>): Promise<unknown> =>
      Promise.all(Array.from({ length: lanes }, work));
    await Promise.all([inLanes(mask).finally(masked.close), inLanes(deliver)]);
    if (unmaskable) return { ok: false, code: "mask_failed" };
    if (failed) return { ok: false, code: failed };
    return {
      ok: true,
      tiers: new Map(pages.map((page) => [page.key, stored.get(nameOf(page)) ?? []])),
    };
  }

  return { send };
}

/** Sends the tiers of one page; answers where they are stored, or why one was not. */
export async function uploadTiers(
  tiers: readonly MaskedTier[],
  upload: Upload,
  signal: AbortSignal,
): Promise<readonly Tier[] | ErrorCode> {
  const answers = await Promise.all(tiers.map(({ jpeg }) => upload(jpeg, signal)));
  const hashes: BlobHash[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer.code;
    hashes.push(answer.hash);
  }
  return tiers.map(({ size }, i) => ({ ...size, hash: hashes[i] as BlobHash }));
}

/** A shelf that lasts as long as the page does. */
function createShelf(): Shelf {
  const lying = new Map<number, readonly MaskedTier[]>();
  return {
    has: (key) => lying.has(key),
    put: (key, tiers) => Promise.resolve(void lying.set(key, tiers)),
    take: (key) => Promise.resolve(lying.get(key) ?? []),
    arrived: (key) => Promise.resolve(void lying.delete(key)),
  };
}

/** A page that was straightened, turned, whitened or masked otherwise since is another page. */
export function nameOf({ key, fit, turn, white, boxes }: PageToSend): string {
  return JSON.stringify([key, fit, turn, white, boxes.map(({ x, y, w, h }) => [x, y, w, h])]);
}

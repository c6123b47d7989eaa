/**
 * Burns and sends pages, a few at a time, and remembers which are stored, so that a second try goes on
 * where the first stopped.
 *
 * Knows neither worker nor network, only its ports, and nothing of the board: whoever calls puts the
 * papers there once every page is stored. test/unit/intake-send.test.ts holds it to its promises.
 */
import type { BlobHash } from "../../../shared/base/ids.ts";
import type { Tier } from "../../../shared/papers/papers.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { Uploaded } from "./upload.ts";
import type { MaskedTier, PageWork } from "./worker/burn.ts";

export interface PageToSend extends PageWork {
  readonly key: number;
}

export interface SendPorts {
  readonly burn: (work: PageWork) => Promise<readonly MaskedTier[] | "mask_failed">;
  /** Rejects only when the signal aborts. */
  readonly upload: (jpeg: Blob, signal: AbortSignal) => Promise<Uploaded>;
}

export type Sent =
  | { readonly ok: true; readonly tiers: ReadonlyMap<number, readonly Tier[]> }
  | { readonly ok: false; readonly code: ErrorCode };

export interface Sender {
  /**
   * Stores all pages; answers their tiers by key, or why it stopped. `onStored` hears how many of them
   * are stored. Rejects when `signal` aborts or the worker ends.
   */
  send(
    pages: readonly PageToSend[],
    signal: AbortSignal,
    onStored: (count: number) => void,
  ): Promise<Sent>;
}

/** Pages on their way at once: enough to keep the line busy, few enough for a small computer. */
const lanes = 3;

export function createSender(ports: SendPorts): Sender {
  const stored = new Map<string, readonly Tier[]>();

  async function sendPage(page: PageToSend, signal: AbortSignal): Promise<ErrorCode | undefined> {
    const tiers = await ports.burn({ image: page.image, turn: page.turn, boxes: page.boxes });
    if (tiers === "mask_failed") return tiers;
    const answers = await Promise.all(tiers.map(({ jpeg }) => ports.upload(jpeg, signal)));
    const hashes: BlobHash[] = [];
    for (const answer of answers) {
      if (!answer.ok) return answer.code;
      hashes.push(answer.hash);
    }
    stored.set(
      nameOf(page),
      tiers.map(({ size }, i) => ({ ...size, hash: hashes[i] as BlobHash })),
    );
    return undefined;
  }

  return {
    async send(pages, signal, onStored) {
      const left = pages.filter((page) => !stored.has(nameOf(page)));
      let failed: ErrorCode | undefined;
      onStored(pages.length - left.length);
      async function lane(): Promise<void> {
        for (let page = left.shift(); page && !failed; page = left.shift()) {
          signal.throwIfAborted();
          const code = await sendPage(page, signal);
          if (code) failed ??= code;
          else onStored(pages.filter((each) => stored.has(nameOf(each))).length);
        }
      }
      await Promise.all(Array.from({ length: lanes }, lane));
      if (failed) return { ok: false, code: failed };
      return {
        ok: true,
        tiers: new Map(pages.map((page) => [page.key, stored.get(nameOf(page)) ?? []])),
      };
    },
  };
}

/** A page that was turned or masked otherwise since is another page. */
function nameOf({ key, turn, boxes }: PageToSend): string {
  return JSON.stringify([key, turn, boxes.map(({ x, y, w, h }) => [x, y, w, h])]);
}

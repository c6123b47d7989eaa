/**
 * An image for the table: read, masked and sent by the intake's own worker and route, so that metadata is
 * dropped and names are painted out in the pixels before anything leaves this browser.
 */
import type { BoardId } from "../../../shared/base/ids.ts";
import type { PageRect, Size } from "../../../shared/geometry/rect.ts";
import type { Tier } from "../../../shared/papers/papers.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { createIntakeClient } from "../../papers/intake/intake-client.ts";
import { pause } from "../../papers/intake/pause.ts";
import { createSender } from "../../papers/intake/send.ts";
import { uploadPicture } from "../../papers/intake/upload.ts";
import type { IntakeWork } from "../../papers/intake/worker/intake-worker.ts";
import type { PageImage } from "../../papers/intake/worker/page-image.ts";

type Burnt = Awaited<ReturnType<IntakeWork["burnImage"]>>;

export interface ReadImage {
  readonly image: Blob;
  readonly size: Size;
  /** Where this page sees it until the bringer ends. */
  readonly url: string;
}

export type Stored =
  | { readonly ok: true; readonly tiers: readonly Tier[] }
  | { readonly ok: false; readonly code: ErrorCode };

export interface ImageBringer {
  /** The picture upright and without metadata, or why it cannot be read. */
  read(file: File): Promise<ReadImage | ErrorCode>;
  /** Rejects when `signal` aborts. */
  store(image: Blob, boxes: readonly PageRect[], signal: AbortSignal): Promise<Stored>;
  end(): void;
}

export function createImageBringer(board: BoardId): ImageBringer {
  const worker = createIntakeClient();
  const sender = createSender({
    burn: (work) => worker.run<Burnt>((remote) => remote.burnImage(work)),
    upload: (jpeg, stop) =>
      uploadPicture(board, jpeg, stop, { fetch: (...args) => fetch(...args), wait: pause }),
  });
  const urls: string[] = [];
  return {
    async read(file) {
      if (file.type === "application/pdf") return "file_kind_unknown";
      let page: PageImage | undefined;
      try {
        const refusal = await worker.readFile(
          file,
          { from: 1, mostPages: 1, ahead: false },
          (_number, _of, read) => {
            page = read;
          },
        );
        if (refusal) return refusal;
        if (!page) return "file_damaged";
        // A picture for the table is no sheet to be cut out.
        const url = URL.createObjectURL(page.whole);
        urls.push(url);
        return { image: page.whole, size: page.wholeSize, url };
      } catch {
        return "unreachable";
      }
    },
    async store(image, boxes, signal) {
      try {
        const asItIs = { fit: undefined, straight: undefined, turn: 0, white: false } as const;
        const page = { key: 0, image, ...asItIs, boxes };
        const sent = await sender.send([page], signal, () => {});
        return sent.ok ? { ok: true, tiers: sent.tiers.get(0) ?? [] } : sent;
      } catch {
        signal.throwIfAborted();
        return { ok: false, code: "mask_failed" };
      }
    },
    end() {
      worker.end();
      for (const url of urls.splice(0)) URL.revokeObjectURL(url);
    },
  };
}

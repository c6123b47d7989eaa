/**
 * Sends one masked picture to the board's store, trying again while the trouble may pass.
 *
 * Sends bytes and nothing else: no file name, no date, no metadata.
 * test/unit/intake-upload.test.ts holds it to its promises.
 */
import type { BlobHash, BoardId } from "../../../shared/base/ids.ts";
import type { StoreBlobAnswer } from "../../../shared/protocol/api.ts";
import { type ErrorCode, errors } from "../../../shared/protocol/errors.ts";
import { refusalOf } from "../refusal-of.ts";

export interface UploadPorts {
  readonly fetch: typeof fetch;
  /** Resolves after a while; rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export type Uploaded =
  | { readonly ok: true; readonly hash: BlobHash }
  | { readonly ok: false; readonly code: ErrorCode };

/** Pauses between tries. About 7 s in all: longer than a hiccup of Wi-Fi, shorter than patience. */
const pausesMs = [400, 1200, 2000, 3500] as const;
/** One try without an answer is given up after this. */
const answerWithinMs = 30_000;

/** Rejects only when `signal` aborts. */
export async function uploadPicture(
  board: BoardId,
  jpeg: Blob,
  signal: AbortSignal,
  ports: UploadPorts,
): Promise<Uploaded> {
  for (let tries = 0; ; tries++) {
    const answer = await tryOnce(board, jpeg, signal, ports);
    if (answer.ok) return answer;
    if (!errors[answer.code].retryable) return { ok: false, code: answer.code };
    const pause = pausesMs[tries];
    if (pause === undefined) return { ok: false, code: "upload_failed" };
    await ports.wait(Math.max(pause, answer.waitMs ?? 0), signal);
  }
}

type Answer = Uploaded & { readonly waitMs?: number };

async function tryOnce(
  board: BoardId,
  jpeg: Blob,
  signal: AbortSignal,
  ports: UploadPorts,
): Promise<Answer> {
  try {
    const response = await ports.fetch(`/api/boards/${board}/blobs`, {
      method: "POST",
      body: jpeg,
      headers: { "content-type": "image/jpeg" },
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    if (response.ok) {
      const { hash } = (await response.json()) as StoreBlobAnswer;
      return { ok: true, hash };
    }
    const code = await refusalOf(response, "upload_failed");
    return { ok: false, code, waitMs: retryAfterMs(response) };
  } catch {
    signal.throwIfAborted();
    return { ok: false, code: "upload_failed" };
  }
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get("retry-after"));
  return Number.isFinite(seconds) ? Math.min(seconds, 60) * 1000 : 0;
}

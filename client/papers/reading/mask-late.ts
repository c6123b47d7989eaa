/**
 * Masking what was found only after a page came in: the stored image is painted over in this browser, in
 * the intake's own worker, stored anew and put in the old one's place.
 *
 * Two people masking one page at once must both hold: whoever finds the page changed meanwhile paints
 * over the changed one. The server keeps the earlier image's bytes until they are cleaned up; those of a
 * page that was covered it gives to nobody any more.
 */
import type { PageId } from "../../../shared/base/ids.ts";
import type { PageRect } from "../../../shared/geometry/rect.ts";
import { maskPage, type Tier, tiersUnderCover } from "../../../shared/papers/papers.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { createIntakeClient } from "../intake/intake-client.ts";
import { pause } from "../intake/pause.ts";
import { createSender } from "../intake/send.ts";
import { uploadPicture } from "../intake/upload.ts";
import type { IntakeWork } from "../intake/worker/intake-worker.ts";
import { toMaskUrl } from "./tiers.ts";

type Burnt = Awaited<ReturnType<IntakeWork["burnPage"]>>;

const tries = 4;

/** `boxes`: on the page as it was scanned. Resolves with why it failed, or undefined once everybody sees the masked page. Rejects when `signal` aborts. */
export async function maskLate(
  session: BoardSession,
  id: PageId,
  boxes: readonly PageRect[],
  signal: AbortSignal,
  uncovers = false,
): Promise<ErrorCode | undefined> {
  const worker = createIntakeClient();
  const sender = createSender({
    burn: (work) => worker.run<Burnt>((remote) => remote.burnPage(work)),
    upload: (jpeg, stop) =>
      uploadPicture(session.boardId, jpeg, stop, {
        fetch: (...args) => fetch(...args),
        wait: pause,
      }),
  });
  const largestNow = (): Tier | undefined =>
    session.reader.view().pages.has(id) ? tiersUnderCover(session.doc, id).at(-1) : undefined;
  try {
    for (let key = 0; key < tries; key++) {
      const largest = largestNow();
      // The page went away meanwhile, and what was on it.
      if (!largest) return undefined;
      const answer = await fetch(toMaskUrl(session.boardId, largest.hash), { signal });
      if (!answer.ok) return "unreachable";
      const page = {
        key,
        image: await answer.blob(),
        fit: undefined,
        straight: undefined,
        turn: 0,
        white: false,
        boxes,
      } as const;
      const sent = await sender.send([page], signal, () => {});
      if (!sent.ok) return sent.code;
      if (largestNow()?.hash !== largest.hash) continue;
      maskPage(session.doc, id, sent.tiers.get(key) ?? [], uncovers);
      return undefined;
    }
    return "mask_failed";
  } catch (error) {
    signal.throwIfAborted();
    // A lost connection; the worker's own breaking down is told the same way.
    return error instanceof TypeError ? "unreachable" : "mask_failed";
  } finally {
    worker.end();
  }
}

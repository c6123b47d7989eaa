/**
 * A WebSocket that tells of each content frame it sends, so that the server's count of what is on disk
 * can be held against what was sent. Handed to the stock provider in place of `WebSocket`.
 *
 * It lets no update pass before the handover, the answer to the server's state, which holds all there is
 * by then. The stock provider would send what is typed in between at once, with a gap in front of it
 * where the offline edits belong; Yjs carries out the deletions of such an update before its insertions,
 * and on every colleague's screen things would blink. test/unit/sync/counting-socket.test.ts.
 */
import { frameKind, isContentFrame, syncKind } from "../../shared/protocol/frames.ts";

/** `handover` is true for the answer to the server's state: what it lacked when the socket opened. */
export type ContentSent = (handover: boolean) => void;

export function countingSocket(base: typeof WebSocket, contentSent: ContentSent): typeof WebSocket {
  return class CountingSocket extends base {
    #handedOver = false;

    override send(data: Parameters<WebSocket["send"]>[0]): void {
      // The provider sends Uint8Arrays only.
      const isContent = data instanceof Uint8Array && isContentFrame(data);
      if (!isContent) return super.send(data);
      const handover = data[0] === frameKind.sync && data[1] === syncKind.step2;
      if (!handover && !this.#handedOver) return;
      super.send(data);
      if (this.readyState !== base.OPEN) return;
      this.#handedOver = true;
      contentSent(handover);
    }
  };
}

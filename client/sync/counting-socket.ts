/**
 * A WebSocket that tells of each content frame it sends, so that the server's count of what is on disk
 * can be held against what was sent. Handed to the stock provider in place of `WebSocket`.
 */
import { frameKind, isContentFrame, syncKind } from "../../shared/protocol/frames.ts";

/** `handover` is true for the answer to the server's state: what it lacked when the socket opened. */
export type ContentSent = (handover: boolean) => void;

export function countingSocket(base: typeof WebSocket, contentSent: ContentSent): typeof WebSocket {
  return class CountingSocket extends base {
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      super.send(data);
      // The provider sends Uint8Arrays only.
      if (!(data instanceof Uint8Array) || this.readyState !== base.OPEN) return;
      if (isContentFrame(data)) {
        contentSent(data[0] === frameKind.sync && data[1] === syncKind.step2);
      }
    }
  };
}

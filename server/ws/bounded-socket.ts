/** A WebSocket that says `too_large` in our words, before the frame is in memory, where ws would say 1009. */
import { WebSocket } from "ws";

const tooBig = 1009;

export class BoundedSocket extends WebSocket {
  /** Called in place of closing with 1009. */
  onTooLarge: (() => void) | undefined;

  override close(code?: number, reason?: string | Buffer): void {
    const { onTooLarge } = this;
    if (code !== tooBig || !onTooLarge) return super.close(code, reason);
    this.onTooLarge = undefined;
    onTooLarge();
  }
}

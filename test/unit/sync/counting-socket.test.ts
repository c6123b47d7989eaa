import { describe, expect, test } from "vitest";
import { countingSocket } from "../../../client/sync/counting-socket.ts";

const step1 = Uint8Array.of(0, 0, 1, 0);
const handover = Uint8Array.of(0, 1, 2, 0, 0);
const update = (byte: number) => Uint8Array.of(0, 2, 1, byte);
const awareness = Uint8Array.of(1, 0);

/** A socket that keeps what went over it. */
function aSocket() {
  const wire: unknown[] = [];
  class Wire {
    static readonly OPEN = 1;
    readyState = 1;
    send(data: unknown): void {
      wire.push(data);
    }
  }
  const seen: boolean[] = [];
  const base = Wire as unknown as typeof WebSocket;
  const Counting = countingSocket(base, (isHandover) => seen.push(isHandover));
  const socket = new Counting("ws://nowhere");
  const close = () => Object.assign(socket, { readyState: 2 });
  return { socket, wire, seen, close };
}

describe("the counting socket", () => {
  test("tells of content frames and of nothing else", () => {
    const { socket, wire, seen } = aSocket();
    for (const frame of [step1, awareness, handover, update(1), awareness, update(2)]) {
      socket.send(frame);
    }
    expect(wire).toHaveLength(6);
    expect(seen).toEqual([true, false, false]);
  });

  test("lets no update pass before the handover, which holds it", () => {
    const { socket, wire, seen } = aSocket();
    for (const frame of [step1, update(1), handover, update(2)]) socket.send(frame);
    expect(wire).toEqual([step1, handover, update(2)]);
    expect(seen).toEqual([true, false]);
  });

  test("does not count what a closing socket drops", () => {
    const { socket, seen, close } = aSocket();
    socket.send(handover);
    close();
    socket.send(update(1));
    expect(seen).toEqual([true]);
  });
});

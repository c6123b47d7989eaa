/**
 * A way to the stage's server that can be cut: what a dropped Wi-Fi does to one browser. A plain TCP
 * relay on loopback; while cut, open connections are gone and new ones are refused. Or what a school's
 * filter does to it: pages come through and sockets do not.
 */
import { connect, createServer, type Socket } from "node:net";

export interface CuttableWay {
  /** Such as `http://localhost:40123`. */
  readonly url: string;
  /** By default everything. */
  cut(what?: "everything" | "sockets"): void;
  mend(): void;
  /** Garbles the next edit a page sends, as a bad line may. */
  spoil(): void;
  close(): Promise<void>;
}

export async function createCuttableWay(target: string): Promise<CuttableWay> {
  const { port } = new URL(target);
  const open = new Set<Socket>();
  /** Connections that began by asking for a lane. */
  const sockets = new Set<Socket>();
  let isCut: "everything" | "sockets" | undefined;
  let spoils = false;
  const relay = createServer((near) => {
    if (isCut === "everything") return void near.destroy();
    near.once("data", (head: Buffer) => {
      if (!head.toString("latin1", 0, 10).startsWith("GET /sync/")) return;
      sockets.add(near);
      near.once("close", () => sockets.delete(near));
      if (isCut) near.destroy();
    });
    near.on("data", (chunk: Buffer) => {
      const end = spoils && sockets.has(near) ? endOfUpdate(chunk) : undefined;
      if (end === undefined) return;
      spoils = false;
      chunk.writeUInt8(chunk.readUInt8(end) ^ 0x55, end);
    });
    const far = connect(Number(port), "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const address = relay.address();
  if (typeof address !== "object" || !address) throw new Error("the relay listens");
  return {
    url: `http://localhost:${address.port}`,
    cut(what = "everything") {
      isCut = what;
      for (const socket of what === "sockets" ? sockets : open) socket.destroy();
    },
    mend() {
      isCut = undefined;
    },
    spoil() {
      spoils = true;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        relay.close(() => resolve());
      }),
  };
}

/**
 * Where the last byte lies of the first Yjs update (frame kinds 0, 2) among whole binary frames, masked as
 * browsers do; undefined where there is none.
 */
function endOfUpdate(chunk: Buffer): number | undefined {
  for (let at = 0; at + 8 <= chunk.length; ) {
    const short = chunk.readUInt8(at + 1) & 0x7f;
    const mask = at + (short === 126 ? 4 : 2);
    const from = mask + 4;
    const end = from + (short === 126 ? chunk.readUInt16BE(at + 2) : short) - 1;
    if (end >= chunk.length) return undefined;
    const said = [0, 1].map((i) => chunk.readUInt8(from + i) ^ chunk.readUInt8(mask + i));
    if (chunk[at] === 0x82 && said[0] === 0 && said[1] === 2) return end;
    at = end + 1;
  }
  return undefined;
}

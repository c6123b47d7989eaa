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
  close(): Promise<void>;
}

export async function createCuttableWay(target: string): Promise<CuttableWay> {
  const { port } = new URL(target);
  const open = new Set<Socket>();
  /** Connections that began by asking for a lane. */
  const sockets = new Set<Socket>();
  let isCut: "everything" | "sockets" | undefined;
  const relay = createServer((near) => {
    if (isCut === "everything") return void near.destroy();
    near.once("data", (head: Buffer) => {
      if (!head.toString("latin1", 0, 10).startsWith("GET /sync/")) return;
      sockets.add(near);
      near.once("close", () => sockets.delete(near));
      if (isCut) near.destroy();
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
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        relay.close(() => resolve());
      }),
  };
}

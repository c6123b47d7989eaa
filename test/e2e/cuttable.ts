/**
 * A way to the stage's server that can be cut: what a dropped Wi-Fi does to one browser. A plain TCP
 * relay on loopback; while cut, open connections are gone and new ones are refused.
 */
import { connect, createServer, type Socket } from "node:net";

export interface CuttableWay {
  /** Such as `http://localhost:40123`. */
  readonly url: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function createCuttableWay(target: string): Promise<CuttableWay> {
  const { port } = new URL(target);
  const open = new Set<Socket>();
  let isCut = false;
  const relay = createServer((near) => {
    if (isCut) return void near.destroy();
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
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        relay.close(() => resolve());
      }),
  };
}

/**
 * A wire that is listened to: every byte a browser sends to the stage's server passes here first. What
 * goes over sockets is masked on the wire and is read from the browser instead (`socketBytes`).
 */
import { connect, createServer, type Server, type Socket } from "node:net";
import type { Page } from "playwright-core";

export interface Tap {
  /** The same server, by way of the tap. */
  readonly url: string;
  /** Everything sent to the server so far. */
  sent(): Buffer;
  close(): Promise<void>;
}

export async function createTap(serverUrl: string): Promise<Tap> {
  const port = Number(new URL(serverUrl).port);
  /** By connection: what goes over several at once must not be cut up by each other. */
  const connections: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((browser) => {
    const chunks: Buffer[] = [];
    connections.push(chunks);
    const upstream = connect(port, "localhost");
    for (const socket of [browser, upstream]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => {
        browser.destroy();
        upstream.destroy();
      });
    }
    browser.on("data", (chunk) => chunks.push(chunk));
    browser.pipe(upstream);
    upstream.pipe(browser);
  });
  const at = await listening(server);
  return {
    url: `http://localhost:${at}`,
    sent: () => Buffer.concat(connections.flat()),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** What the page sends over its sockets from now on, as it was before masking. */
export function socketBytes(page: Page): () => Buffer {
  const frames: Buffer[] = [];
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => frames.push(Buffer.from(payload))),
  );
  return () => Buffer.concat(frames);
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve(address.port);
      else reject(new Error("the tap listens on no port"));
    });
  });
}

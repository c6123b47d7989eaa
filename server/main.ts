/**
 * The process: settings in, one http server, one line on stdout when it is ready, and an orderly end.
 * What can go wrong at the start ends in one sentence on stderr and exit code 1.
 */
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type App, createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { systemClock } from "./ops/clock.ts";
import { createLog } from "./ops/log.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function giveUp(...sentences: readonly string[]): never {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exit(1);
}

const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error;

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => resolve((server.address() as AddressInfo).port));
  });
}

function whyNotListening(error: unknown, { port, host }: Config): string {
  const code = isErrno(error) ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program. Stop that program, or set PORT to another number.`;
  }
  if (code === "EACCES") {
    return `This account may not open port ${port}. Set PORT to a number above 1023.`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `HOST is "${host}", which is no address of this computer. Set it to one, or leave it out.`;
  }
  return `Noticeboard cannot listen on port ${port}: ${String(error)}`;
}

async function start(config: Config): Promise<{ app: App; server: Server }> {
  const log = createLog(config.logLevel);
  const page = fileURLToPath(new URL("../client", import.meta.url));
  const app = await createApp({
    dataFolder: config.dataFolder,
    logWorker: new URL("./log-worker.js", import.meta.url),
    log,
    publicUrl: config.publicUrl,
    proxies: config.proxies,
    ...(existsSync(page) ? { pageFolder: page } : {}),
  }).catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));

  const server = createServer((request, response) => app.handle(request, response));
  server.on("upgrade", (request, socket, head) => {
    if (!app.upgrade(request, socket, head)) {
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }
  });
  const port = await listen(server, config).catch(async (error: unknown) => {
    await app.close();
    giveUp(whyNotListening(error, config));
  });
  say(`Noticeboard is ready at ${config.publicUrl ?? `http://localhost:${port}`}`);
  return { app, server };
}

const result = readConfig(process.env);
if (!result.ok) giveUp(...result.problems);
const { app, server } = await start(result.config);

/** What hangs longer than this on the way out is left: everything acknowledged is on disk already. */
const patienceMs = 10_000;
let ending = false;
const end = (): void => {
  // A second signal is somebody who will not wait.
  if (ending) process.exit(1);
  ending = true;
  server.close();
  systemClock.after(patienceMs, () => process.exit(1));
  void app.close().then(() => {
    server.closeAllConnections();
    process.exit(0);
  });
};
process.on("SIGTERM", end);
process.on("SIGINT", end);

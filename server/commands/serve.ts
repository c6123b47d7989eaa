/**
 * `noticeboard serve`: the app behind a port, one line on stdout when it is ready, and an orderly end:
 * not ready, no newcomers, everything saved, the sockets closed over the time of grace.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type App, createApp } from "../app.ts";
import type { Config } from "../config.ts";
import { createAdmin } from "../ops/admin.ts";
import { systemClock } from "../ops/clock.ts";
import { createLog, type Log } from "../ops/log.ts";
import { releaseYoungSpace } from "../ops/young-space.ts";
import { type CommandContext, CommandError, isErrno, UsageError } from "./command.ts";

/** Beyond the time of grace: what hangs longer on the way out is left, for what was acknowledged is on disk. */
const patienceMs = 10_000;

export async function serve(context: CommandContext): Promise<number> {
  const { config, args, signal, say } = context;
  if (args.length > 0)
    throw new UsageError("`serve` takes nothing after it; settings are in the environment.");
  const log = createLog(config.logLevel);
  const { app, server } = await start(context, log);
  const giveUp = async (sentence: string, cause: unknown): Promise<never> => {
    await app.close();
    throw new CommandError(sentence, { cause });
  };
  const port = await listen(server, config.port, config.host).catch((error: unknown) =>
    giveUp(whyNotListening(error, config), error),
  );
  const admin = config.admin && createAdmin(app.metrics);
  if (admin && config.admin) {
    app.metrics.measureProcess();
    const { host } = config.admin;
    const adminPort = await listen(admin, config.admin.port, host).catch((error: unknown) =>
      giveUp(
        `ADMIN is "${host}:${config.admin?.port}", but Noticeboard cannot listen there: ${String(error)}`,
        error,
      ),
    );
    log.info({ address: `${host}:${adminPort}` }, "metrics are at");
  }
  releaseYoungSpace();
  say(`Noticeboard is ready at ${config.publicUrl ?? `http://localhost:${port}`}`);

  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
  server.close();
  admin?.close();
  systemClock.after(config.graceMs + patienceMs, () => process.exit(1));
  await app.close();
  server.closeAllConnections();
  admin?.closeAllConnections();
  return 0;
}

async function start(
  { config, parts }: CommandContext,
  log: Log,
): Promise<{ app: App; server: Server }> {
  const app = await createApp({
    dataFolder: config.dataFolder,
    workers: parts.workers,
    log,
    diskFloorBytes: config.diskFloorBytes,
    publicUrl: config.publicUrl,
    proxies: config.proxies,
    limits: { graceMs: config.graceMs },
    ...(parts.pageFolder === undefined ? {} : { pageFolder: parts.pageFolder }),
  }).catch((error: unknown) => {
    throw new CommandError(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  });
  const server = createServer((request, response) => app.handle(request, response));
  server.on("upgrade", (request, socket, head) => {
    if (!app.upgrade(request, socket, head)) {
      // Node listens no more to a socket it gave up: one that is reset would end the process.
      socket.on("error", () => socket.destroy());
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }
  });
  return { app, server };
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
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

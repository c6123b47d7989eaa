/**
 * A whole server on port 0 with an empty data folder, in this process: the real one, from `createApp`,
 * behind a real http server. And people to visit it, each with a cookie of their own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type App, type AppOptions, createApp } from "../../server/app.ts";
import { bundleServer } from "../../server/dev/bundle.ts";
import { createLog } from "../../server/ops/log.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import type { CreateBoardAnswer, JoinAnswer, StartAnswer } from "../../shared/protocol/api.ts";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

export interface RunningServer {
  readonly url: string;
  readonly dataFolder: string;
  readonly app: App;
  /** Ends it in an orderly way and starts it again on the same folder and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export type ServerOptions = Partial<Omit<AppOptions, "log">>;

/** A new folder under the system's temporary one; gone when the test has finished. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "noticeboard-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Ends with the test, whatever becomes of it. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { workers } = await bundleServer(repository);
  const dataFolder = options.dataFolder ?? newFolder();
  const open = async (port: number): Promise<{ app: App; server: Server; port: number }> => {
    const app = await createApp({ log: createLog("silent"), workers, ...options, dataFolder });
    const server = createServer((request, response) => app.handle(request, response));
    server.on("upgrade", (request, socket, head) => {
      if (!app.upgrade(request, socket, head)) socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    return { app, server, port: (server.address() as AddressInfo).port };
  };
  let running = await open(0);
  let closed = false;
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => running.server.close(resolve));
    await running.app.close();
    running.server.closeAllConnections();
    await ended;
  };
  const close = async (): Promise<void> => {
    if (!closed) await stop();
    closed = true;
  };
  onTestFinished(close);
  return {
    url: `http://127.0.0.1:${running.port}`,
    dataFolder,
    get app() {
      return running.app;
    },
    async restart() {
      await stop();
      running = await open(running.port);
    },
    close,
  };
}

export interface Visitor {
  /** The value for a Cookie header; "" before the first session. */
  cookie(): string;
  /** A request as this person's browser makes it, cookie included; a body is sent as JSON unless bytes. */
  ask(method: string, path: string, body?: object, headers?: HeadersInit): Promise<Response>;
  start(teamName?: string, name?: string): Promise<StartAnswer>;
  join(token: string, name: string): Promise<JoinAnswer>;
  newBoard(teamId: string, title?: string): Promise<BoardId>;
}

export function createVisitor(url: string): Visitor {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  const ask: Visitor["ask"] = async (method, path, body, extra) => {
    const headers = new Headers(extra);
    if (jar.size > 0) headers.set("Cookie", cookie());
    const isBytes = body instanceof Uint8Array;
    if (body && !isBytes && !headers.has("Content-Type")) {
      headers.set("Content-Type", "application/json");
    }
    const sent = isBytes ? body : body && JSON.stringify(body);
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(sent === undefined ? {} : { body: sent as BodyInit }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    return response;
  };
  const made = async <T>(path: string, body: object): Promise<T> => {
    const response = await ask("POST", path, body);
    if (response.status !== 201) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  };

  return {
    cookie,
    ask,
    start: (teamName = "Year 4", name = "Maya") => made("/api/start", { teamName, name }),
    join: (token, name) => made("/api/join", { token, name }),
    newBoard: async (teamId, title = "Seasons") =>
      (await made<CreateBoardAnswer>(`/api/teams/${teamId}/boards`, { title })).boardId,
  };
}

/** The code of a refusal and its status, to compare in one go. */
export async function refusal(response: Response): Promise<string> {
  const { code } = (await response.json()) as { code: string };
  return `${response.status} ${code}`;
}

/** Waits until `condition` holds; fails naming `what` after some seconds. */
export async function until(what: string, condition: () => unknown): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

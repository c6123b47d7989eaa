/**
 * The stage of the browser tests: the built server as its own process on a free port with an empty data
 * folder, one Chromium, and people who each have a browser profile of their own. Nothing is replaced by
 * a stand-in. `npm test` has built beforehand; run alone, the stage builds what is stale.
 *
 *     const stage = await createStage();
 *     const maya = await stage.newPerson();
 *     await maya.page.goto(stage.url);
 *     expect(await axe(maya.page)).toEqual([]);
 *     await stage.close();
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type axeCore from "axe-core";
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { invariant } from "../../shared/base/assert.ts";

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What no page may ever do: errors nobody caught, and requests to any host but the stage's own. */
  readonly faults: readonly string[];
}

export interface Stage {
  /** Such as `http://localhost:43817`; the same after a restart. */
  readonly url: string;
  readonly dataFolder: string;
  /** A person with a browser profile of their own: 1366x768, English, unless `options` says otherwise. */
  newPerson(options?: BrowserContextOptions): Promise<Person>;
  /** Ends the server, SIGKILL being the power cut, and starts it again on the same port and folder. */
  restart(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
  close(): Promise<void>;
}

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function createStage(): Promise<Stage> {
  const product = buildCopy();
  const dataFolder = mkdtempSync(join(tmpdir(), "noticeboard-e2e-"));
  let server = await startServer(product, dataFolder, "0");
  const { url } = server;
  const executablePath = process.env["CHROMIUM"] ?? browsers.find((path) => existsSync(path));
  invariant(executablePath, "a Chromium is installed, or named in CHROMIUM");
  const browser = await chromium.launch({ executablePath, args: flags });

  return {
    url,
    dataFolder,
    async newPerson(options = {}) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1366, height: 768 },
        locale: "en-US",
        ...options,
      });
      const faults: string[] = [];
      context.on("weberror", (fault) => faults.push(String(fault.error())));
      const note = (address: string): void => {
        const { protocol, host } = new URL(address);
        if (/^(http|ws)/.test(protocol) && host !== new URL(url).host) faults.push(address);
      };
      context.on("request", (request) => note(request.url()));
      context.on("page", (page) => page.on("websocket", (socket) => note(socket.url())));
      return { context, page: await context.newPage(), faults };
    },
    async restart(signal) {
      await end(server.process, signal);
      server = await startServer(product, dataFolder, new URL(url).port);
    },
    async close() {
      await browser.close();
      await end(server.process, "SIGTERM");
      for (const folder of [dataFolder, product]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds against WCAG 2.2 AA and its own best practice, a line a finding; [] is clean. */
export async function axe(page: Page): Promise<readonly string[]> {
  await settled(page);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axeCore }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}`),
  );
}

/** Waits until `condition` holds, or fails with `what` was waited for. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`waited ${withinMs} ms for ${what}`);
}

/** Until what moves in has come to rest; what moves for ever is let be. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

const axeSource: string = (createRequire(import.meta.url)("axe-core") as { source: string }).source;

/**
 * Builds what is stale and takes a copy, so that a build made meanwhile does not pull the page away
 * from under a running test. The copy lies where the server still finds its packages.
 */
function buildCopy(): string {
  const build = `import { ensureBuilt } from "./.ci/prepare.mjs"; ensureBuilt();`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", build], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  invariant(status === 0, "the page and the server were built");
  const cache = "node_modules/.cache/noticeboard";
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, "stage-"));
  cpSync("dist", copy, { recursive: true });
  return copy;
}

interface RunningServer {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Resolves when the server has said where it is ready; rejects with what it said instead. */
function startServer(product: string, dataFolder: string, port: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(product, "server/main.js")], {
    env: { ...process.env, PORT: port, NOTICEBOARD_DATA: dataFolder, PUBLIC_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const ready = /ready at (http:\S+)/.exec(said);
      if (ready?.[1]) resolve({ process: child, url: ready[1] });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

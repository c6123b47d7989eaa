/**
 * Builds server entries when there is no build yet: the workers for the development server and for
 * tests in the same process, and the whole server for tests that start and kill a real one. (Node 20
 * runs no TypeScript, and a worker thread is not reached by Vite's or Vitest's own loaders.)
 *
 * The result lies in `node_modules/.cache/noticeboard/` under the hash of the sources, so it is built
 * once for each change. Not part of the product: main.ts names the built files beside it.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const entries = {
  main: "server/main.ts",
  // For programs that put something of their own around the app, as the load test does.
  app: "server/app.ts",
  "log-worker": "server/storage/log-worker.ts",
  "keeper-worker": "server/keeper/keeper-worker.ts",
};

export interface ServerBundle {
  readonly main: string;
  readonly workers: { readonly log: URL; readonly keeper: URL };
}

/** Builds the entries of the repository at `root`, or finds them built. */
export async function bundleServer(root: string): Promise<ServerBundle> {
  const cache = join(root, "node_modules/.cache/noticeboard");
  const folder = join(cache, `server-${hashOfSources(root)}`);
  if (!existsSync(folder)) {
    // Beside, then renamed: two test files may be building at once.
    mkdirSync(cache, { recursive: true });
    const temporary = mkdtempSync(join(cache, "building-"));
    await build({
      configFile: false,
      root,
      logLevel: "error",
      build: {
        ssr: true,
        outDir: temporary,
        emptyOutDir: false,
        target: "node20",
        rolldownOptions: {
          input: Object.fromEntries(
            Object.entries(entries).map(([name, file]) => [name, join(root, file)]),
          ),
        },
      },
    });
    try {
      renameSync(temporary, folder);
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const built = (name: string): string => join(folder, `${name}.js`);
  return {
    main: built("main"),
    workers: {
      log: pathToFileURL(built("log-worker")),
      keeper: pathToFileURL(built("keeper-worker")),
    },
  };
}

function hashOfSources(root: string): string {
  const hash = createHash("sha256");
  for (const top of ["server", "shared"]) {
    const names = readdirSync(join(root, top), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((file) => file.endsWith(".ts")).toSorted()) {
      hash.update(`${top}/${name}\0`).update(readFileSync(join(root, top, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

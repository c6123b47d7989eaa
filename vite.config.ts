import { createReadStream, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { isRunnableDevEnvironment, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import type * as App from "./server/app.ts";
import { bundleServer } from "./server/dev/bundle.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * In development our server runs inside Vite's: one port, one command, started again when it changes.
 * Requests that come while it starts wait for it; Vite's own socket is left alone.
 */
function serverInDev(): Plugin {
  let app: Promise<App.App> | undefined;
  // Lanes alone: the page's own modules lie under /sync as well.
  const ours = /^\/(api\/|sync\/\w+\/|(healthz|readyz)([?]|$))/;
  return {
    name: "noticeboard:server",
    apply: (_config, { command, mode }) => command === "serve" && mode === "development",
    configureServer(vite) {
      const http = vite.httpServer as Server | null;
      const env = vite.environments["server"];
      if (!http || !env || !isRunnableDevEnvironment(env)) return;
      const { runner } = env;
      const start = async (before: Promise<App.App> | undefined): Promise<App.App> => {
        const { workers } = await bundleServer(at("."));
        const module: typeof App = await runner.import(at("./server/app.ts"));
        // One after another: the data folder is one server's alone.
        await before?.then((running) => running.close()).catch(() => {});
        return module.createAppFromEnvironment(workers);
      };
      const restart = (): void => {
        app = start(app);
        app.catch((error: unknown) => vite.config.logger.error(String(error)));
      };
      http.once("listening", restart);
      vite.middlewares.use((request, response, next) => {
        if (!app || !ours.test(request.url ?? "")) return next();
        app.then((running) => running.handle(request, response), next);
      });
      http.on("upgrade", (request, socket, head) => {
        if (!app || !ours.test(request.url ?? "")) return;
        app.then(
          (running) => running.upgrade(request, socket, head),
          () => socket.destroy(),
        );
      });
      vite.watcher.add([at("./server"), at("./shared")]);
      vite.watcher.on("change", (file) => {
        const isOurs = env.moduleGraph.getModulesByFile(file) || file.startsWith(at("./server/"));
        if (isOurs) setTimeout(restart, 50);
      });
    },
    // When Vite ends or restarts itself: the data folder must be free again.
    async closeBundle() {
      await app?.then((running) => running.close()).catch(() => {});
    },
  };
}

/**
 * pdf.js fetches its decoders, character maps, fonts and colour profiles by name. They are shipped from
 * our own origin under its version, where client/papers/intake asks for them.
 */
function pdfParts(): Plugin {
  const from = at("./node_modules/pdfjs-dist");
  const { version } = JSON.parse(readFileSync(`${from}/package.json`, "utf8")) as {
    version: string;
  };
  const under = `assets/pdfjs-${version}`;
  const files = ["wasm", "cmaps", "standard_fonts", "iccs"].flatMap((folder) =>
    readdirSync(`${from}/${folder}`).map((name) => `${folder}/${name}`),
  );
  return {
    name: "noticeboard:pdf-parts",
    applyToEnvironment: ({ name }) => name === "client",
    configureServer(vite) {
      vite.middlewares.use(`/${under}`, (request, response, next) => {
        const file = files.find((name) => request.url === `/${name}`);
        if (!file) return next();
        if (file.endsWith(".js")) response.setHeader("content-type", "text/javascript");
        if (file.endsWith(".wasm")) response.setHeader("content-type", "application/wasm");
        createReadStream(`${from}/${file}`).pipe(response);
      });
    },
    generateBundle() {
      for (const file of files) {
        this.emitFile({
          type: "asset",
          fileName: `${under}/${file}`,
          source: readFileSync(`${from}/${file}`),
        });
      }
    },
  };
}

/**
 * libheif, which decodes HEIC, is under the LGPL: its file is shipped as it was published, and the licence
 * with it. (client/papers/intake/worker/read-heic.ts)
 */
function heicLicence(): Plugin {
  return {
    name: "noticeboard:heic-licence",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle() {
      const from = at("./node_modules/libheif-js/libheif-wasm/LICENSE");
      this.emitFile({
        type: "asset",
        fileName: "assets/libheif-LICENSE.txt",
        source: readFileSync(from),
      });
    },
  };
}

/** Beside each built text file its `.br` and `.gz`, which the server sends as they are: first load matters. */
function precompressed(): Plugin {
  const text = /\.(html|js|mjs|css|svg|json|wasm|ttf|otf|pfb|bcmap|icc|webmanifest)$/;
  return {
    name: "noticeboard:precompressed",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    async closeBundle() {
      const folder = at("./dist/client");
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const compress = async (name: string): Promise<void> => {
        const bytes = readFileSync(`${folder}/${name}`);
        if (bytes.length < 1_024) return;
        // What is loaded first is worth the seconds; workers and pdf.js's parts come when a PDF does.
        const quality = /pdfjs-|libheif/.test(name) ? 5 : bytes.length > 300_000 ? 9 : 11;
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
        writeFileSync(`${folder}/${name}.br`, await promisify(brotliCompress)(bytes, { params }));
        writeFileSync(`${folder}/${name}.gz`, await promisify(gzip)(bytes, { level: 9 }));
      };
      await Promise.all(names.filter((name) => text.test(name)).map(compress));
    },
  };
}

export default defineConfig({
  root: at("./client"),
  plugins: [react(), serverInDev(), pdfParts(), heicLicence(), precompressed()],
  resolve: { alias: { "lib0/logging": at("./client/sync/plain-logging.ts") } },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments))
        await builder.build(environment);
    },
  },
  build: {
    outDir: at("./dist/client"),
    emptyOutDir: true,
    modulePreload: {
      // Every browser that can show a board preloads modules by itself.
      polyfill: false,
      // A page comes at once, with all that it imports. Of a board's parts, fetched in quiet time
      // (client/board/parts.ts), those names would weigh more in the first load than the way they save.
      resolveDependencies: (_file, names, { hostId, hostType }) =>
        hostType === "html" || hostId.startsWith("assets/index-")
          ? names
          : names.filter((name) => name.endsWith(".css")),
    },
  },
  // The same address in development as in service.
  server: { port: Number(process.env["PORT"] ?? 4444), strictPort: true },
  worker: { format: "es" },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What every board reads comes as one: cut up by which chunk uses what, it compresses worse. Without
            // what it imports, or the start page would fetch the board's libraries.
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                {
                  name: "board",
                  test: /\/shared\/(geometry|records|text|papers|board|sorting\/(piles|places|reorder))\b/,
                  minShareCount: 2,
                },
              ],
            },
          },
        },
      },
    },
    server: {
      consumer: "server",
      build: {
        ssr: true,
        copyPublicDir: false,
        outDir: at("./dist/server"),
        emptyOutDir: true,
        sourcemap: true,
        target: "node20",
        rolldownOptions: {
          input: {
            main: at("./server/main.ts"),
            "log-worker": at("./server/storage/log-worker.ts"),
            "keeper-worker": at("./server/keeper/keeper-worker.ts"),
          },
        },
      },
    },
  },
  test: {
    root: at("."),
    projects: [
      {
        test: {
          name: "fast",
          root: at("."),
          include: ["test/{unit,property,house}/**/*.test.{ts,tsx}"],
          setupFiles: ["test/fixtures/same-chance.ts"],
          pool: "threads",
          isolate: false,
          // A busy machine is no fault of the code.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          root: at("."),
          include: ["test/integration/**/*.test.ts"],
          pool: "forks",
          testTimeout: 90_000,
        },
      },
      {
        // The crash test again, with many more rounds: `npm run test:crash`.
        test: {
          name: "crash",
          root: at("."),
          include: ["test/integration/crash.test.ts"],
          pool: "forks",
          env: { CRASH_ROUNDS: "50" },
          testTimeout: 1_200_000,
        },
      },
      {
        test: {
          name: "e2e",
          root: at("."),
          include: ["test/e2e/**/*.test.ts"],
          pool: "forks",
          fileParallelism: false,
          // Real browsers on a busy machine: the report names what passed at the second try only.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        // Benchmarks: they measure and print, and never fail for being slow.
        test: {
          name: "load",
          root: at("."),
          include: ["test/load/**/*.bench.ts"],
          pool: "forks",
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

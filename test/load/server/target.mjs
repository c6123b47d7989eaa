/**
 * Our server as a target of the harness (its `--targets`). Built first where the sources have changed;
 * `run.mjs` names the build, so that it is not looked for before each run.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export async function buildServer() {
  const { runnerImport } = await import("vite");
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const { module } = await runnerImport(
    fileURLToPath(new URL("server/dev/bundle.ts", `file://${root}`)),
  );
  return dirname((await module.bundleServer(root)).main);
}

const bundle = process.env.NOTICEBOARD_BUNDLE ?? (await buildServer());

export default [
  {
    name: "ours",
    node: ["start.mjs"],
    protocol: "y-websocket",
    env: { NOTICEBOARD_BUNDLE: bundle },
    persistent: true,
  },
];

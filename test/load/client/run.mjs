/**
 * `npm run bench:client`: our table beside tldraw and Excalidraw, in the same browser and the same run, by
 * the harness beside the project; then every row as a ratio to the better of the two, and the goals.
 *
 *     npm run bench:client                             the usual boards, two rounds, about ten minutes
 *     npm run bench:client -- --full                   every size and gesture, five rounds: hours
 *     npm run bench:client -- --kinds interact --sizes 1000:60 --cpu 4 --only zoom --rounds 1
 *
 * What follows is passed on to the harness (its README). Its folder may be named in
 * NOTICEBOARD_BENCH_CLIENT; it is copied, and installed and built there, unless it is installed already.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  checkNode,
  ensureBuilt,
  ensurePackages,
  ensureTestTools,
  giveUp,
  root,
  run,
} from "../../../.ci/prepare.mjs";
import { goalsOf, rowsOf, tableOf } from "./goals.mjs";
import { ensureTiers } from "./tiers.mjs";

const given = resolve(root, process.env.NOTICEBOARD_BENCH_CLIENT ?? "../shared/bench/client");
if (!existsSync(join(given, "src/run.mjs"))) {
  giveUp(`The harness is not at ${given}: name its folder in NOTICEBOARD_BENCH_CLIENT.`);
}
checkNode();
ensurePackages();
ensureTestTools();
ensureBuilt();
const work = join(root, "node_modules/.cache/noticeboard/bench-client");
mkdirSync(work, { recursive: true });
const harness = installed(given) ? given : copyOf(given);
if (!existsSync(join(harness, ".cache/fixtures/scan-299.jpg"))) {
  run("npm", ["run", "fixtures"], { cwd: harness, env: browserEnv() });
}
process.env.BENCH_CHROMIUM ??= process.env.CHROMIUM;
const tiersFolder = join(work, "tiers");
await ensureTiers(harness, tiersFolder);

// A copy, so that a build made meanwhile does not pull the page away from under the run.
const product = join(work, "product");
rmSync(product, { recursive: true, force: true });
cpSync(join(root, "dist"), product, { recursive: true });

const asked = process.argv.slice(2).filter((word) => word !== "--full");
const out = join(work, "last.jsonl");
rmSync(out, { force: true });
/** A chunk that hangs must not keep the rest of a night's run from being made. */
const chunkMs = 90 * 60_000;
const plan = asked.length > 0 ? [asked] : process.argv.includes("--full") ? full() : usual();
let status = 0;
const begun = Date.now();
for (const chunk of plan) {
  const apps = ["tldraw", "excalidraw", fileURLToPath(new URL("adapter.mjs", import.meta.url))];
  const args = ["--apps", apps.join(","), "--out", out, ...chunk];
  const done = spawnSync(process.execPath, [join(harness, "src/run.mjs"), ...args], {
    cwd: harness,
    stdio: "inherit",
    env: {
      ...browserEnv(),
      NOTICEBOARD_HARNESS: harness,
      NOTICEBOARD_TIERS: tiersFolder,
      NOTICEBOARD_PRODUCT: product,
    },
    timeout: chunkMs,
  });
  status ||= done.status ?? 1;
}
const records = readFileSync(out, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const rows = rowsOf(records, join(product, "client"));
writeFileSync(join(work, "last.json"), JSON.stringify(rows, null, 1));
process.stdout.write(`\n${tableOf(rows)}\n\n${goalsOf(rows)}\n`);
process.stdout.write(
  `\n${((Date.now() - begun) / 60_000).toFixed(1)} minutes; every round in ${out}\n`,
);
process.exitCode = status;

/** The boards that the goals speak of, and a taste of the others. */
function usual() {
  const part = (kinds, sizes, cpu, more = []) => [
    "--kinds",
    kinds,
    "--sizes",
    sizes,
    "--cpu",
    cpu,
    "--rounds",
    "1",
    ...more,
  ];
  const short = ["--seconds", "3", "--warmup", "off"];
  return [
    part("start,memory,bytes", "200:300", "1", ["--retries", "0"]),
    part("start", "200:300", "4", short),
    part("interact", "200:300", "1,4", short),
    part("interact", "5000:0", "4", [...short, "--only", "panOverview,zoom,drag200"]),
  ];
}

function full() {
  const sizes = [200, 1000, 5000, 20000].flatMap((n) => [0, 60, 300].map((m) => `${n}:${m}`));
  return sizes.flatMap((size) => [
    ["--kinds", "start,interact", "--sizes", size, "--cpu", "1,4", "--rounds", "5"],
    ["--kinds", "memory,bytes", "--sizes", size, "--cpu", "1", "--rounds", "3", "--warmup", "off"],
  ]);
}

function browserEnv() {
  const { CHROMIUM, BENCH_CHROMIUM = CHROMIUM } = process.env;
  return { ...process.env, ...(BENCH_CHROMIUM ? { BENCH_CHROMIUM } : {}) };
}

function installed(folder) {
  return existsSync(join(folder, "node_modules")) && existsSync(join(folder, "dist"));
}

/** A copy with its packages and the peers' pages, made again when the harness changed. */
function copyOf(folder) {
  const copy = join(work, "harness");
  const isKept = (file) =>
    existsSync(join(copy, file)) && same(join(folder, file), join(copy, file));
  const stays = installed(copy) && isKept("package-lock.json") && isKept("src/rounds.mjs");
  cpSync(folder, copy, { recursive: true });
  if (stays) return copy;
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: copy });
  run("npm", ["run", "build"], { cwd: copy });
  return copy;
}

function same(a, b) {
  return readFileSync(a).equals(readFileSync(b));
}

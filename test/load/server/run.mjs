/**
 * `npm run bench:server [-- --scenario fanout,coldjoin --rounds 3]`: our server beside y-websocket's
 * and Hocuspocus, in the same run, by the harness beside the project; then the goals and whether they
 * are met. Everything else is passed on to the harness (`--set secs=3`, `--lock FILE` and so on).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNode, ensurePackages, giveUp, root } from "../../../.ci/prepare.mjs";
import { goalsOf, tableOf } from "./goals.mjs";

const scenarios = "fanout,awareness,coldjoin,idle,bigroom,rooms,durability,badinput";

const harness = resolve(root, process.env.NOTICEBOARD_BENCH ?? "../shared/bench/server");
if (!existsSync(join(harness, "compare.mjs"))) {
  giveUp(
    `The load harness is not at ${harness}: name its folder (the one with compare.mjs) in NOTICEBOARD_BENCH.`,
  );
}
checkNode();
ensurePackages();
// Its packages are asked for only now, when they are there.
const { buildServer } = await import("./target.mjs");

const work = join(root, "node_modules/.cache/noticeboard/bench");
mkdirSync(work, { recursive: true });
const result = join(work, "last.json");
const asked = process.argv.slice(2);
const usual = {
  "--peers": "yws,hocuspocus",
  "--candidate": "ours",
  "--targets": fileURLToPath(new URL("target.mjs", import.meta.url)),
  "--scenario": scenarios,
  "--rounds": "3",
  "--out": result,
  "--data": join(work, "data"),
};
const args = Object.entries(usual)
  .filter(([name]) => !asked.includes(name))
  .flat();
const { status } = spawnSync(
  process.execPath,
  [join(harness, "compare.mjs"), ...args, "--set", `cache=${work}`, ...asked],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NOTICEBOARD_BUNDLE: await buildServer() },
  },
);
const out = asked.includes("--out") ? resolve(root, asked[asked.indexOf("--out") + 1]) : result;
process.stdout.write(`\n${tableOf(goalsOf(JSON.parse(readFileSync(out, "utf8"))))}\n`);
process.exitCode = status ?? 1;

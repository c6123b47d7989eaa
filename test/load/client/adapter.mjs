/**
 * Our app as the harness's candidate: the built server as a process of its own with an empty data
 * folder, a real team and a fresh board for every visit, filled over HTTP and the y-websocket lane.
 *
 * A scene of the harness has 200x120 cards and 300x400 scans. Ours are notes and papers, drawn at
 * `unit` board units for one of the scene's: a page of a paper lies 160 wide. Notes stand where the scene
 * has its cards, above the papers, which lie where our layout puts them.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runnerImport } from "vite";
import { bridge } from "./bridge.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const {
  NOTICEBOARD_HARNESS: harness,
  NOTICEBOARD_TIERS: tiersFolder,
  NOTICEBOARD_PRODUCT: product,
} = process.env;
const { views } = await import(pathToFileURL(join(harness, "src/scene.mjs")).href);

/** Board units for one unit of a scene. */
const unit = 160 / 300;

let server;
let url;
let team;
let seed;
/** What the bridge of the next visit needs to know. */
let visit;

async function post(path, body, cookie) {
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return { body: await answer.json(), cookie: answer.headers.get("set-cookie")?.split(";")[0] };
}

function start(data) {
  const env = { ...process.env, PORT: "0", NOTICEBOARD_DATA: data, PUBLIC_URL: "" };
  server = spawn(process.execPath, [join(product, "server/main.js")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      const ready = /ready at http:\/\/localhost:(\d+)/.exec(String(chunk));
      if (ready) resolve(`http://127.0.0.1:${ready[1]}`);
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/**
 * A door in front of the server that leaves away the header which keeps its pages in a process of their
 * own: the harness measures the process it opened first, and slows that one down.
 */
function openDoor(behind) {
  const door = createServer((asked, answer) => {
    const { method, headers, url: path } = asked;
    const passed = request(new URL(path, behind), { method, headers }, (given) => {
      const { "cross-origin-opener-policy": _, ...kept } = given.headers;
      answer.writeHead(given.statusCode, kept);
      given.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  door.on("upgrade", ({ headers, url: path }, socket) => {
    const passed = request(new URL(path, behind), { headers });
    passed.on("upgrade", ({ rawHeaders }, other) => {
      const lines = rawHeaders.reduce((all, word, i) => all + word + (i % 2 ? "\r\n" : ": "), "");
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines}\r\n`);
      for (const [one, to] of [
        [socket, other],
        [other, socket],
      ]) {
        one.on("error", () => to.destroy());
        one.pipe(to);
      }
    });
    passed.on("error", () => socket.destroy());
    passed.end();
  });
  return new Promise((resolve) => door.listen(0, "127.0.0.1", () => resolve(door)));
}

let data;
let door;

export default {
  name: "noticeboard",
  zoomDelta: (from, to, steps) => (Math.log(from / to) / steps) * 100,
  keys: { select: ["v", "KeyV", 86], ink: ["p", "KeyP", 80] },
  minZoom: 0.1,
  /** Asked for once a visit, after `seed`. */
  get bridge() {
    return `(${bridge.toString()})(${JSON.stringify(visit)})`;
  },
  async setup() {
    data = mkdtempSync(join(tmpdir(), "noticeboard-bench-"));
    door = await openDoor(await start(data));
    url = `http://127.0.0.1:${door.address().port}`;
    const started = await post("/api/start", { teamName: "Bench", name: "Maya" });
    team = { id: started.body.teamId, cookie: started.cookie };
    const { module } = await runnerImport(here("seed.ts"));
    seed = module.seedScene;
  },
  async teardown() {
    door.closeAllConnections();
    door.close();
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  },
  async seed(_context, scene) {
    const path = `/api/teams/${team.id}/boards`;
    const { boardId } = (await post(path, { title: "Bench" }, team.cookie)).body;
    await seed({ url, cookie: team.cookie, boardId, scene, unit, tiersFolder });
    const { cards, images, imagesTop, n, m } = scene;
    visit = {
      cookie: team.cookie,
      host: new URL(url).host,
      unit,
      imagesTop,
      n,
      m,
      overview: views(scene).overview,
      // What the harness looks at by its middle: ours are looked for where they lie.
      middles: [...cards, ...images].map(({ id, x, y, w, h }) => [id, x + w / 2, y + h / 2]),
    };
    return { url: `${url}/board/${boardId}?bench=1` };
  },
};

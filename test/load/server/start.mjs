/**
 * Our server as the harness starts it: the built one, with real sessions, a real team and real boards.
 *
 * The harness knows rooms by any name, as the last part of the path, and has no cookie. So a thin layer
 * stands before `app.upgrade`: a room seen for the first time becomes a board, made through the HTTP
 * API before the upgrade goes on, and each socket comes as the next of forty members of the team. Which
 * board a room is and who the members are is kept beside the data, so that a restart finds them.
 * Only the limits for each address are raised: the whole load comes from one.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

const { PORT, HOST, DATA_DIR, NOTICEBOARD_BUNDLE } = process.env;
const members = 40;
const many = 1_000_000_000;

const built = (name) => pathToFileURL(join(NOTICEBOARD_BUNDLE, name));
// As `noticeboard serve` does: server/ops/young-space.ts.
setFlagsFromString("--semi-space-growth-factor=1");
const { createApp } = await import(built("app.js").href);
const report = (level) => (facts, message) =>
  void process.stderr.write(`${JSON.stringify({ level, ...facts, message })}\n`);
const app = await createApp({
  dataFolder: join(DATA_DIR, "data"),
  logWorker: built("log-worker.js"),
  workers: { log: built("log-worker.js"), keeper: built("keeper-worker.js") },
  log: { debug() {}, info() {}, warn: report("warn"), error: report("error") },
  limits: {
    requestsPerMinute: many,
    uploadsPerMinute: many,
    socketsPerAddress: many,
    socketsPerMinute: many,
  },
});

const inside = createServer((asked, answer) => app.handle(asked, answer));
await new Promise((resolve) => inside.listen(0, "127.0.0.1", resolve));
const agent = new Agent({ keepAlive: true });

/** One request to the app over HTTP; answers with its body and the cookie it set. */
function post(path, body, cookie) {
  const headers = { "content-type": "application/json", ...(cookie ? { cookie } : {}) };
  const { port } = inside.address();
  return new Promise((resolve, reject) => {
    const asking = request({ agent, host: "127.0.0.1", port, path, method: "POST", headers });
    asking.on("error", reject);
    asking.on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      answer.on("end", () => {
        if (answer.statusCode !== 201) return reject(new Error(`${path}: ${answer.statusCode}`));
        const set = answer.headers["set-cookie"]?.[0]?.split(";")[0];
        resolve({ body: JSON.parse(text), cookie: set });
      });
    });
    asking.end(JSON.stringify(body));
  });
}

async function makeTeam() {
  const first = await post("/api/start", { teamName: "Load", name: "Member 1" });
  const cookies = [first.cookie];
  while (cookies.length < members) {
    const name = `Member ${cookies.length + 1}`;
    cookies.push((await post("/api/join", { token: first.body.invite, name })).cookie);
  }
  return { teamId: first.body.teamId, cookies };
}

const teamFile = join(DATA_DIR, "team.json");
if (!existsSync(teamFile)) writeFileSync(teamFile, JSON.stringify(await makeTeam()));
const team = JSON.parse(readFileSync(teamFile, "utf8"));

// In files rather than in memory: what an idle room costs is measured.
const roomsFolder = join(DATA_DIR, "rooms");
mkdirSync(roomsFolder, { recursive: true });
const fileOf = (room) => join(roomsFolder, createHash("sha256").update(room).digest("hex"));
const making = new Map();

async function makeBoard(room) {
  const path = `/api/teams/${team.teamId}/boards`;
  const { body } = await post(path, { title: "Load" }, team.cookies[0]);
  writeFileSync(fileOf(room), body.boardId);
  making.delete(room);
  return body.boardId;
}

function boardOf(room) {
  if (existsSync(fileOf(room))) return readFileSync(fileOf(room), "utf8");
  if (!making.has(room)) making.set(room, makeBoard(room));
  return making.get(room);
}

let sockets = 0;
const outside = createServer((asked, answer) => app.handle(asked, answer));
async function upgrade(asked, socket, head) {
  const cookie = team.cookies[sockets++ % team.cookies.length];
  const room = asked.url.slice(asked.url.lastIndexOf("/") + 1);
  asked.url = `/sync/board/${await boardOf(room)}`;
  asked.headers.cookie = cookie;
  if (!app.upgrade(asked, socket, head)) socket.destroy();
}
outside.on("upgrade", (asked, socket, head) => {
  socket.on("error", () => {});
  void upgrade(asked, socket, head);
});
outside.listen(Number(PORT), HOST, () => setFlagsFromString("--semi-space-growth-factor=2"));

process.on("SIGTERM", () => {
  outside.close();
  void app.close().then(() => process.exit(0));
});

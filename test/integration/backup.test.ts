/**
 * A backup is all the data as it was at one moment, made while people work, and a restore brings back
 * exactly that or nothing. On real processes, as they are run on a real machine.
 */
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { BoardId } from "../../shared/base/ids.ts";
import { claiming, jpeg } from "../fixtures/pictures.ts";
import { connect, type LaneClient, synced } from "./lane-client.ts";
import { createVisitor, newFolder, until, type Visitor } from "./running-server.ts";
import { runToEnd, type ServerProcess, startCommand, startProcess } from "./server-process.ts";

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

interface Stage {
  readonly data: string;
  readonly server: ServerProcess;
  readonly maya: Visitor;
  readonly teamId: string;
  readonly boardId: BoardId;
  readonly lane: string;
}

async function openBoard(): Promise<Stage> {
  const data = newFolder();
  const server = await startProcess({ NOTICEBOARD_DATA: data });
  const maya = createVisitor(server.url);
  const { teamId } = await maya.start();
  const boardId = await maya.newBoard(teamId);
  return { data, server, maya, teamId, boardId, lane: `board/${boardId}` };
}

const backup = (data: string, to: string) => runToEnd({ NOTICEBOARD_DATA: data }, ["backup", to]);
const restore = (from: string, data: string) =>
  runToEnd({ NOTICEBOARD_DATA: data }, ["restore", from]);

const notesOf = ({ doc }: LaneClient): ReadonlySet<string> => new Set(doc.getMap("notes").keys());

/** What the same person's browser gets from another server. */
const askOf = (url: string, who: Visitor, path: string): Promise<Response> =>
  fetch(`${url}${path}`, { headers: { Cookie: who.cookie() } });

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a backup", () => {
  test("made while people work holds all that was acknowledged before it began, and is of one moment", async () => {
    const { data, server, maya, boardId, lane } = await openBoard();
    const writers = Array.from({ length: 4 }, () => connect(server.url, lane, maya.cookie()));
    await Promise.all(writers.map(synced));
    let working = true;
    // Each writer numbers its notes: a moment is a prefix of what each wrote.
    const work = writers.map(async (client, who) => {
      for (let i = 0; working; i++) {
        client.doc.getMap("notes").set(`${who}/${i}`, "x".repeat(50));
        while (client.sent() - client.acked() > 20) await nextTurn();
        await nextTurn();
      }
    });
    await until("some work is saved", () => writers.every((client) => client.acked() > 50));
    const picture = claiming(20, 30);
    await maya.ask("POST", `/api/boards/${boardId}/blobs`, picture);
    const saved = writers.map((client) => client.acked());

    const target = join(newFolder(), "backup");
    const made = await backup(data, target);
    working = false;
    await Promise.all(work);
    expect([made.code, made.stderr]).toEqual([0, ""]);
    const data2 = join(newFolder(), "again");
    expect((await restore(target, data2)).code).toBe(0);
    const second = await startProcess({ NOTICEBOARD_DATA: data2 });
    // Who was connected to the first one may hold more than this one: it is told so.
    const page = connect(second.url, lane, maya.cookie(), { doc: writers[0]?.doc ?? new Y.Doc() });
    await until("an open page is told", () => page.refused[0]?.code === 4409);
    const answer = await askOf(second.url, maya, `/api/boards/${boardId}`);
    const { epoch } = (await answer.json()) as { epoch: number };
    const reader = connect(second.url, lane, maya.cookie(), { epoch });
    await synced(reader);
    const notes = notesOf(reader);
    writers.forEach((client, who) => {
      const kept = [...notes].filter((note) => note.startsWith(`${who}/`)).length;
      // Of its content frames the first is step 2, the handing over of nothing.
      expect(kept).toBeGreaterThanOrEqual((saved[who] ?? 0) - 1);
      expect(kept).toBeLessThan(notesOf(client).size);
      for (let i = 0; i < kept; i++) expect(notes.has(`${who}/${i}`)).toBe(true);
    });
    const image = await askOf(second.url, maya, `/api/boards/${boardId}/blobs/${sha256(picture)}`);
    expect(Buffer.from(await image.arrayBuffer())).toEqual(picture);
  });

  test("made of a stopped server keeps its invitations and its sessions", async () => {
    const { data, server, maya, teamId } = await openBoard();
    const before = await (await maya.ask("GET", `/api/teams/${teamId}`)).json();
    await server.end("SIGTERM");
    const target = join(newFolder(), "backup");
    expect((await backup(data, target)).code).toBe(0);
    const data2 = newFolder();
    expect((await restore(target, data2)).code).toBe(0);
    expect(readdirSync(data2).filter((name) => name.startsWith("restoring"))).toEqual([]);
    expect(sizeOf(join(data2, "noticeboard.db-wal"))).toBe(0);
    const again = await startProcess({ NOTICEBOARD_DATA: data2 });
    expect(await (await askOf(again.url, maya, `/api/teams/${teamId}`)).json()).toEqual(before);
  });

  test("says which images are damaged or missing, and holds the rest", async () => {
    const { data, server, maya, boardId } = await openBoard();
    const path = `/api/boards/${boardId}/blobs`;
    const kept = claiming(10, 10);
    const bad = [jpeg, claiming(11, 11)];
    for (const bytes of [kept, ...bad]) await maya.ask("POST", path, bytes);
    await server.end("SIGTERM");
    const fileOf = (root: string, bytes: Buffer): string => {
      const hash = sha256(bytes);
      return join(root, "blobs", hash.slice(0, 2), hash.slice(2, 4), hash);
    };
    appendFileSync(fileOf(data, bad[0] as Buffer), "!");
    rmSync(fileOf(data, bad[1] as Buffer));
    const target = join(newFolder(), "backup");
    const { code, stderr } = await backup(data, target);
    expect(code).toBe(1);
    for (const bytes of bad) {
      expect(stderr).toContain(`The image ${sha256(bytes)} is missing or damaged`);
      expect(existsSync(fileOf(target, bytes))).toBe(false);
    }
    const data2 = join(newFolder(), "data");
    const restored = await restore(target, data2);
    expect(restored.code).toBe(0);
    expect(restored.stderr).toContain(sha256(jpeg));
    expect(readFileSync(fileOf(data2, kept))).toEqual(kept);
  });

  test("is not made where something lies already, nor inside the data, nor of no data", async () => {
    const { data } = await openBoard();
    const target = newFolder();
    writeFileSync(join(target, "mine"), "");
    const full = await backup(data, target);
    expect([full.code, full.stderr]).toEqual([
      1,
      `${target} is not empty. A backup is made into a new folder.\n`,
    ]);
    expect(readdirSync(target)).toEqual(["mine"]);
    expect((await backup(data, join(data, "backup"))).code).toBe(1);
    expect(existsSync(join(data, "backup"))).toBe(false);
    const nothing = await backup(newFolder(), join(newFolder(), "backup"));
    expect(nothing.code).toBe(1);
    expect(nothing.stderr).toContain("There is no Noticeboard data in ");
  });

  test("called off leaves nothing behind", async () => {
    const { data, maya, boardId } = await openBoard();
    for (let i = 1; i <= 40; i++)
      await maya.ask("POST", `/api/boards/${boardId}/blobs`, claiming(100, i));
    const target = join(newFolder(), "backup");
    const running = await startCommand({ NOTICEBOARD_DATA: data }, ["backup", target]);
    await until("it is under way", () => running.stdout() !== "");
    expect(await running.end("SIGINT")).toBe(130);
    expect(running.stderr()).toBe("Called off. Nothing was left half done.\n");
    expect(existsSync(target)).toBe(false);
  });
});

describe("a restore", () => {
  async function madeBackup(): Promise<string> {
    const { data, server, maya, boardId } = await openBoard();
    await maya.ask("POST", `/api/boards/${boardId}/blobs`, jpeg);
    await server.end("SIGTERM");
    const target = join(newFolder(), "backup");
    expect((await backup(data, target)).code).toBe(0);
    return target;
  }

  test("touches nothing where there is data already", async () => {
    const target = await madeBackup();
    const { data, server } = await openBoard();
    await server.end("SIGTERM");
    const before = readFileSync(join(data, "noticeboard.db"));
    const { code, stderr } = await restore(target, data);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `The data folder ${data} is not empty. Nothing in it was touched: move it away, or set NOTICEBOARD_DATA to a new folder.\n`,
    );
    expect(readFileSync(join(data, "noticeboard.db"))).toEqual(before);
  });

  const image = (target: string): string => {
    const hash = sha256(jpeg);
    return join(target, "blobs", hash.slice(0, 2), hash.slice(2, 4), hash);
  };
  const damages: readonly (readonly [string, (target: string) => void])[] = [
    ["was broken off", (target) => rmSync(join(target, "manifest.json"))],
    ["lacks an image", (target) => rmSync(image(target))],
    ["has an image cut off", (target) => truncateSync(image(target), 100)],
    [
      "has a changed byte in its database",
      (target) => {
        const path = join(target, "noticeboard.db");
        const bytes = readFileSync(path);
        bytes[5000] = (bytes[5000] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    [
      "has a list that leads out of the folder",
      (target) => {
        const path = join(target, "manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").replaceAll("blobs/", "../blobs/"));
      },
    ],
    ["has a list cut off", (target) => truncateSync(join(target, "manifest.json"), 100)],
    [
      "is of a newer version",
      (target) => {
        const path = join(target, "manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").replace('"version": 1', '"version": 2'));
      },
    ],
  ];
  test.each(damages)(
    "of a backup that %s is refused in words and leaves nothing",
    async (_what, damage) => {
      const target = await madeBackup();
      damage(target);
      for (const data of [join(newFolder(), "data"), newFolder()]) {
        const existed = existsSync(data);
        const { code, stdout, stderr } = await restore(target, data);
        expect([code, stdout]).toEqual([1, ""]);
        expect(stderr).toMatch(/^[A-Z/].+\.\n$/);
        expect(stderr).not.toContain(" at ");
        expect(
          existsSync(data) ? readdirSync(data).filter((name) => name !== "lock.db") : [],
        ).toEqual([]);
        expect(existsSync(data)).toBe(existed);
        const beside = readdirSync(dirname(data)).filter((name) => name.startsWith(basename(data)));
        expect(beside).toEqual(existed ? [basename(data)] : []);
      }
    },
  );
});

/** `noticeboard check` finds what is missing or damaged, names it, and says when all is well. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { openDatabase } from "../../server/storage/sqlite.ts";
import { practiceBoard } from "../fixtures/practice-board.ts";
import { connect, synced } from "./lane-client.ts";
import { createVisitor, newFolder } from "./running-server.ts";
import { runToEnd, startProcess } from "./server-process.ts";
import { imagesOf, type StoredBoard, storeBoard } from "./stored-board.ts";

const check = (folder: string) => runToEnd({ NOTICEBOARD_DATA: folder }, ["check"]);

async function store(): Promise<StoredBoard & { readonly hashes: readonly string[] }> {
  const { doc, files } = practiceBoard();
  return { ...(await storeBoard({ doc, images: imagesOf(files) })), hashes: [...files.keys()] };
}

const fileOf = (folder: string, hash = ""): string =>
  join(folder, "blobs", hash.slice(0, 2), hash.slice(2, 4), hash);

/** The second half of what somebody wrote, as hexadecimal digits. */
function hexOfEnd(): string {
  const doc = new Y.Doc();
  doc.getArray("notes").push(["first"]);
  const before = Y.encodeStateVector(doc);
  doc.getArray("notes").push(["second"]);
  return Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("hex");
}

async function execute(folder: string, sql: string): Promise<void> {
  const database = await openDatabase(join(folder, "noticeboard.db"));
  database.exec(sql);
  database.close();
}

describe("a check", () => {
  test("of a whole data folder says so, with the server running and without", async () => {
    const { folder, boardId } = await store();
    const still = await check(folder);
    expect([still.code, still.stderr]).toEqual([0, ""]);
    expect(still.stdout).toContain("Everything is there and whole.\n");
    const server = await startProcess({ NOTICEBOARD_DATA: folder });
    const maya = createVisitor(server.url);
    const lane = `board/${await maya.newBoard((await maya.start()).teamId)}`;
    const client = connect(server.url, lane, maya.cookie());
    await synced(client);
    for (let i = 0; i < 700; i++) client.doc.getMap("notes").set(`note ${i % 50}`, i);
    await client.saved();
    const running = await check(folder);
    expect([running.code, running.stderr]).toEqual([0, ""]);
    expect(boardId).not.toBe("");
  });

  test("leaves the data as it was", async () => {
    const { folder } = await store();
    const before = readFileSync(join(folder, "noticeboard.db"));
    await check(folder);
    expect(readFileSync(join(folder, "noticeboard.db"))).toEqual(before);
  });

  test("notes images that are left over without calling them wrong", async () => {
    const { folder } = await store();
    const hash = "ab".repeat(32);
    mkdirSync(join(folder, "blobs/ab/ab"), { recursive: true });
    writeFileSync(fileOf(folder, hash), "left over");
    const { code, stdout } = await check(folder);
    expect(code).toBe(0);
    expect(stdout).toContain(`Note: no board has the image ${hash}; it is left over.\n`);
  });

  const damages: readonly (readonly [
    string,
    (stored: Awaited<ReturnType<typeof store>>) => unknown,
    (stored: Awaited<ReturnType<typeof store>>) => string,
  ])[] = [
    [
      "a damaged image",
      ({ folder, hashes }) => appendFileSync(fileOf(folder, hashes[2]), "!"),
      ({ hashes }) => `The image ${hashes[2]} is damaged.\n`,
    ],
    [
      "a missing image",
      ({ folder, hashes }) => rmSync(fileOf(folder, hashes[3])),
      ({ hashes }) => `The image ${hashes[3]} is missing.\n`,
    ],
    [
      "a lane that cannot be read",
      ({ folder }) => execute(folder, "UPDATE upd SET data = x'0102030405'"),
      ({ boardId }) => `The lane board/${boardId} cannot be read.\n`,
    ],
    [
      "a lane whose beginning is gone",
      ({ folder, boardId }) =>
        execute(
          folder,
          `INSERT INTO upd SELECT doc, max(seq) + 1, 0, 'x', x'${hexOfEnd()}' FROM upd
           WHERE doc = 'board/${boardId}'`,
        ),
      ({ boardId }) =>
        `The lane board/${boardId} holds updates that build on others which are not there.\n`,
    ],
    [
      "a state with another index than its own",
      ({ folder, boardId }) =>
        execute(
          folder,
          `INSERT INTO state SELECT doc, data, x'00' FROM upd WHERE doc = 'board/${boardId}';
           DELETE FROM upd; UPDATE doc SET base = 1`,
        ),
      ({ boardId }) => `The lane board/${boardId} has an index that is not the one of its state.\n`,
    ],
    [
      "a board that is gone",
      ({ folder }) => execute(folder, "PRAGMA foreign_keys=OFF; DELETE FROM board"),
      ({ boardId }) => `The lane board/${boardId} belongs to a board that is not there.\n`,
    ],
    [
      "a record that names another which is not there",
      ({ folder }) => execute(folder, "PRAGMA foreign_keys=OFF; DELETE FROM team"),
      () => "The database: a row of member names a row of team that is not there.\n",
    ],
    [
      "a damaged database",
      ({ folder }) => {
        const path = join(folder, "noticeboard.db");
        const bytes = readFileSync(path);
        // The head of a page in the middle.
        bytes.fill(0xff, 8192, 8192 + 64);
        writeFileSync(path, bytes);
      },
      () => "The database",
    ],
    [
      "a missing key",
      ({ folder }) => rmSync(join(folder, "invitations.key")),
      ({ folder }) => `${folder}/invitations.key is missing`,
    ],
  ];
  test.each(damages)("finds %s", async (_what, damage, sentence) => {
    const stored = await store();
    await damage(stored);
    const { code, stderr } = await check(stored.folder);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence(stored));
  });

  test("of data that is not there, or of another version, says so in a sentence", async () => {
    expect((await check(newFolder())).stderr).toContain("There is no Noticeboard data in ");
    const { folder } = await store();
    await execute(folder, "PRAGMA user_version = 999");
    expect((await check(folder)).stderr).toBe(
      "The data was written by a newer Noticeboard. Use its own commands on it.\n",
    );
  });
});

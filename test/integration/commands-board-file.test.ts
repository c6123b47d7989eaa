/**
 * A board out of one Noticeboard and into another, as one open file: the same board, and nothing that it
 * does not show. A file that somebody damaged or made up is refused in words, and nothing is changed.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { openZip } from "../../server/commands/zip-reader.ts";
import { createZipWriter } from "../../server/commands/zip-writer.ts";
import { openReading } from "../../server/storage/reading.ts";
import type { BoardId, NoteId } from "../../shared/base/ids.ts";
import { addNote, deleteNotes, noteText } from "../../shared/board/notes.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import { coverPage, deletePapers } from "../../shared/papers/papers.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { addRichNote, block, everyLook } from "../fixtures/blocks.ts";
import { practiceBoard, workedBoard } from "../fixtures/practice-board.ts";
import { newFolder } from "./running-server.ts";
import { runToEnd, startProcess } from "./server-process.ts";
import { imagesOf, type StoredBoard, storeBoard } from "./stored-board.ts";

const origin = "test";
const run = (folder: string, ...args: string[]) => runToEnd({ NOTICEBOARD_DATA: folder }, args);
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function viewOf(folder: string, boardId: string): Promise<BoardView> {
  const reading = await openReading(join(folder, "noticeboard.db"));
  const lane = reading.lane(laneName({ kind: "board", boardId: boardId as BoardId }));
  reading.close();
  const doc = new Y.Doc();
  for (const update of lane ? [lane.snapshot, ...lane.updates] : []) {
    if (update) Y.applyUpdate(doc, update);
  }
  return readBoard(doc);
}

const idIn = (stdout: string): string => /\/board\/([\w-]+)$/m.exec(stdout)?.[1] ?? "";

async function entriesOf(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const file = await open(path);
  try {
    const zip = await openZip(file);
    const entries = new Map<string, Buffer>();
    for (const name of zip.names) entries.set(name, await zip.read(name, 1e9));
    return entries;
  } finally {
    await file.close();
  }
}

async function writeZip(path: string, entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const file: FileHandle = await open(path, "wx");
  const zip = createZipWriter(file);
  for (const [name, bytes] of entries) await zip.add(name, bytes, "deflate");
  await zip.finish();
  await file.close();
}

async function exported(stored: StoredBoard): Promise<string> {
  const file = join(newFolder(), "board.zip");
  const { code, stderr } = await run(stored.folder, "export", stored.boardId, file);
  expect([code, stderr]).toEqual([0, ""]);
  return file;
}

describe("a board's file", () => {
  test("makes an equal board in another Noticeboard, with every image", async () => {
    const board = workedBoard();
    const stored = await storeBoard({ doc: board.doc, images: imagesOf(board.files) });
    const file = await exported(stored);
    const other = await storeBoard({ doc: practiceBoard().doc, images: [], teamName: "Year 5" });
    const { code, stdout, stderr } = await run(other.folder, "import", file);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("The board is with the team “Year 5”, at /board/");
    expect(idIn(stdout)).not.toBe(stored.boardId);
    expect(await viewOf(other.folder, idIn(stdout))).toEqual(readBoard(board.doc));
    for (const bytes of imagesOf(board.files)) {
      const hash = hashOf(bytes);
      const path = join(other.folder, "blobs", hash.slice(0, 2), hash.slice(2, 4), hash);
      expect(readFileSync(path)).toEqual(bytes);
    }
    expect((await run(other.folder, "check")).code).toBe(0);
  });

  test("holds no image of a covered page, says so, and the page stays covered where it comes to", async () => {
    const board = workedBoard();
    const [page] = [...readBoard(board.doc).pages.values()].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    if (!page) throw new Error("there is a page");
    coverPage(board.doc, page.id, true, origin);
    const stored = await storeBoard({ doc: board.doc, images: imagesOf(board.files) });
    const file = join(newFolder(), "board.zip");
    const { code, stderr } = await run(stored.folder, "export", stored.boardId, file);
    expect([code, stderr]).toEqual([0, expect.stringContaining("1 page is covered")]);
    const names = [...(await entriesOf(file)).keys()];
    for (const { hash } of page.tiers) expect(names).not.toContain(`images/${hash}`);
    const other = await storeBoard({ doc: practiceBoard().doc, images: [], teamName: "Year 5" });
    const { stdout } = await run(other.folder, "import", file);
    expect(stdout).toContain("1 page was covered when the file was made");
    const pages = (await viewOf(other.folder, idIn(stdout))).pages;
    expect(pages.get(page.id)).toMatchObject({ covered: true, leftOut: true, tiers: [] });
    expect([...pages.values()].filter(({ leftOut }) => leftOut)).toHaveLength(1);
  });

  test("says the same in plain JSON, with the names that stand on the board", async () => {
    const { doc, files } = workedBoard();
    const stored = await storeBoard({
      doc,
      images: imagesOf(files),
      memberName: "Maya Lind",
      draw: (board, by) =>
        addNote(
          board,
          { id: "mayas" as NoteId, stance: "plain", words: "Hello", pos: { x: 0, y: 0 }, by },
          origin,
        ),
    });
    const readable = (await entriesOf(await exported(stored))).get("board.json")?.toString() ?? "";
    const said = JSON.parse(readable) as {
      title: string;
      papers: readonly { code: string }[];
      people: readonly unknown[];
    };
    expect(said.title).toBe("Exit question: the seasons");
    expect(said.papers.map(({ code }) => code)).toContain("K7M");
    expect(readable).toContain("the same light, over more ground");
    expect(said.people).toEqual([{ id: stored.memberId, name: "Maya Lind" }]);
  });

  test("holds nothing that was deleted, and nothing of a lane that is one person's alone", async () => {
    const board = workedBoard();
    const gone = board.papers[3];
    const secret = new Y.Doc();
    secret.getMap("notes").set("blind", "Unrevealedword");
    const id = "deleted-note" as NoteId;
    const words = "Deletedword";
    addNote(
      board.doc,
      { id, stance: "plain", words, pos: { x: 1, y: 1 }, by: "nobody" as never },
      origin,
    );
    deleteNotes(board.doc, [id], origin);
    if (gone) deletePapers(board.doc, [gone], origin);
    const stored = await storeBoard({
      doc: board.doc,
      images: imagesOf(board.files),
      lanes: (boardId, memberId) =>
        new Map([
          [laneName({ kind: "private", boardId, memberId }), Y.encodeStateAsUpdate(secret)],
        ]),
    });
    const entries = await entriesOf(await exported(stored));
    for (const bytes of entries.values()) {
      for (const word of [words, id, "Unrevealedword", String(gone)]) {
        expect(bytes.includes(word)).toBe(false);
      }
    }
    const images = [...entries.keys()].filter((name) => name.startsWith("images/"));
    expect(images).toHaveLength(board.files.size - 1);
  });

  test("holds what was written with its looks, and no link that a page would not show", async () => {
    const { doc, files } = practiceBoard();
    addRichNote(doc, everyLook, { id: "note-with-looks" });
    addRichNote(doc, [block("p")], { id: "note-with-traps" });
    const hostile = noteText(doc, "note-with-traps" as NoteId);
    for (const a of [
      "javascript:alert(1)",
      "JAVA\nSCRIPT:alert(2)",
      "data:text/html,3",
      "file:///4",
    ]) {
      hostile?.insert(0, "press here ", { a, b: true });
    }
    const stored = await storeBoard({ doc, images: imagesOf(files) });
    const file = await exported(stored);
    const entries = [...(await entriesOf(file))].filter(([name]) => !name.startsWith("images/"));
    const trapped = entries.filter(([, bytes]) =>
      /script:|data:text|file:\/\//i.test(bytes.toString("latin1")),
    );
    expect(trapped.map(([name]) => name)).toEqual([]);
    const other = await storeBoard({ doc: practiceBoard().doc, images: [] });
    const { stdout } = await run(other.folder, "import", file);
    const { notes } = await viewOf(other.folder, idIn(stdout));
    expect(notes.get("note-with-looks" as NoteId)?.blocks).toEqual(everyLook);
    const trap = notes.get("note-with-traps" as NoteId);
    expect(trap?.blocks[0]?.runs).toEqual([
      { kind: "text", text: "press here ".repeat(4), marks: "b", link: undefined },
    ]);
  });

  test("is made while the server runs, and is not taken in then", async () => {
    const { doc, files } = practiceBoard();
    const stored = await storeBoard({ doc, images: imagesOf(files) });
    await startProcess({ NOTICEBOARD_DATA: stored.folder });
    const file = await exported(stored);
    const { code, stderr } = await run(stored.folder, "import", file);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `The server is running on ${stored.folder}. Stop it, import the board, and start it again.\n`,
    );
  });

  test("says which images had not arrived, and can be taken in without them", async () => {
    const { doc, files } = practiceBoard();
    const [missing = Buffer.alloc(0), ...images] = imagesOf(files);
    const stored = await storeBoard({ doc, images });
    const file = join(newFolder(), "board.zip");
    const out = await run(
      stored.folder,
      "export",
      `https://x.example/board/${stored.boardId}`,
      file,
    );
    expect([out.code, out.stderr]).toEqual([
      0,
      `The image ${hashOf(missing)} is not on this server and not in the file.\n`,
    ]);
    expect((await run(stored.folder, "import", file)).code).toBe(0);
  });

  test("goes to the team that is named, and to none if that is not clear", async () => {
    const { doc, files } = practiceBoard();
    const stored = await storeBoard({ doc, images: imagesOf(files), teamName: "Year 4" });
    const file = await exported(stored);
    const wrong = await run(stored.folder, "import", file, "--team", "Year 9");
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toBe(
      `There is no team "Year 9". Say which one with --team and its id:\n  ${stored.teamId}  Year 4\n`,
    );
    for (const team of ["Year 4", stored.teamId]) {
      expect((await run(stored.folder, "import", file, "--team", team)).code).toBe(0);
    }
  });

  test("is not written over another, nor for a board that is not there", async () => {
    const stored = await storeBoard({ doc: practiceBoard().doc, images: [] });
    const file = join(newFolder(), "board.zip");
    expect((await run(stored.folder, "export", "AAAABBBBCCCCDDDD", file)).stderr).toBe(
      `There is no board AAAABBBBCCCCDDDD in ${stored.folder}.\n`,
    );
    expect(readdirSync(join(file, ".."))).toEqual([]);
    writeFileSync(file, "mine");
    expect((await run(stored.folder, "export", stored.boardId, file)).code).toBe(1);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

describe("a file that is none, or that somebody changed", () => {
  type Entries = Map<string, Uint8Array>;
  const json = (entries: Entries, change: (format: Record<string, unknown>) => void): void => {
    const format = JSON.parse(Buffer.from(entries.get("format.json") ?? []).toString()) as Record<
      string,
      unknown
    >;
    change(format);
    entries.set("format.json", Buffer.from(JSON.stringify(format)));
  };
  /** Puts other bytes in place of the board's lane, with the checksum that fits. */
  const relane = (entries: Entries, bytes: Uint8Array): void => {
    entries.set("board.yjs", bytes);
    json(entries, (format) => {
      format["lanes"] = { board: { bytes: bytes.byteLength, sha256: hashOf(bytes) } };
    });
  };
  const firstImage = (entries: Entries): string =>
    [...entries.keys()].find((name) => name.startsWith("images/")) ?? "";

  const changes: readonly (readonly [string, (entries: Entries) => void, string])[] = [
    ["is another program's zip", (e) => e.delete("format.json"), "format.json is missing"],
    [
      "is of a newer form",
      (e) => json(e, (format) => Object.assign(format, { version: 2 })),
      "it was made by a newer Noticeboard",
    ],
    [
      "has a list that names no images",
      (e) => json(e, (format) => Object.assign(format, { images: "all" })),
      "its list of contents is damaged",
    ],
    ["lacks its board", (e) => e.delete("board.yjs"), "board.yjs is missing"],
    [
      "has another board than its list says",
      (e) => e.set("board.yjs", Buffer.from(e.get("board.yjs") ?? []).fill(1, 100, 110)),
      "board.yjs is damaged",
    ],
    ["has a board that is noise", (e) => relane(e, Buffer.from("noise noise")), "is not taken"],
    [
      "has a board that nests too deep",
      (e) => {
        const doc = new Y.Doc();
        let map = doc.getMap<unknown>("meta");
        for (let i = 0; i < 30; i++)
          map = map.set("deeper", new Y.Map<unknown>()) as Y.Map<unknown>;
        relane(e, Y.encodeStateAsUpdate(doc));
      },
      "nests values or shared types deeper than the limit",
    ],
    [
      "has a board of a newer Noticeboard",
      (e) => {
        const doc = new Y.Doc();
        doc.getMap("meta").set("schemaVersion", 99);
        relane(e, Y.encodeStateAsUpdate(doc));
      },
      "its board was made by a newer Noticeboard",
    ],
    [
      "has a document that is no board",
      (e) => {
        const doc = new Y.Doc();
        doc.getMap("todo").set("milk", true);
        relane(e, Y.encodeStateAsUpdate(doc));
      },
      "what it holds is no board",
    ],
    ["lacks an image", (e) => e.delete(firstImage(e)), "is missing"],
    [
      "has an image that is another",
      (e) => e.set(firstImage(e), Buffer.from("another")),
      "is damaged",
    ],
    [
      "does not list an image that a page shows",
      (e) => json(e, (format) => (format["images"] as unknown[]).pop()),
      "of one of its pages is missing",
    ],
    [
      "has an image that is none",
      (e) => {
        const bytes = Buffer.from("<script>");
        e.set(`images/${hashOf(bytes)}`, bytes);
        json(e, (format) => (format["images"] as unknown[]).push(hashOf(bytes)));
      },
      "The body is no PNG, JPEG or WebP image",
    ],
  ];

  test.each(changes)("%s", async (_what, change, sentence) => {
    const { doc, files } = practiceBoard();
    const stored = await storeBoard({ doc, images: imagesOf(files) });
    const entries = new Map<string, Uint8Array>(await entriesOf(await exported(stored)));
    change(entries);
    const file = join(newFolder(), "changed.zip");
    await writeZip(file, entries);
    const other = await storeBoard({ doc: practiceBoard().doc, images: [] });
    const { code, stderr } = await run(other.folder, "import", file);
    expect(code).toBe(1);
    expect(stderr).toContain(`${file} cannot be imported: `);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/ Nothing was changed\.\n$/);
    expect(readdirSync(join(other.folder, "blobs"))).toEqual(["unfinished"]);
    const reading = await openReading(join(other.folder, "noticeboard.db"));
    expect(reading.lanes()).toHaveLength(1);
    reading.close();
  });

  test("is cut off, is empty, or is not there", async () => {
    const { doc, files } = practiceBoard();
    const stored = await storeBoard({ doc, images: imagesOf(files) });
    const file = await exported(stored);
    truncateSync(file, 5_000);
    expect((await run(stored.folder, "import", file)).stderr).toContain("or cut off. Nothing");
    truncateSync(file, 0);
    expect((await run(stored.folder, "import", file)).code).toBe(1);
    expect((await run(stored.folder, "import", `${file}.none`)).stderr).toContain("cannot be read");
    expect(existsSync(`${file}.none`)).toBe(false);
  });
});

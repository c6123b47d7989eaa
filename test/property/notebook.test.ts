import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createHistory } from "../../client/sync/history.ts";
import { bindText } from "../../client/text/bind-text.ts";
import { caretAt, ownerOf, placeOf } from "../../client/text/carets.ts";
import { createTextEditor } from "../../client/text/create-editor.ts";
import {
  isNotebookEmpty,
  markTeamLane,
  notebookText,
  outlineOf,
  startNotebook,
  teamMetaRoot,
} from "../../shared/inquiry/notebook.ts";
import { isClosed, readBlocks } from "../../shared/text/blocks.ts";
import { paragraphsOf, readWords } from "../../shared/text/flat-text.ts";
import { writeBlocks } from "../../shared/text/write-blocks.ts";

const headings = ["What we want to know", "What we tried"];

/** A page with its line to the others: what it sends waits until it is delivered. */
function aPage() {
  const doc = new Y.Doc();
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "line") sent.push(update);
  });
  return { doc, sent };
}
type Page = ReturnType<typeof aPage>;

/** Delivers what every page sent to all others: each in an order of its own. */
function deliver(pages: readonly Page[], order: (count: number) => number[]): void {
  const all = pages.map(({ sent }) => sent.splice(0));
  for (const [to, { doc }] of pages.entries()) {
    const waiting = all.flatMap((updates, from) => (from === to ? [] : updates));
    for (const i of order(waiting.length)) Y.applyUpdate(doc, waiting[i] as Uint8Array, "line");
  }
}

function write({ doc }: Page, words: string): void {
  const text = notebookText(doc);
  writeBlocks(text, readBlocks(text), paragraphsOf(words), { origin: "me" });
}
const wordsIn = ({ doc }: Page): string => readWords(notebookText(doc));
const linesIn = (page: Page): string[] => wordsIn(page).split("\n").toSorted();

/** An order of `count` things drawn from `seed`. */
const drawn =
  (seed: number) =>
  (count: number): number[] =>
    Array.from({ length: count }, (_, i) => i).toSorted(
      (a, b) => (((a + 1) * 7919 * seed) % 104_729) - (((b + 1) * 7919 * seed) % 104_729),
    );

describe("a notebook", () => {
  test("that several begin at once is one, with every line of each once and none doubled", () => {
    const line = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 100_000 }),
        (written, seed) => {
          const pages = written.map((lines) => {
            const page = aPage();
            markTeamLane(page.doc);
            write(page, lines.join("\n"));
            return page;
          });
          deliver(pages, drawn(seed));
          for (const page of pages) {
            expect(linesIn(page)).toEqual(written.flat().toSorted());
            expect(wordsIn(page)).toBe(wordsIn(pages[0] as Page));
            expect(isClosed(notebookText(page.doc))).toBe(true);
            expect(page.doc.getMap(teamMetaRoot).toJSON()).toEqual({ schemaVersion: 1 });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("opened by two editors before a word was written takes what both type", () => {
    const pages = [aPage(), aPage()];
    const bound = pages.map(({ doc }) => {
      const editor = createTextEditor((error) => {
        throw error;
      });
      return bindText(editor, notebookText(doc), "typing");
    });
    for (const { doc, sent } of pages) {
      expect(doc.store.clients.size).toBe(0);
      expect(sent).toEqual([]);
    }
    pages.forEach((page, i) => write(page, ["ours", "theirs"][i] as string));
    deliver(pages, drawn(1));
    for (const page of pages) expect(linesIn(page)).toEqual(["ours", "theirs"]);
    for (const binding of bound) binding.close();
    expect(wordsIn(pages[0] as Page)).toBe(wordsIn(pages[1] as Page));
    expect(linesIn(pages[0] as Page)).toEqual(["ours", "theirs"]);
  });

  test("takes headings only while it is empty, and one undo takes them away again", () => {
    const { doc } = aPage();
    const history = createHistory(doc, [notebookText(doc)], ["me"]);
    expect(isNotebookEmpty(doc)).toBe(true);
    startNotebook(doc, headings, "me");
    expect(outlineOf(readBlocks(notebookText(doc)))).toEqual([
      { index: 0, level: 2, words: "What we want to know" },
      { index: 2, level: 2, words: "What we tried" },
    ]);
    startNotebook(doc, headings, "me");
    expect(outlineOf(readBlocks(notebookText(doc)))).toHaveLength(2);
    history.undo();
    expect(isNotebookEmpty(doc)).toBe(true);
    history.redo();
    expect(isNotebookEmpty(doc)).toBe(false);
    history.destroy();
  });

  test("gives undo one's own words only, never a colleague's", () => {
    const [maya, jonas] = [aPage(), aPage()];
    const history = createHistory(maya.doc, [notebookText(maya.doc)], ["me"]);
    write(maya, "mine");
    deliver([maya, jonas], drawn(1));
    write(jonas, "mine\nand his");
    deliver([maya, jonas], drawn(1));
    history.undo();
    expect(wordsIn(maya)).not.toContain("mine");
    expect(wordsIn(maya)).toContain("and his");
    history.redo();
    expect(linesIn(maya)).toEqual(["and his", "mine"]);
    history.destroy();
  });

  test("tells where carets stand in it by its name", () => {
    const [maya, jonas] = [aPage(), aPage()];
    write(maya, "a caret");
    deliver([maya, jonas], drawn(1));
    const caret = caretAt(notebookText(maya.doc), 2);
    expect(caret?.of).toBe("notebook");
    expect(ownerOf(notebookText(jonas.doc))).toBe("notebook");
    expect(caret && placeOf(notebookText(jonas.doc), caret)).toBe(2);
  });

  test("leaves headings without words out of its outline", () => {
    const head = { type: "h1", depth: 0, checked: false } as const;
    const blank = { kind: "text", text: "  ", marks: "", link: undefined } as const;
    expect(
      outlineOf([
        { ...head, runs: [] },
        { ...head, runs: [blank] },
      ]),
    ).toEqual([]);
  });

  test("whose lane a newer page has marked is left marked as it is", () => {
    const { doc } = aPage();
    doc.getMap(teamMetaRoot).set("schemaVersion", 7);
    markTeamLane(doc);
    expect(doc.getMap(teamMetaRoot).get("schemaVersion")).toBe(7);
  });
});

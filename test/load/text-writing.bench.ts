/**
 * Writing in a real browser: how soon after a double click the caret stands in a note, the editor fetched
 * and not, and what a letter costs the page. Prints figures and fails only where
 * something did not happen at all.
 */
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inquiry } from "../../client/words/en/inquiry.ts";
import { writing } from "../../client/words/en/writing.ts";
import { words } from "../../client/words/words.ts";
import { untilSaved } from "../e2e/acts.ts";
import { type SeededBoard, seedBoard } from "../e2e/seed-board.ts";
import { createStage, type Person, type Stage, until } from "../e2e/stage.ts";

const { board: say, commands } = words;
const times = 12;
const said =
  "They draw the sun and the earth at the same size, so a shadow has no reason to change.";

let stage: Stage;
let maya: Person;
let board: SeededBoard;
const figures: string[] = [];

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  board = await seedBoard(stage, maya, { name: "Maya", papers: 1 });
});
afterAll(async () => {
  await stage?.close();
  process.stdout.write(`\n${figures.join("\n")}\n`);
});

const middleOf = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
const noteField = (page: Page): Locator => page.getByRole("textbox", { name: say.noteWords });

async function openBoard(page: Page): Promise<void> {
  await page.goto(`${stage.url}/board/${board.boardId}`);
  await page.getByRole("region", { name: say.table }).waitFor();
}

interface Came {
  /** Frames from the double click until the caret stands in the words: 1 is the next one. */
  readonly frames: number;
  readonly caretMs: number;
  /** Until the editor is there with its bar. */
  readonly editorMs: number;
}

/** Counts in the page, from the event itself, what a double click on the note leads to. */
async function doubleClick(page: Page): Promise<Came> {
  await page.evaluate(
    ({ field, bar }) => {
      const seen = window as unknown as { came: Promise<Came> };
      seen.came = new Promise((resolve) => {
        const onDouble = (event: Event): void => {
          removeEventListener("dblclick", onDouble, { capture: true });
          const start = event.timeStamp;
          let frames = 0;
          let caret: Pick<Came, "frames" | "caretMs"> | undefined;
          const look = (): void => {
            frames++;
            const focused = document.activeElement;
            const at = getSelection()?.focusNode;
            const isIn =
              focused?.getAttribute("aria-label") === field && focused.contains(at ?? null);
            if (isIn) caret ??= { frames, caretMs: performance.now() - start };
            if (caret && document.querySelector(`[role=toolbar][aria-label="${bar}"]`)) {
              resolve({ ...caret, editorMs: performance.now() - start });
            } else {
              requestAnimationFrame(look);
            }
          };
          requestAnimationFrame(look);
        };
        addEventListener("dblclick", onDouble, { capture: true });
      });
    },
    { field: say.noteWords, bar: writing.bar },
  );
  await page.getByRole("button", { name: say.noteName(said) }).dblclick({ force: true });
  const came = await page.evaluate(() => (window as unknown as { came: Promise<Came> }).came);
  await page.keyboard.press("Escape");
  await noteField(page).waitFor({ state: "detached" });
  return came;
}

function tell(what: string, all: readonly Came[]): void {
  const most = Math.max(...all.map(({ frames }) => frames));
  const editor = middleOf(all.map(({ editorMs }) => editorMs)).toFixed(0);
  const caret = middleOf(all.map(({ caretMs }) => caretMs)).toFixed(1);
  const frames = middleOf(all.map(({ frames: count }) => count));
  figures.push(
    `${what.padEnd(46)} caret in frame ${frames} (at most ${most}), ${caret} ms; editor ${editor} ms`,
  );
}

test("from a double click to the caret", async () => {
  const { page } = maya;
  await openBoard(page);
  await page.keyboard.press("n");
  await page.mouse.click(500, 560);
  await noteField(page).waitFor();
  await page.keyboard.type(said);
  await page.keyboard.press("Escape");
  await untilSaved(page);
  const cold: Came[] = [];
  for (let i = 0; i < 4; i++) {
    const { context, page: fresh } = await stage.newPerson();
    await context.addCookies(await maya.context.cookies());
    await openBoard(fresh);
    await fresh.getByRole("button", { name: say.noteName(said) }).waitFor();
    cold.push(await doubleClick(fresh));
    await context.close();
  }
  tell("a note's first words, the editor not fetched", cold);
  const warm: Came[] = [];
  for (let i = 0; i < times; i++) warm.push(await doubleClick(page));
  tell("a note's words, the editor fetched", warm);
  expect([...cold, ...warm].every(({ frames }) => frames > 0)).toBe(true);
});

/**
 * What the page's thread works for a letter, its frames and all else the page does meanwhile included:
 * time of the processor, so that whoever else is at work on this machine does not count.
 */
async function costOfLetters(page: Page, field: Locator): Promise<number> {
  const count = 100;
  const before = ((await field.textContent()) ?? "").length;
  const chrome = await page.context().newCDPSession(page);
  await chrome.send("Performance.enable");
  const worked = async (): Promise<number> => {
    const { metrics } = await chrome.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN) * 1_000;
  };
  const start = await worked();
  for (let i = 0; i < count; i++) await page.keyboard.press("x");
  const cost = (await worked()) - start;
  expect(((await field.textContent()) ?? "").length).toBe(before + count);
  await chrome.detach();
  return cost / count;
}

test("a letter in the page", async () => {
  const { page } = maya;
  await openBoard(page);
  await page.getByRole("button", { name: say.noteName(said) }).dblclick({ force: true });
  await page.getByRole("toolbar", { name: writing.bar }).waitFor();
  const note = await costOfLetters(page, noteField(page));
  await page.keyboard.press("Escape");
  await page.goto(stage.url);
  await page.getByRole("link", { name: commands.notebook }).click();
  const field = page.getByRole("textbox", { name: inquiry.field });
  await field.click();
  await page.getByRole("toolbar", { name: writing.bar }).waitFor();
  await page.keyboard.insertText(Array.from({ length: 230 }, () => said).join("\n"));
  await until("20,000 letters", async () => ((await field.textContent()) ?? "").length > 19_000);
  await page.keyboard.press("Control+Home");
  const notebook = await costOfLetters(page, field);
  expect(note).toBeGreaterThan(0);
  for (const [what, cost] of [
    ["a letter in a note of 90 letters, in the page", note],
    ["a letter in a notebook of 20,000, in the page", notebook],
  ] as const) {
    figures.push(`${what.padEnd(46)} ${cost.toFixed(1)} ms of the page's thread, frames included`);
  }
});

test("the chunks", () => {
  const folder = "dist/client/assets";
  for (const [name, pattern] of [
    ["the editor", /^write-here-.*\.js$/],
    ["emoji", /^emoji-here-.*\.js$/],
  ] as const) {
    const [chunk = ""] = readdirSync(folder).filter((file) => pattern.test(file));
    const bytes = gzipSync(readFileSync(`${folder}/${chunk}`)).length;
    expect(bytes).toBeGreaterThan(1_000);
    figures.push(`${`the chunk of ${name}, gzip`.padEnd(46)} ${(bytes / 1_000).toFixed(1)} KB`);
  }
});

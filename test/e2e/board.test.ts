/** The table with two people at it, in real browsers: what one does, the other sees. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../shared/base/assert.ts";
import { atRest, saidIn } from "./acts.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

let stage: Stage;
let maya: Person;
let jonas: Person;
let board: SeededBoard;

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  board = await seedBoard(stage, maya, { name: "Maya", papers: 8 });
  jonas = await stage.newPerson();
  await joinTeam(stage, jonas, board.invite, "Jonas");
  for (const { page } of [maya, jonas]) await openBoard(page);
});
afterAll(async () => {
  await stage?.close();
});

const openBoard = async (page: Page, query = ""): Promise<void> => {
  await page.goto(`${stage.url}/board/${board.boardId}${query}`);
  await page.getByRole("region", { name: "Table" }).waitFor();
};
const paper = (page: Page, code: string): Locator =>
  page.getByRole("button", { name: new RegExp(`^Paper ${code}`) });
const heap = (page: Page, name: string): Locator =>
  page.getByRole("region", { name: new RegExp(`^${name}, \\d`) });
/** Whether the page says that the paper lies there: in a heap, with marks on it. */
const saysOf = (page: Page, code: string, said: string) => (): Promise<boolean> =>
  page.getByRole("button", { name: `Paper ${code}, ${said}` }).isVisible();
const isShown = (locator: Locator) => () => locator.isVisible();
const soon = { timeout: 10_000, interval: 30 };

async function boxOf(locator: Locator): Promise<{ x: number; y: number; w: number; h: number }> {
  const box = await locator.boundingBox();
  invariant(box, "it is on the screen");
  return { x: box.x, y: box.y, w: box.width, h: box.height };
}

const middleOf = async (locator: Locator) => {
  const { x, y, w, h } = await boxOf(locator);
  return { x: x + w / 2, y: y + h / 2 };
};

/** Clicks a paper where it lies, once it lies there. */
async function choose(page: Page, code: string): Promise<void> {
  await atRest(paper(page, code));
  await paper(page, code).click({ force: true });
}

async function drag(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  await atRest(from);
  const at = await middleOf(from);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 12, at.y + 6, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
}

/** Whether anything is drawn on the overlay within 12 pixels of a point of the window. */
const isDrawnAt = (page: Page, at: { x: number; y: number }): Promise<boolean> =>
  page.evaluate(({ x, y }) => {
    const canvas = [...document.querySelectorAll("canvas")].at(-1);
    const box = canvas?.getBoundingClientRect();
    const ink = canvas?.getContext("2d");
    if (!canvas || !box || !ink) return false;
    const ratio = canvas.width / box.width;
    const [left, top] = [(x - box.left - 12) * ratio, (y - box.top - 12) * ratio];
    return ink.getImageData(left, top, 24 * ratio, 24 * ratio).data.some((value) => value > 0);
  }, at);

describe("two people at one table", () => {
  test("each sees that the other is here", async () => {
    await expect
      .poll(isShown(maya.page.getByRole("button", { name: /2 people here: .*Jonas/ })), soon)
      .toBe(true);
    await expect
      .poll(isShown(jonas.page.getByRole("button", { name: /2 people here: .*Maya/ })), soon)
      .toBe(true);
  });

  test("a pointer on one table shows on the other", async () => {
    const at = await middleOf(heap(maya.page, "Got it"));
    await maya.page.mouse.move(at.x, at.y);
    await expect.poll(() => isDrawnAt(jonas.page, at), soon).toBe(true);
  });

  test("a dragged paper moves along on the other's table, and stays where it is let go", async () => {
    const theirs = paper(jonas.page, "K02");
    const home = await middleOf(theirs);
    await drag(maya.page, paper(maya.page, "K02"), await middleOf(heap(maya.page, "Not yet")));
    await until("the drag on Jonas's table", async () => {
      const now = await middleOf(theirs);
      return Math.hypot(now.x - home.x, now.y - home.y) > 100;
    });
    expect(await saysOf(jonas.page, "K02", "Unsorted")()).toBe(true);
    await maya.page.mouse.up();
    await expect.poll(saysOf(jonas.page, "K02", "Not yet"), soon).toBe(true);
    await expect.poll(saysOf(maya.page, "K02", "Not yet"), soon).toBe(true);
  });

  test("a drag given up with Escape changes nothing", async () => {
    await drag(maya.page, paper(maya.page, "K03"), await middleOf(heap(maya.page, "Got it")));
    await maya.page.keyboard.press("Escape");
    await maya.page.mouse.up();
    await expect.poll(saysOf(maya.page, "K03", "Unsorted"), soon).toBe(true);
  });

  test("keys sort a stack at speed, and 0 puts a paper back", async () => {
    const { page } = maya;
    await choose(page, "K03");
    for (const key of ["1", "2", "3"]) await page.keyboard.press(key);
    await expect.poll(saysOf(jonas.page, "K03", "Not yet"), soon).toBe(true);
    await expect.poll(saysOf(jonas.page, "K04", "Almost there"), soon).toBe(true);
    await expect.poll(saysOf(jonas.page, "K05", "Got it"), soon).toBe(true);
    expect(await paper(page, "K06").getAttribute("aria-pressed")).toBe("true");
    await choose(page, "K04");
    await page.keyboard.press("0");
    await expect.poll(saysOf(jonas.page, "K04", "Unsorted"), soon).toBe(true);
  });

  test("several papers swept with a frame go to a pile together", async () => {
    const { page } = maya;
    await page.keyboard.press("Escape");
    await atRest(paper(page, "K01"));
    const [first, last] = [await boxOf(paper(page, "K01")), await boxOf(paper(page, "K07"))];
    const tray = await boxOf(heap(page, "Unsorted"));
    await page.mouse.move(tray.x + 3, Math.min(first.y, last.y) - 2);
    await page.mouse.down();
    await page.mouse.move(tray.x + tray.w - 3, first.y + first.h * 0.7, { steps: 6 });
    await page.mouse.up();
    const selected = page.getByRole("button", { pressed: true, name: /^Paper/ });
    const count = await selected.count();
    expect(count).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Send to Got it" }).click();
    await expect
      .poll(isShown(jonas.page.getByRole("region", { name: `Got it, ${count + 1} papers` })), soon)
      .toBe(true);
    await page.keyboard.press("Control+z");
    await expect
      .poll(isShown(jonas.page.getByRole("region", { name: "Got it, 1 paper" })), soon)
      .toBe(true);
    await page.keyboard.press("Escape");
  });

  test("undo takes back one's own act and leaves the other's", async () => {
    await jonas.page.keyboard.press("Escape");
    await choose(jonas.page, "K08");
    await jonas.page.keyboard.press("3");
    await expect.poll(saysOf(maya.page, "K08", "Got it"), soon).toBe(true);
    await choose(maya.page, "K07");
    await maya.page.keyboard.press("1");
    await expect.poll(saysOf(jonas.page, "K07", "Not yet"), soon).toBe(true);
    await jonas.page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(saysOf(maya.page, "K08", "Unsorted"), soon).toBe(true);
    await expect.poll(saysOf(maya.page, "K07", "Not yet"), soon).toBe(true);
    await jonas.page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(saysOf(maya.page, "K08", "Got it"), soon).toBe(true);
  });

  test("a note is written by both at once and loses nobody's letters", async () => {
    const at = await middleOf(heap(maya.page, "Almost there"));
    await maya.page.keyboard.press("Escape");
    await maya.page.keyboard.press("n");
    await maya.page.mouse.click(at.x, at.y);
    await maya.page.keyboard.type("The sun is closer");
    const theirs = jonas.page.getByRole("button", { name: "Note: The sun is closer" });
    await theirs.waitFor();
    await theirs.dblclick({ force: true });
    const field = jonas.page.getByRole("textbox", { name: "Words of the note" });
    await field.waitFor();
    await Promise.all([
      maya.page.keyboard.type(" in summer"),
      (async () => {
        await jonas.page.keyboard.press("Home");
        await jonas.page.keyboard.type("Three say: ", { delay: 15 });
      })(),
    ]);
    const whole = "Three say: The sun is closer in summer";
    await expect.poll(() => saidIn(field), soon).toBe(whole);
    // Jonas's caret stayed where he was writing, though Maya wrote behind it.
    await jonas.page.keyboard.type("yes, ");
    await jonas.page.keyboard.press("Escape");
    await maya.page.keyboard.press("Escape");
    const note = "Note: Three say: yes, The sun is closer in summer";
    await expect.poll(isShown(maya.page.getByRole("button", { name: note })), soon).toBe(true);
  });

  test("a region marked on the table is a notice on the paper for both", async () => {
    const { page } = maya;
    await choose(page, "K01");
    await page.keyboard.press("Shift+2");
    await atRest(paper(page, "K01"));
    const { x, y, w, h } = await boxOf(paper(page, "K01"));
    await page.keyboard.press("r");
    await page.mouse.move(x + w * 0.2, y + h * 0.3);
    await page.mouse.down();
    await page.mouse.move(x + w * 0.7, y + h * 0.5, { steps: 5 });
    await page.mouse.up();
    await page.getByRole("textbox", { name: "What do you notice?" }).fill("Both have summer");
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect.poll(saysOf(jonas.page, "K01", "Unsorted, 1 notice"), soon).toBe(true);
    await page.keyboard.press("v");
    await page.keyboard.press("Shift+1");
  });
});

describe("piles", () => {
  test("a pile is added, named, and its papers go back to Unsorted when it is removed", async () => {
    const { page } = jonas;
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add pile" }).click();
    await page.getByRole("textbox", { name: "Name of the pile" }).fill("Moon in the way");
    await page.keyboard.press("Enter");
    await heap(maya.page, "Moon in the way").waitFor();
    await choose(page, "K06");
    await page.getByRole("button", { name: "Send to Moon in the way" }).click();
    await expect.poll(saysOf(maya.page, "K06", "Moon in the way"), soon).toBe(true);

    await page.getByRole("button", { name: "Moon in the way: more" }).click();
    await page.getByRole("menuitem", { name: "Remove pile" }).click();
    await expect.poll(saysOf(maya.page, "K06", "Unsorted"), soon).toBe(true);
    await heap(maya.page, "Moon in the way").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect.poll(saysOf(maya.page, "K06", "Moon in the way"), soon).toBe(true);
  });

  test("a pile is renamed where it stands", async () => {
    const { page } = maya;
    await page.getByRole("button", { name: "Name of the pile: Not yet" }).click();
    await page.getByRole("textbox", { name: "Name of the pile" }).fill("Still looking");
    await page.keyboard.press("Enter");
    await expect.poll(isShown(heap(jonas.page, "Still looking")), soon).toBe(true);
  });

  test("the question asked at one table is read at the other", async () => {
    await maya.page.getByRole("button", { name: /What do you wonder/ }).click();
    await maya.page.keyboard.type("Why summer?");
    await maya.page.keyboard.press("Enter");
    await expect
      .poll(isShown(jonas.page.getByRole("button", { name: /: Why summer\?$/ })), soon)
      .toBe(true);
  });
});

describe("the board's page", () => {
  test("an address with a paper opens that paper", async () => {
    await openBoard(jonas.page, `?paper=${board.papers[4]}`);
    await expect.poll(isShown(jonas.page.getByRole("dialog", { name: /K05/ })), soon).toBe(true);
    await jonas.page.keyboard.press("Escape");
    await jonas.page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("nothing in view offers the way back", async () => {
    const { page } = jonas;
    const table = await middleOf(heap(page, "Got it"));
    await page.mouse.move(table.x, table.y);
    for (let i = 0; i < 12; i++) await page.mouse.wheel(3000, 0);
    await page.getByRole("button", { name: "Back to the papers" }).click();
    const left = async (): Promise<number> => (await paper(page, "K01").boundingBox())?.x ?? -1;
    await expect.poll(left, soon).toBeGreaterThan(0);
    expect(await left()).toBeLessThan(1366);
  });

  test("axe finds nothing on the table, with and without papers", async () => {
    await maya.page.keyboard.press("Escape");
    expect(await axe(maya.page)).toEqual([]);
    const ana = await stage.newPerson();
    const empty = await seedBoard(stage, ana, { name: "Ana", papers: 0 });
    await ana.page.goto(`${stage.url}/board/${empty.boardId}`);
    await ana.page.getByRole("heading", { name: "The table is ready" }).waitFor();
    // What cannot be pressed looks so.
    const undo = ana.page.getByRole("button", { name: "Undo", disabled: true });
    expect(await undo.evaluate((button) => getComputedStyle(button).opacity)).toBe("0.5");
    expect(await axe(ana.page)).toEqual([]);
    expect(ana.faults).toEqual([]);
  });

  test("a board of another team says so kindly", async () => {
    const stranger = await stage.newPerson();
    await stranger.page.goto(`${stage.url}/board/${board.boardId}`);
    await stranger.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await stranger.page.getByRole("region", { name: "Table" }).count()).toBe(0);
  });

  test("no page broke and none asked another host for anything", () => {
    expect([...maya.faults, ...jonas.faults]).toEqual([]);
  });
});

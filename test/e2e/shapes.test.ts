/** Shapes on the table, drawn by hand and seen by a colleague: boxes, lines that stay bound, frames, words. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../shared/base/assert.ts";
import { atRest } from "./acts.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

let stage: Stage;
let maya: Person;
let jonas: Person;
let board: SeededBoard;

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  board = await seedBoard(stage, maya, { name: "Maya", papers: 2 });
  jonas = await stage.newPerson();
  await joinTeam(stage, jonas, board.invite, "Jonas");
  for (const { page } of [maya, jonas]) {
    page.setDefaultTimeout(20_000);
    await page.goto(`${stage.url}/board/${board.boardId}`);
    await page.getByRole("region", { name: "Table" }).waitFor();
    // Room beside the piles.
    for (let i = 0; i < 2; i++) await page.keyboard.press("-");
  }
  await atRest(paper(maya.page, "K01"));
});
afterAll(async () => {
  await stage?.close();
});

interface At {
  readonly x: number;
  readonly y: number;
}

const paper = (page: Page, code: string): Locator =>
  page.getByRole("button", { name: new RegExp(`^Paper ${code}`) });
/** A card on the table, not the tool of the same name. */
const shape = (page: Page, name: string): Locator =>
  page.locator("[data-item]").and(page.getByRole("button", { name, exact: true }));

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  invariant(box, "it is on the screen");
  return box;
}
async function middleOf(locator: Locator): Promise<At> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

async function drag({ mouse }: Page, from: At, to: At): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 9, from.y + 7, { steps: 2 });
  await mouse.move(to.x, to.y, { steps: 8 });
  await mouse.up();
}

/** Draws with a tool, once what draws has come. */
async function draw(page: Page, key: string, from: At, to: At): Promise<void> {
  await page.keyboard.press("Escape");
  await page.keyboard.press(key);
  await page.getByRole("region", { name: "How the shape looks" }).waitFor();
  await drag(page, from, to);
}

const soon = { timeout: 30_000, interval: 50 };

describe("shapes", () => {
  test("a box is drawn, written in, coloured, and seen by a colleague", async () => {
    const { page } = maya;
    await draw(page, "b", { x: 380, y: 560 }, { x: 520, y: 650 });
    await shape(page, "Box").waitFor();
    await page.keyboard.press("Enter");
    await page
      .getByRole("textbox", { name: "Words of the box" })
      .pressSequentially("What they have");
    await page.keyboard.press("Escape");
    await page.getByRole("radio", { name: "Moss" }).check();
    await page.getByRole("radio", { name: "Full fill" }).check();
    await shape(jonas.page, "Box: What they have").waitFor();
    const theirs = shape(jonas.page, "Box: What they have");
    await expect.poll(() => theirs.getAttribute("data-fill"), soon).toBe("solid");
    expect(await theirs.getAttribute("data-colour")).toBe("moss");
  });

  test("a text that was left without words is gone; one with words stays", async () => {
    const { page } = maya;
    await page.keyboard.press("t");
    await page.mouse.click(590, 590);
    const field = page.getByRole("textbox", { name: "Words of the text" });
    await field.waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => shape(page, "Text").count(), soon).toBe(0);
    await page.keyboard.press("t");
    await page.mouse.click(590, 590);
    await field.pressSequentially("Almost there");
    await page.keyboard.press("Escape");
    await shape(jonas.page, "Text: Almost there").waitFor();
  });

  test("an ellipse, a line and an arrow", async () => {
    const { page } = maya;
    await draw(page, "Shift+b", { x: 760, y: 560 }, { x: 880, y: 640 });
    await expect.poll(() => shape(jonas.page, "Ellipse").count(), soon).toBe(1);
    await draw(page, "Shift+a", { x: 930, y: 640 }, { x: 1030, y: 580 });
    await expect.poll(() => shape(jonas.page, "Line").count(), soon).toBe(1);
    await draw(page, "a", { x: 1060, y: 640 }, { x: 1160, y: 580 });
    await expect.poll(() => shape(jonas.page, "Arrow").count(), soon).toBe(1);
  });

  test("a connector stays bound to what it joins while that moves, on both tables", async () => {
    const { page } = maya;
    const from = await middleOf(paper(page, "K01"));
    const to = await middleOf(shape(page, "Box: What they have"));
    await draw(page, "c", from, to);
    const lines = (on: Page) => on.locator("[data-kind=arrow]");
    await expect.poll(() => lines(jonas.page).count(), soon).toBe(2);
    const line = lines(jonas.page).last();
    const before = await boxOf(line);
    // Still in the hand: only what is shown has moved.
    const grip = { x: to.x, y: to.y + 30 };
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x + 40, grip.y + 10, { steps: 3 });
    await page.mouse.move(grip.x + 160, grip.y + 20, { steps: 8 });
    const path = line.locator("path").nth(1);
    await until("the line follows on Jonas's table", async () => {
      const now = await path.boundingBox();
      return now !== null && now.x + now.width > before.x + before.width + 60;
    });
    await page.mouse.up();
    await atRest(line);
    expect((await boxOf(line)).width).toBeGreaterThan(before.width + 60);
  });

  test("a frame takes what lies in it along, and undo puts it all back", async () => {
    const { page } = maya;
    await draw(page, "f", { x: 900, y: 520 }, { x: 1200, y: 690 });
    await shape(page, "Frame").waitFor();
    await page.keyboard.press("Enter");
    const name = page.getByRole("textbox", { name: "Name of the frame" });
    await name.fill("Next time");
    await name.press("Enter");
    const frame = shape(jonas.page, "Frame: Next time");
    await frame.waitFor();
    const line = shape(jonas.page, "Line");
    const before = await boxOf(line);
    const lowered = async (): Promise<number | undefined> => {
      const now = await line.boundingBox();
      return now ? Math.round(now.y - before.y) : undefined;
    };
    await drag(page, { x: 1000, y: 521 }, { x: 1000, y: 461 });
    // Guides may pull it a little farther than the hand.
    await expect.poll(async () => ((await lowered()) ?? 0) < -40, soon).toBe(true);
    await page.keyboard.press("Control+z");
    await expect.poll(lowered, soon).toBe(0);
  });

  test("an image comes in with a name painted out, and a colleague sees it", async () => {
    const { page } = maya;
    await page.keyboard.press("Escape");
    await page.keyboard.press("i");
    const dialog = page.getByRole("dialog", { name: "An image for the table" });
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      dialog.getByRole("button", { name: "Choose an image" }).click(),
    ]);
    await chooser.setFiles("test/fixtures/pictures/board.png");
    await dialog.getByRole("button", { name: "Add a box" }).click();
    await dialog.getByText("1 box", { exact: true }).waitFor();
    await dialog.getByRole("textbox", { name: /What it shows/ }).fill("A number line");

    await dialog.getByRole("button", { name: "Put on the table" }).click();
    await dialog.waitFor({ state: "hidden" });
    const theirs = shape(jonas.page, "Image: A number line").locator("[data-picture]");
    await expect.poll(() => theirs.getAttribute("data-picture"), soon).toBe("shown");
  });

  test("an image is cropped by keys and by hand, a colleague sees the part, and one undo puts it back", async () => {
    const { page } = maya;
    const theirs = shape(jonas.page, "Image: A number line");
    const whole = await boxOf(theirs);
    const shareSeen = async (): Promise<number> => {
      const now = await theirs.boundingBox();
      return now ? Math.round((now.width / whole.width) * 20) / 20 : 0;
    };
    await shape(page, "Image: A number line").click();
    await page.keyboard.press("x");
    const dialog = page.getByRole("dialog", { name: "Crop the image" });
    const edge = (name: string): Locator => dialog.getByRole("slider", { name });
    const standsAt = (name: string): Promise<string | null> =>
      edge(name).getAttribute("aria-valuenow");
    await edge("Left edge").focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => standsAt("Left edge"), soon).toBe("20");
    const picture = await boxOf(dialog.getByRole("img", { name: "A number line" }));
    const grip = await middleOf(edge("Right edge"));
    await drag(page, grip, { x: grip.x - picture.width * 0.3, y: grip.y });
    await expect.poll(() => standsAt("Right edge"), soon).toBe("70");
    // The picture goes with the hand: what lay farther right shows then.
    const middle = { x: grip.x - picture.width * 0.5, y: grip.y + 30 };
    await drag(page, middle, { x: middle.x - picture.width * 0.1, y: middle.y });
    await expect.poll(() => standsAt("Left edge"), soon).toBe("30");
    await dialog.getByRole("slider", { name: "Straighten" }).focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await dialog.getByText("+2°", { exact: true }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(shareSeen, soon).toBe(0.5);
    await page.keyboard.press("Control+z");
    await expect.poll(shareSeen, soon).toBe(1);
  });

  test("what is drawn stands in the list in words, and goes from there", async () => {
    const { page } = maya;
    await page.keyboard.press("l");
    const rows = page.getByRole("treeitem");
    await rows.filter({ hasText: "Next time" }).filter({ hasText: "2 things in it" }).waitFor();
    await rows.filter({ hasText: "K01 → What they have" }).waitFor();
    await rows.filter({ hasText: "Almost there" }).last().click();
    await page.keyboard.press("Delete");
    await expect.poll(() => shape(jonas.page, "Text: Almost there").count(), soon).toBe(0);
    await page.keyboard.press("l");
  });

  test("is clean to axe, and no page did what it must not", async () => {
    expect(await axe(maya.page)).toEqual([]);
    for (const { faults } of [maya, jonas]) expect(faults).toEqual([]);
  });
});

/** Papers side by side: opened by key, moved as one, marked in place, and the focus back where it was. */

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { paperCard, untilPapers } from "./acts.ts";
import { seedBoard } from "./seed-board.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

/** Where the paper's page lies in its pane, from the pane's own corner, in whole pixels. */
async function shownIn(pane: Locator): Promise<readonly number[]> {
  const frame = await pane.boundingBox();
  const image = await pane.getByRole("img").boundingBox();
  if (!frame || !image) throw new Error("the page is on the screen");
  return [image.x - frame.x, image.y - frame.y, image.width].map(Math.round);
}
const pane = (page: Page, code: string): Locator =>
  page.getByRole("region", { name: readingWords.paper(code), exact: true });

test("three papers side by side zoom and move as one, until they are let go; a mark drawn in one pane is on its paper", async () => {
  const ana = await stage.newPerson();
  const board = await seedBoard(stage, ana, { name: "Ana Ruiz", papers: 4 });
  const { page } = ana;
  await page.goto(`/board/${board.boardId}`);
  await untilPapers(page, 4);
  const [first = "", second = "", third = ""] = board.codes;
  await paperCard(page, first).click();
  for (const code of [second, third]) await paperCard(page, code).click({ modifiers: ["Shift"] });
  await page.keyboard.press("Shift+C");
  await pane(page, third).getByRole("img").waitFor();
  expect(await axe(page)).toEqual([]);

  const [one, two] = [pane(page, first), pane(page, second)];
  const whole = await shownIn(one);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowLeft");
  await until("the others to follow", async () => {
    const now = await shownIn(one);
    const others = await Promise.all([two, pane(page, third)].map(shownIn));
    return String(now) !== String(whole) && others.every((other) => String(other) === String(now));
  });
  await page.keyboard.press("l");
  const left = await shownIn(two);
  await page.keyboard.press("f");
  await until(
    "the first paper whole again",
    async () => String(await shownIn(one)) === String(whole),
  );
  expect(await shownIn(two)).toEqual(left);

  const box = await one.getByRole("img").boundingBox();
  if (!box) throw new Error("the page is on the screen");
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("dialog", { name: readingWords.composer }).waitFor();
  await page.keyboard.type("Draws two suns");
  await page.keyboard.press("Control+Enter");
  await one.getByText("Draws two suns").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: new RegExp(`^Paper ${first}, .*1 notice`) }).waitFor();
  await until("the focus back on the paper", () =>
    page.evaluate(() => document.activeElement?.closest("[data-item]") !== null),
  );
  expect(ana.faults).toEqual([]);
  await ana.context.close();
});

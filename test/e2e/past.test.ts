/** A board's past, as people meet it: versions, going back for everybody, what changed meanwhile. */

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { past } from "../../client/words/en/past.ts";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import {
  bringColleague,
  papersSeen,
  sendByKey,
  startPractice,
  untilPapers,
  untilSaved,
} from "./acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

const { board, keeping } = words;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage?.close());

async function openFromMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole("button", { name: board.more, exact: true }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

async function send(page: Page, code: string, digit: number): Promise<void> {
  await sendByKey(page, code, digit);
  await page.keyboard.press("Escape");
  await untilSaved(page);
}

/** Presses what loads the page anew, until it has. */
async function loadedAnew(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent("load"), button.click()]);
  await untilPapers(page, 12);
}

const pileOf = async (page: Page, code: string): Promise<string | undefined> =>
  (await papersSeen(page)).find((paper) => paper.code === code)?.pile;

test("the board goes back to a version for everybody, and can come back from there", async () => {
  const maya = await stage.newPerson();
  const jonas = await stage.newPerson();
  await startPractice(maya, "Maya", "Going back");
  await bringColleague(maya, jonas, "Jonas");
  await untilPapers(jonas.page, 12);
  const [code = ""] = (await papersSeen(maya.page)).map((paper) => paper.code);
  await send(maya.page, code, 1);

  const dialog = maya.page.getByRole("dialog", { name: past.versionsTitle });
  await openFromMenu(maya.page, keeping.versions);
  await dialog.getByLabel(past.versionName).fill("First sort");
  await maya.page.keyboard.press("Enter");
  await dialog.getByText("First sort", { exact: true }).waitFor();
  expect(await axe(maya.page)).toEqual([]);
  await maya.page.keyboard.press("Escape");
  await send(maya.page, code, 3);
  await until("Jonas to see it", async () => (await pileOf(jonas.page, code)) === "Got it");

  await openFromMenu(maya.page, keeping.versions);
  await dialog.getByRole("button", { name: past.putBackTo("First sort") }).click();
  expect(await axe(maya.page)).toEqual([]);
  await loadedAnew(maya.page, maya.page.getByRole("button", { name: past.putBackDo }));
  await until("the board to be back", async () => (await pileOf(maya.page, code)) === "Not yet");

  // Jonas is told, reads on, and sees it once he loads the page anew.
  const refused = jonas.page.getByRole("region", { name: keeping.refused });
  await refused.getByText(words.refusals.stale_epoch).waitFor();
  await loadedAnew(jonas.page, refused.getByRole("button", { name: keeping.reload }));
  await until("Jonas to be back too", async () => (await pileOf(jonas.page, code)) === "Not yet");
  await untilSaved(jonas.page);

  await openFromMenu(jonas.page, keeping.versions);
  const before = past.putBackTo(past.beforePutBack("First sort"));
  await jonas.page.getByRole("button", { name: before }).click();
  await loadedAnew(jonas.page, jonas.page.getByRole("button", { name: past.putBackDo }));
  await until("what came after to be there", async () => {
    return (await pileOf(jonas.page, code)) === "Got it";
  });
  expect([...maya.faults, ...jonas.faults]).toEqual([]);
  await Promise.all([maya.context.close(), jonas.context.close()]);
});

test("whoever comes back is told what colleagues changed, and is led to it", async () => {
  const maya = await stage.newPerson();
  const jonas = await stage.newPerson();
  await startPractice(maya, "Maya", "While away");
  await bringColleague(maya, jonas, "Jonas");
  await untilPapers(jonas.page, 12);
  await untilSaved(jonas.page);
  const address = jonas.page.url();
  await jonas.page.goto("about:blank");
  const [code = ""] = (await papersSeen(maya.page)).map((paper) => paper.code);
  await send(maya.page, code, 2);

  await jonas.page.goto(address);
  await jonas.page.getByRole("button", { name: keeping.show, exact: true }).click();
  const dialog = jonas.page.getByRole("dialog", { name: keeping.changed });
  const line = dialog.getByRole("button", { name: keeping.things.paper(code) });
  await line.waitFor();
  expect(await dialog.getByRole("listitem").count()).toBe(1);
  expect(await dialog.getByText(/by Maya/).count()).toBe(1);
  expect(await axe(jonas.page)).toEqual([]);
  await line.click();
  await jonas.page.getByRole("dialog", { name: readingWords.reader(code) }).waitFor();
  expect(jonas.faults).toEqual([]);
  await Promise.all([maya.context.close(), jonas.context.close()]);
});

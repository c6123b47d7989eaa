/** The talk about a board: threads on its things between two people, kept, resolved, and by keyboard alone. */

import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { threads } from "../../client/words/en/threads.ts";
import { words } from "../../client/words/words.ts";
import { paperCard, untilPapers, untilSaved } from "./acts.ts";
import { createCuttableWay } from "./cuttable.ts";
import { createParty } from "./party.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, type Person, until } from "./stage.ts";

const { talk, board: say } = words;

const party = createParty();
const { newPerson } = party;

async function open({ page }: Person, { boardId }: SeededBoard, papers: number): Promise<void> {
  await page.goto(`/board/${boardId}`);
  await untilPapers(page, papers);
  await untilSaved(page);
}

const panel = (page: Page): Locator => page.getByRole("complementary", { name: talk.title });
const replies = (page: Page): Promise<string[]> =>
  panel(page)
    .getByRole("listitem")
    .evaluateAll((items) =>
      items.map((item) => item.querySelector("[data-block]")?.textContent ?? ""),
    );

describe("a thread", () => {
  test("on a note, between two people: a mention, replies, an edit taken back, resolved, still there", async () => {
    const maya = await newPerson();
    const jonas = await newPerson();
    const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await joinTeam(party.stage, jonas, seeded.invite, "Jonas");
    await open(maya, seeded, 2);
    await open(jonas, seeded, 2);

    // Maya writes a note on the table and begins to talk about it, by keys alone.
    await maya.page.keyboard.press("n");
    await maya.page.mouse.click(700, 560);
    await maya.page.keyboard.type("Who draws the tilt?");
    await maya.page.keyboard.press("Escape");
    const note = (page: Page, count = 0) =>
      page.getByRole("button", {
        name: talk.with(say.noteName("Who draws the tilt?"), count),
        exact: true,
      });
    await note(maya.page).focus();
    await maya.page.keyboard.press("m");
    const first = panel(maya.page).getByRole("textbox", { name: threads.begin });
    await until("the field to be written in", () =>
      first.evaluate((field) => field === document.activeElement),
    );
    await maya.page.keyboard.type("Do you see it too, @jon");
    await maya.page.getByRole("option", { name: "Jonas" }).waitFor();
    await maya.page.keyboard.press("Enter");
    await maya.page.keyboard.type("?");
    await maya.page.keyboard.press("Control+Enter");
    await panel(maya.page)
      .getByText(/^Do you see it too, @Jonas/)
      .waitFor();
    expect(await axe(maya.page)).toEqual([]);

    // Jonas sees the sign on the card and the thread in the panel, and that he is meant.
    await note(jonas.page, 1).waitFor();
    await jonas.page.getByRole("button", { name: talk.panel(1) }).click();
    const line = panel(jonas.page).getByRole("button", { name: /Do you see it too/ });
    await line.getByText(threads.mentioned).waitFor();
    expect(await axe(jonas.page)).toEqual([]);
    await line.click();
    await panel(jonas.page).getByRole("textbox", { name: threads.reply }).click();
    await jonas.page.keyboard.type("Only K01 and K02.");
    await panel(jonas.page).getByRole("button", { name: threads.send }).click();
    await panel(maya.page).getByText("Only K01 and K02.").waitFor();

    // Maya answers at once: the field is hers still. Jonas changes and deletes what he said, and takes it back.
    await maya.page.keyboard.type("Then let us look at those.");
    await maya.page.keyboard.press("Control+Enter");
    await panel(jonas.page).getByText("Then let us look at those.").waitFor();
    await panel(jonas.page).getByRole("button", { name: threads.edit }).click();
    await jonas.page.keyboard.press("Control+End");
    await jonas.page.keyboard.type(" Look.");
    await panel(jonas.page).getByRole("button", { name: threads.done }).click();
    await panel(maya.page).getByText("Only K01 and K02. Look.").waitFor();
    await panel(maya.page).getByText(new RegExp(threads.edited)).waitFor();
    await panel(jonas.page).getByRole("button", { name: threads.remove }).click();
    await until("two to be left", async () => (await replies(maya.page)).length === 2);
    await jonas.page.getByRole("button", { name: threads.takeBack }).last().click();
    await until("three again", async () => (await replies(maya.page)).length === 3);
    expect(await replies(maya.page)).toEqual([
      expect.stringMatching(/^Do you see it too, @Jonas ?\?$/),
      "Only K01 and K02. Look.",
      "Then let us look at those.",
    ]);

    // The board's undo leaves the talk alone.
    const step = (name: string) => maya.page.getByRole("button", { name, exact: true });
    while (await step(say.undo).isEnabled()) await step(say.undo).click();
    await panel(maya.page).getByText(threads.gone).waitFor();
    expect((await replies(maya.page)).length).toBe(3);
    while (await step(say.redo).isEnabled()) await step(say.redo).click();
    await note(maya.page, 1).waitFor();

    await panel(jonas.page).getByRole("button", { name: threads.resolve }).click();
    await panel(maya.page)
      .getByText(/^Resolved by Jonas/)
      .waitFor();
    await note(maya.page).waitFor();
    await untilSaved(jonas.page);
    await untilSaved(maya.page);
    await maya.page.reload();
    await untilPapers(maya.page, 2);
    await maya.page.getByRole("button", { name: talk.panel(0), exact: true }).click();
    await panel(maya.page).getByText(threads.resolvedOnes(1)).click();
    await panel(maya.page)
      .getByRole("button", { name: /Do you see it too/ })
      .click();
    await until("all three", async () => (await replies(maya.page)).length === 3);
    await panel(maya.page).getByRole("button", { name: threads.reopen }).click();
    await note(jonas.page, 1).waitFor();
  });

  test("by keyboard alone on a paper: begun, resolved, undone, and back to the paper", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await open(maya, seeded, 2);
    await page.keyboard.press("ArrowRight");
    await until("a paper to be in hand", () =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-pressed") === "true"),
    );
    await page.keyboard.press("m");
    await panel(page).getByRole("textbox", { name: threads.begin }).waitFor();
    await page.keyboard.type("Which line?");
    await page.keyboard.press("Control+Enter");
    const reply = panel(page).getByRole("textbox", { name: threads.reply });
    await until("the reply's field", () =>
      reply.evaluate((field) => field === document.activeElement),
    );
    await page.keyboard.press("Escape");
    const resolve = panel(page).getByRole("button", { name: threads.resolve });
    await resolve.press("Enter");
    await panel(page)
      .getByText(/^Resolved by Maya/)
      .waitFor();
    await page.keyboard.press("Control+z");
    await resolve.waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    await until("the focus back on the paper", () =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-pressed") === "true"),
    );
  });
});

test("talk about a mark: begun in the reader, found and resolved in the list, by keyboard", async () => {
  const maya = await newPerson();
  const { page } = maya;
  const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
  await open(maya, seeded, 2);
  await page.keyboard.press("l");
  await page.getByRole("treeitem", { name: /^K01/ }).click();
  await page.keyboard.press("Alt+KeyN");
  await page.keyboard.type("Two suns.");
  await page.keyboard.press("Escape");
  const mark = page.getByRole("treeitem", { name: /^Notice: Two suns/ });
  await mark.press("Enter");
  const reader = page.getByRole("dialog", { name: /^Reading .*K01/ });
  const button = reader.getByRole("button", { name: `${talk.title} ${talk.aboutMark(1, 0)}` });
  await button.press("Enter");
  await reader.getByRole("textbox", { name: threads.begin }).waitFor();
  await page.keyboard.type("Why two?");
  await page.keyboard.press("Control+Enter");
  await reader.getByRole("listitem").getByText("Why two?").waitFor();
  expect(await axe(page)).toEqual([]);
  await reader.getByRole("button", { name: readingWords.back }).click();

  const thread = page.getByRole("treeitem", { name: /^Thread: Why two/ });
  await thread.waitFor();
  expect(await thread.getAttribute("aria-level")).toBe("5");
  await mark.press("Alt+KeyM");
  await panel(page).getByRole("listitem").getByText("Why two?").waitFor();
  expect(await axe(page)).toEqual([]);
  await thread.press("Alt+KeyR");
  await thread.waitFor({ state: "detached" });
  await panel(page)
    .getByText(/^Resolved by Maya/)
    .waitFor();
});

describe("what is said offline", () => {
  test("is not called saved, and is there for all once the line is back", async () => {
    const way = await createCuttableWay(party.stage.url);
    const maya = await newPerson();
    const jonas = await party.stage.newPerson({ baseURL: way.url });
    try {
      const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
      await jonas.page.goto(way.url);
      await joinTeam({ ...party.stage, url: way.url }, jonas, seeded.invite, "Jonas");
      await open(jonas, seeded, 2);
      await paperCard(jonas.page, "K01").click();
      await jonas.page.keyboard.press("m");
      await panel(jonas.page).getByRole("textbox", { name: threads.begin }).waitFor();
      way.cut("sockets");
      const mark = (said: string) =>
        jonas.page.getByRole("status").filter({ hasText: said }).first();
      await mark(say.saved.offline).waitFor();
      await jonas.page.keyboard.type("Written on the train.");
      await jonas.page.keyboard.press("Control+Enter");
      await panel(jonas.page).getByText("Written on the train.").waitFor();
      await mark(say.saved.offline).waitFor();

      await open(maya, seeded, 2);
      way.mend();
      await untilSaved(jonas.page);
      await maya.page.getByRole("button", { name: talk.panel(1) }).click();
      await panel(maya.page).getByText("Written on the train.").waitFor();
      expect(jonas.faults.filter((fault) => !fault.includes(new URL(way.url).host))).toEqual([]);
    } finally {
      await jonas.context.close();
      await way.close();
    }
  });
});

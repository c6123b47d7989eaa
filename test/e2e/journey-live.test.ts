/**
 * Journey B of the product, six people live with 24 papers: sorted blind, revealed at once, the four widest
 * apart talked about and settled, a need from the pile of almost there with evidence of two papers, one next
 * step, a wonder that stays open; and whoever comes late is asked to sort before they see any of it.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { alone } from "../../client/words/en/alone.ts";
import { between } from "../../client/words/en/between.ts";
import { needs } from "../../client/words/en/needs.ts";
import { nextSteps } from "../../client/words/en/next-steps.ts";
import { questions } from "../../client/words/en/questions.ts";
import { reading } from "../../client/words/en/reading.ts";
import { threads } from "../../client/words/en/threads.ts";
import { words } from "../../client/words/words.ts";
import { papersSeen, readerOf, untilPapers, untilSaved, writeNotice } from "./acts.ts";
import { createParty } from "./party.ts";
import { joinTeam, seedBoard } from "./seed-board.ts";
import { digitOf, join, revealView, sortAll, sortView } from "./sort-acts.ts";
import { type Person, until } from "./stage.ts";

const { board } = words;
const party = createParty();

const queue = (page: Page) => page.getByRole("complementary", { name: between.title });
const row = (page: Page, code: string) =>
  queue(page).getByRole("button", { name: new RegExp(`^Paper ${code}`) });
const pileOf = async (page: Page, code: string): Promise<string> =>
  (await papersSeen(page)).find((one) => one.code === code)?.pile ?? "";

/** From the queue into the reader: a region with a notice on it; the reader stays open. */
async function notice(page: Page, code: string, said: string): Promise<void> {
  await row(page, code).click();
  await queue(page)
    .getByRole("button", { name: between.read(code) })
    .first()
    .click();
  const reader = readerOf(page, code);
  await writeNotice(page, reader, said);
}

/** From the talk about the papers to the needs. */
async function openNeeds(page: Page): Promise<void> {
  await queue(page).getByRole("button", { name: between.close }).click();
  await page.getByRole("button", { name: board.needs }).click();
}

test("six people sort 24 papers blind, talk the four widest apart through, and come to a need and a next step", async () => {
  const maya = await party.newPerson();
  const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 24 });
  await maya.page.goto(`/board/${seeded.boardId}`);
  await untilPapers(maya.page, 24);
  const others: Person[] = [];
  for (const name of ["Jonas", "Ana", "Ben", "Caro", "Dev"]) {
    const other = await party.newPerson();
    await joinTeam(party.stage, other, seeded.invite, name);
    others.push(other);
  }
  await Promise.all(
    others.map(async ({ page }) => {
      await page.goto(`/board/${seeded.boardId}`);
      await untilPapers(page, 24);
    }),
  );
  const pages = [maya, ...others].map(({ page }) => page);
  const [, jonas, ana, ben, caro, dev] = pages as [Page, Page, Page, Page, Page, Page];

  await maya.page.keyboard.press("Shift+S");
  await Promise.all(
    pages.slice(1).map(async (page) => {
      await page.getByRole("button", { name: alone.sort, exact: true }).click();
      await sortView(page).waitFor();
    }),
  );
  // K21 to K24 fall apart, each a little less than the one before; the other twenty are read alike.
  const readAs = (who: number) => (code: string) => {
    const at = digitOf(code) - 21;
    if (at < 0) return (digitOf(code) % 3) + 1;
    return at === 0 ? (who < 3 ? 1 : 3) : who < 4 - at ? 1 : 2;
  };
  const orders = await Promise.all(
    pages.map((page, who) => sortAll(page, "keys", 24, readAs(who))),
  );
  expect(new Set(orders.map((order) => order.join())).size).toBe(6);
  await sortView(dev).getByText(alone.finished(6, 6)).first().waitFor();
  await dev.keyboard.press("Enter");
  await Promise.all(
    pages.map((page) =>
      revealView(page)
        .getByRole("heading", { name: alone.revealTitle(20, 4) })
        .waitFor(),
    ),
  );
  await Promise.all(
    pages.map(async (page) => {
      await revealView(page)
        .getByRole("button", { name: alone.talkNow(4) })
        .click();
      await queue(page).getByText(between.about(4, 0)).waitFor();
    }),
  );
  const queued = await queue(maya.page).locator("[data-row]").allInnerTexts();
  expect(queued.map((text) => /K\d\d/.exec(text)?.[0])).toEqual(["K21", "K22", "K23", "K24"]);

  // Four look at one paper each, at once.
  await Promise.all([
    notice(jonas, "K21", "The sun stands twice"),
    notice(ana, "K22", "An arrow for each month"),
    notice(ben, "K23", "Near is written over warm"),
    notice(caro, "K24", "The axis is straight"),
  ]);
  // Maya asks Jonas for the mark; he answers, with all of it before their eyes.
  await row(maya.page, "K21").click();
  await queue(maya.page).getByText("The sun stands twice").click();
  const mayas = readerOf(maya.page, "K21");
  await mayas.getByRole("button", { name: reading.showMark(1) }).click();
  await maya.page.keyboard.press("m");
  await mayas.getByRole("button", { name: threads.asks.evidence }).click();
  const jonass = readerOf(jonas, "K21");
  await jonass.getByText(threads.asks.evidence).first().waitFor();
  await jonass.getByRole("button", { name: reading.showMark(1) }).click();
  await jonas.keyboard.press("m");
  await jonass.getByRole("textbox", { name: threads.reply }).click();
  await jonas.keyboard.type("The two circles.");
  await jonas.keyboard.press("Control+Enter");
  await mayas
    .getByRole("list", { name: threads.trail })
    .getByText(threads.states.answered)
    .waitFor();

  // Settled where they stand: in the reader by four people, one with a reason.
  await jonass.getByLabel(between.reason).fill("two suns, one summer");
  const settled = [
    [jonas, "K21", "Almost there"],
    [ana, "K22", "Almost there"],
    [ben, "K23", "Not yet"],
    [caro, "K24", "Got it"],
  ] as const;
  await Promise.all(
    settled.map(([page, code, pile]) =>
      readerOf(page, code)
        .getByRole("group", { name: between.settle })
        .getByRole("button", { name: pile })
        .click(),
    ),
  );
  await queue(dev).getByText(between.about(0, 4)).waitFor();
  for (const [, code, pile] of settled) expect(await pileOf(dev, code)).toBe(pile);
  await row(dev, "K21").click();
  expect(await queue(dev).getByLabel(between.reasonGiven).inputValue()).toBe(
    "two suns, one summer",
  );

  // Dev states what the pile of almost there shows, and Ana what they try.
  await openNeeds(dev);
  await dev.getByRole("button", { name: needs.addFor("Almost there") }).click();
  await dev.keyboard.type("to tell distance from tilt");
  const need = (page: Page) => page.getByRole("article", { name: "to tell distance from tilt" });
  await need(dev).getByRole("button", { name: needs.pick }).click();
  const picker = dev.getByRole("dialog", { name: needs.pickTitle });
  for (const code of ["K21", "K22"])
    await picker.getByRole("button", { name: new RegExp(`^Mark 1 ${code}`) }).click();
  await picker.getByRole("button", { name: needs.done }).click();
  await need(dev)
    .getByRole("button", { name: needs.restsOn(2) })
    .waitFor();
  await readerOf(ana, "K22").getByRole("button", { name: reading.back }).click();
  await openNeeds(ana);
  await need(ana).getByRole("button", { name: nextSteps.add, exact: true }).click();
  await ana.keyboard.type("A globe and one lamp");
  await ana.keyboard.press("Enter");
  await need(ana)
    .getByRole("button", { name: nextSteps.addPart("lookFor", "A globe and one lamp") })
    .click();
  await ana.keyboard.type("The axis leans in their drawing");
  await ana.keyboard.press("Enter");
  const steps = need(dev).getByRole("textbox", { name: nextSteps.parts.lookFor });
  await until(
    "what they will look for",
    async () =>
      (await steps.count()) === 1 &&
      (await steps.inputValue()) === "The axis leans in their drawing",
  );

  // What Ben still wonders stays an open question of the board.
  const bens = readerOf(ben, "K23");
  await bens.getByRole("button", { name: questions.ask }).click();
  await bens.getByLabel(questions.field).fill("Do they mean the weather?");
  await ben.keyboard.press("Enter");

  // Lea comes late: she sorts before she looks, and stands then where the others are.
  const late = await join(party.stage, seeded, "Lea");
  await late.page.getByText(alone.lateTitle(24)).waitFor();
  expect(new Set((await papersSeen(late.page)).map(({ pile }) => pile))).toEqual(
    new Set([board.unsorted]),
  );
  await late.page.keyboard.press("Shift+S");
  await sortView(late.page).waitFor();
  await sortAll(late.page, "keys", 24, readAs(0));
  await late.page.getByRole("button", { name: alone.lateShow }).click();
  await revealView(late.page).waitFor();
  await late.page.keyboard.press("Escape");
  const same = JSON.stringify(await papersSeen(dev));
  await until(
    "Lea's table is the team's",
    async () => JSON.stringify(await papersSeen(late.page)) === same,
  );
  await late.page.keyboard.press("Shift+G");
  await late.page
    .getByRole("complementary", { name: board.questions })
    .getByText("Do they mean the weather?")
    .waitFor();
  await Promise.all(pages.map(untilSaved));
});

/**
 * Journey A of the product with six people: from the open address over the link and the first reveal to a
 * need that stands on two papers; and the same alone, with six papers and piles of equal rank.
 */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { alone } from "../../client/words/en/alone.ts";
import { between } from "../../client/words/en/between.ts";
import { needs } from "../../client/words/en/needs.ts";
import { reading } from "../../client/words/en/reading.ts";
import { threads } from "../../client/words/en/threads.ts";
import { words } from "../../client/words/words.ts";
import {
  bringColleague,
  paperCard,
  papersSeen,
  readerOf,
  startPractice,
  untilPapers,
  untilSaved,
  writeNotice,
} from "./acts.ts";
import { createParty } from "./party.ts";
import { seedBoard } from "./seed-board.ts";
import { revealView, sortAll, sortView } from "./sort-acts.ts";
import { type Person, until } from "./stage.ts";

const { board } = words;
const party = createParty();

/** Draws a box on the paper's first page and says what is noticed there; back to the table. */
async function notice(page: Page, code: string, said: string): Promise<void> {
  await paperCard(page, code).dblclick();
  const reader = readerOf(page, code);
  await writeNotice(page, reader, said);
  await reader.getByRole("button", { name: reading.back }).click();
  await reader.waitFor({ state: "detached" });
}

/** States a need with the panel open, and picks the first mark of each paper for it. */
async function needOn(page: Page, said: string, codes: readonly string[]): Promise<Locator> {
  await page.getByRole("button", { name: board.needs }).click();
  await page.getByRole("button", { name: needs.addFor("Almost there") }).click();
  await page.keyboard.type(said);
  const need = page.getByRole("article", { name: said });
  await need.getByText(needs.hunch).waitFor();
  await need.getByRole("button", { name: needs.pick }).click();
  const picker = page.getByRole("dialog", { name: needs.pickTitle });
  // It begins with the pile that the need was seen in; what lies between the piles is not there.
  await picker.getByRole("button", { name: needs.everyPile }).click();
  for (const code of codes)
    await picker.getByRole("button", { name: new RegExp(`^Mark 1 ${code}`) }).click();
  await picker.getByRole("button", { name: needs.done }).click();
  return need;
}

test("six people come from the address to a reveal in few clicks, talk about a paper, and state a need on two", async () => {
  const maya = await party.newPerson();
  let clicks = await startPractice(maya, "Maya", "Grade 7");
  const codes = (await papersSeen(maya.page)).map(({ code }) => code);
  const others: Person[] = [];
  for (const name of ["Jonas", "Ana", "Ben", "Caro", "Dev"]) {
    const other = await party.newPerson();
    await bringColleague(maya, other, name);
    others.push(other);
  }
  // The invitation is opened by hand, and put away by a key.
  clicks += 1;
  await Promise.all(others.map(({ page }) => untilPapers(page, codes.length)));
  const pages = [maya, ...others].map(({ page }) => page);

  await maya.page.getByRole("button", { name: words.sorting.alone }).last().click();
  clicks++;
  await Promise.all(
    others.map(async ({ page }) => {
      await page.getByRole("button", { name: alone.sort, exact: true }).click();
      await sortView(page).waitFor();
    }),
  );
  // All read nine alike; of the last three every other person thinks otherwise.
  const pileOf = (who: number) => (code: string) => {
    const at = codes.indexOf(code);
    return at < 9 ? (at % 3) + 1 : who % 2 === 0 ? 1 : at - 8 > 2 ? 3 : 2;
  };
  await Promise.all(pages.map((page, who) => sortAll(page, "keys", codes.length, pileOf(who))));
  await sortView(maya.page).getByText(alone.finished(6, 6)).first().waitFor();
  await sortView(maya.page).getByRole("button", { name: alone.revealNow }).last().click();
  clicks++;
  await Promise.all(
    pages.map((page) =>
      revealView(page)
        .getByRole("heading", { name: alone.revealTitle(9, 3) })
        .waitFor(),
    ),
  );
  expect(clicks).toBeLessThanOrEqual(12);
  // Furthest apart first, for everybody.
  await revealView(maya.page)
    .getByRole("button", { name: alone.talkNow(3) })
    .click();
  const queue = maya.page.getByRole("complementary", { name: between.title });
  await queue.getByText(between.about(3, 0)).waitFor();
  await queue
    .getByRole("button", { name: new RegExp(`^Paper ${codes[11]}`) })
    .first()
    .waitFor();
  for (const { page } of others) await page.keyboard.press("Escape");
  await Promise.all(
    pages.map((page) =>
      until("nine papers in their piles", async () => {
        const lying = await papersSeen(page);
        return lying.filter(({ pile }) => pile !== board.unsorted).length === 9;
      }),
    ),
  );

  // Jonas and Ana each notice something; Ben asks Jonas for the mark that says it.
  const [jonas, ana, ben, caro, dev] = others.map(({ page }) => page) as [
    Page,
    Page,
    Page,
    Page,
    Page,
  ];
  const [one = "", two = ""] = [codes[11], codes[1]];
  await Promise.all([
    notice(jonas, one, "The long arrow is summer"),
    notice(ana, two, "Nearer means warmer"),
  ]);
  await paperCard(ben, one).dblclick();
  const bens = readerOf(ben, one);
  await bens.getByText("The long arrow is summer").first().waitFor();
  await bens.getByRole("button", { name: reading.showMark(1) }).click();
  await ben.keyboard.press("m");
  await bens.getByRole("button", { name: threads.asks.evidence }).click();
  await bens.getByRole("list", { name: threads.trail }).getByText(threads.states.open).waitFor();
  await paperCard(jonas, one).dblclick();
  await readerOf(jonas, one)
    .getByRole("list", { name: threads.trail })
    .getByText(threads.asks.evidence)
    .waitFor();

  const need = await needOn(caro, "to tell distance from tilt", [one, two]);
  await need.getByRole("button", { name: needs.restsOn(2) }).waitFor();
  await dev.getByRole("button", { name: board.needs }).click();
  const devs = dev.getByRole("article", { name: "to tell distance from tilt" });
  await devs.getByRole("button", { name: needs.restsOn(2) }).waitFor();
  // From the need to the very place on the paper.
  await devs.getByRole("button", { name: needs.showEvidence(one) }).click();
  await readerOf(dev, one).getByText("The long arrow is summer").first().waitFor();
  await Promise.all(pages.map(untilSaved));
});

test("alone, with six papers and piles of equal rank, nothing waits for anybody", async () => {
  const maya = await party.newPerson();
  const { page } = maya;
  const { boardId, codes } = await seedBoard(party.stage, maya, { name: "Maya", papers: 6 });
  await page.goto(`/board/${boardId}`);
  await untilPapers(page, 6);
  await page.getByRole("button", { name: alone.someChoices }).click();
  await page.getByLabel(alone.orders.thematic).check();
  await page.getByRole("button", { name: alone.start, exact: true }).click();
  await sortView(page).waitFor();
  await sortAll(page, "pointer", 6, (code) => (codes.indexOf(code) % 3) + 1);
  await sortView(page).getByRole("button", { name: alone.layOut }).click();
  await sortView(page).waitFor({ state: "detached" });
  await until(
    "all in piles",
    async () => (await papersSeen(page)).map(({ pile }) => pile[0]).join("") === "NAGNAG",
  );
  const [, one = "", , , two = ""] = codes;
  await notice(page, one, "A drawing of the light");
  await notice(page, two, "The light again");
  const need = await needOn(page, "to draw light as rays", [one, two]);
  await need.getByRole("button", { name: needs.restsOn(2) }).waitFor();
  expect(await need.getByText(needs.hunch).count()).toBe(0);
  await untilSaved(page);
});

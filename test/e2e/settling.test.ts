/**
 * After the reveal, in the running product: what two read differently lies between the piles for both, is
 * talked about in order, read, settled with a reason and without, by keys and by hand, and taken up again.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alone } from "../../client/words/en/alone.ts";
import { between as say } from "../../client/words/en/between.ts";
import { needs } from "../../client/words/en/needs.ts";
import { reading } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import type { MemberId, NoteId, PageId, RegionId } from "../../shared/base/ids.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { pageRect } from "../../shared/geometry/rect.ts";
import { addRegion } from "../../shared/papers/regions.ts";
import { papersSeen, untilPapers, untilSaved } from "./acts.ts";
import { seedBoard } from "./seed-board.ts";
import { digitOf, join, revealView, sortAll, sortView } from "./sort-acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 240_000);
afterAll(() => stage?.close());

const panel = (page: Page) => page.getByRole("complementary", { name: say.title });
const row = (page: Page, code: string) =>
  panel(page).getByRole("button", { name: new RegExp(`^Paper ${code}`) });
const pileOf = async (page: Page, code: string): Promise<string> =>
  (await papersSeen(page)).find((one) => one.code === code)?.pile ?? "";

test("what two read differently is talked about in order and settled for both", async () => {
  const maya = await stage.newPerson();
  const seeded = await seedBoard(stage, maya, {
    name: "Maya",
    papers: 6,
    edit(doc) {
      const view = readBoard(doc);
      const paper = [...view.papers.values()].find(({ code }) => code === "K06");
      const page = paper && view.pagesOf.get(paper.id)?.[0]?.id;
      const region = "region-region-06" as RegionId;
      const by = "seed" as MemberId;
      const rect = pageRect(0.1, 0.1, 0.5, 0.2);
      addRegion(doc, { id: region, page: page as PageId, rect, by }, "seed");
      const note = { id: "note-note-note-6" as NoteId, stance: "notice" as const, region, by };
      addNote(doc, { ...note, words: "Draws the sun twice" }, "seed");
    },
  });
  await maya.page.goto(`/board/${seeded.boardId}`);
  await untilPapers(maya.page, 6);
  const tom = await join(stage, seeded, "Tom");
  await maya.page.keyboard.press("Shift+T");
  await panel(maya.page).getByText(say.none).waitFor();
  expect(await axe(maya.page)).toEqual([]);
  await maya.page.keyboard.press("Escape");

  await maya.page.keyboard.press("Shift+S");
  await sortView(maya.page).waitFor();
  await tom.page.getByRole("button", { name: alone.sort, exact: true }).click();
  await sortView(tom.page).waitFor();
  // Apart: K06 by two steps, K05 and K04 by one. The others are agreed on.
  const tomsOf = (code: string): number => [0, 1, 2, 3, 2, 2, 3][digitOf(code)] ?? 1;
  const mayasOf = (code: string): number => [0, 1, 2, 3, 1, 3, 1][digitOf(code)] ?? 1;
  await sortAll(maya.page, "keys", 6, mayasOf);
  await sortAll(tom.page, "keys", 6, tomsOf, "K05");
  await sortView(tom.page).getByText(alone.finished(2, 2)).first().waitFor();
  await tom.page.keyboard.press("Enter");
  for (const { page } of [maya, tom]) {
    await revealView(page)
      .getByRole("heading", { name: alone.revealTitle(3, 3) })
      .waitFor();
  }
  await revealView(maya.page)
    .getByRole("button", { name: alone.talkNow(3) })
    .click();
  await tom.page.keyboard.press("Enter");
  for (const { page } of [maya, tom]) {
    await panel(page).getByText(say.about(3, 0)).waitFor();
    const rows = await panel(page).locator("[data-row]").allInnerTexts();
    expect(rows.map((text) => /K\d\d/.exec(text)?.[0])).toEqual(["K06", "K05", "K04"]);
  }
  // They lie between the piles, said on the card as well.
  await until("the cards say so", async () => {
    const said = await maya.page
      .getByRole("button", { name: new RegExp(`, ${words.sorting.toTalkAbout}`) })
      .count();
    return said === 3;
  });
  // What is seen on it is at hand; its notice is the way into the reader.
  await panel(maya.page).getByText("Draws the sun twice").waitFor();
  expect(await axe(maya.page)).toEqual([]);

  // Maya gives a reason and settles by hand.
  await panel(maya.page).getByLabel(say.reason).fill("two arrows for one sun");
  await panel(maya.page)
    .getByRole("group", { name: say.settle })
    .getByRole("button", { name: "Almost there" })
    .click();
  await until("settled for Tom", async () => (await pileOf(tom.page, "K06")) === "Almost there");
  await panel(tom.page).getByText(say.about(2, 1)).waitFor();
  expect(await panel(tom.page).getByLabel(say.reasonGiven).inputValue()).toBe(
    "two arrows for one sun",
  );
  expect(await axe(tom.page)).toEqual([]);

  // Tom goes on by keys alone: the next paper, into the reader and back, and its pile.
  await row(tom.page, "K06").focus();
  await tom.page.keyboard.press("ArrowDown");
  await until(
    "K05 is open",
    async () => (await row(tom.page, "K05").getAttribute("aria-expanded")) === "true",
  );
  await panel(tom.page).getByText(alone.unsureCount(1)).waitFor();
  await tom.page.keyboard.press("Enter");
  const reader = tom.page.getByRole("dialog", { name: reading.reader("K05") });
  await reader.getByRole("region", { name: say.readDifferently }).waitFor();
  expect(await axe(tom.page)).toEqual([]);
  await tom.page.keyboard.press("ArrowRight");
  await tom.page
    .getByRole("dialog", { name: reading.reader("K04") })
    .getByRole("group", { name: say.settle })
    .getByRole("button", { name: "Not yet" })
    .click();
  await tom.page.keyboard.press("Escape");
  await until("K04 is settled", async () => (await pileOf(maya.page, "K04")) === "Not yet");
  await row(tom.page, "K05").click();
  await tom.page.keyboard.press("3");
  await until("K05 is settled", async () => (await pileOf(maya.page, "K05")) === "Got it");
  await panel(maya.page).getByText(say.about(0, 3)).waitFor();

  // What was settled can be taken up again, and lies between the piles again for everybody.
  await row(maya.page, "K06").click();
  await panel(maya.page).getByRole("button", { name: say.again }).click();
  await until(
    "K06 lies between",
    async () => (await pileOf(tom.page, "K06")) === words.board.unsorted,
  );
  await panel(tom.page).getByText(say.about(1, 2)).waitFor();
  // The list says the same, and opens it by the same key.
  await tom.page.keyboard.press("l");
  await tom.page
    .getByRole("treeitem", { name: new RegExp(`K06.*${words.sorting.toTalkAbout}`) })
    .waitFor();
  expect(await axe(tom.page)).toEqual([]);
  await untilSaved(tom.page);
  // Settled, all of them: the way leads on to what they show.
  const onward = panel(maya.page).getByRole("button", { name: words.board.needs });
  expect(await onward.count()).toBe(0);
  await row(maya.page, "K06").focus();
  await maya.page.keyboard.press("2");
  await onward.click();
  await maya.page.getByRole("heading", { name: needs.title }).waitFor();
  for (const { faults, context } of [maya, tom]) {
    expect(faults).toEqual([]);
    await context.close();
  }
}, 240_000);

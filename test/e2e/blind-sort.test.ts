/**
 * Sorting alone first, in the running product: three people sort by keys and by hand and see nothing of each
 * other until all see the same; one alone is never stuck; whoever comes later sorts before they look.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alone } from "../../client/words/en/alone.ts";
import { tags } from "../../client/words/en/tags.ts";
import { words } from "../../client/words/words.ts";
import type { MemberId, NoteId, RegionId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { pageRect } from "../../shared/geometry/rect.ts";
import { bringInColumns, showOnCards } from "../../shared/numbers/column-edits.ts";
import { addRegion } from "../../shared/papers/regions.ts";
import { putTag } from "../../shared/papers/tags.ts";
import { seededIds } from "../fixtures/board.ts";
import { paperCard, papersSeen, readerOf, sendByKey, untilPapers, untilSaved } from "./acts.ts";
import { seedBoard } from "./seed-board.ts";
import { digitOf, inHand, join, revealView, sortAll, sortView } from "./sort-acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

const say = { ...words.sorting, ...alone };
const { board } = words;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 240_000);
afterAll(() => stage?.close());

/** Where this page has each paper on its table, also while a view lies over it. */
async function lyingUnder(page: Page): Promise<readonly string[]> {
  const names = await page
    .getByRole("button", { name: /^Paper \w+, /, includeHidden: true })
    .evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ""));
  return names.map((name) => name.replace("Paper ", "")).toSorted();
}

test("three sort six papers, each in an order of their own, and see no pile of another’s before all see the same", async () => {
  const maya = await stage.newPerson();
  const seeded = await seedBoard(stage, maya, { name: "Maya", papers: 6 });
  await maya.page.goto(`/board/${seeded.boardId}`);
  await untilPapers(maya.page, 6);
  const [tom, ann] = [await join(stage, seeded, "Tom"), await join(stage, seeded, "Ann")];

  await maya.page.getByRole("button", { name: say.alone }).last().click();
  await sortView(maya.page).waitFor();
  await ann.page.getByText(say.startedBy("Maya")).waitFor();
  expect(await axe(ann.page)).toEqual([]);
  // Live sorting of them rests.
  await sendByKey(ann.page, seeded.codes[0] ?? "", 1);
  await ann.page.getByText(say.resting("round")).waitFor();
  await ann.page.keyboard.press("Shift+S");
  await tom.page.getByRole("button", { name: say.sort, exact: true }).click();
  for (const { page } of [tom, ann]) await sortView(page).waitFor();
  expect(await axe(maya.page)).toEqual([]);

  // They agree on K01 to K04; K05 and K06 are read differently.
  const agreed = (code: string): number => ((digitOf(code) - 1) % 3) + 1;
  const orders = [
    await sortAll(maya.page, "keys", 6, agreed),
    await sortAll(tom.page, "pointer", 6, (code) => (digitOf(code) === 5 ? 1 : agreed(code))),
  ];
  expect(orders[0]?.toSorted()).toEqual(seeded.codes);
  await sortView(maya.page).getByText(say.finished(2, 3)).first().waitFor();
  expect(await axe(maya.page)).toEqual([]);
  // Ann goes on where she was after a reload, and takes one back.
  await ann.page.keyboard.press("3");
  await until("her first is placed", async () =>
    sortView(ann.page).getByText(say.left(5), { exact: true }).isVisible(),
  );
  const before = await inHand(ann.page);
  await untilSavedAlone(ann.page);
  await ann.page.reload();
  await ann.page.getByRole("button", { name: say.goOn }).click();
  await until("the same paper", async () => (await inHand(ann.page)) === before);
  await ann.page.keyboard.press("l");
  expect(await axe(ann.page)).toEqual([]);
  await ann.page.keyboard.press("l");
  await ann.page.keyboard.press("ArrowLeft");
  await until("another paper", async () => (await inHand(ann.page)) !== before);
  await sortAll(ann.page, "keys", 6, (code) => (digitOf(code) === 6 ? 1 : agreed(code)), "K06");
  await sortView(tom.page).getByText(say.finished(3, 3)).first().waitFor();
  for (const { page } of [maya, tom, ann]) {
    expect(await lyingUnder(page)).toEqual(seeded.codes.map((code) => `${code}, Unsorted`));
  }

  await tom.page.keyboard.press("Enter");
  for (const { page } of [maya, tom, ann]) {
    await revealView(page)
      .getByRole("heading", { name: say.revealTitle(4, 2) })
      .waitFor();
  }
  const shown = await Promise.all(
    [maya, tom, ann].map(({ page }) => revealView(page).getByRole("listitem").allInnerTexts()),
  );
  const without = (texts: readonly string[] = []) =>
    texts.map((text) => text.replace(say.minePlaced, "").replace(/\s+/g, " ").trim());
  expect(without(shown[1])).toEqual(without(shown[0]));
  expect(without(shown[2])).toEqual(without(shown[0]));
  expect(shown.flat().join(" ")).not.toMatch(/Maya|Tom|Ann/);
  await revealView(maya.page).getByText(say.unsureCount(1)).first().waitFor({ state: "attached" });
  expect(await axe(maya.page)).toEqual([]);
  for (const { page } of [maya, tom]) await page.keyboard.press("Escape");
  const piles = ["Not yet", "Almost there", "Got it", "Not yet", board.unsorted, board.unsorted];
  for (const { page } of [maya, tom]) {
    await until("each paper in its one place", async () => {
      const lying = await papersSeen(page);
      return JSON.stringify(lying.map(({ pile }) => pile)) === JSON.stringify(piles);
    });
  }

  // Lea comes later: nothing of it before her own.
  const lea = await join(stage, seeded, "Lea");
  await lea.page.getByText(say.lateTitle(6)).waitFor();
  expect(await lyingUnder(lea.page)).toEqual(seeded.codes.map((code) => `${code}, Unsorted`));
  await lea.page.keyboard.press("Shift+S");
  await sortView(lea.page).waitFor();
  await sortAll(lea.page, "keys", 6, () => 2);
  await lea.page.getByRole("button", { name: say.lateShow }).click();
  await revealView(lea.page).waitFor();
  await lea.page.keyboard.press("Escape");
  await until("she sees where they lie", async () =>
    (await papersSeen(lea.page)).some(({ pile }) => pile === "Got it"),
  );
  for (const { faults, context } of [maya, tom, ann, lea]) {
    expect(faults).toEqual([]);
    await context.close();
  }
}, 300_000);

test("one alone lays six papers on the table, by keys only, and can take back on the way", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  const seeded = await seedBoard(stage, maya, { name: "Maya", papers: 6 });
  await page.goto(`/board/${seeded.boardId}`);
  await untilPapers(page, 6);
  await page.keyboard.press("Shift+S");
  await sortView(page).waitFor();
  const first = await inHand(page);
  await page.keyboard.press("1");
  await until("the next paper", async () => (await inHand(page)) !== first);
  await page.keyboard.press("Backspace");
  await until("the first again", async () => (await inHand(page)) === first);
  await page.keyboard.press("s");
  await until("left for later", async () => (await inHand(page)) !== first);
  await sortAll(page, "keys", 6, (code) => ((digitOf(code) - 1) % 3) + 1);
  await page.keyboard.press("Enter");
  await sortView(page).waitFor({ state: "detached" });
  await until("all in piles", async () => {
    const lying = await papersSeen(page);
    return lying.map(({ pile }) => pile[0]).join("") === "NAGNAG";
  });
  await untilSaved(page);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
}, 120_000);

test("papers are everybody's pupils': whatever a board says of classes and teachers is in no part of the sort", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  const planted = ["Homeroom Rivera", "5b-of-Rivera", "Ms-Rivera-says"];
  const seeded = await seedBoard(stage, maya, {
    name: "Maya",
    papers: 3,
    edit(doc) {
      const { papers, pages } = readBoard(doc);
      const newId = seededIds(seededRandom(5));
      const values = new Map([...papers.keys()].map((paper) => [paper, planted[0]]));
      const column = { title: "Group", kind: "category", values } as const;
      const [id] = bringInColumns(doc, [column], [], newId, "seed");
      if (id) showOnCards(doc, id, true, "seed");
      putTag(doc, { papers: papers.values() }, planted[1] ?? "", "seed");
      for (const page of pages.keys()) {
        const region = newId<RegionId>();
        const by = newId<MemberId>();
        addRegion(doc, { id: region, page, rect: pageRect(0.1, 0.1, 0.5, 0.2), by }, "seed");
        const note = { id: newId<NoteId>(), stance: "notice", region, by } as const;
        addNote(doc, { ...note, words: planted[2] ?? "" }, "seed");
      }
      putTag(doc, { regions: readBoard(doc).regions.values() }, planted[1] ?? "", "seed");
    },
  });
  await page.goto(`/board/${seeded.boardId}`);
  await untilPapers(page, 3);
  // On the board itself they are the team's to read.
  await page
    .getByRole("button", { name: /Homeroom Rivera/ })
    .first()
    .waitFor();
  await page.keyboard.press("Shift+S");
  await sortView(page).waitFor();
  const isClean = async (): Promise<void> => {
    const shown = await sortView(page).evaluate((view) => view.outerHTML);
    expect(planted.filter((words) => shown.includes(words))).toEqual([]);
  };
  await isClean();
  await page.keyboard.press("l");
  await sortView(page).getByText(say.listText).waitFor();
  await isClean();
  await page.keyboard.press("l");
  await sortAll(page, "keys", 3, digitOf);
  await sortView(page).getByText(say.doneText).waitFor();
  await isClean();

  // Nor anywhere else while the round is on: the table, the list, the reader, the panels.
  const tellsNone = async (): Promise<void> => {
    const shown = await page.evaluate(() => document.documentElement.outerHTML);
    expect(planted.slice(0, 2).filter((words) => shown.includes(words))).toEqual([]);
  };
  await sortView(page).getByRole("button", { name: say.back }).click();
  await sortView(page).waitFor({ state: "detached" });
  await page.getByText(say.rests(true)).waitFor();
  await tellsNone();
  await page.keyboard.press("l");
  await page.getByRole("treeitem", { name: /^K01/ }).click();
  await page.keyboard.press("*");
  await page
    .getByRole("treeitem", { name: new RegExp(planted[2] ?? "") })
    .first()
    .waitFor();
  await tellsNone();
  await page.getByRole("radio", { name: board.looks.table }).press(" ");
  for (const [keys, title] of [
    ["Shift+G", board.questions],
    ["Shift+N", board.numbers],
  ] as const) {
    await page.keyboard.press(keys);
    const panel = page.getByRole("complementary", { name: title });
    await panel.getByText(tags.withheld).waitFor();
    expect(await axe(page)).toEqual([]);
    await tellsNone();
    await page.keyboard.press(keys);
    await panel.waitFor({ state: "detached" });
  }
  await paperCard(page, "K01").dblclick();
  await readerOf(page, "K01").getByText(tags.withheld).waitFor();
  await readerOf(page, "K01")
    .getByText(planted[2] ?? "")
    .first()
    .waitFor();
  await tellsNone();
  await page.keyboard.press("Escape");
  await readerOf(page, "K01").waitFor({ state: "detached" });

  // Laid on the table they have all of it again.
  await page.getByRole("button", { name: say.layOut }).click();
  await page
    .getByRole("button", { name: /Homeroom Rivera/ })
    .first()
    .waitFor();
  expect(maya.faults).toEqual([]);
  await maya.context.close();
}, 120_000);

/** Under the view the board's own mark tells of the private lane as well. */
async function untilSavedAlone(page: Page): Promise<void> {
  await until("what she put down is saved", () =>
    page.evaluate(
      (saved) =>
        [...document.querySelectorAll("output")].some(({ textContent }) => textContent === saved),
      board.saved.saved,
    ),
  );
}

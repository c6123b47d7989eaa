/** Two sets of papers of the same pupils: what moved from pile to pile, each figure the way to its papers. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Y from "yjs";
import { movement as say } from "../../client/words/en/movement.ts";
import { reading } from "../../client/words/en/reading.ts";
import { review } from "../../client/words/en/review.ts";
import { words } from "../../client/words/words.ts";
import type { MemberId, NeedId, NextStepId, PaperId } from "../../shared/base/ids.ts";
import { addNeed } from "../../shared/board/needs.ts";
import { addNextStep } from "../../shared/board/next-steps.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { papersRoot } from "../../shared/papers/papers.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { untilPapers, untilSaved } from "./acts.ts";
import { seedBoard, seedOtherBoard } from "./seed-board.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 240_000);
afterAll(() => stage?.close());

test("figures of what moved stand beside what was tried, and open the papers behind them", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  const seeded = await seedBoard(stage, maya, {
    name: "Maya",
    papers: 8,
    edit(doc) {
      const view = readBoard(doc);
      const byCode = [...view.papers.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
      // K05 to K08 become the second papers of K01 to K04: up, same, down, and one not sorted yet.
      const first = [0, 1, 2, 0];
      const later = [1, 1, 1, undefined];
      byCode.forEach(({ id }, i) => {
        const at = i < 4 ? first[i] : later[i - 4];
        if (i >= 4) rename(doc, id, `K0${i - 3}-2`);
        const pile = at === undefined ? undefined : view.piles[at]?.id;
        if (pile !== undefined) sendToPile(doc, [id], pile, undefined, "seed");
      });
    },
  });
  await page.goto(`/board/${seeded.boardId}`);
  await untilPapers(page, 8);
  await page.keyboard.press("Shift+M");
  const panel = page.getByRole("complementary", { name: say.title });
  for (const [name, count] of [
    [say.up, 1],
    [say.same, 1],
    [say.down, 1],
  ] as const) {
    await panel.getByRole("button", { name: say.figures(name, count) }).waitFor();
  }
  const cell = panel.getByRole("button", {
    name: say.figure(1, "Got it", "Almost there"),
  });
  await cell.waitFor();
  await panel.getByText(say.unlinked(2)).waitFor();
  expect(await axe(page)).toEqual([]);

  // What was tried is said beside it, and kept.
  await panel.getByRole("button", { name: new RegExp(`^${say.triedField}`) }).click();
  await page.keyboard.type("Measured shadows for two weeks");
  await page.keyboard.press("Enter");
  await panel.getByText("Measured shadows for two weeks").waitFor();
  await untilSaved(page);

  // A figure is one press from both papers of its pupils.
  await cell.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: reading.reader("K03") }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("dialog", { name: reading.reader("K03-2") }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  // The paper that is sorted now moves at once.
  await page.getByRole("button", { name: new RegExp("^Paper K04-2, ") }).click();
  await page.keyboard.press("3");
  await panel.getByRole("button", { name: say.figures(say.up, 2) }).waitFor();
  expect(await panel.getByText(say.unlinked(2)).count()).toBe(0);
  await page.setViewportSize({ width: 820, height: 1180 });
  expect(await axe(page)).toEqual([]);
  await until("nothing is cut off at the side", () =>
    panel.evaluate((element) => element.scrollWidth <= element.clientWidth + 1),
  );
  expect(maya.faults).toEqual([]);
  await maya.context.close();
}, 180_000);

test("papers of an earlier board of the team are found by their codes, beside what was meant to be tried", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  /** K01 to K04 in these piles. */
  const laid = (piles: readonly (number | undefined)[]) => (doc: Y.Doc) => {
    const view = readBoard(doc);
    const byCode = [...view.papers.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
    byCode.forEach(({ id }, i) => {
      const pile = piles[i];
      if (pile !== undefined) sendToPile(doc, [id], view.piles[pile]?.id, undefined, "seed");
    });
  };
  const autumn = await seedBoard(stage, maya, {
    name: "Maya",
    papers: 4,
    edit(doc) {
      laid([0, 1, 2, 0])(doc);
      const need = "need-of-autumn" as NeedId;
      const by = "" as MemberId;
      addNeed(doc, { id: need, words: "Tilt", pile: undefined, order: "a0", by }, "seed");
      const step = { id: "step-of-autumn" as NextStepId, need, order: "a0", by };
      addNextStep(doc, { ...step, what: "Draw the light at noon" }, "seed");
    },
  });
  const spring = await seedOtherBoard(stage, maya, {
    title: "Spring",
    papers: 4,
    edit: laid([1, 1, 1, undefined]),
  });
  await page.goto(`/board/${spring.boardId}`);
  await untilPapers(page, 4);
  await page.keyboard.press("Shift+M");
  const panel = page.getByRole("complementary", { name: say.title });
  await panel.getByText(say.chooseHelp).waitFor();
  expect(await axe(page)).toEqual([]);
  await panel.getByLabel(say.from).selectOption({ label: say.ofBoard("Seasons") });
  for (const [name, count] of [
    [say.up, 1],
    [say.same, 1],
    [say.down, 1],
  ] as const) {
    await panel.getByRole("button", { name: say.figures(name, count) }).waitFor();
  }
  await panel.getByText("Draw the light at noon").waitFor();
  await panel.getByText(say.unlinked(2)).waitFor();
  expect(await axe(page)).toEqual([]);

  // A figure opens both papers, each from its own board; the later one is read here.
  const figure = say.figure(1, "Got it", "Almost there");
  await panel.getByRole("button", { name: figure }).press("Enter");
  const pairs = page.getByRole("dialog", { name: figure });
  const link = pairs.getByRole("link", { name: say.readEarlier("K03") });
  expect(await link.getAttribute("href")).toContain(autumn.boardId);
  await until("both pictures", () =>
    pairs
      .locator("img")
      .evaluateAll(
        (images) =>
          images.length === 2 && images.every((one) => (one as HTMLImageElement).naturalWidth > 0),
      ),
  );
  const sources = await pairs
    .locator("img")
    .evaluateAll((images) => images.map((one) => (one as HTMLImageElement).src));
  expect(
    sources.map((one) => [autumn.boardId, spring.boardId].findIndex((id) => one.includes(id))),
  ).toEqual([0, 1]);
  expect(await axe(page)).toEqual([]);
  await pairs.getByRole("button", { name: say.readLater("K03") }).press("Enter");
  await page.getByRole("dialog", { name: reading.reader("K03") }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  // What was tried is said here, and a paper that is sorted now moves at once.
  await panel.getByRole("button", { name: new RegExp(`^${say.triedField}`) }).click();
  await page.keyboard.type("Shadows in the yard");
  await page.keyboard.press("Enter");
  await panel.getByText("Shadows in the yard").waitFor();
  await page.getByRole("button", { name: /^Paper K04, / }).click();
  await page.keyboard.press("3");
  await panel.getByRole("button", { name: say.figures(say.up, 2) }).waitFor();
  await page.setViewportSize({ width: 820, height: 1180 });
  await until("nothing is cut off at the side", () =>
    panel.evaluate((element) => element.scrollWidth <= element.clientWidth + 1),
  );
  await page.setViewportSize({ width: 1366, height: 768 });

  // The report tells the same, once the board is chosen.
  await page.getByRole("button", { name: words.board.exportPdf }).click();
  const dialog = page.getByRole("dialog", { name: review.dialog.title });
  await dialog.getByText(review.leaves.heading).waitFor();
  expect(await dialog.getByText(review.leaves.moved).count()).toBe(0);
  const since = dialog.getByLabel(review.dialog.moved);
  await since.selectOption({ label: review.dialog.movedFrom("Seasons") });
  await dialog.getByText(review.leaves.moved).waitFor();
  await dialog.getByRole("link", { name: review.dialog.save }).waitFor();
  expect(await axe(page)).toEqual([]);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
}, 180_000);

function rename(doc: Y.Doc, paper: PaperId, code: string): void {
  doc.getMap<Y.Map<unknown>>(papersRoot).get(paper)?.set("code", code);
}

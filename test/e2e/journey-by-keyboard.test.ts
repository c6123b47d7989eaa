/**
 * By keyboard alone, no pointer anywhere: 24 papers sorted, revealed with a colleague, one settled with a
 * reason, two annotated, and a need stated that stands on both.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { alone } from "../../client/words/en/alone.ts";
import { between } from "../../client/words/en/between.ts";
import { reading } from "../../client/words/en/reading.ts";
import { papersSeen, readerOf, saidIn, untilPapers, untilSaved } from "./acts.ts";
import { createParty } from "./party.ts";
import { seedBoard } from "./seed-board.ts";
import { digitOf, join, revealView, sortAll, sortView } from "./sort-acts.ts";
import { until } from "./stage.ts";

const party = createParty();

/** Presses Tab, or Shift and Tab, until the thing with this name has the focus. */
async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let i = 0; i < 80; i++) {
    const focused = page.locator(":focus");
    const isIt = await focused.evaluateAll(
      (all, wanted) =>
        all.some((element) => {
          const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
          return [element, ...labels].some(
            (each) =>
              each.getAttribute("aria-label") === wanted ||
              each.textContent?.replace(/\s+/g, " ").trim().startsWith(wanted),
          );
        }),
      name,
    );
    if (isIt) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${name}`);
}

/** In the reader: the two corners of a region by arrow keys, and what is noticed in it. */
async function notice(page: Page, code: string, said: string): Promise<void> {
  const reader = readerOf(page, code);
  await reader.getByText(reading.panel).first().waitFor();
  await page.keyboard.press("r");
  await page.getByText(reading.keysHint.aiming).waitFor();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: reading.composer }).waitFor();
  await page.keyboard.type(said);
  await page.keyboard.press("Control+Enter");
  const written = reader.getByRole("textbox", { name: reading.noteWords("notice", 1) });
  await until("the notice in the panel", async () => (await saidIn(written)) === said);
}

test("by keyboard alone: 24 sorted, revealed, one settled, two annotated, a need on two pieces of evidence", async () => {
  const maya = await party.newPerson();
  const { page } = maya;
  await maya.context.addInitScript(() => {
    Object.assign(window, { pointed: 0 });
    const count = (event: Event): void => {
      const pressed = window as unknown as { pointed: number };
      if (event.isTrusted) pressed.pointed++;
    };
    for (const kind of ["pointerdown", "touchstart", "wheel"]) addEventListener(kind, count, true);
  });
  const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 24 });
  await page.goto(`/board/${seeded.boardId}`);
  await untilPapers(page, 24);
  const tom = await join(party.stage, seeded, "Tom");

  await page.keyboard.press("Shift+S");
  await sortView(page).waitFor();
  await tom.page.keyboard.press("Shift+S");
  await sortView(tom.page).waitFor();
  const agreed = (code: string): number => (digitOf(code) % 3) + 1;
  await Promise.all([
    sortAll(page, "keys", 24, (code) => (digitOf(code) > 22 ? 1 : agreed(code))),
    sortAll(tom.page, "keys", 24, (code) =>
      digitOf(code) > 22 ? digitOf(code) - 21 : agreed(code),
    ),
  ]);
  await sortView(page).getByText(alone.finished(2, 2)).first().waitFor();
  await page.keyboard.press("Enter");
  await revealView(page)
    .getByRole("heading", { name: alone.revealTitle(22, 2) })
    .waitFor();
  await tabTo(page, alone.talkNow(2));
  await page.keyboard.press("Enter");

  // K24 lies furthest apart: read, annotated, and settled with a reason.
  const queue = page.getByRole("complementary", { name: between.title });
  await queue.getByText(between.about(2, 0)).waitFor();
  await tabTo(page, "Paper K24");
  await page.keyboard.press("Enter");
  await notice(page, "K24", "Two suns in one picture");
  await page.keyboard.press("ArrowRight");
  await notice(page, "K23", "The arrow leans");
  // The first lets go of the mark.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await readerOf(page, "K23").waitFor({ state: "detached" });
  await tabTo(page, "Paper K24");
  // The paper read last is the open one.
  await page.keyboard.press("ArrowUp");
  await tabTo(page, between.reason);
  await page.keyboard.type("it says tilt");
  await tabTo(page, "Almost there", "Shift+Tab");
  await page.keyboard.press("Enter");
  await queue.getByText(between.about(1, 1)).waitFor();
  await until("settled for Tom", async () => {
    await tom.page.keyboard.press("Escape");
    const seen = await papersSeen(tom.page);
    return seen.find(({ code }) => code === "K24")?.pile === "Almost there";
  });

  // In the list both papers are chosen, and a need stated on them.
  await page.keyboard.press("l");
  await page.getByRole("tree").waitFor();
  for (let i = 0; i < 80; i++) {
    if ((await page.locator("[role=treeitem]:focus").count()) > 0) break;
    await page.keyboard.press("Tab");
  }
  for (const code of ["k24", "k23"]) {
    await page.keyboard.type(code);
    await page.keyboard.press("Space");
  }
  await page.getByRole("status").filter({ hasText: "2 chosen" }).first().waitFor();
  await page.keyboard.press("Alt+KeyE");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("They need to tell tilt from distance.");
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("status")
    .filter({ hasText: /which rests on 2 papers now/ })
    .first()
    .waitFor();
  await untilSaved(page);
  expect(await page.evaluate(() => (window as unknown as { pointed: number }).pointed)).toBe(0);
});

/** The main job in one go: a class set from the desktop, sorted, marked, a need stated, and out as PDF. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../client/words/en/needs.ts";
import { papers } from "../../client/words/en/papers.ts";
import { reading } from "../../client/words/en/reading.ts";
import { review } from "../../client/words/en/review.ts";
import { words } from "../../client/words/words.ts";
import { readPdfFacts } from "../fixtures/pdf-facts.ts";
import { plainPdf } from "../fixtures/pdf-writer.ts";
import { paperCard, papersSeen, saidIn, untilPapers, untilSaved } from "./acts.ts";
import {
  bringIn,
  drag,
  filesUnder,
  fixture,
  openIntake,
  openNewBoard,
  press,
  untilRead,
} from "./intake-acts.ts";
import { createStage, type Stage, until } from "./stage.ts";

const { board } = words;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage?.close());

const tiltSeen = "Distance and tilt are both given";
const orbitSeen = "The oval orbit comes first";

/** Marks a region in the reading view and writes what is noticed there. */
async function notice(page: Page, code: string, seen: string): Promise<void> {
  await paperCard(page, code).dblclick();
  const reader = page.getByRole("dialog", { name: reading.reader(code) });
  const sheet = reader.getByRole("img").first();
  await sheet.waitFor();
  await reader.getByRole("button", { name: reading.toolNames.region }).first().click();
  const box = await sheet.boundingBox();
  if (!box) throw new Error("the page is drawn");
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.5, { steps: 6 });
  await page.mouse.up();
  await page.getByLabel(reading.yourWords("notice")).fill(seen);
  await page.keyboard.press("Control+Enter");
  const written = reader.getByRole("textbox", { name: reading.noteWords("notice", 1) });
  await until("the notice in the panel", async () => (await saidIn(written)) === seen);
  await reader.getByRole("button", { name: reading.back }).click();
  await reader.waitFor({ state: "detached" });
}

describe("a class set", () => {
  test("goes from a dropped file to a PDF that shows what the pupils need", async () => {
    const maya = await stage.newPerson({ acceptDownloads: true });
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    const bytes = readFileSync(fixture("seasons-28-papers.pdf"));
    await (await drag(page, { name: "seasons.pdf", bytes, type: "application/pdf" })).letGo();
    await untilRead(page);
    await press(page, papers.pages.next);
    await press(page, papers.names.toLook);
    await bringIn(page, 28);
    await untilPapers(page, 28);

    // Sorting by key: the next unsorted paper is taken up by itself.
    const codes = (await papersSeen(page)).map(({ code }) => code);
    await paperCard(page, codes[0] ?? "").click();
    for (let i = 0; i < 28; i++) {
      const left = await unsorted(page);
      await page.keyboard.press(String((i % 3) + 1));
      await until("the paper to lie in its pile", async () => (await unsorted(page)) === left - 1);
    }
    await page.keyboard.press("Escape");
    const almost = (await papersSeen(page)).filter(({ pile }) => pile === "Almost there");
    expect(almost).toHaveLength(9);
    const [one, two] = almost.map(({ code }) => code);

    await notice(page, one ?? "", tiltSeen);
    await notice(page, two ?? "", orbitSeen);

    await page.getByRole("button", { name: board.needs }).click();
    await page.getByRole("button", { name: needs.addFor("Almost there") }).click();
    await page.keyboard.type("to weigh two causes against each other");
    await page.getByText(needs.hunch).first().waitFor();
    await page.getByRole("button", { name: needs.pick }).first().click();
    const picker = page.getByRole("dialog", { name: needs.pickTitle });
    for (const seen of [tiltSeen, orbitSeen]) {
      await picker.getByRole("button", { name: new RegExp(seen) }).click();
    }
    await picker.getByRole("button", { name: needs.done }).click();
    await page.getByText(needs.restsOn(2)).first().waitFor();
    await untilSaved(page);

    await page.getByRole("button", { name: board.exportPdf }).click();
    const save = page.getByRole("link", { name: review.dialog.save });
    await save.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    const pdf = readFileSync(await download.path());
    const facts = readPdfFacts(pdf);
    expect(facts.complaints).toEqual([]);
    expect(facts.info.get("Tagged")).toBe("yes");
    expect(facts.info.get("Title")).toContain("Seasons");
    const text = facts.texts.join(" ").replace(/\s+/g, " ");
    for (const said of [
      "to weigh two causes against each other",
      tiltSeen,
      orbitSeen,
      "Almost there",
      ...codes,
    ]) {
      expect(text).toContain(said);
    }
    expect(facts.figuresWithoutAlt + facts.untaggedPaint + facts.hiddenPixels).toBe(0);
    expect(facts.bookmarks.length).toBeGreaterThan(28);
    // The 28 pages are the masked images that the server holds, byte for byte; the rest are crops.
    const stored = new Set(
      filesUnder(stage.dataFolder).map((file) => readFileSync(file).toString("latin1")),
    );
    const whole = facts.images.filter((image) => stored.has(Buffer.from(image).toString("latin1")));
    expect(whole).toHaveLength(28);
    expect(facts.images.length - whole.length).toBe(2);
    // What the copier wrote of itself, and the name of the file, stayed behind.
    const raw = pdf.toString("latin1");
    for (const left of ["seasons.pdf", "Scan to PDF", "copier"]) expect(raw).not.toContain(left);
    expect(maya.faults).toEqual([]);
  });

  test("of 100 pupils with two pages each comes in by ten acts of a hand or fewer, and the page never stalls", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await page.getByRole("button", { name: board.bringIn }).first().waitFor();
    const hand = await countActs(page);
    await openIntake(page);
    const bytes = plainPdf({
      pages: 200,
      size: [153, 198],
      content: "0 0 0 rg 15 150 100 3 re f 15 125 75 3 re f 15 100 90 3 re f",
    });
    await (await drag(page, { name: "two hundred.pdf", bytes, type: "application/pdf" })).letGo();
    await untilRead(page);
    await page.getByRole("radio", { name: papers.pages.two, exact: true }).check();
    await page.getByText(papers.pages.found(100, 200)).waitFor();
    await press(page, papers.pages.next);
    await press(page, papers.names.toNumber(2));
    await page.getByLabel(papers.names.nameless(2, 2)).check();
    await press(page, papers.names.toLook);
    await bringIn(page, 100);
    const { acts, longestMs } = await hand.stop();
    await untilPapers(page, 100);
    process.stdout.write(`200 pages: ${acts} acts; the page's longest task ${longestMs} ms\n`);
    expect(acts).toBeLessThanOrEqual(10);
    expect(maya.faults).toEqual([]);
  });
});

/** Counts what a hand does in the page: presses, drops and keys; and how long the page was busy at most. */
async function countActs(page: Page) {
  await page.evaluate(() => {
    const seen = { acts: 0, longestMs: 0 };
    Object.assign(window, { seen });
    for (const kind of ["pointerdown", "drop", "keydown"])
      addEventListener(kind, () => seen.acts++, { capture: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        seen.longestMs = Math.max(seen.longestMs, duration);
    }).observe({ type: "longtask" });
  });
  return {
    stop: () =>
      page.evaluate(
        () => (window as unknown as { seen: { acts: number; longestMs: number } }).seen,
      ),
  };
}

const unsorted = async (page: Page): Promise<number> =>
  (await papersSeen(page)).filter(({ pile }) => pile === board.unsorted).length;

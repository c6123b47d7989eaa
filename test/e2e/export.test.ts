/** Taking the report out in a real browser: what is shown is what is saved, and it says what leaves. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { words } from "../../client/words/words.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import { hasPdfTools, readPdfFacts } from "../fixtures/pdf-facts.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";
import { seedWorkedBoard } from "./worked-board.ts";

const say = words.review.dialog;

let stage: Stage;
let ana: Person;
let board: BoardId;
beforeAll(async () => {
  stage = await createStage();
  ana = await stage.newPerson({ acceptDownloads: true });
  board = await seedWorkedBoard(stage, ana);
}, 180_000);
afterAll(() => stage?.close());

async function openExport(page: Page): Promise<void> {
  await page.goto(`/board/${board}`);
  await page.getByRole("button", { name: words.board.exportPdf }).click();
  await page.getByRole("dialog", { name: say.title }).waitFor();
}

const saveLink = (page: Page) => page.getByRole("link", { name: say.save });

async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const coming = page.waitForEvent("download");
  await saveLink(page).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The sheets of the preview that are drawn: not one white canvas each. */
const drawnSheets = (page: Page): Promise<number> =>
  page.getByRole("figure", { name: /^Sheet \d/ }).evaluateAll(
    (figures) =>
      figures.filter((figure) => {
        const canvas = figure.querySelector("canvas");
        const ink = canvas && canvas.width > 1 ? canvas.getContext("2d") : null;
        const dots = ink?.getImageData(0, 0, ink.canvas.width, ink.canvas.height).data;
        return dots?.some((value, i) => i % 4 === 0 && value < 120) ?? false;
      }).length,
  );

describe("taking the report out", () => {
  test("makes the file at once, shows it, says what leaves, and saves those very bytes", async () => {
    const { page } = ana;
    await openExport(page);
    await saveLink(page).waitFor();
    await page.getByText("3 needs with 7 pieces of evidence cut from the pages").waitFor();
    await page.getByText("12 papers, masked as on the board: 12 page images").waitFor();
    await until("the first sheets to be drawn", async () => (await drawnSheets(page)) >= 1);
    expect(await axe(page)).toEqual([]);

    const shown = await saveLink(page).evaluate(async (link) => {
      const bytes = await (await fetch((link as HTMLAnchorElement).href)).arrayBuffer();
      return Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    });
    const { name, bytes } = await saved(page);
    expect(name).toBe("Exit question the seasons.pdf");
    const hash = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
    expect(Array.from(new Uint8Array(hash))).toEqual(shown);
    expect(ana.faults).toEqual([]);
  }, 90_000);

  test.skipIf(!hasPdfTools)(
    "a browser's file clears the same bar as Node's",
    async () => {
      const { page } = ana;
      await openExport(page);
      const facts = readPdfFacts((await saved(page)).bytes);
      expect(facts.complaints).toEqual([]);
      expect(facts.claims).toBe("1");
      expect(facts.texts.join(" ")).toContain("closer");
      expect(facts.tags.get("Figure")).toBe(19);
      expect(facts.figuresWithoutAlt + facts.headingSkips + facts.untaggedPaint).toBe(0);
      expect(facts.hiddenPixels + facts.strayLinks + facts.links.unnamed).toBe(0);
      expect(facts.images).toHaveLength(12 + 6);
      expect(facts.images.some((bytes) => Buffer.from(bytes).includes("Exif"))).toBe(false);
      expect(facts.fonts.every(({ embedded, hasUnicode }) => embedded && hasUnicode)).toBe(true);
    },
    90_000,
  );

  test("another choice makes another file, and what leaves says so", async () => {
    const { page } = ana;
    await openExport(page);
    await saveLink(page).waitFor();
    await page.getByRole("radio", { name: say.noPapers }).check();
    await page.getByRole("radio", { name: say.a4 }).check();
    await page.getByText("12 papers, masked as on the board").waitFor({ state: "detached" });
    await saveLink(page).waitFor();
    const { bytes } = await saved(page);
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(text.match(/\/Type \/Page\n/g)?.length).toBeLessThan(6);
  }, 90_000);

  test("can be stopped, and made again", async () => {
    const { page } = ana;
    // The images take their time: there is something to stop.
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/blobs/*", async (route) => {
      await held;
      // Whoever asked may be gone by now.
      await route.continue().catch(() => {});
    });
    await openExport(page);
    await page.getByRole("progressbar", { name: say.making }).waitFor();
    await page.getByRole("button", { name: say.stop }).click();
    await page.getByText(say.stopped).waitFor();
    expect(await axe(page)).toEqual([]);
    release();
    await page.unroute("**/blobs/*");
    await page.getByRole("button", { name: say.again }).click();
    await saveLink(page).waitFor();
  }, 90_000);

  test("says that an image is not in the file, and shows the file all the same", async () => {
    const { page } = ana;
    await page.route("**/blobs/*", (route) => route.abort());
    await openExport(page);
    await saveLink(page).waitFor();
    await page.getByText(say.omitted(12)).waitFor();
    await page.unroute("**/blobs/*");
    await page.getByRole("button", { name: say.again }).click();
    await saveLink(page).waitFor();
    expect(await page.getByText(say.omitted(12)).count()).toBe(0);
  }, 90_000);

  test("says that the board has moved on since", async () => {
    const { page } = ana;
    await openExport(page);
    await saveLink(page).waitFor();
    expect(await page.getByText(say.changed).count()).toBe(0);
    const other = await ana.context.newPage();
    await other.goto(`/board/${board}`);
    await other.getByRole("button", { name: /^Paper M4T, / }).click();
    await other.keyboard.press("3");
    await page.getByText(say.changed).waitFor();
    await page.getByRole("button", { name: say.again }).click();
    await saveLink(page).waitFor();
    expect(await page.getByText(say.changed).count()).toBe(0);
    await other.close();
  }, 90_000);

  test("Escape closes it, and the button that opened it has the focus again", async () => {
    const { page } = ana;
    await openExport(page);
    await saveLink(page).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: say.title }).waitFor({ state: "detached" });
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(focused).toContain(words.board.exportPdf);
    expect(ana.faults).toEqual([]);
  }, 90_000);
});

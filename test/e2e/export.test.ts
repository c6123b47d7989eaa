/** Taking the report out in a real browser: what is shown is what is saved, and it says what leaves. */
import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { review } from "../../client/words/en/review.ts";
import { words } from "../../client/words/words.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { rectFromPage } from "../../shared/geometry/turned-page.ts";
import { hasPdfTools, readPdfFacts } from "../fixtures/pdf-facts.ts";
import { workedBoard } from "../fixtures/practice-board.ts";
import { paperCard } from "./acts.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";
import { seedWorkedBoard } from "./worked-board.ts";

const say = review.dialog;

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

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Around what is drawn in the colour of a notice over a picture of a page; both in CSS pixels of the view. */
async function noticeOver(view: Locator, picture: Locator): Promise<{ page: Box; notice: Box }> {
  const box = await picture.boundingBox();
  if (!box) throw new Error("the page is on the screen");
  const on = { x: box.x, y: box.y, w: box.width, h: box.height };
  const notice = await view.evaluate((element, on) => {
    const xs: number[] = [];
    const ys: number[] = [];
    for (const canvas of element.querySelectorAll("canvas")) {
      const at = canvas.getBoundingClientRect();
      if (at.width < on.w || canvas.hidden) continue;
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
      pixels?.data.forEach((blue, i) => {
        const [red = 0, green = 0] = pixels.data.subarray(i - 2, i);
        const isNotice = i % 4 === 2 && blue > 150 && red < 60 && green > 80 && green < 160;
        const dot = Math.floor(i / 4);
        const x = at.x + (dot % canvas.width) + 0.5;
        const y = at.y + Math.floor(dot / canvas.width) + 0.5;
        const isOn = x > on.x && x < on.x + on.w && y > on.y && y < on.y + on.h;
        if (isNotice && isOn) {
          xs.push(x);
          ys.push(y);
        }
      });
    }
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
  }, on);
  return { page: on, notice };
}

/** What is drawn on the sheets of a file: the operators of each, as text. */
function sheetsIn(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes);
  const sheets: string[] = [];
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
    try {
      const said = inflateSync(file.subarray(at + 7)).toString("latin1");
      if (/ cm \/\w+ Do Q/.test(said)) sheets.push(said);
    } catch {
      // No page's: a picture, or the end of one.
    }
  }
  return sheets;
}

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

  test("a page turned on the table is turned with its marks there, in the reader and in the file", async () => {
    const { page } = ana;
    const view = readBoard(workedBoard().doc);
    const [paper = ""] = [...view.papers.values()].flatMap(({ id, code }) =>
      code === "R5V" ? id : [],
    );
    const [region] = [...view.regions.values()].filter(
      (one) => view.pages.get(one.page)?.paper === paper,
    );
    if (!region) throw new Error("the worked board has a notice on R5V");
    const lies = (on: Box): Box => rectFromPage(region.rect, { ...on, turn: 90 });
    const isThere = async (view: Locator, picture: Locator): Promise<boolean> => {
      const { page: on, notice } = await noticeOver(view, picture);
      const wanted = lies(on);
      // Its number stands over its upper edge where there is room for one.
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 3;
      return (
        on.w > on.h &&
        near(notice.x, wanted.x) &&
        near(notice.x + notice.w, wanted.x + wanted.w) &&
        near(notice.y + notice.h, wanted.y + wanted.h)
      );
    };

    await page.goto(`/board/${board}`);
    const card = paperCard(page, "R5V");
    const read = async (): Promise<void> => {
      await card.click();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Paper R5V" }).waitFor();
    };
    await card.click();
    await page.keyboard.press("Alt+ArrowRight");
    await page.getByText("1 page turned to the right").waitFor({ state: "attached" });
    await until("the notice on the table", () =>
      isThere(page.locator("body"), card.locator("[data-picture]")),
    );
    await read();
    const reading = page.getByLabel("Pages of this paper", { exact: true });
    const scan = reading.getByRole("img").first();
    await until("the notice in the reader", () => isThere(reading, scan));

    await openExport(page);
    await saveLink(page).waitFor();
    const turned = sheetsIn((await saved(page)).bytes).flatMap((sheet) =>
      [...sheet.matchAll(/q 0 (\S+) (\S+) 0 (\S+) (\S+) cm \/\w+ Do Q/g)].map((found) => ({
        sheet,
        on: found.slice(1).map(Number) as [number, number, number, number],
      })),
    );
    // The page itself, its region where a need stands on that, and the page small where one stands on all of it.
    expect(turned).toHaveLength(3);
    const [whole] = turned
      .map(({ on: [h, w, x, y], sheet }) => ({ x, y, w, h, sheet }))
      .toSorted((a, b) => b.w - a.w);
    if (!whole) throw new Error("the whole page lies on its side");
    const { x, y, w, h } = lies(whole);
    // Its frame begins beside its rounded corner. Points.
    const begins = [...whole.sheet.matchAll(/(\S+) (\S+) m\n/g)].map((found) =>
      found.slice(1).map(Number),
    );
    const isFrame = ([left = 0, top = 0]: number[]): boolean =>
      Math.abs(left - Math.min(3, w / 2, h / 2) - x) < 0.1 && Math.abs(top - y) < 0.1;
    expect(begins.filter(isFrame)).not.toEqual([]);

    await page.goto(`/board/${board}`);
    await read();
    await page.getByRole("button", { name: "Turn this page to the left" }).click();
    await until("the page upright", async () => {
      const box = await scan.boundingBox();
      return box !== null && box.height > box.width;
    });
    await page.keyboard.press("Control+z");
    await until("the notice where it was", () => isThere(reading, scan));
    await page.getByRole("button", { name: "Turn this page to the left" }).click();
    expect(ana.faults).toEqual([]);
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

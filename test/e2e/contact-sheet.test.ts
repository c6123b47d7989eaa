/** A stack put right on the contact sheet: by pointer, by keys, by buttons; photos cut out; paper made white. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contactSheet as sheetWords } from "../../client/words/en/contact-sheet.ts";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { words } from "../../client/words/words.ts";
import { papersSeen, untilPapers } from "./acts.ts";
import {
  bringIn,
  choose,
  filesUnder,
  fixture,
  openIntake,
  openNewBoard,
  press,
  storedPictures,
} from "./intake-acts.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

const says = paperWords;
const sheet = sheetWords;
let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

async function withStack(...files: readonly string[]): Promise<Person> {
  const maya = await stage.newPerson();
  await openNewBoard(maya);
  await openIntake(maya.page);
  await choose(maya.page, ...files);
  return maya;
}

/** What the pages are called, in the order of the sheet; those in view. */
const names = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole("list", { name: sheet.label })
    .getByRole("listitem")
    .evaluateAll((items) =>
      items
        .toSorted((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))
        .map((item) => {
          const button = item.querySelector("[data-page]");
          return `${button?.getAttribute("data-page")}: ${button?.getAttribute("aria-label")?.split(",").slice(0, 2).join(",")}`;
        }),
    );
const named = (page: Page, name: string) =>
  page.getByRole("list", { name: sheet.label }).getByRole("button", { name, exact: true });
const untilFirst = (page: Page, ...first: readonly string[]): Promise<void> =>
  until(first.join("; "), async () => {
    const now = await names(page);
    return first.every((name, i) => now[i]?.startsWith(name));
  });

describe("separator sheets", () => {
  test("printed here and read again part the stack, give the papers their codes, and stay out", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await press(page, sheet.print.open);
    await page.getByLabel(sheet.print.count).fill("2");
    expect(await axe(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      press(page, sheet.print.make),
    ]);
    const printed = await download.path();
    // As the copier would give it: the first sheet, a photo's page, the second sheet behind it.
    await choose(page, printed, fixture("photos/sideways-exif-6.jpg"));
    await page.getByText(sheet.separators(1)).waitFor();
    await untilFirst(page, "2: Paper 1");
    expect(await page.locator("[data-page]").count()).toBe(1);
    await press(page, says.pages.next);
    await press(page, says.names.toLook);
    await bringIn(page, 1);
    await untilPapers(page, 1);
    const [paper] = await papersSeen(page);
    expect(paper?.code).toMatch(/^[A-Z][A-Z0-9]{2}$/);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });
});

describe("the contact sheet", () => {
  test("is put right by dragging cuts and pages, and every step can be taken back", async () => {
    const maya = await withStack(fixture("volume-12-papers-duplex.pdf"));
    const { page } = maya;
    await page.getByRole("radio", { name: says.pages.two, exact: true }).check();
    await untilFirst(page, "0: Paper 1, page 1 of 2", "1: Paper 1, page 2 of 2");

    // One pupil used three pages: the cut goes one page on, and all papers behind it with it.
    const cut = (await named(page, sheet.joinHere(sheet.page(2, 1, 2))).boundingBox()) ?? box;
    await page.mouse.move(cut.x + 12, cut.y + 40);
    await page.mouse.down();
    await page.mouse.move(cut.x + 12 + 136, cut.y + 60, { steps: 5 });
    await page.mouse.up();
    await untilFirst(page, "0", "1", "2: Paper 1, page 3 of 3", "3: Paper 2, page 1 of 2");
    await page.keyboard.press("Control+z");
    await untilFirst(page, "0", "1", "2: Paper 2, page 1 of 2");

    // The first page is dropped behind the fourth: only the papers it leaves and joins change.
    const from = (await page.locator('[data-page="0"]').boundingBox()) ?? box;
    const to = (await page.locator('[data-page="3"]').boundingBox()) ?? box;
    await page.mouse.move(from.x + 40, from.y + 60);
    await page.mouse.down();
    await page.mouse.move(to.x + 90, to.y + 60, { steps: 5 });
    await page.mouse.up();
    await untilFirst(page, "1: Paper 1", "2: Paper 2, page 1 of 3", "3", "0: Paper 2, page 3 of 3");
    await press(page, sheet.undo);
    await untilFirst(page, "0: Paper 1, page 1 of 2", "1", "2: Paper 2, page 1 of 2");
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });

  test("does by keys and by buttons all that a pointer does", async () => {
    const maya = await withStack(fixture("volume-12-papers-duplex.pdf"));
    const { page } = maya;
    await page.getByRole("radio", { name: says.pages.two, exact: true }).check();
    await page.locator('[data-page="0"]').focus();
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Alt+ArrowRight");
    await untilFirst(page, "1: Paper 1", "0: Paper 2, page 1 of 3", "2: Paper 2, page 2 of 3");
    await page.keyboard.press("Delete");
    await page.getByText(says.pages.taken(1)).waitFor();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await untilFirst(page, "0: Paper 1, page 1 of 2", "1: Paper 1", "2: Paper 2, page 1 of 2");

    await page.locator('[data-page="1"]').focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.getByText(sheet.selected(3), { exact: true }).waitFor();
    expect(await axe(page)).toEqual([]);
    const act = (name: string) =>
      page
        .getByRole("toolbar")
        .getByRole("button", { name: new RegExp(`^${name}`) })
        .click();
    await act(sheet.gather);
    await untilFirst(
      page,
      "0: Paper 1",
      "1: Paper 2, page 1 of 3",
      "2",
      "3",
      "4: Paper 3, page 1 of 2",
    );
    await act(sheet.later);
    await untilFirst(page, "0: Paper 1", "4: Paper 2, page 1 of 2", "5", "1: Paper 3, page 1 of 3");
    await act(sheet.turn);
    await page.locator('[data-page="2"] img[style*="rotate(90deg)"]').waitFor();
    await act(sheet.takeOut);
    await page.getByText(says.pages.taken(3)).waitFor();
    await maya.context.close();
  });

  test("cuts a sheet out of a photo, lets its corners be set, and has a way back to the whole photo", async () => {
    const maya = await withStack(fixture("photos/sheet-on-a-desk.jpg"));
    const { page } = maya;
    const before = new Set(filesUnder(stage.dataFolder));
    const thumb = page.locator('[data-page="0"] img');
    const shape = (): Promise<number> =>
      thumb.evaluate((img: HTMLImageElement) => img.naturalHeight / img.naturalWidth);
    await until("the sheet", async () => Math.abs((await shape()) - 11 / 8.5) < 0.02);
    await page.locator('[data-page="0"]').focus();
    await page.keyboard.press("Enter");
    await page.getByRole("img", { name: sheet.desk.result }).waitFor();
    expect(await axe(page)).toEqual([]);
    const corner = page.getByRole("button", { name: new RegExp(`^${sheet.desk.corner.topLeft}`) });
    const at = await corner.getAttribute("aria-label");
    await corner.focus();
    await page.keyboard.press("Shift+ArrowRight");
    expect(await corner.getAttribute("aria-label")).not.toBe(at);
    await press(page, sheet.desk.whole);
    await press(page, sheet.desk.apply);
    await until("the whole photo", async () => Math.abs((await shape()) - 0.75) < 0.01);
    await press(page, sheet.undo);
    await until("the sheet again", async () => Math.abs((await shape()) - 11 / 8.5) < 0.02);

    await page.getByRole("checkbox", { name: sheet.white }).check();
    await press(page, sheet.whiteLook);
    await page.getByRole("img", { name: sheet.after }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page
      .getByRole("dialog", { name: sheet.whiteTitle })
      .getByRole("button", { name: words.ui.close })
      .click();
    await press(page, says.pages.next);
    await press(page, says.names.toLook);
    await bringIn(page, 1);
    await untilPapers(page, 1);
    const fresh = filesUnder(stage.dataFolder).filter((file) => !before.has(file));
    // A patch without writing: desk nowhere, and one white.
    const pictures = await storedPictures(page, fresh, { x: 0.3, y: 0.5, w: 0.05, h: 0.012 });
    for (const { width, height, spread } of pictures) {
      expect(height / width).toBeCloseTo(11 / 8.5, 1);
      expect(spread).toBeLessThan(12);
    }
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });
});

const box = { x: 0, y: 0, width: 0, height: 0 };

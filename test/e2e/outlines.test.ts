/** Regions that are no boxes: set corner by corner or drawn by hand, changed later, and cut out as they were drawn. */
import { readFile } from "node:fs/promises";
import jpeg from "jpeg-js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { list as listWords } from "../../client/words/en/list.ts";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { review } from "../../client/words/en/review.ts";
import { words } from "../../client/words/words.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

const say = readingWords;
type Place = readonly [x: number, y: number];

async function newDesk(options = {}): Promise<{ board: SeededBoard; ana: Person }> {
  const ana = await stage.newPerson({ acceptDownloads: true, ...options });
  return { ana, board: await seedBoard(stage, ana, { name: "Ana Ruiz", papers: 1 }) };
}

async function openReader(page: Page, board: SeededBoard): Promise<void> {
  await page.goto(`/board/${board.boardId}?paper=${board.papers[0]}`);
  await page.getByRole("img", { name: new RegExp(`Paper ${board.codes[0]}`) }).waitFor();
}

const stageOf = (page: Page) => page.getByLabel(say.stage, { exact: true });
const composer = (page: Page) => page.getByRole("dialog", { name: say.composer });
const marks = (page: Page) => page.getByRole("button", { name: /^Show mark/ });

/** Where places of the open page, in fractions of it, are on the screen. */
async function onScreen(page: Page, places: readonly Place[]): Promise<readonly Place[]> {
  const box = await stageOf(page).getByRole("img").first().boundingBox();
  if (!box) throw new Error("the page is on the screen");
  return places.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
}

async function click(page: Page, ...places: readonly Place[]): Promise<void> {
  for (const [x, y] of await onScreen(page, places)) await page.mouse.click(x, y);
}

/** Of the notice's blue on the page: whether there is any at each place. */
async function blueAt(page: Page, ...places: readonly Place[]): Promise<readonly boolean[]> {
  const at = await onScreen(page, places);
  return stageOf(page).evaluate(
    (element, at) =>
      at.map(([x, y]) =>
        [...element.querySelectorAll("canvas")].some((canvas) => {
          const box = canvas.getBoundingClientRect();
          const dots = canvas.getContext("2d")?.getImageData(x - box.x - 4, y - box.y - 4, 8, 8);
          return dots?.data.some(
            (_, i, all) => i % 4 === 2 && (all[i] ?? 0) > (all[i - 2] ?? 0) + 80,
          );
        }),
      ),
    at as [number, number][],
  );
}

/** The largest rectangle around this triangle has a line of writing in its far half. */
const triangle: readonly Place[] = [
  [0.05, 0.24],
  [0.5, 0.24],
  [0.05, 0.42],
];

/** The pictures in a PDF file, as they lie there. */
function picturesIn(file: Buffer): readonly ReturnType<typeof jpeg.decode>[] {
  const found = [];
  for (let at = file.indexOf("/DCTDecode"); at >= 0; at = file.indexOf("/DCTDecode", at + 1)) {
    const from = file.indexOf("stream\n", at) + 7;
    found.push(jpeg.decode(file.subarray(from, file.indexOf("endstream", from))));
  }
  return found;
}

describe("an outline set corner by corner", () => {
  test("marks what it encloses, for a colleague too, is pulled at a corner, and goes back on undo", async () => {
    const { ana, board } = await newDesk();
    const bo = await stage.newPerson();
    await joinTeam(stage, bo, board.invite, "Bo Lind");
    await openReader(bo.page, board);
    const { page } = ana;
    await openReader(page, board);
    await page.getByRole("radio", { name: say.shapes.polygon }).check({ force: true });
    await click(page, ...triangle);
    await page.getByText(say.cornersHint).waitFor();
    await page.keyboard.press("Enter");
    await composer(page).waitFor();
    await page.keyboard.type("The first lines lean");
    await page.keyboard.press("Control+Enter");
    await marks(bo.page).waitFor();
    // On its sides, and not on those of the rectangle around it.
    const sides: readonly Place[] = [
      [0.275, 0.24],
      [0.275, 0.33],
      [0.5, 0.4],
    ];
    await until("the outline before the colleague", async () =>
      (await blueAt(bo.page, ...sides)).join().startsWith("true,true,false"),
    );

    await page.keyboard.press("v");
    const [from, to] = await onScreen(page, [
      [0.5, 0.24],
      [0.7, 0.3],
    ]);
    if (!from || !to) throw new Error("two places");
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
    const pulled: Place = [0.375, 0.27];
    await until("the corner pulled", async () => (await blueAt(bo.page, pulled)).join() === "true");
    await page.keyboard.press("Control+z");
    await until("the corner back", async () =>
      (await blueAt(bo.page, ...sides)).join().startsWith("true,true,false"),
    );
    expect([...ana.faults, ...bo.faults]).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });

  test("is cut out as it was drawn: on the need, and in the pixels of the file", async () => {
    const { ana, board } = await newDesk();
    const { page } = ana;
    await openReader(page, board);
    await page.keyboard.press("Shift+r");
    await click(page, ...triangle);
    const [last] = await onScreen(page, [triangle[2] ?? [0, 0]]);
    await page.mouse.click(...(last ?? [0, 0]));
    await composer(page).waitFor();
    await page.keyboard.type("The first lines lean");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Add as evidence: mark 1" }).click();
    await page.getByRole("menuitem", { name: "New need…" }).click();
    await page.keyboard.type("a ruler");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: say.back }).click();
    await page.keyboard.press("l");
    await page.getByRole("button", { name: listWords.needs, exact: true }).click();
    const crop = page.locator("[style*='clip-path']").first();
    await crop.waitFor();
    expect(await crop.evaluate((element) => (element as HTMLElement).style.clipPath)).toMatch(
      /^polygon\(evenodd, (\S+ \S+, ){2}\S+ \S+\)$/,
    );

    await page.getByRole("button", { name: words.board.exportPdf }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: review.dialog.save }).click();
    const pictures = picturesIn(await readFile(await (await coming).path()));
    const [cut] = pictures.toSorted((a, b) => a.width - b.width);
    if (!cut) throw new Error("the crop is in the file");
    const darkest = (left: number, top: number): number => {
      let least = 255;
      for (let y = Math.round(top * cut.height); y < (top + 0.35) * cut.height - 1; y++) {
        for (let x = Math.round(left * cut.width); x < (left + 0.35) * cut.width - 1; x++) {
          least = Math.min(least, cut.data[(y * cut.width + x) * 4] ?? 255);
        }
      }
      return least;
    };
    expect(darkest(0.05, 0.05)).toBeLessThan(120);
    expect(darkest(0.62, 0.62)).toBeGreaterThan(240);
    expect(ana.faults).toEqual([]);
    await ana.context.close();
  }, 60_000);

  test("by keyboard alone, and drawn anew: its words stay with it", async () => {
    const { ana, board } = await newDesk();
    const { page } = ana;
    await openReader(page, board);
    await page.keyboard.press("Shift+r");
    await page.keyboard.press("r");
    await page.getByText(say.keysHint.outlining).waitFor();
    const corner = async (...keys: readonly string[]): Promise<void> => {
      for (const key of [...keys, "Enter"]) await page.keyboard.press(key);
    };
    await corner();
    await corner("Shift+ArrowRight");
    await corner("Shift+ArrowDown");
    await corner();
    await composer(page).waitFor();
    await page.keyboard.type("Three steps");
    await page.keyboard.press("Control+Enter");
    await marks(page).waitFor();

    await page
      .getByRole("button", { name: "More for mark 1" })
      .or(page.getByRole("button", { name: /^More for this notice on mark 1/ }))
      .first()
      .click();
    await page.getByRole("menuitem", { name: say.redraw }).click();
    await page.getByText(say.redrawing).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByText(say.redrawing).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^More for this notice on mark 1/ }).click();
    await page.getByRole("menuitem", { name: say.redraw }).click();
    await click(page, ...triangle);
    await page.keyboard.press("Enter");
    await until(
      "the outline in its new place",
      async () => (await blueAt(page, [0.275, 0.33])).join() === "true",
    );
    expect(await composer(page).count()).toBe(0);
    expect(await marks(page).count()).toBe(1);
    await page.getByText("Three steps").waitFor();
    expect(ana.faults).toEqual([]);
    await ana.context.close();
  });
});

describe("an outline drawn by hand", () => {
  test("with a finger", async () => {
    const { ana, board } = await newDesk({
      viewport: { width: 820, height: 1180 },
      hasTouch: true,
    });
    const { page } = ana;
    await openReader(page, board);
    await page.keyboard.press("Shift+r");
    await page.keyboard.press("Shift+r");
    const round: readonly Place[] = Array.from({ length: 24 }, (_, i): Place => {
      const at = (i / 24) * 2 * Math.PI;
      return [0.4 + 0.2 * Math.cos(at), 0.5 + 0.1 * Math.sin(at)];
    });
    const glass = await ana.context.newCDPSession(page);
    const put = (type: "touchStart" | "touchMove" | "touchEnd", place?: Place) =>
      glass.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: place ? [{ x: place[0], y: place[1], id: 0 }] : [],
      });
    const [first, ...rest] = await onScreen(page, round);
    await put("touchStart", first);
    for (const place of rest) await put("touchMove", place);
    await put("touchEnd");
    await composer(page).waitFor();
    await page.getByRole("button", { name: say.save }).click();
    await marks(page).waitFor();
    await until(
      "a ring, not a box",
      async () => (await blueAt(page, [0.426, 0.599], [0.59, 0.59])).join() === "true,false",
    );
    expect(ana.faults).toEqual([]);
    await ana.context.close();
  });
});

/** The table under fingers, as the browser itself reports them: push, hold and drag, pinch, and what is large enough to hit. */
import type { CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { words } from "../../client/words/words.ts";
import { atRest, frames, paperCard, papersSeen, untilPapers } from "./acts.ts";
import { type SeededBoard, seedBoard } from "./seed-board.ts";
import { createStage, type Person, type Stage, until } from "./stage.ts";

let stage: Stage;
let ana: Person;
let page: Page;
let board: SeededBoard;
let glass: CDPSession;

beforeAll(async () => {
  stage = await createStage();
  ana = await stage.newPerson({ viewport: { width: 820, height: 1180 }, hasTouch: true });
  page = ana.page;
  board = await seedBoard(stage, ana, { name: "Ana Ruiz", papers: 3 });
  await page.goto(`/board/${board.boardId}`);
  await untilPapers(page, 3);
  glass = await ana.context.newCDPSession(page);
}, 120_000);
/** Nothing stays on the glass, and all is seen: whatever went wrong, the next begins as it should. */
afterEach(async () => {
  // Refused where none is on it.
  await glass
    .send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] })
    .catch(() => {});
  await page.keyboard.press("Escape");
});
afterAll(() => stage?.close());

type Finger = readonly [x: number, y: number];
const put = (type: "touchStart" | "touchMove" | "touchEnd", ...fingers: Finger[]) =>
  glass.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
  });

async function boxOf(code: string): Promise<{ x: number; y: number; w: number; h: number }> {
  const box = await paperCard(page, code).boundingBox();
  if (!box) throw new Error("the paper is on the screen");
  return { x: box.x, y: box.y, w: box.width, h: box.height };
}

/** Where the card lies once it has stopped moving. */
async function restOf(code: string) {
  await atRest(paperCard(page, code));
  return boxOf(code);
}

/** Whether any ink lies within four pixels of a point of the window. */
const isDrawn = (on: Page, [x, y]: Finger): Promise<boolean> =>
  on.evaluate(
    ([left, top]) =>
      [...document.querySelectorAll("canvas")].some((canvas) => {
        const box = canvas.getBoundingClientRect();
        if (box.width === 0) return false;
        const ratio = canvas.width / box.width;
        const at = [left - box.left - 4, top - box.top - 4, 8, 8].map((value) => value * ratio);
        const ink = canvas.getContext("2d");
        return ink?.getImageData(...(at as [number, number, number, number])).data.some(Boolean);
      }),
    [x, y] as const,
  );

describe("fingers on the table", () => {
  const code = "K01";

  test("one finger pushes the table, and takes nothing along", async () => {
    const home = await restOf(code);
    const [x, y] = [home.x + home.w / 2, home.y + home.h / 2];
    await put("touchStart", [x, y]);
    for (const by of [20, 60, 100]) await put("touchMove", [x + by, y + by]);
    await put("touchEnd");
    const now = await restOf(code);
    expect(Math.round(now.x - home.x)).toBe(100);
    expect(Math.round(now.y - home.y)).toBe(100);
    expect((await papersSeen(page)).map(({ pile }) => pile)).toEqual(Array(3).fill("Unsorted"));
  });

  test("a finger held still takes the paper up, and drags it into a pile", async () => {
    const { x, y, w, h } = await restOf(code);
    const pile = page.getByRole("region", { name: /^Not yet, \d/ });
    const to = await pile.boundingBox();
    if (!to) throw new Error("the pile is on the screen");
    await put("touchStart", [x + w / 2, y + h / 2]);
    await until(
      "the paper taken up",
      async () => (await paperCard(page, code).getAttribute("aria-pressed")) === "true",
    );
    const middle: Finger = [to.x + to.width / 2, to.y + to.height / 2];
    await put("touchMove", [x + w / 2 + 30, y + h / 2]);
    await put("touchMove", middle);
    await put("touchEnd");
    const lies = async () => (await papersSeen(page)).find((paper) => paper.code === code)?.pile;
    await expect.poll(lies).toBe("Not yet");
  });

  test("two fingers push without zooming, however they wobble, and zoom once they draw apart", async () => {
    const before = await restOf(code);
    await put("touchStart", [300, 600], [500, 600]);
    for (const [i, by] of [0, 25, 50, 75, 100].entries()) {
      await put("touchMove", [300 + by, 600], [500 + by + (i % 2) * 6, 600]);
    }
    await expect.poll(async () => Math.round((await boxOf(code)).x - before.x)).toBeGreaterThan(90);
    const pushed = await boxOf(code);
    expect(pushed.w).toBeCloseTo(before.w, 3);
    for (const by of [40, 80, 120, 160, 200])
      await put("touchMove", [400 - by, 600], [600 + by, 600]);
    await put("touchEnd");
    const zoomed = await restOf(code);
    expect(zoomed.w / before.w).toBeGreaterThan(2);
    expect(ana.faults).toEqual([]);
  });

  test("a finger that comes down while the table glides stops it there", async () => {
    await page.getByRole("button", { name: words.board.zoomFit }).tap();
    await put("touchStart", [410, 1000]);
    // What was on its way to the screen is there; of the glide most would still be to come.
    await frames(page, 3);
    const held = await boxOf(code);
    expect(await restOf(code)).toEqual(held);
    await put("touchEnd");
    await page.getByRole("button", { name: words.board.zoomFit }).tap();
    await page.keyboard.press("Escape");
  });

  test("an eraser for parts cuts a line in two, and one undo makes it whole again", async () => {
    const drawnAt = (x: number): Promise<boolean> => isDrawn(page, [x, 980]);
    const swipe = async (from: Finger, to: Finger): Promise<void> => {
      await put("touchStart", from);
      for (const t of [0.25, 0.5, 0.75, 1]) {
        await put("touchMove", [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]);
      }
      await put("touchEnd");
    };
    await page.getByRole("button", { name: words.board.zoomFit }).tap();
    await restOf(code);
    await page.keyboard.press("p");
    await page.getByText(words.ink.widths.broad, { exact: true }).tap();
    await swipe([200, 980], [600, 980]);
    await expect.poll(() => drawnAt(400)).toBe(true);
    await page.keyboard.press("e");
    await page.getByText(words.ink.eraserModes.part).tap();
    await swipe([400, 940], [400, 1020]);
    await expect.poll(() => drawnAt(400)).toBe(false);
    expect([await drawnAt(250), await drawnAt(550)]).toEqual([true, true]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => drawnAt(400)).toBe(true);
    await page.keyboard.press("v");
  });

  test("everything there is to press is large enough for a finger", async () => {
    await page.getByRole("button", { name: words.board.zoomFit }).click();
    await paperCard(page, "K02").tap();
    await page.getByRole("toolbar", { name: words.board.selectionBar }).waitFor();
    const small = await page.evaluate(() => {
      if (!matchMedia("(pointer: coarse)").matches) return ["the pointer is not coarse"];
      return [...document.querySelectorAll<HTMLElement>("button, a[href], input, summary")]
        .filter((element) => element.checkVisibility({ checkOpacity: true }))
        .flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          // A field that is hidden over its label is hit by way of the label.
          if (width < 2 || element.matches("label input")) return [];
          const name = element.getAttribute("aria-label") ?? element.textContent;
          return Math.min(width, height) < 43.5
            ? [`${name}: ${Math.round(width)} x ${Math.round(height)}`]
            : [];
        });
    });
    expect(small).toEqual([]);
  });
});

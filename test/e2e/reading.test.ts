/** Reading a paper together: marks by mouse, pen and keyboard, words written by several, live and lasting. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { finding } from "../../client/words/en/finding.ts";
import { reading } from "../../client/words/en/reading.ts";
import { caretIn, saidIn } from "./acts.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

interface Desk {
  readonly board: SeededBoard;
  readonly ana: Person;
}

async function newDesk(papers = 3, options = {}): Promise<Desk> {
  const ana = await stage.newPerson(options);
  return { ana, board: await seedBoard(stage, ana, { name: "Ana Ruiz", papers }) };
}

async function colleague(board: SeededBoard, name: string): Promise<Person> {
  const person = await stage.newPerson();
  await joinTeam(stage, person, board.invite, name);
  return person;
}

async function openReader(page: Page, board: SeededBoard, paper = 0): Promise<void> {
  await page.goto(`/board/${board.boardId}?paper=${board.papers[paper]}`);
  await page.getByRole("heading", { level: 1, name: `Paper ${board.codes[paper]}` }).waitFor();
  await page.getByRole("img", { name: new RegExp(`Paper ${board.codes[paper]}`) }).waitFor();
}

const stageOf = (page: Page) => page.getByLabel("Pages of this paper", { exact: true });
const marks = (page: Page) => page.getByRole("button", { name: /^Show mark/ });
const notice = (page: Page, mark = 1) =>
  page.getByRole("textbox", { name: `Notice on mark ${mark}`, exact: true });

/** Drags over the open page, in fractions of it. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = await stageOf(page).getByRole("img").first().boundingBox();
  if (!box) throw new Error("the page is on the screen");
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  for (const t of [0.3, 0.6, 1]) {
    await page.mouse.move(
      ...at([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]),
    );
  }
  await page.mouse.up();
}

async function markNotice(page: Page, words: string): Promise<void> {
  await drag(page, [0.2, 0.2], [0.6, 0.4]);
  await page.getByRole("dialog", { name: "What you see in this region" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Control+Enter");
  await notice(page).waitFor();
}

/** How many pixels of marks lie on the canvases over the pages. */
const marksDrawn = (page: Page): Promise<number> =>
  stageOf(page).evaluate((element) =>
    [...element.querySelectorAll("canvas")]
      .map((canvas) => {
        const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
        return pixels?.data.filter((value, i) => i % 4 === 3 && value > 0).length ?? 0;
      })
      .reduce((sum, count) => sum + count, 0),
  );

/** The colour of the open page where the test masks it, each part rounded to the mask's if it is near. */
const middleOfMask = (page: Page): Promise<string> =>
  stageOf(page)
    .getByRole("img")
    .first()
    .evaluate(async (element) => {
      const image = element as HTMLImageElement;
      await image.decode().catch(() => {});
      const canvas = new OffscreenCanvas(1, 1);
      const ink = canvas.getContext("2d");
      const { naturalWidth: w, naturalHeight: h } = image;
      ink?.drawImage(image, -0.4 * w, -0.3 * h);
      const pixel = [...(ink?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
      return pixel
        .map((part, i) => {
          const mask = [206, 199, 188][i] ?? 0;
          return Math.abs(part - mask) <= 4 ? mask : part;
        })
        .join(" ");
    });

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);

describe("noticing on a paper", () => {
  test("a region drawn with the mouse and its words stand before a colleague at once", async () => {
    const { board, ana } = await newDesk();
    const bo = await colleague(board, "Bo Lind");
    await openReader(bo.page, board);
    await openReader(ana.page, board);
    await ana.page.getByText("Bo Lind is reading this too").waitFor();
    await bo.page.getByText("Drag over something you notice").waitFor();

    await drag(ana.page, [0.2, 0.2], [0.6, 0.4]);
    await ana.page.getByRole("button", { name: "On this paper I see…" }).click();
    await ana.page.keyboard.type("a row of three suns.");
    expect(await marks(bo.page).count()).toBe(0);
    await ana.page.getByRole("button", { name: "Save" }).click();

    await expect
      .poll(() => saidIn(notice(bo.page)))
      .toBe("On this paper I see a row of three suns.");
    await bo.page.getByText("Ana Ruiz", { exact: true }).waitFor();
    await expect.poll(() => marksDrawn(bo.page)).toBeGreaterThan(200);
    expect([...ana.faults, ...bo.faults]).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });

  test("by keyboard alone: mark, write, send to a pile, read on, come back", async () => {
    const { board, ana } = await newDesk();
    const { page } = ana;
    await openReader(page, board);
    await page.keyboard.press("r");
    await page.getByText(/Enter sets the first corner/).waitFor();
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "What you see in this region" }).waitFor();
    await page.keyboard.press("Alt+2");
    await page.keyboard.type("Why the tilt?");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("textbox", { name: "Wonder on mark 1" }).waitFor();

    await page.keyboard.press("2");
    expect(await page.getByRole("radio", { name: "Almost there" }).isChecked()).toBe(true);
    await page.getByText("1 of 3").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { level: 1, name: `Paper ${board.codes[1]}` }).waitFor();
    await page.getByText("2 of 3").waitFor();
    await page.keyboard.press("PageUp");
    await page.getByRole("heading", { level: 1, name: `Paper ${board.codes[0]}` }).waitFor();
    await marks(page).waitFor();
    await page.keyboard.press("Escape");
    await stageOf(page).waitFor({ state: "detached" });
    await ana.context.close();
  });

  test("Escape takes back what is half done, one thing at a time", async () => {
    const { board, ana } = await newDesk(1);
    const { page } = ana;
    await openReader(page, board);
    await drag(page, [0.2, 0.2], [0.6, 0.4]);
    await page.getByRole("dialog", { name: "What you see in this region" }).waitFor();
    await page.keyboard.press("Escape");
    await page
      .getByRole("dialog", { name: "What you see in this region" })
      .waitFor({ state: "detached" });
    expect(await marks(page).count()).toBe(0);
    await page.keyboard.press("r");
    await page.keyboard.press("Escape");
    expect(await stageOf(page).count()).toBe(1);
    await page.keyboard.press("Escape");
    await stageOf(page).waitFor({ state: "detached" });
    await ana.context.close();
  });

  test("a mark and its words go on undo and come back on redo, and a deleted one comes back", async () => {
    const { board, ana } = await newDesk(1);
    const { page } = ana;
    await openReader(page, board);
    await markNotice(page, "Two arrows");
    await page.keyboard.press("Control+z");
    await marks(page).waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => saidIn(notice(page))).toBe("Two arrows");

    await page.getByRole("button", { name: "More for this notice on mark 1" }).click();
    await page.getByRole("menuitem", { name: "Delete this mark" }).click();
    await marks(page).waitFor({ state: "detached" });
    await page.getByText("Mark deleted").waitFor();
    await expect.poll(() => focused(page)).toBe("What we see");
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => saidIn(notice(page))).toBe("Two arrows");
    expect(await stageOf(page).count()).toBe(1);
    await ana.context.close();
  });
});

describe("coming from elsewhere", () => {
  test("a link to a mark stands at the mark: chosen, in view, large enough to read", async () => {
    const { board, ana } = await newDesk(2, { viewport: { width: 900, height: 420 } });
    const { page } = ana;
    await openReader(page, board, 1);
    await drag(page, [0.2, 0.8], [0.5, 0.9]);
    await page.keyboard.type("Low on the page");
    await page.keyboard.press("Control+Enter");
    const region = await page.locator("li[data-mark]").getAttribute("data-mark");
    await page.goto(`/board/${board.boardId}?region=${region}`);
    await page.getByRole("heading", { level: 1, name: `Paper ${board.codes[1]}` }).waitFor();
    await expect.poll(() => marks(page).getAttribute("aria-pressed")).toBe("true");

    const image = stageOf(page).getByRole("img").first();
    await expect.poll(async () => (await image.boundingBox())?.width ?? 0).toBeGreaterThan(400);
    const view = await stageOf(page).boundingBox();
    await expect
      .poll(async () => {
        const box = await image.boundingBox();
        if (!box || !view) return false;
        const top = box.y + 0.8 * box.height;
        const bottom = box.y + 0.9 * box.height;
        return top >= view.y && bottom <= view.y + view.height;
      })
      .toBe(true);
    await ana.context.close();
  });
});

describe("writing together", () => {
  test("two people type into one note at once; no letter goes and each caret stays", async () => {
    const { board, ana } = await newDesk(1);
    await openReader(ana.page, board);
    await markNotice(ana.page, "in the middle");
    const bo = await colleague(board, "Bo Lind");
    await openReader(bo.page, board);
    await notice(bo.page).waitFor();

    await notice(ana.page).focus();
    await ana.page.keyboard.press("Control+End");
    await notice(bo.page).focus();
    await bo.page.keyboard.press("Control+Home");
    const front = "Everybody here begins ".repeat(2);
    const back = " and nobody ends".repeat(2);
    await Promise.all([
      ana.page.keyboard.type(back, { delay: 8 }),
      bo.page.keyboard.type(front, { delay: 6 }),
    ]);

    const whole = `${front}in the middle${back}`;
    await expect.poll(() => saidIn(notice(ana.page))).toBe(whole);
    await expect.poll(() => saidIn(notice(bo.page))).toBe(whole);
    expect(await caretIn(notice(bo.page))).toBe(front.length);
    expect(await caretIn(notice(ana.page))).toBe(whole.length);

    // One's own undo takes one's own words, and nobody else's.
    await ana.page.keyboard.press("Control+z");
    await expect.poll(() => saidIn(notice(bo.page))).toContain(front);
    await expect.poll(() => saidIn(notice(bo.page))).not.toContain("ends and nobody ends");
    await ana.context.close();
    await bo.context.close();
  });
});

describe("an input method at work", () => {
  test("is not disturbed by a colleague's letters, and both are there afterwards", async () => {
    const { board, ana } = await newDesk(1);
    await openReader(ana.page, board);
    await markNotice(ana.page, "ab");
    const bo = await colleague(board, "Bo Lind");
    await openReader(bo.page, board);
    await notice(bo.page).focus();
    await bo.page.keyboard.press("Control+Home");
    await notice(ana.page).focus();
    await ana.page.keyboard.press("Control+Home");
    await ana.page.keyboard.press("ArrowRight");

    const typing = await ana.context.newCDPSession(ana.page);
    const compose = (text: string) =>
      typing.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose("に");
    await compose("にほ");
    await bo.page.keyboard.type("XY");
    await expect.poll(() => saidIn(notice(bo.page))).toBe("XYab");
    await compose("にほん");
    expect(await saidIn(notice(ana.page))).toBe("aにほんb");
    await typing.send("Input.insertText", { text: "日本" });
    await expect.poll(() => saidIn(notice(ana.page))).toBe("XYa日本b");
    await expect.poll(() => saidIn(notice(bo.page))).toBe("XYa日本b");
    await ana.page.keyboard.type("!");
    await expect.poll(() => saidIn(notice(bo.page))).toBe("XYa日本!b");
    await ana.context.close();
    await bo.context.close();
  });
});

describe("ink on a paper", () => {
  test("a stroke of the pen is there after a reload, and the eraser takes it whole", async () => {
    const { board, ana } = await newDesk(1);
    const { page } = ana;
    await openReader(page, board);
    await page.keyboard.press("p");
    await drag(page, [0.2, 0.5], [0.7, 0.6]);
    await expect.poll(() => marksDrawn(page)).toBeGreaterThan(300);
    await expect.poll(() => page.getByRole("button", { name: "Undo" }).isEnabled()).toBe(true);

    await page.reload();
    await openReader(page, board);
    await expect.poll(() => marksDrawn(page)).toBeGreaterThan(300);
    await page.keyboard.press("e");
    await drag(page, [0.45, 0.4], [0.45, 0.7]);
    await expect.poll(() => marksDrawn(page)).toBe(0);
    await ana.context.close();
  });
});

describe("a name that was missed", () => {
  test("is painted over in the picture itself, for everybody, and undo does not bring it back", async () => {
    const { board, ana } = await newDesk(1);
    const bo = await colleague(board, "Bo Lind");
    await openReader(bo.page, board);
    await openReader(ana.page, board);
    const before = await middleOfMask(bo.page);
    await drag(ana.page, [0.2, 0.2], [0.6, 0.4]);
    await ana.page.getByRole("button", { name: "Mask a name…" }).click();
    expect(await axe(ana.page)).toEqual([]);
    await ana.page.getByRole("button", { name: "Mask it" }).click();
    await ana.page.getByText("Masked for everybody").waitFor();

    for (const { page } of [ana, bo]) {
      // The stone grey of every mask, give or take the JPEG.
      await expect.poll(() => middleOfMask(page)).toBe("206 199 188");
    }
    expect(before).not.toBe("206 199 188");
    expect(await marks(ana.page).count()).toBe(0);
    await ana.page.keyboard.press("Control+z");
    await ana.page.reload();
    await openReader(ana.page, board);
    expect(await middleOfMask(ana.page)).toBe("206 199 188");
    expect([...ana.faults, ...bo.faults]).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });
});

describe("from a mark to a need", () => {
  test("a new need stands on the mark, and its words are written right there", async () => {
    const { board, ana } = await newDesk(1);
    const { page } = ana;
    await openReader(page, board);
    await markNotice(page, "The sun moves");
    await page.getByRole("button", { name: "Add as evidence: mark 1" }).click();
    await page.getByRole("menuitem", { name: "New need…" }).click();
    await page.getByRole("textbox", { name: "What are they showing us they need?" }).waitFor();
    await page.keyboard.type("a model with a lamp");
    await page.keyboard.press("Escape");
    await page.getByText("Evidence for").waitFor();
    expect(await page.getByText("a model with a lamp", { exact: true }).isVisible()).toBe(true);
    await ana.context.close();
  });
});

test("what is written on a page is typed out once, read by a colleague, and found on the board", async () => {
  const { board, ana } = await newDesk(2);
  const ben = await colleague(board, "Ben");
  for (const { page } of [ana, ben]) {
    await openReader(page, board);
    await page.getByText(reading.transcribe, { exact: true }).click();
  }
  const field = (page: Page) => page.getByLabel(reading.transcribePage(1, 1), { exact: true });
  await field(ana.page).fill("the sun is closer in sumer");
  await field(ana.page).blur();
  await expect.poll(() => field(ben.page).inputValue(), { timeout: 30_000 }).toMatch(/in sumer$/);
  await ben.page.keyboard.press("Escape");
  await ben.page.keyboard.press("Escape");
  await ben.page.keyboard.press("Control+f");
  await ben.page.getByRole("textbox", { name: finding.findField }).fill("SUMER");
  const found = ben.page.getByRole("status").filter({ hasText: finding.place(1, 1) });
  await found.waitFor();
  for (const { faults } of [ana, ben]) expect(faults).toEqual([]);
});

describe("accessibility of the reading view", () => {
  test.each([
    { frame: "light", options: {} },
    { frame: "dark", options: { colorScheme: "dark" } },
    { frame: "a tablet", options: { viewport: { width: 820, height: 1180 }, hasTouch: true } },
  ] as const)("axe finds nothing, frame $frame: empty, composing, with marks", async (variant) => {
    const { board, ana } = await newDesk(2, variant.options);
    const { page } = ana;
    await openReader(page, board);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("r");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "What you see in this region" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type("Seen by all");
    await page.keyboard.press("Control+Enter");
    await notice(page).waitFor();
    expect(await focused(page)).toBe("Pages of this paper");
    await page.getByText(/Describe the pages/).click();
    await page.getByText(reading.transcribe, { exact: true }).click();
    expect(await axe(page)).toEqual([]);
    expect(ana.faults).toEqual([]);
    await ana.context.close();
  });
});

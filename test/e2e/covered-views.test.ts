/**
 * Covered while it is looked at: the page's pixels are gone from every view at once, and nothing is broken
 * where they were. The page to be covered is of a colour that nothing else on the screen has.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { past } from "../../client/words/en/past.ts";
import { reading } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import type { MemberId, NoteId, PageId } from "../../shared/base/ids.ts";
import { coverPage, leaveOutImages, pagesRoot } from "../../shared/papers/papers.ts";
import { paperCard, untilPapers } from "./acts.ts";
import { type SeededBoard, seedBoard, seedNotes } from "./seed-board.ts";
import { inHand, sortView } from "./sort-acts.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

const magenta = [255, 0, 230] as const;
const green = [0, 220, 60] as const;
type Colour = readonly [red: number, green: number, blue: number];
const css = (colour: Colour): string => `rgb(${colour.join(" ")})`;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

/** Two papers: the page of the first is to be covered, the second says that the view shows papers at all. */
async function twoPapers(): Promise<{ readonly maya: Person; readonly board: SeededBoard }> {
  const maya = await stage.newPerson();
  const sheets = [css(magenta), css(green)];
  const board = await seedBoard(stage, maya, { name: "Maya", papers: 2, sheets });
  return { maya, board };
}

/** How many pixels of the screen are of about this colour. */
async function seenOf(page: Page, colour: Colour): Promise<number> {
  const png = (await page.screenshot()).toString("base64");
  return page.evaluate(
    async ({ shot, wanted }) => {
      const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const ink = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      ink?.drawImage(picture, 0, 0);
      const { data } = ink?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (wanted.every((part, channel) => Math.abs((data[i + channel] ?? 0) - part) < 40)) {
          count++;
        }
      }
      return count;
    },
    { shot: png, wanted: [...colour] },
  );
}

/** Enough of it to know again. */
const some = 30;
const untilSeen = (page: Page, colour: Colour): Promise<void> =>
  until(`${css(colour)} on the screen`, async () => (await seenOf(page, colour)) > some);
const untilGone = (page: Page, colour: Colour): Promise<void> =>
  until(`no ${css(colour)} on the screen`, async () => (await seenOf(page, colour)) === 0);

/** As somebody else would, on another computer: the view itself is not touched. */
async function cover(person: Person, board: SeededBoard, isCovered: boolean): Promise<void> {
  const path = `${stage.url}/api/boards/${board.boardId}/covers`;
  const page = board.pages[0] ?? "";
  const headers = { origin: stage.url };
  const answer = isCovered
    ? await person.context.request.post(path, { data: { page }, headers })
    : await person.context.request.delete(`${path}/${page}`, { headers });
  expect(answer.status()).toBe(204);
}

/** Pictures that the page wanted to show and could not. */
const broken = (page: Page): Promise<readonly string[]> =>
  page
    .locator("img")
    .evaluateAll((all) =>
      all
        .filter(
          (img) => (img as HTMLImageElement).complete && !(img as HTMLImageElement).naturalWidth,
        )
        .map((img) => (img as HTMLImageElement).src),
    );

/** Covers it while the view shows it, shows it again, and covers it once more: gone each time. */
async function coverIn(person: Person, board: SeededBoard): Promise<void> {
  const { page } = person;
  for (const colour of [magenta, green]) await untilSeen(page, colour);
  await cover(person, board, true);
  await untilGone(page, magenta);
  expect(await seenOf(page, green)).toBeGreaterThan(some);
  expect(await broken(page)).toEqual([]);
  await cover(person, board, false);
  await untilSeen(page, magenta);
  await cover(person, board, true);
  await untilGone(page, magenta);
  expect(await axe(page)).toEqual([]);
  expect(person.faults).toEqual([]);
}

describe("a page that is covered while it is looked at is gone", () => {
  test("from the table seen from afar", async () => {
    const { maya, board } = await twoPapers();
    await seedNotes(
      stage,
      maya,
      board.boardId,
      Array.from({ length: 450 }, (_, i) => ({
        id: `note-${String(i).padStart(4, "0")}` as NoteId,
        stance: "plain" as const,
        words: "The days are longer in summer",
        colour: "sky" as const,
        pos: { x: (i % 25) * 240, y: -400 - Math.floor(i / 25) * 200 },
        by: "seed" as MemberId,
      })),
    );
    await maya.page.goto(`/board/${board.boardId}?bench=1`);
    const plane = () =>
      maya.page.evaluate<string>("window.noticeboardBench?.plane() ?? 'not there yet'");
    await until("the far view", async () => (await plane()) === "far");
    await coverIn(maya, board);
    expect(await plane()).toBe("far");
    await maya.context.close();
  });

  test("from the table seen near, and from the list", async () => {
    const { maya, board } = await twoPapers();
    await maya.page.goto(`/board/${board.boardId}`);
    await untilPapers(maya.page, 2);
    await coverIn(maya, board);
    await cover(maya, board, false);
    await maya.page.keyboard.press("l");
    await maya.page.getByRole("radio", { name: words.board.looks.list }).waitFor();
    await coverIn(maya, board);
    expect(await seenOf(maya.page, magenta)).toBe(0);
    await maya.context.close();
  });

  test("from papers side by side", async () => {
    const { maya, board } = await twoPapers();
    const { page } = maya;
    await page.goto(`/board/${board.boardId}`);
    await untilPapers(page, 2);
    const [first = "", second = ""] = board.codes;
    await paperCard(page, first).click();
    await paperCard(page, second).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Shift+C");
    const pane = page.getByRole("region", { name: reading.paper(first), exact: true });
    await pane.getByRole("img").waitFor();
    await coverIn(maya, board);
    await pane.getByRole("img", { name: reading.coveredAlt(first, 1, 1) }).waitFor();
    // Opened with the cover on, it shows it no more than before.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+C");
    await pane.getByRole("img", { name: reading.coveredAlt(first, 1, 1) }).waitFor();
    await untilSeen(page, green);
    expect(await seenOf(page, magenta)).toBe(0);
    await maya.context.close();
  });

  test("from the paper in hand of somebody who sorts alone, and from their list", async () => {
    const { maya, board } = await twoPapers();
    const { page } = maya;
    const [first = ""] = board.codes;
    await page.goto(`/board/${board.boardId}`);
    await untilPapers(page, 2);
    await page.getByRole("button", { name: words.sorting.alone }).last().click();
    await sortView(page).waitFor();
    if ((await inHand(page)) !== first) await page.keyboard.press("ArrowRight");
    await until("the first in hand", async () => (await inHand(page)) === first);
    await untilSeen(page, magenta);
    await cover(maya, board, true);
    await untilGone(page, magenta);
    await sortView(page)
      .getByRole("img", { name: reading.coveredAlt(first, 1, 1) })
      .waitFor();
    expect(await broken(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    // It can still be put somewhere, and the list of all shows it no more.
    await page.keyboard.press("l");
    await untilSeen(page, green);
    expect(await seenOf(page, magenta)).toBe(0);
    expect(await broken(page)).toEqual([]);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });
});

test("a page whose picture did not come with the board says so calmly, and nobody can uncover it", async () => {
  const maya = await stage.newPerson();
  const board = await seedBoard(stage, maya, {
    name: "Maya",
    papers: 1,
    edit: (doc) => {
      for (const id of [...doc.getMap(pagesRoot).keys()] as PageId[]) {
        coverPage(doc, id, true, "seed");
        leaveOutImages(doc, id, "seed");
      }
    },
  });
  const { page } = maya;
  const [code = ""] = board.codes;
  await cover(maya, board, false);
  await page.goto(`/board/${board.boardId}?paper=${board.papers[0]}`);
  await page.getByText(reading.leftOutNote(1, 1)).waitFor();
  await page
    .getByRole("img", { name: reading.coveredAlt(code, 1, 1) })
    .first()
    .waitFor();
  expect(await page.getByRole("button", { name: reading.lookUnder }).count()).toBe(0);
  expect(await broken(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

test("a board that goes back to a version from before the cover keeps it", async () => {
  const { maya, board } = await twoPapers();
  const { page } = maya;
  const [first = ""] = board.codes;
  await page.goto(`/board/${board.boardId}`);
  await untilPapers(page, 2);
  const versions = page.getByRole("dialog", { name: past.versionsTitle });
  const openVersions = async (): Promise<void> => {
    await page.getByRole("button", { name: words.board.more, exact: true }).click();
    await page.getByRole("menuitem", { name: words.keeping.versions }).click();
  };
  await openVersions();
  await versions.getByLabel(past.versionName).fill("Before");
  await page.keyboard.press("Enter");
  await versions.getByText("Before", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await untilSeen(page, magenta);
  await cover(maya, board, true);
  await untilGone(page, magenta);

  await openVersions();
  await versions.getByRole("button", { name: past.putBackTo("Before") }).click();
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: past.putBackDo }).click(),
  ]);
  await untilPapers(page, 2);
  await untilSeen(page, green);
  expect(await paperCard(page, first).getAttribute("aria-label")).toContain("covered");
  expect(await seenOf(page, magenta)).toBe(0);
  expect(await broken(page)).toEqual([]);
  // Read, it is as any covered page: the calm sign, and a member may look under it.
  await page.goto(`/board/${board.boardId}?paper=${board.papers[0]}`);
  await page.getByRole("img", { name: reading.coveredAlt(first, 1, 1) }).waitFor();
  await page.getByRole("button", { name: reading.lookUnder }).waitFor();
  expect(await seenOf(page, magenta)).toBe(0);
  expect(await broken(page)).toEqual([]);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

/** Open questions and tags: in the reader, beside the board, in the list, at the table, with a colleague. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reading } from "../../client/words/en/reading.ts";
import { paperCard } from "./acts.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

async function newDesk(papers = 3): Promise<{ board: SeededBoard; ana: Person; bo: Person }> {
  const ana = await stage.newPerson();
  const board = await seedBoard(stage, ana, { name: "Ana Ruiz", papers });
  const bo = await stage.newPerson();
  await joinTeam(stage, bo, board.invite, "Bo Lind");
  return { board, ana, bo };
}

async function read(page: Page, board: SeededBoard, paper: number): Promise<void> {
  await page.goto(`/board/${board.boardId}?paper=${board.papers[paper]}`);
  await page.getByRole("heading", { level: 1, name: `Paper ${board.codes[paper]}` }).waitFor();
}

const questionsOf = (page: Page) => page.getByRole("region", { name: "Open questions" });
const tagsOf = (page: Page) => page.getByRole("region", { name: "Tags", exact: true });
const wordsIn = (page: Page) => tagsOf(page).getByRole("listitem").allTextContents();
const panel = (page: Page) => page.getByRole("complementary", { name: "Questions and tags" });

async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Ask about this paper" }).click();
  await page.getByLabel("What do you wonder about this paper?").fill(words);
  await page.keyboard.press("Enter");
  await questionsOf(page)
    .getByRole("button", { name: new RegExp(`^${words}`) })
    .waitFor();
}

async function openPanel(page: Page, board: SeededBoard): Promise<void> {
  await page.goto(`/board/${board.boardId}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Questions and tags" }).click();
  await panel(page).getByRole("heading", { name: "Questions and tags" }).waitFor();
}

describe("open questions", () => {
  test("are asked in the reader, closed by a colleague at the board, and opened again", async () => {
    const { board, ana, bo } = await newDesk();
    await read(ana.page, board, 1);
    await ask(ana.page, "Why three suns");
    await ask(ana.page, "What is the line");

    await openPanel(bo.page, board);
    await panel(bo.page).getByText("Open questions (2)").waitFor();
    expect(await axe(bo.page)).toEqual([]);
    await panel(bo.page).getByRole("button", { name: "Close: Why three suns" }).click();
    await panel(bo.page).getByText("Open questions (1)").waitFor();
    await panel(bo.page).getByText("1 closed question").click();
    await panel(bo.page).getByRole("button", { name: "Open again: Why three suns" }).waitFor();

    await ana.page.getByText("Open questions (1)").waitFor();
    await ana.page.getByText("1 closed question").click();
    await questionsOf(ana.page).getByRole("button", { name: "Open again: Why three suns" }).click();
    await panel(bo.page).getByText("Open questions (2)").waitFor();
    // The focus went on with the question, not to nowhere.
    await expect
      .poll(() => ana.page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Open questions");

    // From the board to where it is asked.
    await panel(bo.page)
      .getByRole("button", { name: /^What is the line/ })
      .click();
    await bo.page.getByRole("heading", { level: 1, name: `Paper ${board.codes[1]}` }).waitFor();
    expect(await axe(bo.page)).toEqual([]);
    expect([...ana.faults, ...bo.faults]).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });

  test("are closed in the list by key, and undone", async () => {
    const { board, ana, bo } = await newDesk();
    const { page } = ana;
    await read(page, board, 0);
    await ask(page, "Why is it tilted");
    await openPanel(page, board);
    await page.getByRole("radio", { name: "List" }).check();
    const paper = page.getByRole("treeitem", { name: new RegExp(`^${board.codes[0]}`) });
    await paper.click();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const wonder = page.getByRole("treeitem", { name: /Why is it tilted/ });
    await expect.poll(() => wonder.getAttribute("tabindex")).toBe("0");
    await page.keyboard.press("Alt+q");
    await panel(page).getByText("Open questions (0)").waitFor();
    await expect.poll(() => wonder.textContent()).toContain("closed");
    await page.keyboard.press("Control+z");
    await panel(page).getByText("Open questions (1)").waitFor();
    expect(ana.faults).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });
});

describe("tags", () => {
  test("are written in the reader with those of the board to choose from, and stand everywhere", async () => {
    const { board, ana, bo } = await newDesk();
    await read(ana.page, board, 0);
    await ana.page.keyboard.press("Alt+g");
    await ana.page.getByRole("combobox", { name: "A tag for this paper" }).waitFor();
    await ana.page.keyboard.type("Draws  arrows");
    await ana.page.keyboard.press("Enter");
    await expect.poll(() => wordsIn(ana.page)).toEqual(["Draws arrows"]);
    expect(await axe(ana.page)).toEqual([]);
    // Escape ends the writing, and does not leave the reader.
    await ana.page.keyboard.press("Escape");
    await ana.page.getByRole("button", { name: "Tag", exact: true }).waitFor();

    await read(bo.page, board, 1);
    await bo.page.getByRole("button", { name: "Tag", exact: true }).click();
    await bo.page.keyboard.type("arr");
    await bo.page.getByRole("option", { name: "Draws arrows" }).waitFor();
    await bo.page.keyboard.press("ArrowDown");
    await bo.page.keyboard.press("Enter");
    await expect.poll(() => wordsIn(bo.page)).toEqual(["Draws arrows"]);
    await bo.page.keyboard.type("DRAWS ARROWS");
    await bo.page.keyboard.press("Enter");
    expect(await wordsIn(bo.page)).toEqual(["Draws arrows"]);

    // Beside the board: the papers behind it, its words for all of them at once.
    await openPanel(ana.page, board);
    const row = panel(ana.page).getByRole("button", { name: /^Draws arrows/ });
    await expect.poll(() => row.textContent()).toContain("2 papers");
    await row.click();
    await panel(ana.page).getByRole("button", { name: "Keep bright" }).click();
    await ana.page.getByText("“Draws arrows”: 2 of 3 papers").waitFor();
    expect(await axe(ana.page)).toEqual([]);
    await panel(ana.page).getByRole("button", { name: "Rename" }).click();
    await panel(ana.page).getByLabel("Words of the tag").fill("arrows");
    await ana.page.keyboard.press("Enter");
    await expect.poll(() => wordsIn(bo.page)).toEqual(["arrows"]);

    // Found by its words, and seen in the list.
    await ana.page.keyboard.press("Control+f");
    await ana.page.getByLabel("Words or a code to find").fill("arrow");
    await ana.page.getByText("1 of 2", { exact: true }).waitFor();
    await ana.page.keyboard.press("Escape");
    await ana.page.getByRole("radio", { name: "List" }).check();
    const paper = ana.page.getByRole("treeitem", { name: new RegExp(`^${board.codes[0]}`) });
    await expect.poll(() => paper.textContent()).toContain("arrows");
    expect([...ana.faults, ...bo.faults]).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });

  test("are on a mark too, by which its paper is found; a paper's own stand on its card", async () => {
    const { board, ana, bo } = await newDesk();
    const { page } = ana;
    await read(page, board, 0);
    const image = page.getByRole("img", { name: /^Paper K01/ });
    const box = await image.boundingBox();
    if (!box) throw new Error("the page is on the screen");
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5, { steps: 4 });
    await page.mouse.up();
    await page.getByRole("dialog", { name: reading.composer }).waitFor();
    await page.keyboard.type("Four rays");
    await page.keyboard.press("Control+Enter");
    // By key it is the chosen mark that is tagged, by its menu any.
    await page.getByRole("button", { name: reading.showMark(1) }).click();
    await page.keyboard.press("Alt+g");
    await page.getByRole("combobox", { name: "A tag for mark 1" }).waitFor();
    await page.keyboard.type("rays");
    await page.keyboard.press("Enter");
    const ofMark = page.getByRole("region", { name: "Tags of mark 1" });
    await ofMark.getByRole("listitem").filter({ hasText: "rays" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("combobox").waitFor({ state: "detached" });
    expect(await wordsIn(page)).toEqual([]);
    await read(bo.page, board, 0);
    await bo.page.getByRole("region", { name: "Tags of mark 1" }).getByText("rays").waitFor();
    await bo.page.getByRole("button", { name: "Tag", exact: true }).click();
    await bo.page.keyboard.type("draws arrows");
    await bo.page.keyboard.press("Enter");

    await openPanel(page, board);
    const row = panel(page).getByRole("button", { name: /^rays/ });
    await expect.poll(() => row.textContent()).toContain("1 paper");
    await row.click();
    await panel(page).getByRole("button", { name: "Keep bright" }).click();
    await page.getByText("“rays”: 1 of 3 papers").waitFor();
    const card = paperCard(page, "K01");
    await expect.poll(() => card.getAttribute("aria-label")).toContain("tagged draws arrows");
    expect(await card.locator("[data-drawn='draws arrows']").isVisible()).toBe(true);
    // A card without tags has no element for them.
    expect(await paperCard(page, "K02").locator("[data-of=tag]").count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    // Taken off all at once, and back.
    await panel(page).getByRole("button", { name: "Take off all papers" }).click();
    await bo.page.getByRole("region", { name: "Tags of mark 1" }).waitFor({ state: "detached" });
    const told = page.getByRole("dialog", { name: /is taken off 1 paper/ });
    await told.getByRole("button", { name: "Undo" }).click();
    await bo.page.getByRole("region", { name: "Tags of mark 1" }).waitFor();
    expect([...ana.faults, ...bo.faults]).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });

  test("are put on several papers at once from the list, and taken off", async () => {
    const { board, ana, bo } = await newDesk();
    const { page } = ana;
    await page.goto(`/board/${board.boardId}`);
    await page.getByRole("radio", { name: "List" }).check();
    const rowOf = (index: number) =>
      page.getByRole("treeitem", { name: new RegExp(`^${board.codes[index]}`) });
    await rowOf(0).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Alt+g");
    const dialog = page.getByRole("dialog", { name: "Tags of 3 papers" });
    await dialog.getByRole("combobox").fill("slope");
    await page.keyboard.press("Enter");
    await dialog.getByText("on all of them").waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Done" }).click();
    await dialog.waitFor({ state: "hidden" });
    for (const index of [0, 1, 2]) {
      await expect.poll(() => rowOf(index).textContent()).toContain("slope");
    }
    await page.keyboard.press("Alt+g");
    await dialog.getByRole("checkbox", { name: /slope/ }).click();
    // A tag that no paper has is gone.
    await expect.poll(() => dialog.getByRole("checkbox").count()).toBe(0);
    await dialog.getByRole("button", { name: "Done" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.keyboard.press("Control+z");
    for (const index of [0, 1, 2]) {
      await expect.poll(() => rowOf(index).textContent()).toContain("slope");
    }
    expect(ana.faults).toEqual([]);
    await ana.context.close();
    await bo.context.close();
  });
});

/** Moving about a board, and being there together: by menu, by words, by keys, by a colleague's side. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { finding } from "../../client/words/en/finding.ts";
import { words } from "../../client/words/words.ts";
import { paperCard, papersSeen, untilPapers } from "./acts.ts";
import { joinTeam, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

const { board } = words;

let stage: Stage;
let maya: Person;
let address: string;
let invite: string;
beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  const seeded = await seedBoard(stage, maya, { name: "Maya", papers: 12 });
  ({ invite } = seeded);
  address = `${stage.url}/board/${seeded.boardId}`;
  await maya.page.goto(address);
  await untilPapers(maya.page, 12);
});
afterAll(() => stage.close());

/** The name of what has the focus, as a screen reader says it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
const untilFocused = (page: Page, name: string): Promise<void> =>
  until(`the focus on ${name}`, async () => (await focused(page)).includes(name));
const menuItem = (page: Page, name: string) => page.getByRole("menuitem", { name });
const pileOf = async (page: Page, code: string): Promise<string | undefined> =>
  (await papersSeen(page)).find((paper) => paper.code === code)?.pile;

describe("commands", () => {
  test("a paper's menu opens by key and sends it to a pile, and by right click on the bare table", async () => {
    const { page } = maya;
    await paperCard(page, "K03").focus();
    await paperCard(page, "K03").click();
    await page.keyboard.press("Shift+F10");
    const send = menuItem(page, board.sendTo("Almost there"));
    await send.waitFor();
    for (const _ of ["Not yet", "Almost there"]) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await until("K03 in its pile", async () => (await pileOf(page, "K03")) === "Almost there");
    await send.waitFor({ state: "detached" });

    // Away from every paper there is another menu; a pile's ground has the pile's own.
    await page.mouse.click(700, 690, { button: "right" });
    await menuItem(page, finding.find).waitFor();
    expect(await send.count()).toBe(0);
    await page.keyboard.press("Escape");
    const pile = await page.getByRole("region", { name: /^Got it/ }).boundingBox();
    if (!pile) throw new Error("the pile lies on the table");
    await page.mouse.click(pile.x + pile.width / 2, pile.y + pile.height - 8, { button: "right" });
    await menuItem(page, board.renamePile).waitFor();
    await page.keyboard.press("Escape");
    await menuItem(page, board.renamePile).waitFor({ state: "detached" });
  });

  test("the palette takes a slip of the finger for the command, and a code for the paper", async () => {
    const { page } = maya;
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: finding.paletteField });
    await field.waitFor();
    expect(await axe(page)).toEqual([]);
    await field.fill("higlighter");
    await page.getByRole("option", { name: board.tools.highlighter, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page
      .getByRole("button", { name: board.tools.highlighter, pressed: true, exact: true })
      .waitFor();
    await field.waitFor({ state: "detached" });
    await page.keyboard.press("v");

    await page.keyboard.press("Control+k");
    await field.fill("k07");
    await page.getByRole("option", { name: /K07/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await untilFocused(page, "K07");
  });

  test("find goes from one match to the next, at the table and in the list", async () => {
    const { page } = maya;
    await page.keyboard.press("Control+f");
    const field = page.getByRole("textbox", { name: finding.findField });
    await field.fill("k1");
    const count = page.getByRole("status").filter({ hasText: finding.place(1, 3) });
    await count.waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page
      .getByRole("status")
      .filter({ hasText: finding.place(2, 3) })
      .waitFor();
    await page.keyboard.press("Escape");
    await untilFocused(page, "K11");

    await page.keyboard.press("l");
    await page.getByRole("tree").waitFor();
    await page.keyboard.press("Control+f");
    await field.fill("k12");
    await page
      .getByRole("status")
      .filter({ hasText: finding.place(1, 1) })
      .waitFor();
    await page.keyboard.press("Escape");
    await untilFocused(page, "K12");
    await page.getByRole("radio", { name: board.looks.table }).click();
  });

  test("the outline goes to a paper by keys alone", async () => {
    const { page } = maya;
    await page.keyboard.press("Alt+o");
    const outline = page.getByRole("navigation", { name: finding.outline });
    await outline.waitFor();
    await outline.getByRole("button", { name: board.unsorted }).last().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await untilFocused(page, "K01");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("toolbar", { name: board.selectionBar }).waitFor();
    await page.keyboard.press("Alt+o");
    await outline.waitFor({ state: "detached" });
  });
});

/** The camera as the page tells its colleagues of it is read off where a paper's card stands. */
async function cardBox(page: Page, code: string) {
  const box = await paperCard(page, code).boundingBox();
  if (!box) throw new Error(`${code} lies in view`);
  return box;
}
const isNear = (a: number, b: number, by = 4): boolean => Math.abs(a - b) <= by;

/** How many points of the canvas over the cards are painted. */
const inkOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = [...document.querySelectorAll("canvas")].filter(({ hidden }) => !hidden).at(-1);
    const ink = canvas?.getContext("2d");
    if (!canvas || !ink) return 0;
    const { data } = ink.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, i) => i % 4 === 3 && value > 0).length;
  });

describe("together", () => {
  let jonas: Person;
  beforeAll(async () => {
    jonas = await stage.newPerson();
    await joinTeam(stage, jonas, invite, "Jonas");
    await jonas.page.goto(address);
    await untilPapers(jonas.page, 12);
    await untilPapers(maya.page, 12);
  });

  test("a press on a face follows; the view comes along within moments, and an own move ends it", async () => {
    const follow = jonas.page.getByRole("button", { name: words.together.follow("Maya") });
    await follow.click();
    await jonas.page.getByText(words.together.following("Maya")).waitFor();
    expect(await axe(jonas.page)).toEqual([]);

    await maya.page.mouse.move(700, 400);
    await maya.page.keyboard.down("Control");
    for (let i = 0; i < 4; i++) await maya.page.mouse.wheel(0, -120);
    await maya.page.keyboard.up("Control");
    const sameView = async (): Promise<boolean> => {
      const [hers, his] = [await cardBox(maya.page, "K05"), await cardBox(jonas.page, "K05")];
      return isNear(hers.x, his.x) && isNear(hers.y, his.y) && isNear(hers.width, his.width);
    };
    await until("Jonas to see what Maya sees", sameView);

    // She never moves with him: he goes away by himself, and hers stays.
    const before = await cardBox(maya.page, "K05");
    await jonas.page.mouse.move(700, 400);
    await jonas.page.mouse.wheel(0, 200);
    await jonas.page.getByText(words.together.following("Maya")).waitFor({ state: "detached" });
    await maya.page.mouse.move(640, 420);
    await until("the views to differ", async () => !(await sameView()));
    expect(await cardBox(maya.page, "K05")).toEqual(before);
  });

  test("everyone is asked to come; who declines stays, who lets it happen comes along", async () => {
    const home = await cardBox(jonas.page, "K05");
    const bring = async (): Promise<void> => {
      await maya.page.getByRole("button", { name: /^2 people here/ }).click();
      await menuItem(maya.page, words.together.bring).click();
    };
    await bring();
    await jonas.page.getByRole("button", { name: words.together.stay }).click();
    await jonas.page.getByText(words.together.calls("Maya")).first().waitFor({ state: "detached" });
    expect(await cardBox(jonas.page, "K05")).toEqual(home);

    await bring();
    await jonas.page.getByText(words.together.following("Maya")).waitFor();
    await until("Jonas at Maya's place", async () =>
      isNear((await cardBox(jonas.page, "K05")).x, (await cardBox(maya.page, "K05")).x),
    );
    await jonas.page.keyboard.press("Escape");
    await jonas.page.getByText(words.together.following("Maya")).waitFor({ state: "detached" });
  });

  test("a laser pointer is seen by the colleague, fades, and is nowhere in the document", async () => {
    await jonas.page.keyboard.press("Shift+1");
    await maya.page.keyboard.press("Shift+1");
    await until("both to see everything", async () =>
      isNear((await cardBox(jonas.page, "K05")).x, (await cardBox(maya.page, "K05")).x),
    );
    const undo = maya.page.getByRole("button", { name: board.undo, exact: true });
    const couldUndo = await undo.isEnabled();
    await maya.page.keyboard.press("k");
    await maya.page.mouse.move(600, 250);
    await until("her pointer on the other table", async () => (await inkOn(jonas.page)) > 500);
    const inked = await inkOn(jonas.page);
    await maya.page.mouse.down();
    // It fades within a second, so the hand goes on until it was seen.
    let step = 0;
    await until("the trail on the other table", async () => {
      for (let i = 0; i < 12; i++, step++) {
        await maya.page.mouse.move(600 + (step % 40) * 8, 250 + (step % 7) * 15);
      }
      return (await inkOn(jonas.page)) > inked + 1000;
    });
    await maya.page.mouse.up();
    await maya.page.mouse.move(600, 250);
    await until("the trail to fade", async () => (await inkOn(jonas.page)) < inked + 200);
    expect(await undo.isEnabled()).toBe(couldUndo);
    await maya.page.keyboard.press("v");
  });

  test("a link to a place, opened by a colleague, shows that place", async () => {
    await maya.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = (): Promise<string> => maya.page.evaluate(() => navigator.clipboard.readText());
    await paperCard(maya.page, "K09").click();
    await maya.page.keyboard.press("Shift+2");
    let last = await cardBox(maya.page, "K09");
    await until("K09 to be large and at rest", async () => {
      const before = last;
      last = await cardBox(maya.page, "K09");
      return last.width > 200 && last.width === before.width && last.x === before.x;
    });
    await maya.page.getByRole("button", { name: /^Zoom, now/ }).click();
    await menuItem(maya.page, words.together.copyPlaceLink).click();
    await until("the link", async () => (await copied()).includes("?at="));
    const hers = await cardBox(maya.page, "K09");
    await jonas.page.goto(await copied());
    await until("Jonas at the place", async () => {
      const his = await paperCard(jonas.page, "K09").boundingBox();
      return his !== null && isNear(his.x, hers.x) && isNear(his.width, hers.width);
    });
    expect(new URL(jonas.page.url()).search).toBe("");
  });
});

test("what is typed while a dialog is on its way reaches no tool of the table", async () => {
  const { page } = maya;
  const part = /\/help-sheet-[^/]*\.js/;
  let letCome = (): void => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(part, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await untilPapers(page, 12);
  await page.keyboard.press("?");
  await page.keyboard.press("p");
  letCome();
  await page.getByLabel(board.singleKeys).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const tool = page.getByRole("button", { name: board.tools.select, exact: true });
  expect(await tool.getAttribute("aria-pressed")).toBe("true");
  await page.unroute(part);
});

test("single keys can be switched off, and stay off after a reload; Ctrl and arrows go on acting", async () => {
  const { page } = maya;
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByLabel(board.singleKeys).uncheck();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.reload();
  await untilPapers(page, 12);
  await paperCard(page, "K01").click();
  await page.keyboard.press("p");
  await page.keyboard.press("2");
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: finding.findField }).waitFor();
  await page.keyboard.press("Escape");
  expect(await pileOf(page, "K01")).toBe(board.unsorted);
  const tool = page.getByRole("button", { name: board.tools.select, exact: true });
  expect(await tool.getAttribute("aria-pressed")).toBe("true");
  await paperCard(page, "K01").focus();
  await page.keyboard.press("ArrowRight");
  await untilFocused(page, "K02");
});

test("with single keys off, what is typed on a note is written there, from its first letter", async () => {
  const { page } = maya;
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: board.tools.note, exact: true }).click();
  // Beside every paper and pile.
  await page.mouse.click(700, 690);
  await page.keyboard.press("Escape");
  await page.keyboard.type("shadows");
  await page.keyboard.press("Escape");
  await page.locator("[data-item]", { hasText: "shadows" }).waitFor();
  await page.keyboard.press("F2");
  await page.keyboard.type(" move");
  await page.keyboard.press("Escape");
  await page.locator("[data-item]", { hasText: "shadows move" }).waitFor();
  expect(await page.getByRole("textbox", { name: board.noteWords }).count()).toBe(0);
});

test("nothing went wrong unseen", () => {
  expect(maya.faults).toEqual([]);
});

/** The list: everything the table can do, by keyboard alone, seen and heard. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { list as listWords } from "../../client/words/en/list.ts";
import { needs as needWords } from "../../client/words/en/needs.ts";
import { tags } from "../../client/words/en/tags.ts";
import { words } from "../../client/words/words.ts";
import type { MemberId, NoteId, RegionId } from "../../shared/base/ids.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { pageRect } from "../../shared/geometry/rect.ts";
import { addRegion } from "../../shared/papers/regions.ts";
import { putTag } from "../../shared/papers/tags.ts";
import { addRichNote, block, everyLook, run } from "../fixtures/blocks.ts";
import { untilSaved } from "./acts.ts";
import { createParty } from "./party.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, type Person, until } from "./stage.ts";

const party = createParty();
const { newPerson } = party;

/** Opens the board and its list with the key for it, and walks into the tree with Tab. */
async function openList({ page }: Person, { boardId }: SeededBoard): Promise<void> {
  await page.goto(`${party.stage.url}/board/${boardId}`);
  await page.getByRole("radio", { name: words.board.looks.list }).waitFor({ state: "attached" });
  await page.keyboard.press("l");
  await page.getByRole("tree").waitFor();
  await tabTo(page, () => document.activeElement?.getAttribute("role") === "treeitem");
}

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, isThere: () => boolean): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate(isThere)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never got there");
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-labelledby");
    return (id && document.getElementById(id)?.innerText.replace(/\s+/g, " ")) ?? "";
  });
const row = (page: Page, name: RegExp) => page.getByRole("treeitem", { name });
const said = (page: Page, what: string | RegExp) =>
  page.getByRole("status").filter({ hasText: what }).first().waitFor();

/** The codes under each pile, as the tree says it. */
async function sorted(page: Page): Promise<{ readonly [pile: string]: readonly string[] }> {
  const rows = await page.getByRole("treeitem").evaluateAll((all) =>
    all.map((item) => ({
      level: item.ariaLevel,
      name: document.getElementById(item.getAttribute("aria-labelledby") ?? "")?.innerText ?? "",
    })),
  );
  const piles: { [pile: string]: string[] } = {};
  let pile = "";
  for (const { level, name } of rows) {
    const [first = ""] = name.split("\n");
    if (level === "2") pile = first;
    if (level === "3" && first) (piles[pile] ??= []).push(first);
  }
  return piles;
}

describe("the list by keyboard alone", () => {
  test("twelve papers sorted, a notice written, a need stated on two papers, and undone", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 12 });
    await openList(maya, board);

    // One key a paper: the focus falls on the next by itself.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    for (const digit of "123123123123") await page.keyboard.press(digit);
    expect(await sorted(page)).toEqual({
      "Not yet": ["K01", "K04", "K07", "K10"],
      "Almost there": ["K02", "K05", "K08", "K11"],
      "Got it": ["K03", "K06", "K09", "K12"],
    });
    await said(page, "K12 moved to Got it, 4 papers");
    expect(await focused(page)).toMatch(/^Unsorted/);

    // A code typed goes to its paper, and a notice is written on it.
    await page.keyboard.type("k05");
    expect(await focused(page)).toMatch(/^K05/);
    await page.keyboard.press("Alt+KeyN");
    await page.keyboard.type("The arrows go round the sun.");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toMatch(/^Notice: The arrows go round the sun\. you/);
    expect(await axe(page)).toEqual([]);

    // Two papers chosen carry a new need.
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Space");
    await page.keyboard.type("k08");
    await page.keyboard.press("Space");
    await said(page, "2 chosen");
    await page.keyboard.press("Alt+KeyE");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("They need to tell tilt from distance.");
    await page.keyboard.press("Control+Enter");
    await said(page, /which rests on 2 papers now/);
    await until("the focus back in the list", async () => (await focused(page)).startsWith("K08"));

    // Moving within the pile, and taking it back.
    await page.keyboard.press("Alt+ArrowUp");
    expect((await sorted(page))["Almost there"]).toEqual(["K02", "K08", "K05", "K11"]);
    expect(await focused(page)).toMatch(/^K08/);
    await page.keyboard.press("Control+KeyZ");
    expect((await sorted(page))["Almost there"]).toEqual(["K02", "K05", "K08", "K11"]);

    // The needs, without a mouse.
    await tabTo(page, () => document.activeElement?.textContent === "Needs");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: needWords.title }).waitFor();
    const need = page.getByRole("article", { name: "They need to tell tilt from distance." });
    await need.getByRole("button", { name: "Rests on 2 papers" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await untilSaved(page);
  });

  test("a pile is added, named, described, moved and taken away; its papers are not lost", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 3 });
    await openList(maya, board);
    await tabTo(page, () => document.activeElement?.textContent === "Add a pile");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Draws the tilt");
    await page.keyboard.press("Tab");
    await page.keyboard.type("The axis leans in the drawing");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Draws the tilt empty 4 The axis leans in the drawing");

    await page.keyboard.type("k02");
    await page.keyboard.press("4");
    await said(page, "K02 moved to Draws the tilt, 1 paper");
    await page.keyboard.type("draws");
    await page.keyboard.press("Alt+ArrowUp");
    await said(page, "Draws the tilt, pile 3 of 4");
    await page.keyboard.press("F2");
    await page.keyboard.type("Tilt");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toMatch(/^Draws the tilt/);
    await page.keyboard.press("Delete");
    await said(page, "Draws the tilt was taken away; 1 paper back in Unsorted");
    expect((await sorted(page))["Unsorted"]?.toSorted()).toEqual(["K01", "K02", "K03"]);
    await page.getByRole("button", { name: "Undo" }).last().press("Enter");
    await row(page, /^Draws the tilt 1 paper/).waitFor();
  });

  test("what a colleague does shows, and the focus stays where it was", async () => {
    const maya = await newPerson();
    const jonas = await newPerson();
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 6 });
    await joinTeam(party.stage, jonas, board.invite, "Jonas");
    await openList(maya, board);
    await openList(jonas, board);
    await maya.page.keyboard.type("k03");

    await jonas.page.keyboard.type("k01");
    await jonas.page.keyboard.press("2");
    await row(maya.page, /^Almost there 1 paper/).waitFor();
    expect(await focused(maya.page)).toMatch(/^K03/);

    await jonas.page.keyboard.type("k03");
    await jonas.page.keyboard.press("1");
    await row(maya.page, /^Not yet 1 paper/).waitFor();
    expect(await focused(maya.page)).toMatch(/^K03/);

    // Taken away by a colleague, it leaves the focus to the pile it was alone in.
    await jonas.page.keyboard.type("k03");
    await jonas.page.keyboard.press("Delete");
    await row(maya.page, /^K03/).waitFor({ state: "detached" });
    expect(await focused(maya.page)).toMatch(/^Not yet/);
  });

  test("Enter opens the paper, and Escape stands in the list again where one was", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 3 });
    await openList(maya, board);
    await page.keyboard.type("k02");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: /K02/ }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toMatch(/^K02/);
  });

  test("what a mark is tagged with is said in its row, in that of its first note and in no other", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, {
      name: "Maya",
      papers: 1,
      edit(doc) {
        const by = "seed" as MemberId;
        const region = "the-tagged-mark" as RegionId;
        const [of] = readBoard(doc).pages.values();
        if (!of) throw new Error("the paper has a page");
        addRegion(doc, { id: region, page: of.id, rect: pageRect(0.1, 0.1, 0.4, 0.2), by }, by);
        for (const [id, words] of [
          ["first-note-on-it", "The arrows go round"],
          ["second-note-on-it", "And the lamp is left out"],
        ] as const)
          addNote(doc, { id: id as NoteId, stance: "notice", words, region, by }, by);
        putTag(doc, { regions: readBoard(doc).regions.values() }, "draws arrows", by);
      },
    });
    await openList(maya, board);
    await page.keyboard.type("k01");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const tagged = new RegExp(`${tags.tags}: draws arrows`);
    expect(await focused(page)).toMatch(/The arrows go round/);
    expect(await focused(page)).toMatch(tagged);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toMatch(/And the lamp is left out/);
    expect(await focused(page)).not.toMatch(tagged);
    expect(await row(page, tagged).count()).toBe(1);
    expect(await axe(page)).toEqual([]);
  });
});

describe("words with a look in the list", () => {
  test("are drawn as on the table, stay so when they are written, and their links are followed", async () => {
    const maya = await newPerson();
    const { page, context } = maya;
    const ours = `${party.stage.url}/start?from=a-link`;
    const board = await seedBoard(party.stage, maya, {
      name: "Maya",
      papers: 1,
      edit(doc) {
        const first = block("p", run("our page", "", ours));
        addRichNote(doc, [first, ...everyLook], { id: "note-with-looks" });
      },
    });
    await openList(maya, board);
    await page.keyboard.press("End");
    const note = row(page, /Shadows at noon/);
    await expect.poll(() => focused(page)).toContain("Shadows at noon");
    const drawn = (tag: string) => note.locator(tag).allTextContents();
    expect(await drawn("h1")).toEqual(["Shadows at noon"]);
    expect(await drawn("strong")).toEqual(["straight", "both", "lesson"]);
    expect(await drawn("[data-link]")).toEqual(["our page", "the lamp lesson", "the museum"]);
    expect(await drawn("[data-embed=mention]")).toEqual(["@Ana Li"]);
    expect(await drawn("[role=listitem]")).toHaveLength(10);
    // Nothing in a row takes the Tab key away from it.
    expect(await note.locator("a, [tabindex='0']").count()).toBe(0);
    expect(await axe(page)).toEqual([]);

    const opened = context.waitForEvent("page");
    await page.keyboard.press("Alt+KeyL");
    const other = await opened;
    await other.waitForURL(ours);
    expect(await other.evaluate(() => window.opener)).toBe(null);
    await other.close();
    await page.getByRole("button", { name: listWords.follow("ask@museum.example") }).waitFor();

    await page.keyboard.press("F2");
    const field = page.getByRole("textbox");
    await expect.poll(() => field.evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await page.keyboard.type(" Now.");
    await page.keyboard.press("Escape");
    await expect
      .poll(async () => (await drawn("[data-block]")).at(-1))
      .toBe("And then we look again. Now.");
    expect(await drawn("strong")).toEqual(["straight", "both", "lesson"]);
  });
});

describe("the list by hand", () => {
  test("papers ticked and sent by buttons, and dragged onto a pile", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 5 });
    await openList(maya, board);
    await page.getByRole("button", { name: "Choose K02" }).click();
    await page.getByRole("button", { name: "Choose K04" }).click();
    await page.getByRole("button", { name: "Almost there" }).click();
    expect((await sorted(page))["Almost there"]).toEqual(["K02", "K04"]);
    await row(page, /^K05/).dragTo(row(page, /^Got it/));
    expect((await sorted(page))["Got it"]).toEqual(["K05"]);
  });
});

describe("accessibility of the list", () => {
  test.each([
    { frame: "light", options: {} },
    {
      frame: "a dark tablet",
      options: { viewport: { width: 820, height: 1180 }, hasTouch: true, colorScheme: "dark" },
    },
    { frame: "a narrow window", options: { viewport: { width: 400, height: 800 } } },
  ] as const)(
    "axe finds nothing, frame $frame, and nothing is cut off at the side",
    async (one) => {
      const maya = await newPerson(one.options);
      const { page } = maya;
      const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 4 });
      await openList(maya, board);
      await page.keyboard.type("k01");
      await page.keyboard.press("Alt+KeyW");
      await page.keyboard.type("What would they draw for Australia?");
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Space");
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press("Alt+KeyC");
      await page.getByRole("dialog").waitFor();
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Keys" }).click();
      expect(await axe(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    },
  );
});

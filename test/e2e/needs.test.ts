/** The needs: said in a teacher's words, standing on live crops of the papers, by hand and by keyboard. */

import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { finding } from "../../client/words/en/finding.ts";
import { list as listWords } from "../../client/words/en/list.ts";
import { needs } from "../../client/words/en/needs.ts";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import { saidIn, untilSaved } from "./acts.ts";
import { createParty } from "./party.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, type Person, until } from "./stage.ts";

const party = createParty();
const { newPerson } = party;

async function open({ page }: Person, { boardId }: SeededBoard): Promise<void> {
  await page.goto(`${party.stage.url}/board/${boardId}`);
  await page.getByRole("radio", { name: words.board.looks.list }).waitFor({ state: "attached" });
}

/** The list, with the needs beside it. */
async function openNeeds(person: Person, board: SeededBoard): Promise<void> {
  await open(person, board);
  await person.page.keyboard.press("l");
  await person.page.getByRole("button", { name: listWords.needs, exact: true }).click();
  await person.page.getByRole("heading", { name: needs.title }).waitFor();
}

const group = (page: Page, name: string): Locator =>
  page.getByRole("region", { name, exact: true });

/** Writes a notice on a whole page from the list. */
async function notice({ page }: Person, code: string, said: string): Promise<void> {
  await page.getByRole("treeitem", { name: new RegExp(`^${code}`) }).click();
  await page.keyboard.press("Alt+KeyN");
  await page.keyboard.type(said);
  await page.keyboard.press("Escape");
}

async function state({ page }: Person, pile: string, said: string): Promise<Locator> {
  await group(page, pile)
    .getByRole("button", { name: needs.addFor(pile) })
    .click();
  await page.keyboard.type(said);
  return page.getByRole("article", { name: said });
}

describe("a need", () => {
  test("is a hunch until a colleague's browser adds evidence from a second paper", async () => {
    const maya = await newPerson();
    const jonas = await newPerson();
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 6 });
    await joinTeam(party.stage, jonas, board.invite, "Jonas");
    await openNeeds(maya, board);
    await notice(maya, "K01", "The arrows go round the sun.");
    const need = await state(maya, needs.wholeBoard, "They need tilt apart from distance.");
    await need.getByText(needs.hunch).waitFor();
    await need.getByRole("button", { name: needs.pick }).click();
    const dialog = maya.page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Mark 1 K01/ }).click();
    await dialog.getByRole("button", { name: needs.done }).click();
    await need.getByText(needs.hunchOne).waitFor();
    await need.getByText("The arrows go round the sun.").waitFor();

    await openNeeds(jonas, board);
    await jonas.page.getByRole("treeitem", { name: /^K04/ }).click();
    await jonas.page.keyboard.press("Alt+KeyC");
    await jonas.page.getByRole("button", { name: /^They need tilt apart/ }).click();

    const rests = need.getByRole("button", { name: needs.restsOn(2) });
    await rests.waitFor();
    await rests.click();
    await need.getByRole("button", { name: needs.openPaper("K04") }).waitFor();
    expect(await axe(maya.page)).toEqual([]);
    await untilSaved(jonas.page);
    await maya.page.reload();
    await jonas.page.getByRole("button", { name: needs.restsOn(2) }).waitFor();
  });

  test("takes a mark dragged onto it, once, and shows it where it stands", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 4 });
    await openNeeds(maya, board);
    await notice(maya, "K02", "Says nearer, draws tilt.");
    const need = await state(maya, "Almost there", "They need both at once.");
    const mark = page.getByRole("treeitem", { name: /^Notice: Says nearer/ });
    await mark.dragTo(need);
    const crop = need.getByRole("button", { name: needs.showEvidence("K02") });
    await crop.waitFor();
    await mark.dragTo(need);
    await page.getByText(words.board.placeCited("K02")).waitFor();
    expect(await crop.count()).toBe(1);

    await crop.click();
    const reader = page.getByRole("dialog", { name: /^Reading .*K02/ });
    await reader.waitFor();
    await reader.getByRole("button", { name: readingWords.back }).click();
    await reader.waitFor({ state: "detached" });

    await need.getByRole("button", { name: needs.removeEvidence("K02") }).click();
    await need.getByText(needs.noEvidence).waitFor();
    await page.getByRole("button", { name: needs.undo }).last().click();
    await crop.waitFor();
  });

  test("begins with a mark dropped where a new one begins", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await openNeeds(maya, board);
    await page
      .getByRole("treeitem", { name: /^K01/ })
      .dragTo(group(page, "Not yet").getByRole("button", { name: needs.addFor("Not yet") }));
    const need = group(page, "Not yet").getByRole("article");
    await need.getByRole("button", { name: needs.showEvidence("K01") }).waitFor();
    await need.getByRole("button", { name: needs.useStem }).click();
    await page.keyboard.type("a globe to turn.");
    expect(await saidIn(need.getByRole("textbox"))).toBe(
      "They are showing us they need a globe to turn.",
    );
  });

  test("moves, changes its pile, and comes back after it was deleted, by keyboard alone", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await openNeeds(maya, board);
    await state(maya, "Not yet", "The first");
    await state(maya, "Not yet", "The second");
    const names = () =>
      group(page, "Not yet")
        .getByRole("article")
        .evaluateAll((cards) => cards.map((card) => card.ariaLabel));
    const second = page.getByRole("article", { name: "The second" });
    await second.getByRole("button", { name: needs.moveUp }).press("Enter");
    expect(await names()).toEqual(["The second", "The first"]);

    await second.getByRole("button", { name: needs.seenInPile("Not yet") }).press("Enter");
    await page.getByRole("menuitemcheckbox", { name: "Got it" }).press("Enter");
    await group(page, "Got it").getByRole("article", { name: "The second" }).waitFor();

    await second.getByRole("button", { name: needs.remove }).press("Enter");
    await second.waitFor({ state: "detached" });
    expect(
      await page
        .getByRole("heading", { name: needs.title })
        .evaluate((title) => title === document.activeElement),
    ).toBe(true);
    await page.getByRole("button", { name: needs.undo }).last().press("Enter");
    await second.waitFor();
  });

  test("two people write in one need at once, and no letter is lost", async () => {
    const maya = await newPerson();
    const jonas = await newPerson();
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await joinTeam(party.stage, jonas, board.invite, "Jonas");
    await openNeeds(maya, board);
    await openNeeds(jonas, board);
    await state(maya, needs.wholeBoard, "tilt");
    const field = (person: Person) => person.page.getByRole("textbox", { name: needs.wordsOf });
    await field(jonas).waitFor();
    await field(jonas).press("Home");
    await Promise.all([
      maya.page.keyboard.type(" and light"),
      jonas.page.keyboard.type("distance, "),
    ]);
    for (const person of [maya, jonas]) {
      await expect.poll(() => saidIn(field(person))).toBe("distance, tilt and light");
    }
  });
});

describe("a need in the list", () => {
  test("has a row with what it stands on below it: read, opened, moved and taken away by keyboard alone", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 3 });
    await openNeeds(maya, board);
    await notice(maya, "K01", "The arrows go round the sun.");
    const tilt = await state(maya, needs.wholeBoard, "They need tilt.");
    await page.keyboard.press("Escape");
    await state(maya, needs.wholeBoard, "They need words.");
    await page.keyboard.press("Escape");
    for (const code of ["K02", "K03"]) {
      await page.getByRole("treeitem", { name: new RegExp(`^${code}`) }).click();
      await page.keyboard.press("Alt+KeyC");
      await page
        .getByRole("button", { name: /^They need tilt/ })
        .last()
        .press("Enter");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await tilt.getByText(needs.restsOn(2)).waitFor();
    await page.getByRole("button", { name: listWords.needs, exact: true }).click();
    await tilt.waitFor({ state: "detached" });

    const row = (name: RegExp): Locator => page.getByRole("treeitem", { name });
    const untilAt = (name: RegExp): Promise<void> =>
      until(`the focus at ${name}`, () =>
        row(name)
          .first()
          .evaluate((element) => element === document.activeElement),
      );
    await row(/^K01/).focus();
    await page.keyboard.press("End");
    await untilAt(/^They need words/);
    await page.keyboard.press("ArrowUp");
    await untilAt(/^They need tilt.*Rests on 2 papers/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await untilAt(/^Evidence: paper K02/);
    expect(await axe(page)).toEqual([]);

    // Evidence opens its paper, and goes; the need is a hunch then, and undo brings it back.
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: readingWords.reader("K02") }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await row(/^Evidence: paper K02/).focus();
    await page.keyboard.press("Delete");
    await untilAt(/^Evidence: paper K03/);
    await row(new RegExp(`^They need tilt.*${needs.hunchOne}`)).waitFor();
    await page.keyboard.press("Control+KeyZ");
    await row(/^Evidence: paper K02/).waitFor();

    // Its words are written in place, it is moved among its own, and opened beside the list.
    await row(/^They need tilt/).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await until("behind the other", async () => {
      const names = await page.getByRole("treeitem").allInnerTexts();
      const at = (said: string): number => names.findIndex((name) => name.includes(said));
      return at("They need words") < at("They need tilt");
    });
    await page.keyboard.press("F2");
    const field = page.getByRole("textbox", { name: needs.wordsOf });
    await field.waitFor();
    await page.keyboard.press("End");
    await page.keyboard.type(" And time.");
    await page.keyboard.press("Escape");
    await untilAt(/^They need tilt. And time./);
    await page.keyboard.press("Enter");
    await until("the card beside the list", () =>
      page
        .getByRole("article", { name: /^They need tilt. And time./ })
        .evaluate((card) => card === document.activeElement),
    );

    // An interpretation is begun with a key of its own.
    await row(/^K03/).click();
    await page.keyboard.press("Alt+KeyI");
    await page.keyboard.type("They mean the tilt.");
    await page.keyboard.press("Escape");
    await row(/^Interpretation: They mean the tilt/).waitFor();
  });
});

test("an interpretation on the table says calmly that it cites nothing, and is given evidence by keyboard alone", async () => {
  const maya = await newPerson();
  const { page } = maya;
  const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 3 });
  await open(maya, board);
  await page.keyboard.press("l");
  await page.getByRole("button", { name: listWords.note, exact: true }).press("Enter");
  await page.keyboard.type("They mean the tilt.");
  await page.keyboard.press("Escape");
  const row = page.getByRole("treeitem", { name: /They mean the tilt/ });
  await row.focus();
  await page.getByRole("button", { name: listWords.toInterpretation }).press("Enter");
  await row.getByText(listWords.noEvidenceYet).waitFor();
  expect(await axe(page)).toEqual([]);
  await row.focus();
  await page.keyboard.press("Alt+KeyC");
  const picker = page.getByRole("dialog", { name: needs.pickTitle });
  await picker.getByText(needs.pickForReading("They mean the tilt.")).waitFor();
  await picker.getByRole("button", { name: /K02$/ }).press("Enter");
  await picker.getByText(needs.picked(1)).waitFor();
  expect(await axe(page)).toEqual([]);
  await picker.getByRole("button", { name: needs.done }).press("Enter");
  await row.getByText(listWords.standsOn("K02")).waitFor();
  expect(await row.getByText(listWords.noEvidenceYet).count()).toBe(0);

  // The same at the table, where its bar says how much there is.
  await page.getByRole("radio", { name: words.board.looks.table }).press(" ");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: finding.paletteField }).fill("They mean the tilt");
  await page.getByRole("option", { name: /They mean the tilt/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: words.board.attachEvidence(1) }).press("Enter");
  await picker.getByRole("button", { name: /K02$/ }).press("Enter");
  await picker.getByText(needs.picked(0)).waitFor();
  await picker.getByRole("button", { name: needs.done }).press("Enter");
  await page.getByRole("button", { name: words.board.attachEvidence(0) }).waitFor();
}, 90_000);

describe("picking evidence", () => {
  test("by keyboard: a code found, its paper picked, and taken back", async () => {
    const maya = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 14 });
    await openNeeds(maya, board);
    const need = await state(maya, needs.wholeBoard, "A need");
    await need.getByRole("button", { name: needs.pick }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: needs.showMore }).waitFor();
    await page.keyboard.type("k13");
    const pick = dialog.getByRole("button", { name: /K13$/ });
    await pick.waitFor();
    expect(await dialog.getByRole("listitem").count()).toBe(1);
    await pick.press("Space");
    await dialog.getByText(needs.picked(1)).waitFor();
    expect(await pick.getAttribute("aria-pressed")).toBe("true");
    expect(await axe(page)).toEqual([]);
    await pick.press("Space");
    await dialog.getByText(needs.picked(0)).waitFor();
    await page.keyboard.press("Escape");
    await until("the focus back on its button", () =>
      need
        .getByRole("button", { name: needs.pick })
        .evaluate((button) => button === document.activeElement),
    );
  });
});

describe("accessibility of the needs", () => {
  test.each([
    { frame: "light", options: {} },
    {
      frame: "a dark tablet",
      options: { viewport: { width: 820, height: 1180 }, hasTouch: true, colorScheme: "dark" },
    },
  ] as const)(
    "axe finds nothing, frame $frame, and nothing is cut off at the side",
    async (one) => {
      const maya = await newPerson(one.options);
      const { page } = maya;
      const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 4 });
      await open(maya, board);
      await page.getByRole("button", { name: words.board.needs }).click();
      await page.getByText(needs.none, { exact: true }).waitFor();
      expect(await axe(page)).toEqual([]);
      const need = await state(maya, "Almost there", "They need both at once.");
      await need.getByRole("button", { name: needs.pick }).click();
      await page.getByRole("button", { name: /K01$/ }).click();
      await page.getByRole("button", { name: /K02$/ }).click();
      expect(await axe(page)).toEqual([]);
      await page.getByRole("button", { name: needs.done }).click();
      await need.getByRole("button", { name: needs.restsOn(2) }).click();
      expect(await axe(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await page.getByRole("button", { name: needs.close }).click();
      const button = page.getByRole("button", { name: words.board.needs });
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    },
  );
});

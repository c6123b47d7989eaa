/** What could meet a need: put to it by two people, on a line and off it, and the needs that nothing meets. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { list as listWords } from "../../client/words/en/list.ts";
import { needs } from "../../client/words/en/needs.ts";
import { nextSteps as steps } from "../../client/words/en/next-steps.ts";
import { resources as say } from "../../client/words/en/resources.ts";
import { words } from "../../client/words/words.ts";
import { untilSaved } from "./acts.ts";
import { createParty } from "./party.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, type Person, until } from "./stage.ts";

const party = createParty();
const { newPerson } = party;

/** The needs beside the table, or beside the list. */
async function openNeeds(
  { page }: Person,
  { boardId }: SeededBoard,
  beside: "table" | "list",
): Promise<void> {
  await page.goto(`${party.stage.url}/board/${boardId}`);
  await page.getByRole("radio", { name: words.board.looks.list }).waitFor({ state: "attached" });
  if (beside === "list") await page.keyboard.press("l");
  const name = beside === "list" ? listWords.needs : words.board.needs;
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("heading", { name: needs.title }).waitFor();
}

async function state(page: Page, said: string): Promise<Locator> {
  await page.getByRole("button", { name: needs.addFor(needs.wholeBoard) }).click();
  await page.keyboard.type(said);
  return page.getByRole("article", { name: said });
}

const cardOf = (page: Page, said: string): Locator => page.getByRole("article", { name: said });

/** Puts something to a need by keyboard alone; the caret is in its words then. */
async function put(need: Locator, kind: keyof typeof say.kinds, said: string): Promise<void> {
  const page = need.page();
  await need.getByRole("button", { name: say.add }).press("Enter");
  await page.getByRole("menuitem", { name: say.kinds[kind] }).press("Enter");
  const field = need.getByRole("textbox", { name: say.wordsOf(kind) }).last();
  await until("the caret in the words", () =>
    field.evaluate((element) => element === document.activeElement),
  );
  await page.keyboard.type(said);
  await page.keyboard.press("Enter");
}

const stateOf = (need: Locator, kind: keyof typeof say.kinds, said: string): Locator =>
  need.getByRole("group", { name: say.stateOf(kind, said) });

const isIn = (group: Locator, which: keyof typeof say.states): Promise<boolean> =>
  group.getByRole("radio", { name: say.states[which] }).isChecked();

describe("what could meet a need", () => {
  test("is put there by one, had by another, and changes the list of unmet needs for both", async () => {
    const maya = await newPerson();
    const jonas = await newPerson();
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await joinTeam(party.stage, jonas, board.invite, "Jonas");
    await openNeeds(maya, board, "table");
    await openNeeds(jonas, board, "list");
    const light = await state(maya.page, "They need to see the light spread.");
    await state(maya.page, "They need words for tilt.");
    const unmet = (person: Person) => person.page.getByRole("region", { name: say.unmet });
    const fold = (person: Person) => unmet(person).getByRole("button", { expanded: false });
    await unmet(maya).getByText(say.unmetCounted(2)).waitFor();

    await put(light, "material", "a lamp");
    const lamp = stateOf(cardOf(jonas.page, "They need to see"), "material", "a lamp");
    await lamp.waitFor();
    expect(await isIn(lamp, "wanted")).toBe(true);
    await fold(jonas).click();
    await unmet(jonas)
      .getByText(say.wanted([say.named("material", "a lamp")]))
      .waitFor();
    expect(await axe(jonas.page)).toEqual([]);

    await lamp.getByRole("radio", { name: say.states.have }).click();
    await unmet(maya).getByText(say.unmetCounted(1)).waitFor();
    await until("Maya sees that the team has it", () =>
      isIn(stateOf(light, "material", "a lamp"), "have"),
    );
    await fold(maya).click();
    const left = unmet(maya).getByRole("button", { name: say.goTo("They need words for tilt.") });
    await left.press("Enter");
    expect(
      await cardOf(maya.page, "They need words").evaluate(
        (card) => card === document.activeElement,
      ),
    ).toBe(true);
    expect(await axe(maya.page)).toEqual([]);

    await maya.page.keyboard.press("Control+KeyZ");
    await lamp.waitFor({ state: "detached" });
    await maya.page.keyboard.press("Control+Shift+KeyZ");
    await lamp.waitFor();
    expect(await isIn(lamp, "have")).toBe(true);
  });

  test("is written off the line, changes its kind, and is there for a colleague later", async () => {
    const maya = await newPerson();
    const jonas = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await joinTeam(party.stage, jonas, board.invite, "Jonas");
    await openNeeds(maya, board, "list");
    const need = await state(page, "They need time.");
    await untilSaved(page);
    await maya.context.setOffline(true);
    await put(need, "person", "the lab");
    await need.getByRole("button", { name: say.kindOf("person", "the lab") }).press("Enter");
    await page.getByRole("menuitemcheckbox", { name: say.kinds.visit }).press("Enter");
    await stateOf(need, "visit", "the lab").waitFor();
    await put(need, "money", "");
    await need.getByRole("button", { name: say.remove("money", "") }).press("Enter");
    await stateOf(need, "money", "").waitFor({ state: "detached" });
    expect(
      await need
        .getByRole("button", { name: say.add })
        .evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await page.getByRole("button", { name: say.undo }).last().press("Enter");
    await stateOf(need, "money", "").waitFor();
    await maya.context.setOffline(false);
    await untilSaved(page);

    await openNeeds(jonas, board, "table");
    const theirs = cardOf(jonas.page, "They need time.");
    await stateOf(theirs, "visit", "the lab").waitFor();
    await stateOf(theirs, "money", "").waitFor();
  });
});

test("what is put to a need and its next steps are reordered by buttons and keys, and the focus goes along", async () => {
  const maya = await newPerson();
  const jonas = await newPerson();
  const { page } = maya;
  const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
  await joinTeam(party.stage, jonas, board.invite, "Jonas");
  await openNeeds(maya, board, "table");
  await openNeeds(jonas, board, "list");
  const need = await state(page, "They need time.");
  for (const said of ["one", "two", "three"]) await put(need, "material", said);
  const orderOf = (of: Locator): Promise<readonly string[]> =>
    of
      .getByRole("list", { name: say.title })
      .getByRole("textbox")
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const theirs = cardOf(jonas.page, "They need time.");
  const untilOrder = async (...wanted: readonly string[]): Promise<void> => {
    for (const card of [need, theirs]) {
      await until("the order", async () => (await orderOf(card)).join() === wanted.join());
    }
  };
  await untilOrder("one", "two", "three");
  const down = need.getByRole("button", { name: say.down("material", "one") });
  await down.press("Enter");
  await untilOrder("two", "one", "three");
  const isHere = (locator: Locator) => () =>
    locator.evaluate((element) => element === document.activeElement);
  await until("the focus on the button", isHere(down));
  await down.press("Enter");
  await untilOrder("two", "three", "one");
  // At the end its own button is off: the other one has the focus.
  await until("the focus", isHere(need.getByRole("button", { name: say.up("material", "one") })));
  const field = need.getByRole("list", { name: say.title }).getByRole("textbox").last();
  await field.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await untilOrder("one", "two", "three");
  const first = need.getByRole("list", { name: say.title }).getByRole("textbox").first();
  await until("the caret goes along", isHere(first));
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");

  for (const said of ["Draw it", "Say it"]) {
    await need.getByRole("button", { name: steps.add, exact: true }).press("Enter");
    await page.keyboard.type(said);
    await page.keyboard.press("Enter");
  }
  await theirs.getByRole("button", { name: steps.up("Say it") }).press("Enter");
  for (const card of [need, theirs]) {
    await until("the steps in order", async () => {
      const fields = card.getByRole("list", { name: steps.title }).getByRole("textbox");
      const said = await fields.evaluateAll((all) =>
        all.map((one) => (one as HTMLInputElement).value),
      );
      return said.join() === "Say it,Draw it";
    });
  }
}, 120_000);

test("words that were not left yet are kept when the page is", async () => {
  const maya = await newPerson();
  const { page } = maya;
  const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
  await openNeeds(maya, board, "table");
  const need = await state(page, "They need time.");
  await need.getByRole("button", { name: steps.add, exact: true }).press("Enter");
  const tried = (of: Locator) => of.getByRole("textbox", { name: steps.parts.what });
  await until("the caret in what is tried", () =>
    tried(need).evaluate((element) => element === document.activeElement),
  );
  await page.keyboard.type("Draw the light at noon");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("about:blank");
  await openNeeds(maya, board, "table");
  const kept = cardOf(page, "They need time.");
  await expect.poll(() => tried(kept).inputValue()).toBe("Draw the light at noon");
  // A page that goes back keeps them as well.
  await tried(kept).focus();
  await page.keyboard.type(", twice");
  await page.goBack();
  await openNeeds(maya, board, "table");
  await expect.poll(() => tried(kept).inputValue()).toBe("Draw the light at noon, twice");
});

describe("a next step of a need", () => {
  test("is said in one field, more of it where one likes, and heard from two at once", async () => {
    const maya = await newPerson();
    const jonas = await newPerson();
    const { page } = maya;
    const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
    await joinTeam(party.stage, jonas, board.invite, "Jonas");
    await openNeeds(maya, board, "list");
    await openNeeds(jonas, board, "table");
    const need = await state(page, "They need to draw more.");
    const theirs = cardOf(jonas.page, "They need to draw more.");
    const part = (of: Locator, which: keyof typeof steps.parts) =>
      of.getByRole("textbox", { name: steps.parts[which] });

    await need.getByRole("button", { name: steps.add, exact: true }).press("Enter");
    await until("the caret in what is tried", () =>
      part(need, "what").evaluate((element) => element === document.activeElement),
    );
    expect(await part(need, "where").count()).toBe(0);
    await page.keyboard.type("Draw the light at noon");
    await page.keyboard.press("Enter");
    await need
      .getByRole("button", { name: steps.addPart("lookFor", "Draw the light at noon") })
      .press("Enter");
    await page.keyboard.type("arrows that spread");

    // The other says something else of the same step before this is kept.
    await theirs
      .getByRole("button", { name: steps.addPart("where", "Draw the light at noon") })
      .click();
    await jonas.page.keyboard.type("in room 12");
    await jonas.page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    for (const card of [need, theirs]) {
      await expect.poll(() => part(card, "where").inputValue()).toBe("in room 12");
      await expect.poll(() => part(card, "lookFor").inputValue()).toBe("arrows that spread");
    }
    expect(await axe(page)).toEqual([]);

    // Escape puts back what was there.
    await part(need, "what").focus();
    await page.keyboard.type(" twice");
    await page.keyboard.press("Escape");
    expect(await part(need, "what").inputValue()).toBe("Draw the light at noon");

    await need.getByRole("button", { name: steps.remove("Draw the light at noon") }).press("Enter");
    await part(theirs, "what").waitFor({ state: "detached" });
    await page.keyboard.press("Control+KeyZ");
    await part(theirs, "what").waitFor();
  });
});

describe("accessibility of what could meet a need", () => {
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
      const board = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
      await openNeeds(maya, board, "table");
      const need = await state(page, "They need both at once.");
      for (const kind of ["person", "time", "material", "visit", "expert", "money"] as const) {
        await put(need, kind, `for ${kind}`);
      }
      await stateOf(need, "expert", "for expert")
        .getByRole("radio", { name: say.states.have })
        .click();
      await page.getByRole("region", { name: say.unmet }).waitFor({ state: "detached" });
      await need.getByRole("button", { name: steps.add, exact: true }).click();
      await page.keyboard.type("Draw the light at noon");
      await page.keyboard.press("Enter");
      await need
        .getByRole("button", { name: steps.addPart("when", "Draw the light at noon") })
        .click();
      await page.keyboard.type("in May");
      await page.keyboard.press("Enter");
      expect(await axe(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      const shots = process.env["SHOTS"];
      if (shots) await page.screenshot({ path: `${shots}/resources-${one.frame}.png` });
    },
  );
});

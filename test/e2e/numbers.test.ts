/**
 * The maths team's benchmark beside its papers: pasted, matched by code, looked at as bars that lead to the
 * papers, sorted and drawn from. Names in the table never reach the server.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { numbers as say } from "../../client/words/en/numbers.ts";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import { paperCard, papersSeen, untilPapers, untilSaved } from "./acts.ts";
import { seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

const { board } = words;

/** K01 to K12 lie on the board; K13 does not, K12 has no row, K03 has two. */
const benchmark = [
  ["code", "Name", "prior_benchmark", "idea"],
  ["k01", "Ana Lindqvist", "79", "layers"],
  ["K02", "Bo Sandgren", "86", "layers"],
  ["K-03", "Cem Arasoglu", "73", "formula"],
  ["KO4", "Dina Vestergaard", "60", "counts cubes"],
  ["K05", "Eva Nordin", "63", "formula"],
  ["K06", "Finn Ostrander", "69", "formula"],
  ["K07", "Gil Hartono", "46", "counts cubes"],
  ["K08", "Hana Petrova", "50", "counts cubes"],
  ["K09", "Ivo Mandic", "41", "counts cubes"],
  ["K10", "Jo Quimby", "70", "formula"],
  ["K11", "Kai Zellweger", "50", "layers"],
  ["K13", "Lea Umbridge", "88", "layers"],
  ["K03", "Cem Arasoglu", "10", "layers"],
]
  .map((row) => row.join("\t"))
  .join("\r\n");

let stage: Stage;
let maya: Person;
let page: Page;
beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  ({ page } = maya);
  const { boardId } = await seedBoard(stage, maya, { name: "Maya", papers: 12 });
  await page.goto(`${stage.url}/board/${boardId}`);
  await untilPapers(page, 12);
});
afterAll(() => stage.close());

const button = (name: string | RegExp) => page.getByRole("button", { name });
const panel = () => page.getByRole("complementary", { name: board.numbers });
const selected = async (): Promise<readonly string[]> => {
  const names = await page
    .getByRole("button", { name: /^Paper K/, pressed: true })
    .evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ""));
  return names.map((name) => name.slice("Paper ".length).split(",")[0] ?? "").toSorted();
};

async function pasteTable(text: string): Promise<void> {
  await page.getByRole("textbox", { name: say.pasteField }).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const paste = { clipboardData, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", paste));
  }, text);
}

describe("a table of results", () => {
  test("meets its papers by code, says what is left over, and comes as one step", async () => {
    await page.keyboard.press("Shift+N");
    await panel().getByRole("button", { name: say.bringIn }).click();
    await pasteTable("only one line");
    await page.getByText(say.refusals.oneColumn).waitFor();
    await pasteTable(benchmark);
    await page.getByText(say.matched(11, 13)).waitFor();
    await page.getByText(say.withoutPaper(["K13"])).waitFor();
    await page.getByText(say.withoutRow(["K12"])).waitFor();
    await page.getByText(say.twice(["K03"])).waitFor();
    const name = page.getByRole("checkbox", { name: say.bringColumn("Name") });
    expect(await name.isChecked()).toBe(false);
    await page.getByText(say.heldBack.names).waitFor();
    expect(await axe(page)).toEqual([]);

    await button(say.bringInColumns(2)).click();
    const columns = panel().getByRole("radio");
    await until("both columns", async () => (await columns.count()) === 2);
    await untilSaved(page);
    await page.keyboard.press("Control+z");
    await panel().getByText(say.none).waitFor();
    await page.keyboard.press("Control+Shift+z");
    await until("both columns again", async () => (await columns.count()) === 2);
    await untilSaved(page);
    const stored = readdirSync(stage.dataFolder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(db|sqlite)/.test(file))
      .map((file) => readFileSync(join(stage.dataFolder, file), "latin1"))
      .join("");
    expect(stored).toContain("prior benchmark");
    for (const secret of ["Lindqvist", "Vestergaard", "Zellweger", "K13"]) {
      expect(stored).not.toContain(secret);
    }
  });

  test("is bars that select their papers, by keyboard alone, and say so in a table too", async () => {
    await panel()
      .getByRole("button", { name: say.bar("50 to 54", 2) })
      .focus();
    await page.keyboard.press("Enter");
    await expect.poll(selected).toEqual(["K08", "K11"]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await expect.poll(selected).toEqual(["K07", "K08", "K11"]);
    await panel().getByText(say.asTable).click();
    await panel()
      .getByRole("row", { name: /^85 to 89 1 / })
      .waitFor();
    await panel().getByText(say.asTable).click();
    expect(await axe(page)).toEqual([]);
  });

  test("leads into the reader, through these papers alone", async () => {
    await panel().getByRole("button", { name: say.openThese }).click();
    const place = page.getByText(readingWords.place(1, 3));
    await place.waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => place.count()).toBe(0);
  });

  test("dims the others for this person alone, until that is taken off", async () => {
    await panel().getByRole("button", { name: say.keepBright }).click();
    await paperCard(page, "K01")
      .and(page.getByRole("button", { name: /dimmed/ }))
      .waitFor();
    await page.getByRole("region", { name: say.filter }).waitFor();
    await panel().getByRole("button", { name: say.close }).click();
    const dimmed = page.getByRole("button", { name: /^Paper .*, dimmed/ });
    expect(await dimmed.count()).toBe(9);
    expect(await axe(page)).toEqual([]);
    await button(say.filterOff).click();
    await until("all as bright as before", async () => (await dimmed.count()) === 0);
  });

  test("stands on the cards, in the list and in the reader once somebody wants it there", async () => {
    await page.keyboard.press("Shift+N");
    await panel()
      .getByRole("button", { name: say.onCards("prior benchmark") })
      .click();
    await paperCard(page, "K01")
      .and(page.getByRole("button", { name: /benchmark 79/ }))
      .waitFor();
    await page.keyboard.press("l");
    await page.getByRole("treeitem", { name: /^K01.*prior benchmark 79/ }).waitFor();
    await page.keyboard.press("l");
    await paperCard(page, "K01").dblclick();
    const facts = page.locator("dl", { hasText: "prior benchmark" });
    await expect.poll(() => facts.getByText("79").count()).toBe(1);
    await page.keyboard.press("Escape");
  });
});

describe("papers to look at", () => {
  test("are drawn fairly out of each group, with what is short said, and again by number", async () => {
    await panel().getByRole("button", { name: say.draw }).click();
    const dialog = page.getByRole("dialog", { name: say.draw });
    await dialog.getByRole("combobox", { name: say.groupsBy }).selectOption({ label: "idea" });
    await dialog.getByRole("spinbutton", { name: say.countField }).fill("4");
    await dialog.getByText(say.drawn(11)).waitFor();
    await dialog.getByText(say.short("layers", 3, 1)).waitFor();
    await dialog.getByText(say.notDrawn(1)).waitFor();
    await dialog.getByRole("spinbutton", { name: say.countField }).fill("1");
    const codes = (): Promise<string> => dialog.locator("dl").innerText();
    const first = await codes();
    await dialog.getByRole("button", { name: say.drawAgain }).click();
    await dialog.getByRole("spinbutton", { name: say.drawNumber }).fill("1");
    await expect.poll(codes).toBe(first);
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole("button", { name: say.selectDrawn(3) }).click();
    await expect.poll(async () => (await selected()).length).toBe(3);
  });

  test("are piled by group as one step", async () => {
    const before = await papersSeen(page);
    await panel().getByRole("radio", { name: /^idea/ }).check();
    await button(say.pilesOf(4)).click();
    await expect
      .poll(async () => (await papersSeen(page)).find(({ code }) => code === "K01")?.pile)
      .toBe("layers");
    await panel().getByRole("heading", { name: board.numbers }).focus();
    await page.keyboard.press("Control+z");
    await expect.poll(() => papersSeen(page)).toEqual(before);
    expect(maya.faults).toEqual([]);
  });
});

/** Alone from the open address to a first sorted pile, a notice and a need; with colleagues: journey-first-minutes.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../client/words/en/needs.ts";
import { reading } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import { paperCard, papersSeen, startPractice, untilSaved, writeNotice } from "./acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

const { board } = words;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());

describe("the first ten minutes", () => {
  test("the practice set is sorted into a first pile in at most twelve clicks, then shows a need", async () => {
    const { page, faults } = await stage.newPerson();
    let clicks = await startPractice({ page, faults, context: page.context() }, "Maya", "Grade 7");

    const [first] = await papersSeen(page);
    expect(first?.pile).toBe(board.unsorted);
    await paperCard(page, first?.code ?? "").click();
    clicks++;
    const send = page.getByRole("button", { name: board.sendTo("Almost there") });
    for (let sent = 1; sent <= 4; sent++) {
      await send.click();
      clicks++;
      await until(
        `${sent} papers in the pile`,
        async () =>
          (await papersSeen(page)).filter(({ pile }) => pile === "Almost there").length === sent,
      );
    }
    expect(clicks).toBeLessThanOrEqual(12);
    await untilSaved(page);
    expect(await axe(page)).toEqual([]);

    // A notice on a region of the first paper, drawn with the mouse in the reading view.
    await page.keyboard.press("Escape");
    await paperCard(page, first?.code ?? "").dblclick();
    const reader = page.getByRole("dialog", { name: reading.reader(first?.code ?? "") });
    await reader.waitFor();
    await writeNotice(page, reader, "The light comes down straighter");
    await reader.getByRole("button", { name: reading.back }).click();
    await reader.waitFor({ state: "detached" });
    await untilSaved(page);

    // The first need, a hunch so far.
    await page.getByRole("button", { name: board.needs }).click();
    await page.getByRole("button", { name: needs.addFor("Almost there") }).click();
    await page.keyboard.type("to tell distance from tilt");
    await page.getByText(needs.hunch).first().waitFor();
    expect(faults).toEqual([]);
  });
});

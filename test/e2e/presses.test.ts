/**
 * Questioning a note between two people: asked in the reader, answered, changed, with the words before and
 * after at the note; another is kept; and the board says how many were questioned, with the way to each.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reading } from "../../client/words/en/reading.ts";
import { threads as say } from "../../client/words/en/threads.ts";
import { words } from "../../client/words/words.ts";
import type { MemberId, NoteId, PageId, RegionId } from "../../shared/base/ids.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { pageRect } from "../../shared/geometry/rect.ts";
import { addRegion } from "../../shared/papers/regions.ts";
import { paperCard, untilPapers, untilSaved } from "./acts.ts";
import { seedBoard } from "./seed-board.ts";
import { join } from "./sort-acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 240_000);
afterAll(() => stage?.close());

const reader = (page: Page, code: string) =>
  page.getByRole("dialog", { name: reading.reader(code) });

test("a note that is questioned is answered, changed or kept, and the board says so of its notes", async () => {
  const maya = await stage.newPerson();
  const seeded = await seedBoard(stage, maya, {
    name: "Maya",
    papers: 2,
    edit(doc) {
      const view = readBoard(doc);
      [...view.papers.values()].forEach(({ id, code }) => {
        const i = code === "K01" ? 0 : 1;
        const page = view.pagesOf.get(id)?.[0];
        const region = `region-region-0${i}` as RegionId;
        const by = "seed" as MemberId;
        const rect = pageRect(0.1, 0.1, 0.5, 0.2);
        addRegion(doc, { id: region, page: page?.id as PageId, rect, by }, "seed");
        const note = { id: `note-note-note-${i}` as NoteId, stance: "notice" as const, region, by };
        addNote(doc, { ...note, words: i === 0 ? "The sun is far" : "Draws a tilt" }, "seed");
      });
    },
  });
  await maya.page.goto(`/board/${seeded.boardId}`);
  await untilPapers(maya.page, 2);
  const tom = await join(stage, seeded, "Tom");

  // Maya asks which mark says it.
  await paperCard(maya.page, "K01").dblclick();
  const hers = reader(maya.page, "K01");
  await hers.getByRole("button", { name: reading.showMark(1) }).click();
  await maya.page.keyboard.press("m");
  await hers
    .getByRole("group", { name: say.press })
    .getByRole("button", { name: say.asks.evidence })
    .click();
  await hers.getByRole("list", { name: say.trail }).getByText(say.states.open).waitFor();
  expect(await axe(maya.page)).toEqual([]);

  // Tom answers it in the reader, changes the words and says so; Maya sees both words at the note.
  await paperCard(tom.page, "K01").dblclick();
  const his = reader(tom.page, "K01");
  await his.getByText(say.asks.evidence).first().waitFor();
  await his.getByRole("button", { name: reading.showMark(1) }).click();
  await tom.page.keyboard.press("m");
  const changed = his.getByRole("button", { name: say.revised });
  expect(await changed.isDisabled()).toBe(true);
  await his.getByRole("textbox", { name: say.reply }).click();
  await tom.page.keyboard.type("The long arrow.");
  await tom.page.keyboard.press("Control+Enter");
  await hers.getByRole("list", { name: say.trail }).getByText(say.states.answered).waitFor();
  await his.getByRole("textbox", { name: reading.noteWords("notice", 1) }).click();
  await tom.page.keyboard.press("End");
  await tom.page.keyboard.type("ther in summer");
  await until("the words are another", async () => !(await changed.isDisabled()));
  await changed.click();
  const trail = hers.getByRole("list", { name: say.trail });
  await trail.getByText("The sun is farther in summer").waitFor();
  await trail.getByText("The sun is far", { exact: true }).waitFor();
  await trail.getByText(say.states.revised).waitFor();
  expect(await axe(tom.page)).toEqual([]);

  // The other note is questioned at the table, by its author's colleague, and kept.
  await maya.page.keyboard.press("ArrowRight");
  const second = reader(maya.page, "K02");
  await second.getByRole("button", { name: reading.showMark(1) }).click();
  await maya.page.keyboard.press("m");
  await second.getByRole("button", { name: say.asks.alternatives }).click();
  await second.getByRole("button", { name: say.kept }).click();
  await second.getByRole("list", { name: say.trail }).getByText(say.states.kept).waitFor();
  await maya.page.keyboard.press("Escape");
  await until("the reader is closed", async () => {
    await maya.page.keyboard.press("Escape");
    return (await second.count()) === 0;
  });

  // A notice that says why is offered as an interpretation, and stays what it is until somebody says so.
  await paperCard(maya.page, "K02").dblclick();
  const why = reader(maya.page, "K02");
  await why.getByRole("textbox", { name: reading.noteWords("notice", 1) }).click();
  await maya.page.keyboard.press("End");
  await maya.page.keyboard.type(" because of the globe");
  await maya.page.keyboard.press("Escape");
  await why.getByRole("button", { name: reading.saysWhy }).click();
  await why.getByRole("textbox", { name: reading.noteWords("interpretation", 1) }).waitFor();
  await why.getByText("Draws a tilt because of the globe").first().waitFor();
  expect(await why.getByRole("button", { name: reading.saysWhy }).count()).toBe(0);
  expect(await axe(maya.page)).toEqual([]);
  await until("the reader is closed again", async () => {
    await maya.page.keyboard.press("Escape");
    return (await why.count()) === 0;
  });
  await maya.page.getByRole("button", { name: /^Paper K02, .*1 interpretation/ }).waitFor();

  // The sentence is about the board, and leads to what was asked.
  await maya.page.getByRole("button", { name: words.talk.panel(0), exact: true }).click();
  const panel = maya.page.getByRole("complementary", { name: words.talk.title });
  await panel.getByText(say.questioned(2, 2, 1)).click();
  expect(await axe(maya.page)).toEqual([]);
  await panel.getByRole("region", { name: say.states.revised }).getByRole("button").click();
  await panel.getByText("The long arrow.").waitFor();
  await panel.getByRole("button", { name: say.reopen }).click();
  await panel.getByText(say.states.answered).waitFor();
  await untilSaved(maya.page);
  for (const { faults, context } of [maya, tom]) {
    expect(faults).toEqual([]);
    await context.close();
  }
}, 240_000);

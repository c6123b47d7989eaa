/** Who may come and what they may do, as people meet it: guests, colleagues who leave, links taken back. */

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arriving } from "../../client/words/en/arriving.ts";
import { needs as needWords } from "../../client/words/en/needs.ts";
import { nextSteps } from "../../client/words/en/next-steps.ts";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { resources } from "../../client/words/en/resources.ts";
import { sharing } from "../../client/words/en/sharing.ts";
import { threads } from "../../client/words/en/threads.ts";
import { words } from "../../client/words/words.ts";
import {
  bringColleague,
  paperCard,
  papersSeen,
  sendByKey,
  startPractice,
  untilPapers,
  untilSaved,
} from "./acts.ts";
import { createCuttableWay } from "./cuttable.ts";
import { downloaded } from "./downloads.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";
import { seedWorkedBoard } from "./worked-board.ts";

const { board, keeping, talk, team } = words;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage?.close());

const dialog = (page: Page) => page.getByRole("dialog", { name: sharing.title });

/** Makes a guest link for a critical friend in the dialog, which stays open. */
async function makeGuestLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: board.invite, exact: true }).click();
  await dialog(page).getByRole("radio", { name: sharing.guests }).check();
  await dialog(page).getByRole("button", { name: sharing.makeGuestLink }).click();
  return dialog(page).getByLabel(sharing.guestLink(team.roles.criticalFriend)).inputValue();
}

async function comeAsGuest(guest: Person, link: string, name: string): Promise<void> {
  await guest.page.goto(link);
  await guest.page.getByLabel(arriving.start.name).fill(name);
  expect(await axe(guest.page)).toEqual([]);
  await guest.page.getByRole("button", { name: arriving.visit.go }).click();
  await untilPapers(guest.page, 12);
}

describe("a guest", () => {
  test("sees the board and who is here, changes nothing, and leaves when the link is taken back", async () => {
    const maya = await stage.newPerson();
    await maya.page.goto(`/board/${await seedWorkedBoard(stage, maya)}`);
    await untilPapers(maya.page, 12);
    await paperCard(maya.page, "K7M").click();
    await maya.page.keyboard.press("m");
    await maya.page.getByRole("textbox", { name: threads.begin }).waitFor();
    await maya.page.keyboard.type("Whose sun is this?");
    await maya.page.keyboard.press("Control+Enter");
    await maya.page.getByRole("button", { name: threads.close }).click();
    await maya.page.getByRole("button", { name: board.needs, exact: true }).click();
    const need = maya.page.getByRole("article").first();
    await need.getByRole("button", { name: resources.add }).click();
    await maya.page.getByRole("menuitem", { name: resources.kinds.material }).click();
    await need.getByRole("textbox", { name: resources.wordsOf("material") }).fill("a lamp");
    await need.getByRole("button", { name: nextSteps.add, exact: true }).click();
    await need.getByRole("textbox", { name: nextSteps.parts.what }).fill("Draw at noon");
    await maya.page.keyboard.press("Enter");
    await untilSaved(maya.page);
    const link = await makeGuestLink(maya.page);
    expect(await axe(maya.page)).toEqual([]);
    const guest = await stage.newPerson();
    const { page } = guest;
    await comeAsGuest(guest, link, "Ms Kim");

    await page.getByRole("region", { name: team.visit.banner }).waitFor();
    for (const name of [board.bringIn, board.exportPdf, board.invite, board.tools.note]) {
      expect(await page.getByRole("button", { name, exact: true }).count()).toBe(0);
    }
    expect(await axe(page)).toEqual([]);
    const before = await papersSeen(page);
    const code = "K7M";
    await sendByKey(page, code, 3);
    await page.keyboard.press("Delete");
    expect(await papersSeen(page)).toEqual(before);
    await paperCard(page, code).dblclick();
    const reader = page.getByRole("dialog", { name: readingWords.reader(code) });
    await reader.getByRole("img").first().waitFor();
    await reader.getByText(/^The same four rays/).waitFor();
    expect(await reader.getByRole("toolbar", { name: readingWords.tools }).count()).toBe(0);
    expect(await reader.getByRole("textbox").count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await reader.getByRole("button", { name: readingWords.back }).click();

    // What the team says to each other is theirs to read, and not to answer.
    await page.getByRole("button", { name: talk.panel(1) }).click();
    const panel = page.getByRole("complementary", { name: talk.title });
    await panel.getByRole("button", { name: /Whose sun is this/ }).click();
    await panel.getByRole("listitem").getByText("Whose sun is this?").waitFor();
    expect(await panel.getByRole("textbox").count()).toBe(0);
    expect(await panel.getByRole("button", { name: threads.resolve }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await panel.getByRole("button", { name: threads.close }).click();

    await page.getByRole("button", { name: board.needs }).click();
    const needs = page.getByRole("complementary", { name: needWords.title });
    await needs.getByRole("article").first().waitFor();
    // What is wanted and what is tried is for a guest to see.
    for (const said of ["Material: a lamp", resources.states.wanted, "Draw at noon"]) {
      await needs.getByText(said, { exact: true }).waitFor();
    }
    for (const role of ["textbox", "toolbar", "radio"] as const) {
      expect(await needs.getByRole(role).count()).toBe(0);
    }
    expect(await needs.getByRole("button", { name: needWords.pick }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);

    await maya.page.keyboard.press("Escape");
    await maya.page
      .getByText(team.visit.guest("Ms Kim", team.roles.criticalFriend))
      .first()
      .waitFor({
        state: "attached",
      });
    await maya.page.getByRole("button", { name: board.invite, exact: true }).click();
    await dialog(maya.page).getByRole("radio", { name: sharing.guests }).check();
    await dialog(maya.page)
      .getByText(/^Ms Kim, critical friend/)
      .waitFor();
    await dialog(maya.page)
      .getByRole("button", { name: /^Take back/ })
      .click();
    await maya.page
      .getByRole("dialog", { name: sharing.revokeTitle })
      .getByRole("button", { name: sharing.revoke, exact: true })
      .click();

    // The papers leave the guest's screen, and the way back in is closed.
    await page.getByText(words.refusals.access_ended).waitFor();
    expect(await papersSeen(page)).toEqual([]);
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByRole("heading", { name: arriving.visit.brokenHeading }).waitFor();
    expect([...maya.faults, ...guest.faults]).toEqual([]);
    await Promise.all([maya.context.close(), guest.context.close()]);
  });
});

describe("a colleague who is removed", () => {
  test("keeps reading, is told why nothing is saved, and takes along what was not", async () => {
    const way = await createCuttableWay(stage.url);
    const maya = await stage.newPerson();
    const jonas = await stage.newPerson({ baseURL: way.url, acceptDownloads: true });
    try {
      await startPractice(maya, "Maya", "Farewell");
      await bringColleague(maya, jonas, "Jonas");
      const { page } = jonas;
      await page.goto(maya.page.url().replace(stage.url, way.url));
      await untilPapers(page, 12);
      await untilSaved(page);
      const [code = ""] = (await papersSeen(page)).map((paper) => paper.code);
      way.cut("sockets");
      await page.getByRole("status").filter({ hasText: board.saved.offline }).first().waitFor();
      await sendByKey(page, code, 3);
      await page.keyboard.press("Escape");

      await maya.page.getByRole("button", { name: board.invite, exact: true }).click();
      await dialog(maya.page)
        .getByRole("button", { name: sharing.removeWhom("Jonas") })
        .click();
      await maya.page
        .getByRole("dialog", { name: sharing.removeTitle("Jonas") })
        .getByRole("button", { name: sharing.remove, exact: true })
        .click();
      await dialog(maya.page).getByText("Jonas", { exact: true }).waitFor({ state: "detached" });

      way.mend();
      const refused = page.getByRole("region", { name: keeping.refused });
      await refused.waitFor();
      await refused.getByText(board.refusedTitle(true)).waitFor();
      expect(await axe(page)).toEqual([]);
      expect((await papersSeen(page)).length).toBe(12);
      expect(await downloaded(page)).toContain(keeping.filePaper(code, "Got it"));

      // Also after the page is loaded anew, when the board itself is closed to him.
      await refused.getByRole("button", { name: keeping.reload }).click();
      await page.getByRole("heading", { name: team.trouble }).waitFor();
      await page.getByRole("region", { name: keeping.leftover }).waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await downloaded(page)).toContain(keeping.filePaper(code, "Got it"));
      await page.getByRole("button", { name: keeping.discard }).click();
      await page
        .getByRole("dialog", { name: keeping.discardTitle })
        .getByRole("button", { name: keeping.discard })
        .click();
      await until(
        "nothing to be left over",
        async () => (await page.getByRole("region", { name: keeping.leftover }).count()) === 0,
      );
      await maya.page.keyboard.press("Escape");
      await untilSaved(maya.page);
      expect((await papersSeen(maya.page)).find((one) => one.code === code)?.pile).toBe(
        board.unsorted,
      );
    } finally {
      await Promise.all([maya.context.close(), jonas.context.close()]);
      await way.close();
    }
  });
});

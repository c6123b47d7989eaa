/** What a team keeps of a task is there for the next set, for every member, and stands beside the papers. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { tasks as say } from "../../client/words/en/tasks.ts";
import { photoWithSecrets } from "../fixtures/planted.ts";
import { untilPapers } from "./acts.ts";
import {
  bringIn,
  drag,
  nudgeBox,
  openIntake,
  openNewBoard,
  press,
  untilRead,
} from "./intake-acts.ts";
import { joinTeam } from "./seed-board.ts";
import { axe, createStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

async function twoPhotos(page: Page): Promise<void> {
  await openIntake(page);
  const files = [1, 2].map((i) => ({
    name: `scan-${i}.jpg`,
    bytes: photoWithSecrets(),
    type: "image/jpeg",
  }));
  await (await drag(page, ...files)).letGo();
  await untilRead(page);
}

const box = (page: Page) => page.getByRole("button", { name: /^Box 1: / });

test("kept by one member at intake, used by another on the next board: pages, boxes, and the words", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  await twoPhotos(page);
  await page.getByRole("radio", { name: paperWords.pages.two, exact: true }).check();
  await press(page, paperWords.pages.next);
  await nudgeBox(page, "ArrowDown");
  const drawn = await box(page).getAttribute("aria-label");
  await press(page, paperWords.names.toNumber(2));
  await page.getByLabel(paperWords.names.nameless(2, 2)).check();
  await press(page, say.task);
  await page.getByText(say.none).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByLabel(say.prompt).fill("Why is it warmer in summer?");
  await page.getByLabel(say.lookFor).fill("Tilt, not distance");
  await page.getByLabel(say.title, { exact: true }).fill("Exit question");
  await press(page, say.keep);
  await page.getByText(say.kept("Exit question")).waitFor();
  await page.getByRole("button", { name: say.use("Exit question") }).waitFor();
  await press(page, say.done);

  // A colleague, another board, the next day.
  const jonas = await stage.newPerson();
  const { invite, boardId } = await page.evaluate(async () => {
    const { teams } = await (await fetch("/api/me")).json();
    const made = await fetch(`/api/teams/${teams[0].teamId}/boards`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ title: "Seasons again" }),
    });
    return { invite: teams[0].invite as string, ...((await made.json()) as { boardId: string }) };
  });
  await maya.context.close();
  await joinTeam(stage, jonas, invite, "Jonas Weber");
  const next = jonas.page;
  await next.goto(`/board/${boardId}`);
  await twoPhotos(next);
  await next.getByText(paperWords.pages.found(2, 2)).waitFor();
  await press(next, say.task);
  await press(next, say.use("Exit question"));
  expect(await next.getByLabel(say.prompt).inputValue()).toBe("Why is it warmer in summer?");
  expect(await axe(next)).toEqual([]);
  await press(next, say.done);
  await next.getByText(paperWords.pages.found(1, 2)).waitFor();
  await press(next, paperWords.pages.next);
  expect(await box(next).getAttribute("aria-label")).toBe(drawn);
  await press(next, paperWords.names.toLook);
  await bringIn(next, 1);
  await untilPapers(next, 1);

  // Where one reads, the task stands beside the paper; at the board it can be said otherwise.
  await next.keyboard.press("Shift+Q");
  await next.getByLabel(say.lookFor).fill("Tilt, and where the light falls");
  await press(next, say.done);
  await next.getByRole("button", { name: /^Paper / }).dblclick();
  await next.getByText("Why is it warmer in summer?").waitFor();
  await next.getByText("Tilt, and where the light falls").waitFor();
  expect(await axe(next)).toEqual([]);

  // Deleted for the team, it is offered to nobody; the board keeps its words.
  await next.keyboard.press("Escape");
  await next.keyboard.press("Shift+Q");
  await press(next, say.remove("Exit question"));
  await press(next, say.removeYes);
  await next.getByText(say.none).waitFor();
  expect(await next.getByLabel(say.prompt).inputValue()).toBe("Why is it warmer in summer?");
  expect(jonas.faults).toEqual([]);
  await jonas.context.close();
});

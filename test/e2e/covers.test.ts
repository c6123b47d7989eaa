/** "Someone can be recognised": the page is gone for everybody at once, until a member has looked at it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reading } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import { paperCard, untilPapers } from "./acts.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function openReader({ page }: Person, board: SeededBoard): Promise<void> {
  await page.goto(`/board/${board.boardId}?paper=${board.papers[0]}`);
  await page.getByRole("heading", { level: 1, name: `Paper ${board.codes[0]}` }).waitFor();
}

/** Addresses of pictures that this page shows of the paper: in the reader, in the list, on its card. */
const picturesOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator("img[src*='/blobs/']")
    .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).src));

/** How the server answers for the picture, past the browser's own store. */
const asked = (page: Page, url: string): Promise<number> =>
  page.evaluate(async (src) => (await fetch(src, { cache: "no-store" })).status, url);

test("one press hides the page from all; a member masks it under its cover, or shows it as it is", async () => {
  const ana = await stage.newPerson();
  const board = await seedBoard(stage, ana, { name: "Ana Ruiz", papers: 2 });
  const bo = await stage.newPerson();
  await joinTeam(stage, bo, board.invite, "Bo Lind");
  await bo.page.goto(`/board/${board.boardId}`);
  await untilPapers(bo.page, 2);
  const card = paperCard(bo.page, board.codes[0] ?? "");
  const covered = async (): Promise<boolean> =>
    (await card.getAttribute("aria-label"))?.includes("covered") ?? false;
  await openReader(ana, board);
  const scan = ana.page.getByRole("img", { name: /^Paper K01/ });
  await until("the scan", async () => (await picturesOf(ana.page)).length === 1);
  const [picture = ""] = await picturesOf(ana.page);
  expect(await asked(bo.page, picture)).toBe(200);

  await press(ana.page, reading.cover);
  await ana.page.getByText(reading.covered, { exact: true }).waitFor();
  await until("the card to be covered", covered);
  await scan.and(ana.page.getByLabel(reading.coveredAlt("K01", 1, 1))).waitFor();
  expect(await picturesOf(ana.page)).toEqual([]);
  expect(await asked(bo.page, picture)).toBe(403);
  expect(await axe(ana.page)).toEqual([]);
  // In the list, and read by a colleague, there is no picture of it either.
  await bo.page.keyboard.press("l");
  await bo.page.getByRole("radio", { name: words.board.looks.list }).waitFor();
  await openReader(bo, board);
  await bo.page.getByText(reading.coverNote(1, 1)).waitFor();
  expect(await picturesOf(bo.page)).toEqual([]);

  // Ana looks at it, alone, and paints a box over what tells.
  await press(ana.page, reading.lookUnder);
  const desk = ana.page.getByRole("region", { name: reading.uncoverPage });
  await desk.locator("img").waitFor();
  expect(await axe(ana.page)).toEqual([]);
  const box = await desk.locator("img").boundingBox();
  if (!box) throw new Error("the page is on the desk");
  await ana.page.mouse.move(box.x + 0.2 * box.width, box.y + 40);
  await ana.page.mouse.down();
  await ana.page.mouse.move(box.x + 0.6 * box.width, box.y + 120, { steps: 4 });
  await ana.page.mouse.up();
  expect(await bo.page.getByText(reading.coverNote(1, 1)).count()).toBe(1);
  await press(ana.page, reading.uncoverMask);
  await ana.page.getByText(reading.uncovered).waitFor();
  await until("the masked page", async () => (await picturesOf(bo.page)).length === 1);
  const [masked = ""] = await picturesOf(bo.page);
  expect(masked).not.toBe(picture);
  expect(await asked(bo.page, masked)).toBe(200);
  expect(await asked(bo.page, picture)).toBe(403);

  // Undo takes no cover off; who looks and finds nothing shows the page again.
  await ana.page.keyboard.press("Shift+H");
  await bo.page.getByText(reading.coverNote(1, 1)).waitFor();
  await ana.page.keyboard.press("Control+z");
  expect(await picturesOf(bo.page)).toEqual([]);
  await press(bo.page, reading.lookUnder);
  await press(bo.page, reading.uncoverAsIs);
  await until("the page again", async () => (await picturesOf(ana.page)).length === 1);
  expect(await asked(ana.page, masked)).toBe(200);
  expect([...ana.faults, ...bo.faults]).toEqual([]);
  await ana.context.close();
  await bo.context.close();
});

test("a guest may cover a page, and looks under no cover", async () => {
  const ana = await stage.newPerson();
  const board = await seedBoard(stage, ana, { name: "Ana Ruiz", papers: 1 });
  await openReader(ana, board);
  const token = await ana.page.evaluate(async (boardId) => {
    const made = await fetch(`/api/boards/${boardId}/guests`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ role: "criticalFriend", days: 7 }),
    });
    return ((await made.json()) as { token: string }).token;
  }, board.boardId);
  const gail = await stage.newPerson();
  await gail.page.goto("/start");
  await gail.page.evaluate(
    (visit) =>
      fetch("/api/visits", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(visit),
      }),
    { token, name: "Gail" },
  );
  await openReader(gail, board);
  await press(gail.page, reading.cover);
  await ana.page.getByText(reading.coverNote(1, 1)).waitFor();
  await gail.page.getByText(reading.coverNote(1, 1)).waitFor();
  expect(await picturesOf(gail.page)).toEqual([]);
  expect(await gail.page.getByRole("button", { name: reading.lookUnder }).count()).toBe(0);
  expect(await ana.page.getByRole("button", { name: reading.lookUnder }).count()).toBe(1);
  expect([...ana.faults, ...gail.faults]).toEqual([]);
  await ana.context.close();
  await gail.context.close();
});

/**
 * Sorting alone by touch, as the browser itself reports fingers: a paper thrown towards a pile lies there, a
 * hand that only rests throws nothing, and a paper that was zoomed is moved and not thrown.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { alone as say } from "../../client/words/en/alone.ts";
import { words } from "../../client/words/words.ts";
import { papersSeen, untilPapers } from "./acts.ts";
import { createParty } from "./party.ts";
import { seedBoard } from "./seed-board.ts";
import { digitOf, inHand, sortView } from "./sort-acts.ts";
import { until } from "./stage.ts";

const party = createParty();
const piles = ["Not yet", "Almost there", "Got it"] as const;

type Finger = readonly [x: number, y: number];

async function glassOf(page: Page) {
  const glass = await page.context().newCDPSession(page);
  const put = (type: "touchStart" | "touchMove" | "touchEnd", ...fingers: readonly Finger[]) =>
    glass.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
    });
  return {
    put,
    /** One finger, drawn along in six steps. */
    async draw(from: Finger, by: Finger): Promise<void> {
      await put("touchStart", from);
      for (let step = 1; step <= 6; step++)
        await put("touchMove", [from[0] + (by[0] * step) / 6, from[1] + (by[1] * step) / 6]);
      await put("touchEnd");
    },
  };
}

const middleOf = async (page: Page, name: string): Promise<Finger> => {
  const box = await sortView(page).getByRole("button", { name }).first().boundingBox();
  if (!box) throw new Error(`${name} is on the screen`);
  return [box.x + box.width / 2, box.y + box.height / 2];
};

test.each([
  { where: "a tablet, the piles below", viewport: { width: 820, height: 1180 } },
  { where: "a wide screen, the piles beside", viewport: { width: 1366, height: 768 } },
])("papers are thrown to their piles by a finger: $where", async ({ viewport }) => {
  const maya = await party.newPerson({ viewport, hasTouch: true });
  const { page } = maya;
  const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 6 });
  await page.goto(`/board/${seeded.boardId}`);
  await untilPapers(page, 6);
  await page.getByRole("button", { name: words.sorting.alone }).last().click();
  await sortView(page).waitFor();
  const { put, draw } = await glassOf(page);
  const stage = sortView(page).getByRole("region", { name: /^Paper K/ });
  const box = await stage.boundingBox();
  if (!box) throw new Error("the paper is on the screen");
  const [x, y]: Finger = [box.x + box.width / 2, box.y + box.height / 2];

  // A hand that rests, and one that goes where no pile lies.
  const first = await inHand(page);
  await draw([x, y], [12, 20]);
  await draw([x, y], [-30, -220]);
  expect(await inHand(page)).toBe(first);

  // Zoomed by two fingers it is moved about, and thrown again once it is whole.
  await put("touchStart", [x - 40, y], [x + 40, y]);
  for (const by of [60, 90, 120]) await put("touchMove", [x - by, y], [x + by, y]);
  await put("touchEnd");
  const whole = sortView(page).getByRole("button", { name: say.whole });
  const [toX, toY] = await middleOf(page, piles[0]);
  await draw([x, y], [(toX - x) / 3, (toY - y) / 3]);
  expect(await inHand(page)).toBe(first);
  await whole.click();

  for (let i = 0; i < 6; i++) {
    const code = await inHand(page);
    const pile = piles[digitOf(code) % 3] ?? "";
    const [pileX, pileY] = await middleOf(page, pile);
    await draw([x, y], [(pileX - x) / 3, (pileY - y) / 3]);
    await until(`${code} in its pile`, async () => (await inHand(page)) !== code);
  }
  await sortView(page).getByRole("button", { name: say.layOut }).click();
  await until("all in piles", async () => {
    const lying = await papersSeen(page);
    return lying.length === 6 && lying.every(({ code, pile }) => pile === piles[digitOf(code) % 3]);
  });
});

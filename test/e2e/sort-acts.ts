/** What people do while they sort alone, as sentences for the journeys. */
import type { Page } from "playwright-core";
import { alone as say } from "../../client/words/en/alone.ts";
import { untilPapers } from "./acts.ts";
import { joinTeam, type SeededBoard } from "./seed-board.ts";
import { type Person, type Stage, until } from "./stage.ts";

/** Lets a colleague in, with the board open before them. */
export async function join(stage: Stage, seeded: SeededBoard, name: string): Promise<Person> {
  const person = await stage.newPerson();
  await joinTeam(stage, person, seeded.invite, name);
  await person.page.goto(`/board/${seeded.boardId}`);
  await untilPapers(person.page, seeded.codes.length);
  return person;
}

/** The view in which somebody sorts alone. */
export const sortView = (page: Page) => page.getByRole("dialog", { name: say.view, exact: true });
export const revealView = (page: Page) => page.getByRole("dialog", { name: say.revealView });
/** The code of the paper in hand there. */
export const inHand = async (page: Page): Promise<string> =>
  (await sortView(page).getByRole("heading", { level: 2 }).innerText()).replace("Paper ", "");

/** Puts every paper where `pileOf` says, by key or by a press; returns the order they came in. */
export async function sortAll(
  page: Page,
  by: "keys" | "pointer",
  count: number,
  pileOf: (code: string) => number,
  unsureOf?: string,
): Promise<readonly string[]> {
  const order: string[] = [];
  for (let i = 0; i < count; i++) {
    const code = await inHand(page);
    order.push(code);
    const digit = String(pileOf(code));
    if (code === unsureOf) await page.keyboard.press("u");
    if (by === "keys") await page.keyboard.press(digit);
    else await sortView(page).locator(`button[aria-keyshortcuts="${digit}"]`).click();
    await until("the next paper", async () => (await inHand(page)) !== code);
  }
  return order;
}

/** The number in a seeded paper's code. */
export const digitOf = (code: string): number => Number(code.slice(1));

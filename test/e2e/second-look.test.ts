/** A colleague looks through the strips as well, before anything of them is sent. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { papers as says } from "../../client/words/en/papers.ts";
import { frames, untilPapers } from "./acts.ts";
import {
  bringIn,
  choose,
  filesUnder,
  fixture,
  openIntake,
  openNewBoard,
  press,
  untilRead,
} from "./intake-acts.ts";
import { axe, createStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

/** Goes down the pages by the wheel, as a person looks through them, each picture there before the next turn. */
async function lookDown(page: Page): Promise<void> {
  const last = page.getByRole("button", { name: /: paint out more on this page$/ }).last();
  const box = await page.getByRole("button", { name: says.back, exact: true }).boundingBox();
  if (!box) throw new Error("the footer is on the screen");
  await page.mouse.move(box.x + 300, box.y - 150);
  const foot = async (): Promise<number> => {
    const lies = await last.boundingBox();
    return lies ? lies.y + lies.height : Number.POSITIVE_INFINITY;
  };
  const cutting = page.getByText(says.look.cutting);
  for (let turn = 0; turn < 60 && (await foot()) > box.y; turn++) {
    await page.mouse.wheel(0, 250);
    await frames(page, 2);
    await cutting.waitFor({ state: "detached" });
  }
}

test("where somebody else is to look too, papers go in only once they have", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  const before = filesUnder(stage.dataFolder).length;
  await choose(page, fixture("mixed-sizes.pdf"));
  await untilRead(page);
  await press(page, says.pages.next);
  await press(page, says.names.toLook);
  const onward = page.getByRole("button", { name: /^No name shows: bring in/ });
  await onward.waitFor();
  const count = await page.getByRole("button", { name: /: paint out more on this page$/ }).count();

  await page.getByRole("checkbox", { name: says.look.askSecond }).check();
  expect(await onward.count()).toBe(0);
  await press(page, says.look.toSecond);
  const heading = page.getByRole("heading", { name: says.look.second });
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await axe(page)).toEqual([]);

  // Back to the first look, and from new masks through both again.
  await press(page, says.back);
  await page.getByRole("checkbox", { name: says.look.askSecond, checked: true }).waitFor();
  await press(page, says.look.toSecond);
  await heading.waitFor();
  await press(page, says.back);
  await press(page, says.back);
  await press(page, says.names.toLook);
  await press(page, says.look.toSecond);
  await heading.waitFor();
  expect(filesUnder(stage.dataFolder).length).toBe(before);
  await bringIn(page, count);
  await untilPapers(page, count);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

test("pages without names are looked over whole, every one of them, before they go in", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  await choose(page, fixture("mixed-sizes.pdf"));
  await untilRead(page);
  await press(page, says.pages.next);
  await page.getByLabel(says.names.nameless(1, 1)).check();
  const onward = page.getByRole("button", { name: /^(No name shows: b|B)ring in/ });
  await onward.waitFor();
  await press(page, says.names.lookFirst);
  await page.getByRole("checkbox", { name: says.look.askSecond }).check();
  // Asked for, it is not passed by, whatever is said of the pages now.
  await press(page, says.back);
  await page.getByRole("button", { name: says.names.toLook }).waitFor();
  expect(await onward.count()).toBe(0);
  await press(page, says.names.toLook);
  await press(page, says.look.toSecond);

  const looks = page.getByRole("button", { name: /: paint out more on this page$/ });
  const count = await looks.count();
  expect(count).toBeGreaterThan(2);
  await page.getByText(/ without a mask (is|are) still to be looked at\.$/).waitFor();
  expect(await onward.isDisabled()).toBe(true);
  expect(await axe(page)).toEqual([]);
  await lookDown(page);
  for (let i = 0; i < count; i++) {
    const look = looks.nth(i);
    const image = look.locator("img");
    await image.waitFor();
    // All of the page, at a size at which handwriting is read.
    const [drawn, box] = [
      await image.evaluate((img) => img.clientHeight),
      await look.boundingBox(),
    ];
    expect(drawn).toBeGreaterThan(250);
    expect(box?.width).toBeGreaterThan(300);
  }
  await expect.poll(() => onward.isEnabled()).toBe(true);
  await bringIn(page, count);
  await untilPapers(page, count);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

test("a back side that carries no name is looked over before the strips of the fronts", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  await choose(page, fixture("volume-12-papers-duplex.pdf"));
  await untilRead(page);
  await page.getByRole("radio", { name: says.pages.two }).click();
  await press(page, says.pages.next);
  await press(page, says.names.toNumber(2));
  await page.getByLabel(says.names.nameless(2, 2)).check();
  await press(page, says.names.toLook);
  await page.getByRole("checkbox", { name: says.look.askSecond }).check();
  await press(page, says.look.toSecond);
  await page.getByText(says.look.unmaskedSecond).waitFor();
  const onward = page.getByRole("button", { name: says.look.bringIn(12) });
  const first = page.getByRole("button", { name: /: paint out more on this page$/ }).first();
  expect(await first.getAttribute("aria-label")).toContain(says.look.strip(1, 2, 2));
  // The upper half of the first pages is not all of them.
  await page.getByText(says.look.toLookOver(12)).waitFor();
  await lookDown(page);
  await expect.poll(() => onward.isEnabled()).toBe(true);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

/** A colleague looks through the strips as well, before anything of them is sent. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { papers as says } from "../../client/words/en/papers.ts";
import { untilPapers } from "./acts.ts";
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

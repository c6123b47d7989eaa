/** Masked pages outlast a lost line and a reload; what is not masked does not, and nothing goes twice. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { words } from "../../client/words/words.ts";
import { pdfWithSecrets, photoWithSecrets, placeBytes, secrets } from "../fixtures/planted.ts";
import { papersSeen, untilPapers, untilSaved } from "./acts.ts";
import {
  choose,
  cutLine,
  dialog,
  drag,
  fixture,
  keptInBrowser,
  nudgeBox,
  openIntake,
  openNewBoard,
  outbox,
  press,
  spreads,
  untilRead,
} from "./intake-acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

const says = paperWords;
/** Inside the suggested box, away from its edge, into which JPEG lets its surroundings bleed. */
const nameLine = { x: 0.06, y: 0.045, w: 0.88, h: 0.03 };

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage?.close());

const note = (page: Page) => page.getByRole("region", { name: says.waiting.label });

test("masked papers wait for the line, through a reload, and go in once though two tabs go on with them", async () => {
  const maya = await stage.newPerson();
  const { page, context } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  const files = await drag(
    page,
    { name: `${secrets.fileName}.jpg`, bytes: photoWithSecrets(), type: "image/jpeg" },
    { name: `${secrets.fileName}.pdf`, bytes: pdfWithSecrets(), type: "application/pdf" },
  );
  await files.letGo();
  await untilRead(page);
  await press(page, says.pages.next);
  await nudgeBox(page, "ArrowDown");
  await press(page, says.names.toLook);
  const line = await cutLine(context);
  await press(page, says.look.bringIn(2));
  await page.getByText(says.send.waits).waitFor({ timeout: 60_000 });
  expect(await axe(page)).toEqual([]);
  await press(page, says.send.later);
  await dialog(page).waitFor({ state: "detached" });

  await page.reload();
  await note(page).getByText(says.waiting.text(2)).waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await papersSeen(page)).toEqual([]);
  const { pictures } = await outbox(page);
  expect(pictures).toHaveLength(6);
  expect((await spreads(page, pictures, nameLine)).filter((spread) => spread > 12)).toEqual([]);
  const kept = await keptInBrowser(page);
  const found = [...Object.values(secrets), "Quillfeather", placeBytes];
  expect(found.filter((secret) => kept.includes(secret))).toEqual([]);

  await press(page, says.waiting.goOn);
  await note(page).getByText(words.refusals.upload_failed).waitFor({ timeout: 60_000 });
  const second = await context.newPage();
  await second.goto(page.url());
  await note(second).getByText(says.waiting.text(2)).waitFor();
  line.isDown = false;
  await Promise.all([press(page, says.waiting.goOn), press(second, says.waiting.goOn)]);
  for (const each of [page, second]) {
    await untilPapers(each, 2);
    await note(each).waitFor({ state: "detached" });
  }
  expect(line.stored).toBe(6);
  await untilSaved(page);
  expect(await outbox(page)).toEqual({ records: 0, pictures: [] });
  expect(maya.faults).toEqual([]);
  await context.close();
});

test("a tab closed on the way leaves what was masked, told of as what it is; let go, nothing of it stays", async () => {
  const maya = await stage.newPerson();
  const { page, context } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  await choose(page, fixture("volume-12-papers-duplex.pdf"));
  await press(page, says.pages.next);
  await press(page, says.names.toLook);
  // The line holds everything back: nothing arrives, nothing fails.
  await context.route(/\/blobs$/, (route) =>
    route.request().method() === "POST" ? undefined : route.continue(),
  );
  await press(page, says.look.bringIn(24));
  const second = await context.newPage();
  await second.goto(page.url());
  await until("some pages in the outbox", async () => (await outbox(second)).records > 6, 60_000);
  expect(await note(second).count()).toBe(0);
  await press(page, says.pause);
  await page.getByText(says.paused(says.send.going(24))).waitFor();
  await page.close();
  await second.reload();
  await note(second).waitFor();
  const told = (await note(second).textContent()) ?? "";
  const [, ready = ""] = /(\d+) papers are waiting/.exec(told) ?? [];
  expect(Number(ready)).toBeGreaterThan(5);
  const lost = 24 - Number(ready);
  expect(told).toContain(lost > 0 ? says.waiting.unmasked(lost) : ready);
  await press(second, says.waiting.letGo);
  await second.getByRole("dialog").getByRole("button", { name: says.waiting.letGo }).click();
  await note(second).waitFor({ state: "detached" });
  expect(await outbox(second)).toEqual({ records: 0, pictures: [] });
  expect(await papersSeen(second)).toEqual([]);
  await context.close();
});

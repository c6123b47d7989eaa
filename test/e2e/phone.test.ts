/** A phone as scanner: from the code on the screen to pages in the stack, and nothing readable on the way. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { phone as says } from "../../client/words/en/phone.ts";
import { photoWithSecrets, placeBytes, secrets } from "../fixtures/planted.ts";
import { untilPapers } from "./acts.ts";
import {
  bringIn,
  filesUnder,
  fixture,
  nudgeBox,
  openIntake,
  openNewBoard,
  press,
  untilRead,
} from "./intake-acts.ts";
import { axe, createStage, type Person, type Stage } from "./stage.ts";
import { createTap } from "./tap.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

const phoneOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const photo = {
  name: `${secrets.fileName}.jpg`,
  mimeType: "image/jpeg",
  buffer: photoWithSecrets(),
};
const sheet = {
  name: "another.jpg",
  mimeType: "image/jpeg",
  buffer: readFileSync(fixture("photos/sheet-on-a-desk.jpg")),
};

const dialog = (page: Page) => page.getByRole("dialog", { name: says.title });

/** Opens the code on the computer; what it says. */
async function showCode(page: Page): Promise<string> {
  await press(page, says.use);
  await page.getByRole("img", { name: says.code }).waitFor();
  return page.getByLabel(says.link).inputValue();
}

async function take(page: Page, ...pictures: readonly (typeof photo)[]): Promise<void> {
  for (const picture of pictures) {
    await page.locator("input[capture]").first().setInputFiles(picture);
  }
}

async function pair(options: { baseURL?: string } = {}): Promise<{
  readonly maya: Person;
  readonly phone: Person;
  readonly link: string;
}> {
  const maya = await stage.newPerson(options);
  const phone = await stage.newPerson({ ...phoneOptions, ...options });
  await openNewBoard(maya);
  await openIntake(maya.page);
  const link = await showCode(maya.page);
  await phone.page.goto(link);
  await dialog(maya.page).getByText(says.joined).waitFor();
  return { maya, phone, link };
}

describe("a phone as scanner", () => {
  test("sends its pictures into the stack, where they are masked; the server never holds one that can be read", async () => {
    const tap = await createTap(stage.url);
    const before = new Set(filesUnder(stage.dataFolder));
    const { maya, phone, link } = await pair({ baseURL: tap.url });
    await take(phone.page, photo, sheet);
    await phone.page.getByRole("button", { name: says.send(2) }).click();
    await phone.page.getByText(says.all(2)).waitFor({ timeout: 60_000 });
    await dialog(maya.page).getByText(says.received(2)).waitFor();

    // Nothing was brought in yet: whatever passed was the phone's.
    const [, key = ""] = (link.split("#")[1] ?? "").split(".");
    expect(key).toHaveLength(43);
    const wire = tap.sent();
    expect(wire.includes("PUT /api/phone/pictures/")).toBe(true);
    expect(wire.length).toBeGreaterThan(100_000);
    const places = new Map([
      ["the wire", wire],
      ...filesUnder(stage.dataFolder).map((file) => [file, readFileSync(file)] as const),
    ]);
    const jpegBegins = Buffer.from([0xff, 0xd8, 0xff]);
    const found = [...places].flatMap(([place, bytes]) =>
      [...Object.values(secrets), "Quillfeather", placeBytes, key, "JFIF"]
        .filter((secret) => bytes.includes(secret))
        .map((secret) => `${String(secret)} in ${place}`),
    );
    expect(found).toEqual([]);
    const fresh = filesUnder(stage.dataFolder).filter((file) => !before.has(file));
    expect(fresh.filter((file) => readFileSync(file).subarray(0, 3).equals(jpegBegins))).toEqual(
      [],
    );

    await dialog(maya.page).getByRole("button", { name: says.done }).click();
    await untilRead(maya.page);
    await maya.page.getByText(paperWords.pages.found(2, 2)).waitFor();
    await press(maya.page, paperWords.pages.next);
    await nudgeBox(maya.page, "ArrowDown");
    await press(maya.page, paperWords.names.toLook);
    await bringIn(maya.page, 2);
    await untilPapers(maya.page, 2);
    expect(tap.sent().includes("Quillfeather")).toBe(false);
    // The tap is the same server by another port.
    const elsewhere = [...maya.faults, ...phone.faults].filter(
      (fault) => !fault.includes(new URL(tap.url).host),
    );
    expect(elsewhere).toEqual([]);
    await tap.close();
    await maya.context.close();
    await phone.context.close();
  }, 120_000);

  test("a line that drops is tried again by itself, and the order that was put is kept", async () => {
    const { maya, phone } = await pair();
    const { page } = phone;
    await take(page, photo, sheet);
    await page.getByRole("button", { name: says.earlier(2) }).click();
    await phone.context.setOffline(true);
    await page.getByRole("button", { name: says.send(2) }).click();
    await page.getByText(says.noLine).waitFor();
    await phone.context.setOffline(false);
    await page.getByText(says.all(2)).waitFor({ timeout: 60_000 });
    await dialog(maya.page).getByText(says.received(2)).waitFor();

    // More can be taken, and one that is sent can no longer be changed.
    expect(await page.getByRole("button", { name: says.remove(1) }).count()).toBe(0);
    await take(page, photo);
    await page.getByRole("button", { name: says.remove(3) }).click();
    await page.getByText(says.all(2)).waitFor();
    await maya.context.close();
    await phone.context.close();
  }, 90_000);

  test("no second phone comes in by the same code, and closing the code ends it for the first", async () => {
    const { maya, phone, link } = await pair();
    const other = await stage.newPerson(phoneOptions);
    await other.page.goto(link);
    await other.page.getByText(says.trouble.elsewhere.heading).waitFor();
    await phone.page.reload();
    await phone.page.getByRole("button", { name: says.take, exact: true }).waitFor();
    await take(phone.page, sheet);
    await dialog(maya.page).getByRole("button", { name: says.done }).click();
    await phone.page.getByText(says.trouble.ended.heading).waitFor();
    await phone.page.getByRole("img", { name: says.picture(1) }).waitFor();
    const again = await showCode(maya.page);
    expect(again).not.toBe(link);
    await maya.context.close();
    await phone.context.close();
    await other.context.close();
  });

  test("everybody can use both ends: axe finds nothing, and all is in reach of a thumb", async () => {
    const { maya, phone } = await pair();
    expect(await axe(maya.page)).toEqual([]);
    await take(phone.page, photo, sheet);
    await phone.page.getByRole("button", { name: says.send(2) }).waitFor();
    expect(await axe(phone.page)).toEqual([]);
    const small = await phone.page.locator("button").evaluateAll((all) =>
      all.flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height) < 44 ? [one.ariaLabel] : [];
      }),
    );
    expect(small).toEqual([]);
    expect(
      await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    ).toBe(true);
    await maya.context.close();
    await phone.context.close();
  });
});

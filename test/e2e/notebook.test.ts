/** The team's notebook, in real browsers: two who write in it at once, its headings, keys alone, a long one, emoji. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inquiry as say } from "../../client/words/en/inquiry.ts";
import { writing } from "../../client/words/en/writing.ts";
import { words } from "../../client/words/words.ts";
import { caretIn, saidIn, untilSaved } from "./acts.ts";
import { joinTeam, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

const soon = { timeout: 20_000, interval: 40 };

let stage: Stage;
let maya: Person;
let jonas: Person;
let teamPath: string;

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  const { invite } = await seedBoard(stage, maya, { name: "Maya Olsen", papers: 0 });
  jonas = await stage.newPerson({ viewport: { width: 820, height: 1180 } });
  await joinTeam(stage, jonas, invite, "Jonas Lind");
  await maya.page.goto(stage.url);
  await until("the team's home", () => /\/team\/[^/]+$/.test(maya.page.url()));
  teamPath = maya.page.url();
});
afterAll(async () => {
  await stage?.close();
});

const field = (page: Page): Locator => page.getByRole("textbox", { name: say.field });
const outline = (page: Page): Locator => page.getByRole("navigation", { name: say.outline });
const headings = (page: Page): Promise<string[]> =>
  outline(page).getByRole("button").allTextContents();
const bar = (page: Page): Locator => page.getByRole("toolbar", { name: writing.bar });
const openNotebook = async (page: Page): Promise<void> => {
  await page.goto(`${teamPath}/notebook`);
  await field(page).waitFor();
};
const endOfAll = async (page: Page): Promise<void> => {
  await field(page).focus();
  await bar(page).waitFor();
  await page.keyboard.press("Control+End");
};

describe("the notebook", () => {
  test("is reached, written in and left by keys alone", async () => {
    const { page } = maya;
    const tabTo = async (target: Locator, key = "Tab"): Promise<void> => {
      await until(`the focus by ${key}`, async () => {
        if (await target.evaluate((element) => element === document.activeElement)) return true;
        await page.keyboard.press(key);
        return false;
      });
    };
    const link = page.getByRole("link", { name: words.commands.notebook });
    await link.waitFor();
    await tabTo(link);
    await page.keyboard.press("Enter");
    await field(page).waitFor();
    expect(await axe(page)).toEqual([]);
    await tabTo(page.getByRole("button", { name: say.start }));
    await page.keyboard.press("Enter");
    await expect.poll(() => headings(page), soon).toEqual([...say.startHeadings]);
    await bar(page).waitFor();
    await page.keyboard.type("How far is the sun?");
    await expect
      .poll(() => saidIn(field(page)), soon)
      .toContain(`${say.startHeadings[0]}\nHow far is the sun?\n${say.startHeadings[1]}`);
    await page.keyboard.press("Alt+F10");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")), soon)
      .toBe(writing.marks.b);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await bar(page).waitFor({ state: "detached" });
    await tabTo(page.getByRole("button", { name: say.startHeadings[2] }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await bar(page).waitFor();
    await page.keyboard.type(" so far");
    await expect.poll(() => headings(page), soon).toContain(`${say.startHeadings[2]} so far`);
    await untilSaved(page);
    await page.keyboard.press("Escape");
    await tabTo(page.getByRole("link", { name: say.toTeam("Grade 5") }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: words.commands.notebook }).waitFor();
  });

  test("takes what two write in it at once, lists and headings too, and keeps it", async () => {
    for (const { page } of [maya, jonas]) await openNotebook(page);
    await maya.page.getByRole("button", { name: say.startHeadings[1] }).click();
    await jonas.page.getByRole("button", { name: say.startHeadings[3] }).click();
    for (const { page } of [maya, jonas]) await bar(page).waitFor();
    const both = [
      [maya.page, "the sun is drawn small", "the tilt is left out"],
      [jonas.page, "a lamp shows the shadow", "a globe shows the tilt"],
    ] as const;
    await Promise.all(
      both.map(async ([page, one, two]) => {
        await page.keyboard.press("Enter");
        await page.keyboard.type(`- ${one}`);
        await page.keyboard.press("Enter");
        await page.keyboard.type(two);
      }),
    );
    await jonas.page.keyboard.press("Enter");
    await jonas.page.keyboard.press("Enter");
    await jonas.page.keyboard.type("## Next year");
    const lists = (page: Page) =>
      field(page)
        .locator('[data-block="ul"]')
        .evaluateAll((items) => items.map((item) => item.textContent));
    const wanted = both.flatMap(([, one, two]) => [one, two]);
    for (const { page } of [maya, jonas]) {
      await expect.poll(() => lists(page), soon).toEqual(wanted);
      await expect
        .poll(() => headings(page), soon)
        .toEqual([
          ...say.startHeadings.map((name, i) => (i === 2 ? `${name} so far` : name)),
          "Next year",
        ]);
      expect(await axe(page)).toEqual([]);
      await untilSaved(page);
    }
    const before = await saidIn(field(maya.page));
    for (const { page } of [maya, jonas]) {
      await page.reload();
      await field(page).waitFor();
      await expect.poll(() => saidIn(field(page)), soon).toBe(before);
    }
  });

  test("merges what both wrote offline", async () => {
    for (const { page } of [maya, jonas]) await endOfAll(page);
    for (const { context } of [maya, jonas]) await context.setOffline(true);
    await maya.page.keyboard.press("Control+Home");
    await maya.page.keyboard.type("MAYA OFFLINE ");
    await jonas.page.keyboard.press("Enter");
    await jonas.page.keyboard.type("JONAS OFFLINE");
    expect(await saidIn(field(jonas.page))).not.toContain("MAYA OFFLINE");
    for (const { context } of [maya, jonas]) await context.setOffline(false);
    for (const { page } of [maya, jonas]) {
      await expect
        .poll(() => saidIn(field(page)), { timeout: 40_000, interval: 100 })
        .toMatch(/^MAYA OFFLINE What we want[^]*\nJONAS OFFLINE$/);
    }
    expect([...maya.faults, ...jonas.faults]).toEqual([]);
  });
});

describe("emoji", () => {
  test("are put in by a colon, by key and by pressing, and each goes and is passed as one", async () => {
    const { page } = maya;
    await endOfAll(page);
    await page.keyboard.press("Enter");
    const here = field(page).locator("[data-block]").last();
    const line = (): Promise<string | null> => here.textContent();
    await page.keyboard.type("lamp :thu");
    await page.getByRole("option", { name: "thumbs up" }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(line, soon).toBe("lamp 👍");
    await page.keyboard.type(":tada:");
    await expect.poll(line, soon).toBe("lamp 👍🎉");
    await page.keyboard.press("Control+.");
    const search = page.getByRole("combobox", { name: writing.emoji.find });
    await search.waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type("family of");
    const offered = page.getByRole("listbox").getByRole("option");
    await expect.poll(() => offered.count(), soon).toBe(1);
    await page.keyboard.press("Enter");
    const family = "👨‍👩‍👧‍👦";
    await expect.poll(line, soon).toBe(`lamp 👍🎉${family}`);
    await bar(page).getByRole("button", { name: writing.emoji.put, exact: true }).click();
    await page.getByRole("option", { name: "thinking" }).click();
    await expect.poll(line, soon).toBe(`lamp 👍🎉${family}🤔`);
    await search.waitFor({ state: "detached" });
    // Signs of several letters, as a phone's keyboard puts them in.
    const typed = `${family}👩🏽‍🏫🇺🇸`;
    await page.keyboard.insertText(typed);
    await expect.poll(line, soon).toBe(`lamp 👍🎉${family}🤔${typed}`);
    const end = await caretIn(field(page));
    for (const length of ["🇺🇸".length, "👩🏽‍🏫".length, family.length]) {
      const at = await caretIn(field(page));
      await page.keyboard.press("ArrowLeft");
      await expect.poll(() => caretIn(field(page)), soon).toBe(at - length);
    }
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => caretIn(field(page)), soon).toBe(end);
    for (const left of [`${family}👩🏽‍🏫`, family, ""]) {
      await page.keyboard.press("Backspace");
      await expect.poll(line, soon).toBe(`lamp 👍🎉${family}🤔${left}`);
    }
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await expect.poll(line, soon).toBe("lamp 👍🎉🤔");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toMatch(/lamp 👍🎉🤔$/);
  });
});

describe("a notebook of 20,000 letters", () => {
  test("takes every letter typed fast on a slow machine, while a colleague types too", async () => {
    const { page } = maya;
    const said =
      "They draw the sun and the earth at the same size, so a shadow has no reason to change.";
    await endOfAll(jonas.page);
    await jonas.page.keyboard.press("Enter");
    await jonas.page.keyboard.insertText(Array.from({ length: 230 }, () => said).join("\n"));
    await expect.poll(async () => (await saidIn(field(page))).length, soon).toBeGreaterThan(20_000);
    await jonas.page.keyboard.press("Control+Home");
    const { context } = maya;
    const chrome = await context.newCDPSession(page);
    await chrome.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.getByRole("button", { name: say.startHeadings[1] }).click();
    await bar(page).waitFor();
    await page.keyboard.press("Enter");
    const mine = Array.from({ length: 12 }, (_, i) => `word${i}`).join(" ");
    const theirs = Array.from({ length: 12 }, (_, i) => `said${i}`).join(" ");
    await Promise.all([
      page.keyboard.type(mine, { delay: 20 }),
      jonas.page.keyboard.type(theirs, { delay: 25 }),
    ]);
    for (const each of [page, jonas.page]) {
      await expect.poll(() => saidIn(field(each)), soon).toContain(`\n${mine}\n`);
      await expect.poll(() => saidIn(field(each)), soon).toMatch(new RegExp(`^${theirs}`));
    }
    await chrome.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    // A heading far away comes into view below the bar, and the caret with it.
    await outline(page).getByRole("button", { name: "Next year" }).click();
    const heading = field(page).getByRole("heading", { name: "Next year" });
    await until("the heading in view", async () => {
      const box = await heading.boundingBox();
      const over = await bar(page).boundingBox();
      if (!box || !over) return false;
      return box.y >= over.y + over.height && box.y + box.height <= 768;
    });
    await page.keyboard.type("!");
    await expect.poll(() => headings(page), soon).toContain("Next year!");
    expect([...maya.faults, ...jonas.faults]).toEqual([]);
  });
});

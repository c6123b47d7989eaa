/** The way in: starting a team, bringing colleagues in, and never standing before a closed door. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function startTeam(person: Person, name: string, team: string): Promise<void> {
  const { page } = person;
  await page.goto("/");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Team name").fill(team);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: team }).waitFor();
}

describe("the way in", () => {
  test("a name and a team name are all it takes, by keyboard alone", async () => {
    const maya = await stage.newPerson();
    await startTeam(maya, "Maya", "Grade 5 science");

    expect(await maya.page.title()).toBe("Grade 5 science · Noticeboard");
    await expect.poll(() => maya.page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await maya.page.getByText("Maya (you)").count()).toBe(1);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });

  test("what is missing is said at its field, and the field has the focus", async () => {
    const { page, context } = await stage.newPerson();
    await page.goto("/");
    await page.getByRole("button", { name: "Start" }).click();
    const name = page.getByLabel("Your name");
    expect(await name.getAttribute("aria-invalid")).toBe("true");
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByText("Type your name, so that colleagues know you.").waitFor();
    expect(await axe(page)).toEqual([]);
    await context.close();
  });

  test("a colleague comes in by the link that was copied, with just a name", async () => {
    const maya = await stage.newPerson({ permissions: ["clipboard-read", "clipboard-write"] });
    await startTeam(maya, "Maya", "Maths");
    await maya.page.getByRole("button", { name: "Copy" }).click();
    await maya.page.getByRole("button", { name: "Copied" }).waitFor();
    const link = await maya.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/join#\S{20,}$/);

    const jonas = await stage.newPerson();
    await jonas.page.goto(link);
    await jonas.page.getByRole("heading", { level: 1, name: "Join Maths" }).waitFor();
    expect(await axe(jonas.page)).toEqual([]);
    await jonas.page.getByLabel("Your name").fill("Jonas");
    await jonas.page.getByRole("button", { name: "Join the team" }).click();
    await jonas.page.getByText("Jonas (you)").waitFor();
    await jonas.page.getByText("Maya", { exact: true }).waitFor();
    expect(jonas.page.url()).not.toContain("#");

    // Back in her tab, Maya sees who came.
    await maya.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await maya.page.getByText("Jonas", { exact: true }).waitFor();

    // Opened once more, the same link knows him.
    await jonas.page.goto(link);
    await jonas.page.getByRole("link", { name: "Open the team’s table" }).click();
    await jonas.page.getByRole("heading", { level: 1, name: "Maths" }).waitFor();
    expect([...maya.faults, ...jonas.faults]).toEqual([]);
    await maya.context.close();
    await jonas.context.close();
  });

  test("a new board opens, and is in the team's list afterwards, with a title or without", async () => {
    const maya = await stage.newPerson();
    await startTeam(maya, "Maya", "Boards");
    const home = maya.page.url();
    for (const title of ["Seasons exit question", ""]) {
      await maya.page.goto(home);
      await maya.page.getByRole("button", { name: "New board" }).click();
      const dialog = maya.page.getByRole("dialog", { name: "New board" });
      await dialog.getByLabel("What did you ask the pupils?").fill(title);
      expect(await axe(maya.page)).toEqual([]);
      await maya.page.keyboard.press("Enter");
      await maya.page.waitForURL(/\/board\/[\w-]+$/);
    }
    await maya.page.goto(home);
    await maya.page.getByRole("link", { name: /Seasons exit question/ }).waitFor();
    await maya.page.getByRole("link", { name: /Untitled board/ }).waitFor();
    await maya.context.close();
  });

  test("the practice set is one press from the first page, with nothing typed", async () => {
    const { page, context, faults } = await stage.newPerson();
    const visited: string[] = [];
    page.on("framenavigated", (frame) => visited.push(frame.url()));
    await page.goto("/");
    await page.getByRole("button", { name: "Try the practice set" }).click();
    await until("a board that opens with the practice set", () =>
      visited.some((url) => /\/board\/[\w-]+\?practice=1$/.test(url)),
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  test("whoever comes back to the bare address stands in their team", async () => {
    const maya = await stage.newPerson();
    await startTeam(maya, "Maya", "Back again");
    await maya.page.goto("/");
    await maya.page.getByRole("heading", { level: 1, name: "Back again" }).waitFor();
    expect(maya.page.url()).toMatch(/\/team\/[\w-]+$/);
    await maya.context.close();
  });

  test("a dead invitation, an unknown address and another team's home all lead on", async () => {
    const { page, context } = await stage.newPerson();
    for (const path of ["/join#nothing", "/join", "/nowhere", "/team/AAAAAAAAAAAAAAAA"]) {
      await page.goto("about:blank");
      await page.goto(path);
      await page.getByRole("link", { name: "Go to the start" }).waitFor();
      expect(await heading(page).count()).toBe(1);
      expect(await axe(page)).toEqual([]);
    }
    await page.getByRole("link", { name: "Go to the start" }).click();
    await page.getByLabel("Your name").waitFor();
    expect(await heading(page).evaluate((title) => title === document.activeElement)).toBe(true);
    await context.close();
  });

  test("without a connection it says so, and goes on by itself when there is one again", async () => {
    const maya = await stage.newPerson();
    await startTeam(maya, "Maya", "Poor wifi");
    const { page, context } = maya;
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("link", { name: "Noticeboard, to the start" }).click();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.unroute("**/api/**");
    await context.setOffline(true);
    await context.setOffline(false);
    await page.getByRole("heading", { level: 1, name: "Poor wifi" }).waitFor();
    await context.close();
  });
});

describe("accessibility of start and team home", () => {
  test.each([
    { frame: "light", options: {} },
    { frame: "dark", options: { colorScheme: "dark" } },
    { frame: "a tablet", options: { viewport: { width: 820, height: 1180 }, hasTouch: true } },
    { frame: "a narrow window", options: { viewport: { width: 400, height: 800 } } },
  ] as const)(
    "axe finds nothing, frame $frame, and nothing is cut off at the side",
    async ({ options }) => {
      const person = await stage.newPerson(options);
      const { page, context } = person;
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await page.goto("/");
      await page.getByLabel("Your name").waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await overflow()).toBe(0);
      await startTeam(person, "Maya", "Grade 5 science");
      expect(await axe(page)).toEqual([]);
      expect(await overflow()).toBe(0);
      await page.getByRole("button", { name: "Teams and settings" }).click();
      await page.getByRole("menuitemcheckbox", { name: "Always dark" }).click();
      await expect
        .poll(() => page.evaluate(() => getComputedStyle(document.body).colorScheme))
        .toBe("dark");
      expect(await axe(page)).toEqual([]);
      expect(person.faults).toEqual([]);
      await context.close();
    },
  );
});

/** Several browsers on one board: everybody sees the same, and nothing that showed as saved is lost. */

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reading as readingWords } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import {
  bringColleague,
  paperCard,
  papersSeen,
  sendByKey,
  startPractice,
  untilPapers,
  untilSaved,
} from "./acts.ts";
import { createCuttableWay } from "./cuttable.ts";
import { createStage, type Person, type Stage, until } from "./stage.ts";

const { board } = words;
const piles = [board.unsorted, "Not yet", "Almost there", "Got it"] as const;

let stage: Stage;
let people: Person[] = [];
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  people = [];
});
afterEach(async () => {
  await Promise.all(people.map(({ context }) => context.close()));
});

async function person(url = stage.url): Promise<Person> {
  const someone = await stage.newPerson({ baseURL: url });
  people.push(someone);
  return someone;
}

/** Until every page shows the same sort, and that is the same for all. */
async function untilSame(pages: readonly Page[]): Promise<void> {
  await until(
    "all browsers to show the same sort",
    async () => {
      const seen = await Promise.all(
        pages.map(async (page) => JSON.stringify(await papersSeen(page))),
      );
      return new Set(seen).size === 1;
    },
    30_000,
  );
}

describe("several browsers on one board", () => {
  test("two, then six people sort at once and end up with the same piles", async () => {
    const maya = await person();
    await startPractice(maya, "Maya", "Sorters");
    const codes = (await papersSeen(maya.page)).map(({ code }) => code);
    const jonas = await person();
    await bringColleague(maya, jonas, "Jonas");
    await untilPapers(jonas.page, 12);

    await Promise.all([
      sendByKey(maya.page, codes[0] ?? "", 1),
      sendByKey(jonas.page, codes[1] ?? "", 2),
    ]);
    await untilSame([maya.page, jonas.page]);

    const others = await Promise.all(["Ana", "Ben", "Caro", "Dev"].map(() => person()));
    for (const [i, other] of others.entries()) {
      await bringColleague(maya, other, ["Ana", "Ben", "Caro", "Dev"][i] ?? "");
      await untilPapers(other.page, 12);
    }
    const all = [maya, jonas, ...others];
    // Everybody sends everything somewhere, each in an order and to piles of their own.
    await Promise.all(
      all.map(async ({ page }, who) => {
        for (let turn = 0; turn < 6; turn++) {
          const code = codes[(turn * 5 + who * 7) % codes.length] ?? "";
          await sendByKey(page, code, ((turn + who) % 3) + 1);
          await page.keyboard.press("Escape");
        }
      }),
    );
    await untilSame(all.map(({ page }) => page));
    const seen = await papersSeen(maya.page);
    expect(seen.map(({ code }) => code)).toEqual(codes);
    expect(seen.filter(({ pile }) => pile !== board.unsorted).length).toBeGreaterThan(6);
    for (const { page, faults } of all) {
      await untilSaved(page);
      expect(faults).toEqual([]);
    }
  });

  test("what showed as saved survives a power cut of the server", async () => {
    const maya = await person();
    await startPractice(maya, "Maya", "Power cut");
    const codes = (await papersSeen(maya.page)).map(({ code }) => code);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) {
        await sendByKey(
          maya.page,
          codes[(round * 3 + i) % codes.length] ?? "",
          ((round + i) % 3) + 1,
        );
        await maya.page.keyboard.press("Escape");
      }
      await untilSaved(maya.page);
      const saved = await papersSeen(maya.page);
      const newcomer = await person();
      await bringColleague(maya, newcomer, `Newcomer ${round}`);
      const address = maya.page.url();
      // One more move in the very moment of the cut: it may be lost, nothing else may be.
      const last = codes[(round * 3 + 5) % codes.length] ?? "";
      await sendByKey(maya.page, last, 3);
      await Promise.all([stage.restart("SIGKILL"), maya.page.goto("about:blank")]);
      const fresh = await freshEyes(newcomer, address);
      await untilPapers(fresh, 12);
      const after = await papersSeen(fresh);
      const without = (all: typeof after): typeof after => all.filter(({ code }) => code !== last);
      expect(without(after)).toEqual(without(saved));
      await fresh.close();
      await maya.page.goto(address);
      await untilPapers(maya.page, 12);
      await untilSaved(maya.page);
    }
  });

  test("a browser cut off goes on, and its work and the others' are merged when it is back", async () => {
    const way = await createCuttableWay(stage.url);
    try {
      const maya = await person();
      await startPractice(maya, "Maya", "Wi-Fi");
      const codes = (await papersSeen(maya.page)).map(({ code }) => code);
      const jonas = await person(way.url);
      await bringColleague(maya, jonas, "Jonas");
      await jonas.page.goto(maya.page.url().replace(stage.url, way.url));
      await untilPapers(jonas.page, 12);
      await untilSaved(jonas.page);
      await until("all parts to be fetched, in the page's quiet time", () =>
        hasFetchedParts(jonas.page),
      );

      way.cut();
      await jonas.page.getByText(board.saved.offline).first().waitFor();
      // Whoever reads a paper is told as well.
      await paperCard(jonas.page, codes[0] ?? "").dblclick();
      const reader = jonas.page.getByRole("dialog", { name: readingWords.reader(codes[0] ?? "") });
      await reader.getByText(board.saved.offline, { exact: true }).waitFor();
      await reader.getByRole("button", { name: readingWords.back }).click();
      await reader.waitFor({ state: "detached" });
      await jonas.page.keyboard.press("Escape");
      for (const code of codes.slice(0, 4)) {
        await sendByKey(jonas.page, code, 3);
        await jonas.page.keyboard.press("Escape");
      }
      for (const code of codes.slice(4, 8)) {
        await sendByKey(maya.page, code, 1);
        await maya.page.keyboard.press("Escape");
      }
      await untilSaved(maya.page);
      expect((await papersSeen(maya.page)).filter(({ pile }) => pile === piles[3])).toEqual([]);

      way.mend();
      await untilSaved(jonas.page);
      await untilSame([maya.page, jonas.page]);
      const seen = new Map((await papersSeen(maya.page)).map(({ code, pile }) => [code, pile]));
      expect(codes.slice(0, 8).map((code) => seen.get(code))).toEqual([
        ...Array<string>(4).fill(piles[3]),
        ...Array<string>(4).fill(piles[1]),
      ]);
    } finally {
      await way.close();
    }
  });

  test("each undoes their own move and nobody else's", async () => {
    const maya = await person();
    await startPractice(maya, "Maya", "Undoers");
    const codes = (await papersSeen(maya.page)).map(({ code }) => code);
    const jonas = await person();
    await bringColleague(maya, jonas, "Jonas");
    await untilPapers(jonas.page, 12);
    const [one = "", two = ""] = codes;
    await sendByKey(maya.page, one, 1);
    await until("Jonas to see it", async () => (await pileOf(jonas.page, one)) === piles[1]);
    await sendByKey(jonas.page, two, 2);
    await until("Maya to see it", async () => (await pileOf(maya.page, two)) === piles[2]);
    await maya.page.keyboard.press("Control+z");
    await until("the undo", async () => (await pileOf(jonas.page, one)) === piles[0]);
    await untilSame([maya.page, jonas.page]);
    expect(await pileOf(maya.page, two)).toBe(piles[2]);
    await maya.page.keyboard.press("Control+Shift+z");
    await until("the redo", async () => (await pileOf(jonas.page, one)) === piles[1]);
  });
});

const hasFetchedParts = (page: Page): Promise<boolean> =>
  page.evaluate(() => performance.getEntriesByName("noticeboard: parts fetched").length > 0);

async function pileOf(page: Page, code: string): Promise<string | undefined> {
  await paperCard(page, code).waitFor();
  return (await papersSeen(page)).find((paper) => paper.code === code)?.pile;
}

/** The board as a browser without any cache sees it, under the session of `someone`. */
async function freshEyes(someone: Person, address: string): Promise<Page> {
  const fresh = await stage.newPerson({ storageState: await someone.context.storageState() });
  people.push(fresh);
  await fresh.page.goto(address);
  return fresh.page;
}

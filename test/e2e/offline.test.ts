/** What a browser keeps while the line is down: nothing is lost, nothing is handed over for somebody else. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { words } from "../../client/words/words.ts";
import {
  bringColleague,
  papersSeen,
  sendByKey,
  startPractice,
  untilPapers,
  untilSaved,
} from "./acts.ts";
import { createCuttableWay } from "./cuttable.ts";
import { downloaded } from "./downloads.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

const { board } = words;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage?.close());

/** Whether the browser would ask before it leaves the page. */
const asksBeforeLeaving = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });

/** What is done in the background may be on its way still when the mark says that all so far is saved. */
const untilFreeToLeave = (page: Page): Promise<void> =>
  until("nothing that would be lost", async () => !(await asksBeforeLeaving(page)));

const untilMark = (page: Page, mark: keyof typeof board.saved): Promise<void> =>
  page.getByRole("status").filter({ hasText: board.saved[mark] }).first().waitFor();

async function sendAll(page: Page, codes: readonly string[], digit: number): Promise<void> {
  for (const code of codes) {
    await sendByKey(page, code, digit);
    await page.keyboard.press("Escape");
  }
}

/** In the page: every database opens later than a lane waits for it before it connects. */
function openStorageLate(): void {
  const { set } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "onsuccess") ?? {};
  Object.defineProperty(IDBOpenDBRequest.prototype, "onsuccess", {
    set(heard: (event: Event) => void) {
      set?.call(this, (event: Event) => setTimeout(() => heard.call(this, event), 3_000));
    },
  });
}

const inPile = async (page: Page, pile: string): Promise<readonly string[]> =>
  (await papersSeen(page)).filter((paper) => paper.pile === pile).map(({ code }) => code);

describe("a browser that is cut off", () => {
  test("knows after a reload what is unsaved, says so, and hands it over when it is back", async () => {
    const way = await createCuttableWay(stage.url);
    const maya = await stage.newPerson({ baseURL: way.url });
    try {
      const { page } = maya;
      await startPractice(maya, "Maya", "Cut off");
      await untilSaved(page);
      await untilFreeToLeave(page);
      const codes = (await papersSeen(page)).map(({ code }) => code).slice(0, 3);

      way.cut("sockets");
      await untilMark(page, "offline");
      await sendAll(page, codes, 3);
      expect(await asksBeforeLeaving(page)).toBe(true);

      let asked = 0;
      page.on("dialog", (dialog) => {
        asked++;
        void dialog.accept();
      });
      await page.reload();
      expect(asked).toBe(1);
      await untilPapers(page, 12);
      await untilMark(page, "offline");
      expect(await inPile(page, "Got it")).toEqual(codes);
      expect(await asksBeforeLeaving(page)).toBe(true);

      way.mend();
      await untilSaved(page);
      await untilFreeToLeave(page);
      await page.reload();
      await untilPapers(page, 12);
      await untilSaved(page);
      await untilFreeToLeave(page);
      const fresh = await stage.newPerson({ storageState: await maya.context.storageState() });
      await fresh.page.goto(page.url().replace(way.url, stage.url));
      await untilPapers(fresh.page, 12);
      expect(await inPile(fresh.page, "Got it")).toEqual(codes);
      await fresh.context.close();
    } finally {
      await maya.context.close();
      await way.close();
    }
  });

  test("shows the board and knows what is unsaved also where its storage is slow to open", async () => {
    const way = await createCuttableWay(stage.url);
    const maya = await stage.newPerson({ baseURL: way.url });
    try {
      const { page } = maya;
      await startPractice(maya, "Maya", "Slow disk");
      await untilSaved(page);
      const codes = (await papersSeen(page)).map(({ code }) => code).slice(0, 2);
      way.cut("sockets");
      await untilMark(page, "offline");
      await sendAll(page, codes, 3);
      page.on("dialog", (dialog) => void dialog.accept());
      await page.addInitScript(openStorageLate);
      await page.reload();
      await untilPapers(page, 12);
      expect(await inPile(page, "Got it")).toEqual(codes);
      expect(await asksBeforeLeaving(page)).toBe(true);

      way.mend();
      await untilSaved(page);
      await untilFreeToLeave(page);
    } finally {
      await maya.context.close();
      await way.close();
    }
  });

  test("at one computer, nobody hands over what somebody else left unsaved", async () => {
    const way = await createCuttableWay(stage.url);
    const shared = await stage.newPerson({ baseURL: way.url });
    const jonas = await stage.newPerson({ baseURL: way.url });
    try {
      const { page, context } = shared;
      await startPractice(shared, "Maya", "One computer");
      await bringColleague(shared, jonas, "Jonas");
      await untilPapers(jonas.page, 12);
      await untilSaved(page);
      const [code = ""] = (await papersSeen(page)).map((paper) => paper.code);
      const address = page.url();
      const mayas = await context.cookies();

      way.cut("sockets");
      await untilMark(page, "offline");
      await sendAll(page, [code], 3);
      page.on("dialog", (dialog) => void dialog.accept());
      await page.goto("about:blank");

      // Jonas sits down at it.
      await context.clearCookies();
      await context.addCookies(await jonas.context.cookies());
      way.mend();
      await page.goto(address);
      await untilPapers(page, 12);
      await untilSaved(page);
      await untilSaved(jonas.page);
      expect(await inPile(page, "Got it")).toEqual([]);
      expect(await inPile(jonas.page, "Got it")).toEqual([]);

      // Maya is back: her move was kept for her.
      await page.goto("about:blank");
      await context.clearCookies();
      await context.addCookies(mayas);
      await page.goto(address);
      await untilPapers(page, 12);
      await untilSaved(page);
      await until("her move to arrive", async () =>
        (await inPile(jonas.page, "Got it")).includes(code),
      );
    } finally {
      await Promise.all([shared.context.close(), jonas.context.close()]);
      await way.close();
    }
  });

  test("whose edit is refused gives it out as a file, and goes on afresh without it", async () => {
    const way = await createCuttableWay(stage.url);
    const { page, context } = await stage.newPerson({ baseURL: way.url, acceptDownloads: true });
    try {
      await startPractice({ page, context, faults: [] }, "Maya", "Bad line");
      await untilSaved(page);
      const [code = ""] = (await papersSeen(page)).map((paper) => paper.code);
      way.spoil();
      await sendAll(page, [code], 3);
      const refused = page.getByRole("region", { name: words.keeping.refused });
      await refused.getByText(board.refusedTitle(true)).waitFor();
      await untilMark(page, "refused");
      expect(await axe(page)).toEqual([]);
      // Nobody works on into the void: the page reads, and changes nothing.
      await sendAll(page, [code], 1);
      expect(await inPile(page, "Got it")).toEqual([code]);
      const lies = words.keeping.filePaper(code, "Got it");
      expect(await downloaded(page)).toContain(lies);

      await refused.getByRole("button", { name: words.keeping.reload }).click();
      await untilPapers(page, 12);
      await untilSaved(page);
      expect(await inPile(page, "Got it")).toEqual([]);
      await page.getByRole("region", { name: words.keeping.leftover }).waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await downloaded(page)).toContain(lies);
      await sendAll(page, [code], 2);
      await untilSaved(page);
      expect(await inPile(page, "Almost there")).toEqual([code]);
    } finally {
      await context.close();
      await way.close();
    }
  });
});

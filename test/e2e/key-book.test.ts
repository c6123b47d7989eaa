/** The key book: a pupil keeps their code from set to set, and nobody but the teacher gets to know who it is. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keys as say } from "../../client/words/en/keys.ts";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { words } from "../../client/words/words.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import { photoWithSecrets } from "../fixtures/planted.ts";
import { papersSeen, untilPapers, untilSaved } from "./acts.ts";
import {
  cutLine,
  dialog,
  drag,
  filesUnder,
  keptInBrowser,
  openIntake,
  openNewBoard,
  press,
  untilRead,
} from "./intake-acts.ts";
import { seedPaper } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage } from "./stage.ts";
import { createTap, socketBytes } from "./tap.ts";

const planted = ["Quillfeather", "Thistledown", "Marrowmead"] as const;
const [zoe, ben, group] = ["Zoe Quillfeather", "Ben Thistledown", "7 Marrowmead"] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

/** Brings photos in, each a paper, as far as the look-through, and opens who is who. */
async function toPupils({ page }: Person, papers: number): Promise<void> {
  await openIntake(page);
  const files = Array.from({ length: papers }, (_, i) => ({
    name: `scan-${i}.jpg`,
    bytes: photoWithSecrets(),
    type: "image/jpeg",
  }));
  await (await drag(page, ...files)).letGo();
  await untilRead(page);
  await press(page, paperWords.pages.next);
  await press(page, paperWords.names.toLook);
  await press(page, say.keyBook);
}

const nameField = (page: Page, paper: number) => page.getByLabel(say.name(say.paper(paper)));

const openFile = (page: Page, text: string): Promise<void> =>
  page.locator(`input[type=file][aria-label="${say.open}"]`).setInputFiles({
    name: "pupils.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });

async function saved(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, say.save)]);
  return readFileSync(await file.path(), "utf8");
}

const codeIn = (book: string, name: string): string =>
  new RegExp(`"(\\w+)","${name}"`).exec(book)?.[1] ?? "none";
const codesOn = async (page: Page): Promise<readonly string[]> =>
  (await papersSeen(page)).map(({ code }) => code);

describe("the key book", () => {
  test("gives a pupil the same code on the next set and the next board, and no name leaves the page", async () => {
    const tap = await createTap(stage.url);
    const maya = await stage.newPerson({ baseURL: tap.url });
    const { page } = maya;
    const onSockets = socketBytes(page);
    await openNewBoard(maya);

    await toPupils(maya, 3);
    await page.getByAltText(say.zone(say.paper(1))).waitFor();
    await nameField(page, 1).fill(zoe);
    await page.keyboard.press("Enter");
    await page.keyboard.type(ben);
    expect(await nameField(page, 2).inputValue()).toBe(ben);
    await page.getByLabel(say.group).fill(group);
    expect(await axe(page)).toEqual([]);
    await press(page, paperWords.look.bringInNameless(3));
    await page.getByText(say.keepLead(3)).waitFor();
    expect(await axe(page)).toEqual([]);
    // Closing without having kept it is asked about.
    await press(page, say.close);
    await page.getByText(say.notKeptText).waitFor();
    await press(page, say.notKeptStay);
    const book = await saved(page);
    await press(page, say.close);
    await untilPapers(page, 3);
    const [zoes, bens] = [codeIn(book, zoe), codeIn(book, ben)];
    expect(await codesOn(page)).toEqual(expect.arrayContaining([zoes, bens]));
    expect(book).toContain(group);

    // A second set on the same board.
    await toPupils(maya, 2);
    await openFile(page, book);
    await page.getByText(say.opened(2, 2)).waitFor();
    await nameField(page, 2).fill(zoe.toUpperCase());
    await page.getByText(say.again(zoes)).waitFor();
    await press(page, paperWords.look.bringInNameless(2));
    await page.getByText(say.keepLead(2)).waitFor();
    await press(page, say.print);
    await press(page, say.close);
    await untilPapers(page, 5);
    expect(await codesOn(page)).toContain(`${zoes}-2`);
    await untilSaved(page);

    // The next board: the very same codes, in the order of the list.
    const other = await page.evaluate(async () => {
      const team = (await (await fetch("/api/me")).json()).teams[0].teamId as string;
      const answer = await fetch(`/api/teams/${team}/boards`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ title: "Volume" }),
      });
      return ((await answer.json()) as { boardId: string }).boardId;
    });
    await page.goto(`/board/${other}`);
    await toPupils(maya, 2);
    await openFile(page, book);
    await press(page, say.inOrder);
    await page.getByText(say.keeps(bens)).waitFor();
    await press(page, paperWords.look.bringInNameless(2));
    await page.getByText(say.keepLead(2)).waitFor();
    expect(await saved(page)).toBe(book);
    await press(page, say.close);
    await untilPapers(page, 2);
    expect(await codesOn(page)).toEqual([zoes, bens].toSorted());

    // Later, at the board: who is behind a code.
    await page.keyboard.press("Shift+K");
    await page.getByRole("dialog", { name: say.keyBook }).waitFor();
    await openFile(page, book);
    const behind = page.getByLabel(say.name(say.paperOf(zoes)));
    await expect.poll(() => behind.inputValue()).toBe(zoe);
    expect(await axe(page)).toEqual([]);
    await behind.fill("Zoë Quillfeather");
    expect(codeIn(await saved(page), "Zoë Quillfeather")).toBe(zoes);
    await press(page, say.close);
    await untilSaved(page);

    const local = await page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
      ]),
    );
    const places = new Map([
      ["the wire", tap.sent()],
      ["the sockets", onSockets()],
      ["the browser", await keptInBrowser(page)],
      ["local storage", Buffer.from(local)],
      ...filesUnder(stage.dataFolder).map((file) => [file, readFileSync(file)] as const),
    ]);
    expect(tap.sent().includes("image/jpeg")).toBe(true);
    // The code itself is everywhere: what is searched is where a name would be.
    const holds = (place: string): boolean =>
      [...places].some(([name, bytes]) => name.startsWith(place) && bytes.includes(`${zoes}-2`));
    expect(["the sockets", "the browser", stage.dataFolder].filter(holds)).toHaveLength(3);
    const found = [...places].flatMap(([place, bytes]) =>
      planted.filter((name) => bytes.includes(name)).map((name) => `${name} in ${place}`),
    );
    expect(found).toEqual([]);
    await maya.context.close();
    await tap.close();
  }, 240_000);

  test("is asked for before named papers wait for the line, and its codes hold when they go in after a reload", async () => {
    const maya = await stage.newPerson();
    const { page, context } = maya;
    await openNewBoard(maya);
    await toPupils(maya, 3);
    await nameField(page, 1).fill(zoe);
    await nameField(page, 2).fill(ben);
    await page.getByLabel(say.group).fill(group);
    const line = await cutLine(context);
    await press(page, paperWords.look.bringInNameless(3));
    await page.getByText(paperWords.send.waits).waitFor({ timeout: 60_000 });
    await page.getByText(say.keepNowNote).waitFor();
    expect(await axe(page)).toEqual([]);
    await press(page, paperWords.send.later);
    await page.getByText(say.keepWaiting).waitFor();
    expect(await axe(page)).toEqual([]);
    // Leaving without it is asked about; kept, it is not asked for again.
    await press(page, say.close);
    await press(page, say.notKeptStay);
    const book = await saved(page);
    expect(book).toContain(group);
    const [zoes, bens] = [codeIn(book, zoe), codeIn(book, ben)];
    expect([zoes, bens]).not.toContain("none");
    await press(page, say.close);
    await dialog(page).waitFor({ state: "detached" });

    await page.reload();
    const note = page.getByRole("region", { name: paperWords.waiting.label });
    await note.getByText(paperWords.waiting.named).waitFor();
    const waits = await keptInBrowser(page);
    expect(planted.filter((name) => waits.includes(name))).toEqual([]);
    expect(waits.includes(zoes)).toBe(true);

    // Meanwhile a colleague's paper has come in that got one of the codes by chance.
    const boardId = page.url().split("/").at(-1) as BoardId;
    line.isDown = false;
    await seedPaper(stage, maya, boardId, bens);
    await untilPapers(page, 1);
    await press(page, paperWords.waiting.goOn);
    await untilPapers(page, 4);
    const codes = await codesOn(page);
    expect(codes.filter((code) => code.startsWith(zoes))).toEqual([zoes]);
    expect(codes.filter((code) => code.startsWith(bens))).toEqual([bens]);
    const told = page.getByRole("dialog", { name: paperWords.waiting.recodedTitle });
    await told.getByRole("listitem").waitFor();
    const said = await told.getByRole("listitem").allInnerTexts();
    expect(said).toHaveLength(1);
    expect(codes.map((code) => paperWords.waiting.recoded(bens, code))).toContain(said[0]);
    expect(await axe(page)).toEqual([]);
    await press(page, paperWords.waiting.recodedDone);
    await told.waitFor({ state: "detached" });
    const after = await keptInBrowser(page);
    expect(planted.filter((name) => after.includes(name))).toEqual([]);
    expect(maya.faults).toEqual([]);
    await context.close();
  }, 240_000);

  test("kept while the papers are still on their way is not asked for again when they are there", async () => {
    const maya = await stage.newPerson();
    const { page, context } = maya;
    await openNewBoard(maya);
    await toPupils(maya, 1);
    await nameField(page, 1).fill(zoe);
    const line = await cutLine(context);
    await press(page, paperWords.look.bringInNameless(1));
    await page.getByText(paperWords.send.waits).waitFor({ timeout: 60_000 });
    await press(page, say.keepNow);
    const book = await saved(page);
    await press(page, say.close);
    await page.getByText(say.keepNowNote).waitFor({ state: "detached" });
    line.isDown = false;
    await press(page, paperWords.send.again);
    await page.getByText(paperWords.send.done(1)).waitFor({ timeout: 60_000 });
    await dialog(page).waitFor({ state: "detached" });
    expect(await page.getByText(say.keepLead(1)).count()).toBe(0);
    await untilPapers(page, 1);
    expect(await codesOn(page)).toEqual([codeIn(book, zoe)]);
    expect(maya.faults).toEqual([]);
    await context.close();
  });

  test("of a broken file is not taken, and the line at fault is said", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await toPupils(maya, 1);
    const { refusals } = words;
    const told = page.getByRole("alert").filter({ hasText: /\S/ });
    for (const [text, sentence] of [
      ["%PDF-1.7 …", refusals.key_book_unreadable],
      ["code,name\n", refusals.key_book_empty],
      ["code,name\nK7M,Ana\nK7M,Ben\n", `${refusals.key_book_code_twice} ${say.row(3)}`],
      ["name\nAna\nAna\n", `${refusals.key_book_name_twice} ${say.row(3)}`],
      ["code,name\nK7M,Ana\n?!,Ben\n", `${refusals.key_book_code_odd} ${say.row(3)}`],
    ] as const) {
      await openFile(page, text);
      await told.filter({ hasText: sentence }).waitFor();
    }
    await openFile(page, "name\nAna\nBen\n");
    await page.getByText(say.opened(2, 0)).waitFor();
    await expect.poll(() => told.count()).toBe(0);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });

  test("is printed on a sheet of its own, with nothing else of the page", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await toPupils(maya, 1);
    await nameField(page, 1).fill(zoe);
    await press(page, paperWords.look.bringInNameless(1));
    await page.getByText(say.keepLead(1)).waitFor();
    await page.emulateMedia({ media: "print" });
    // What the browser would print stands there until it is done.
    await page.evaluate(() => {
      window.print = () => {};
    });
    await press(page, say.print);
    const sheet = page.getByRole("heading", { name: say.printTitle });
    await sheet.waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.locator("body").innerText()).toContain(zoe);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("dialog").waitFor();
    expect(await sheet.count()).toBe(0);
    await maya.context.close();
  });
});

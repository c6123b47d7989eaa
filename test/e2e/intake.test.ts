/** Papers come in: masked in the browser, all or none, and nothing else leaves it. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { words } from "../../client/words/words.ts";
import { pdfWithSecrets, photoWithSecrets, placeBytes, secrets } from "../fixtures/planted.ts";
import { papersSeen, untilPapers, untilSaved } from "./acts.ts";
import { exportedReport, unpacked } from "./downloads.ts";
import {
  badFiles,
  bringIn,
  choose,
  dialog,
  drag,
  filePicker,
  filesUnder,
  fixture,
  keptInBrowser,
  nudgeBox,
  openIntake,
  openNewBoard,
  outbox,
  press,
  storedPictures,
  untilRead,
  watchMainThread,
} from "./intake-acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";
import { createTap, socketBytes } from "./tap.ts";

const says = paperWords;
const { refusals } = words;
/** Inside the suggested box, away from its edge, into which JPEG lets its surroundings bleed. */
const nameLine = { x: 0.06, y: 0.045, w: 0.88, h: 0.03 };

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 120_000);
afterAll(() => stage?.close());

describe("bringing papers in", () => {
  test("a class set of 28 goes from the desktop to the board, masked, and says how long the page was held up", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    const bytes = readFileSync(fixture("seasons-28-papers.pdf"));
    const stack = await drag(page, { name: "seasons.pdf", bytes, type: "application/pdf" });
    const mainThread = await watchMainThread(page);
    const start = Date.now();
    await stack.letGo();
    await untilRead(page);
    const readMs = Date.now() - start;
    await page.getByText(says.pages.found(28, 28)).waitFor();
    await press(page, says.pages.next);
    await press(page, says.names.toLook);
    const looked = Date.now();
    await bringIn(page, 28);
    const sentMs = Date.now() - looked;
    await untilPapers(page, 28);
    const codes = (await papersSeen(page)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(28);
    for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z0-9]{2}$/);
    const [longestMs = 0, ...rest] = await mainThread.stop();
    process.stdout.write(
      `28 papers: read in ${readMs} ms, masked and sent in ${sentMs} ms; ` +
        `the page's longest tasks ${[longestMs, ...rest].slice(0, 4).join(", ")} ms\n`,
    );
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });

  test("every step can be used by everybody: axe finds nothing", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    expect(await axe(page)).toEqual([]);
    await choose(page, fixture("volume-12-papers-duplex.pdf"), fixture("bad/empty.pdf"));
    expect(await axe(page)).toEqual([]);
    await press(page, says.pages.next);
    const editor = page.getByRole("region", { name: says.names.editor(1) });
    await editor.locator("img").waitFor();
    expect(await axe(page)).toEqual([]);
    // Nobody says that no name shows before there is something to look at.
    const wasHeldBack = await page
      .getByRole("button", { name: says.names.toLook })
      .evaluate(async (next: HTMLButtonElement, bringIn) => {
        next.click();
        await new Promise(requestAnimationFrame);
        const buttons = [...document.querySelectorAll("button")];
        return buttons.find(({ textContent }) => textContent === bringIn)?.disabled;
      }, says.look.bringIn(24));
    expect(wasHeldBack).toBe(true);
    const strips = dialog(page).getByRole("button", { name: /paint out more on this page/ });
    await until("a strip of every page", async () => (await strips.count()) === 24);
    await page.getByRole("button", { name: says.look.bringIn(24), disabled: false }).waitFor();
    expect(await strips.first().locator("img").count()).toBe(1);
    expect(await axe(page)).toEqual([]);
    await strips.first().click();
    await page.getByRole("button", { name: says.look.touchDone }).waitFor();
    expect(await axe(page)).toEqual([]);
    await maya.context.close();
  });

  test("a duplex stack makes papers of two pages, and asks about the second page too", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await choose(page, fixture("volume-12-papers-duplex.pdf"));
    await page.getByRole("radio", { name: says.pages.two, exact: true }).check();
    await page.getByText(says.pages.found(12, 24)).waitFor();
    await press(page, says.pages.next);
    await page.getByText(says.names.openMany([2])).waitFor();
    await press(page, says.names.toNumber(2));
    expect(await page.getByRole("button", { name: says.names.toLook }).isDisabled()).toBe(true);
    await page.getByLabel(says.names.nameless(2, 2)).check();
    await press(page, says.names.toLook);
    await page.getByRole("heading", { name: says.look.unmasked }).waitFor();
    await bringIn(page, 12);
    await untilPapers(page, 12);
    expect(await page.locator("img").count()).toBeGreaterThanOrEqual(12);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });

  test("bad files are named with what to do, and the good one of the same drop still comes in", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await choose(
      page,
      ...badFiles.map((name) => fixture(`bad/${name}`)),
      fixture("photos/sheet-on-a-desk.heic"),
      fixture("photos/sideways-exif-6.jpg"),
    );
    await page.getByText(says.fileProblems(badFiles.length - 1)).waitFor();
    const reasons: { readonly [name: string]: string } = {
      "cut-off.jpg": refusals.file_damaged,
      "empty.pdf": refusals.file_empty,
      "html-named.jpg": refusals.file_kind_unknown,
      "not-a-pdf.pdf": refusals.file_kind_unknown,
      "no-pages.pdf": refusals.file_empty,
      "pixel-bomb-30000x30000.png": refusals.picture_too_large,
      "script.svg": refusals.file_kind_unknown,
      "truncated.pdf": refusals.file_damaged,
    };
    // The one with a password may come in yet.
    expect(Object.keys(reasons)).toHaveLength(badFiles.length - 1);
    for (const [name, reason] of Object.entries(reasons)) {
      const entry = page.getByRole("listitem").filter({ hasText: name });
      expect(await entry.textContent()).toContain(reason);
    }
    expect(await axe(page)).toEqual([]);
    await page.getByText(says.pages.found(2, 2)).waitFor();
    await page.getByText(says.locked.todo(1)).waitFor();
    expect(await page.getByRole("button", { name: says.pages.next }).isDisabled()).toBe(true);
    await press(page, says.locked.leaveOut);
    await press(page, says.pages.next);
    await press(page, says.names.toLook);
    await bringIn(page, 2);
    await untilPapers(page, 2);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });

  test("a page in JPEG 2000 is read; where its decoder cannot be had, that is said, and it is not silently white", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await choose(page, fixture("jpeg-2000.pdf"));
    await page.getByText(says.pages.found(1, 1)).waitFor();
    expect(await page.getByText(says.pages.blankBadge).count()).toBe(0);
    await maya.context.close();

    const jonas = await stage.newPerson();
    await jonas.context.route(/\/wasm\//, (route) => route.abort());
    await openNewBoard(jonas);
    await openIntake(jonas.page);
    await choose(jonas.page, fixture("jpeg-2000.pdf"));
    await jonas.page.getByText(refusals.unreachable).waitFor();
    expect(await jonas.page.getByText(refusals.file_damaged).count()).toBe(0);
    await jonas.context.close();
  });

  test("the practice set lies on the board after one press", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await press(page, says.choose.practice);
    await untilPapers(page, 12);
    expect(maya.faults).toEqual([]);
    await maya.context.close();
  });
});

describe("what leaves the browser", () => {
  test("is masked pixels: no name, file name, EXIF, place, comment, PDF title or hidden text", async () => {
    const tap = await createTap(stage.url);
    const maya = await stage.newPerson({ baseURL: tap.url, acceptDownloads: true });
    const { page } = maya;
    const onSockets = socketBytes(page);
    await openNewBoard(maya);
    await openIntake(page);
    const before = new Set(filesUnder(stage.dataFolder));
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
    await bringIn(page, 2);
    await untilPapers(page, 2);
    await untilSaved(page);

    const places = new Map([
      ["the wire", tap.sent()],
      ["the sockets", onSockets()],
      ["the browser", await keptInBrowser(page)],
      ...filesUnder(stage.dataFolder).map((file) => [file, readFileSync(file)] as const),
    ]);
    expect(tap.sent().includes("image/jpeg")).toBe(true);
    expect(onSockets().length).toBeGreaterThan(100);
    expect(await outbox(page)).toEqual({ records: 0, pictures: [] });
    const found = [...places].flatMap(([place, bytes]) =>
      [...Object.values(secrets), "Quillfeather", placeBytes]
        .filter((secret) => bytes.includes(secret))
        .map((secret) => `${String(secret)} in ${place}`),
    );
    expect(found).toEqual([]);

    const fresh = filesUnder(stage.dataFolder).filter((file) => !before.has(file));
    const pictures = await storedPictures(page, fresh, nameLine);
    // Two pages in three tiers each; both scans lay on their side and stand upright now.
    expect(pictures.map(({ width }) => width).toSorted((a, b) => a - b)).toEqual([
      200, 200, 640, 640, 1275, 1275,
    ]);
    for (const picture of pictures) {
      expect(picture.height).toBeGreaterThan(picture.width);
      expect(tap.sent().includes(picture.bytes)).toBe(true);
    }

    // Nor does any of it leave by the report: its pictures are the masked ones.
    const report = await exportedReport(page);
    const packed = [report, ...unpacked(report)];
    const told = [...Object.values(secrets), "Quillfeather", placeBytes].filter((secret) =>
      packed.some((part) => part.includes(secret)),
    );
    expect(told).toEqual([]);
    const full = pictures.filter(({ width }) => width === 1275);
    expect(full.filter(({ bytes }) => report.includes(bytes)).length).toBe(2);
    await maya.context.close();
    await tap.close();
  });

  test("has one flat colour where the names stood, in every tier of every page", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    const before = new Set(filesUnder(stage.dataFolder));
    await choose(page, fixture("seasons-28-papers.pdf"));
    await press(page, says.pages.next);
    await nudgeBox(page, "ArrowUp");
    await page.getByLabel(says.names.overlay).check();
    await press(page, says.names.toLook);
    await bringIn(page, 28);
    const fresh = filesUnder(stage.dataFolder).filter((file) => !before.has(file));
    const pictures = await storedPictures(page, fresh, nameLine);
    expect(pictures).toHaveLength(28 * 3);
    // Bleeding from the box's edge makes up to 8 of 255 in the smallest tier; a faint pencil 40.
    const written = pictures.filter(({ spread }) => spread > 12);
    expect(written.map(({ width, spread }) => [width, spread])).toEqual([]);
    await maya.context.close();
  });
});

describe("what goes wrong on the way", () => {
  test("a cut half way leaves nothing on the board, says so, and goes on where it stopped", async () => {
    const maya = await stage.newPerson();
    const { page, context } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await choose(page, fixture("seasons-28-papers.pdf"));
    await press(page, says.pages.next);
    await press(page, says.names.toLook);
    let uploads = 0;
    let cut = true;
    await context.route(/\/blobs$/, async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      if (cut && uploads >= 42) return route.abort("connectionfailed");
      uploads++;
      return route.continue();
    });
    await press(page, says.look.bringIn(28));
    await page.getByText(refusals.upload_failed).waitFor({ timeout: 60_000 });
    await page.getByText(says.send.stopped).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await papersSeen(page)).toEqual([]);
    const atCut = uploads;
    cut = false;
    await press(page, says.send.again);
    await page.getByText(says.send.done(28)).waitFor({ timeout: 60_000 });
    await untilPapers(page, 28);
    // 84 pictures in all; at most the pages that were under way at the cut went twice.
    expect(uploads - atCut).toBeLessThanOrEqual(84 - 42 + 9);
    expect(uploads).toBeGreaterThanOrEqual(84);
    await maya.context.close();
  });

  test("a PDF dropped while the line is down is not blamed: it comes in once the line is back", async () => {
    const maya = await stage.newPerson();
    const { page, context } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    for (const part of [/intake-worker/, /read-pdf/]) {
      await context.route(part, (route) => route.abort("internetdisconnected"));
      await choose(page, fixture("seasons-28-papers.pdf"));
      await page.getByText(refusals.unreachable).waitFor();
      await press(page, says.forgetProblems);
      await context.unroute(part);
    }
    await choose(page, fixture("seasons-28-papers.pdf"));
    await page.getByText(says.pages.found(28, 28)).waitFor();
    expect(await page.getByText(refusals.file_damaged).count()).toBe(0);
    await maya.context.close();
  });

  test("cancelling while reading, or while sending, leaves the board as it was", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await filePicker(page).setInputFiles(fixture("seasons-28-papers.pdf"));
    await page.locator('[data-page="1"]').waitFor();
    await press(page, says.stop);
    await page.getByText(says.choose.drop).waitFor();

    await choose(
      page,
      fixture("photos/sideways-exif-6.jpg"),
      fixture("volume-12-papers-duplex.pdf"),
    );
    await press(page, says.pages.next);
    await press(page, says.names.toLook);
    await press(page, says.look.bringIn(25));
    await press(page, says.cancel);
    await page.getByRole("button", { name: says.look.bringIn(25) }).waitFor();
    await press(page, words.ui.close);
    await press(page, says.leave.leave);
    await dialog(page).waitFor({ state: "detached" });
    expect(await papersSeen(page)).toEqual([]);
    await maya.context.close();
  });

  test("a mask can be drawn by keyboard alone, and nothing goes on without one", async () => {
    const maya = await stage.newPerson();
    const { page } = maya;
    await openNewBoard(maya);
    await openIntake(page);
    await choose(page, fixture("photos/sideways-exif-6.jpg"));
    await press(page, says.pages.next);
    const box = page.getByRole("button", { name: /^Box 1: / });
    await box.focus();
    await page.keyboard.press("Delete");
    await page.getByText(says.names.openOne).waitFor();
    expect(await page.getByRole("button", { name: says.names.toLook }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: says.names.addBox }).focus();
    await page.keyboard.press("Enter");
    await box.focus();
    const placed = await box.getAttribute("aria-label");
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowDown");
    for (let i = 0; i < 6; i++) await page.keyboard.press("Shift+ArrowLeft");
    expect(await box.getAttribute("aria-label")).not.toBe(placed);
    expect(await box.getAttribute("aria-label")).toBe(
      says.names.boxAt(1, { x: 0.03, y: 0.04, w: 0.91, h: 0.075 }),
    );
    await page.getByRole("button", { name: says.names.toLook }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: says.look.bringIn(1) }).waitFor();
    await maya.context.close();
  });
});

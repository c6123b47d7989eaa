/**
 * The main job, measured in a real browser on this machine: drop to board, PDF out, what a first visit
 * loads, and how soon a colleague sees a move. It prints figures and fails only where something did
 * not happen at all. Real figures on other machines differ; compare runs of one machine.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arriving } from "../../client/words/en/arriving.ts";
import { papers } from "../../client/words/en/papers.ts";
import { review } from "../../client/words/en/review.ts";
import { words } from "../../client/words/words.ts";
import { bringColleague, papersSeen, startPractice, untilPapers } from "../e2e/acts.ts";
import { createStage, type Stage, until } from "../e2e/stage.ts";

const { board } = words;
const classSet = "test/fixtures/papers/seasons-28-papers.pdf";
const moves = 40;

const figures: { readonly what: string; readonly figure: string }[] = [];
const report = (what: string, figure: string): void => void figures.push({ what, figure });

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(async () => {
  await stage.close();
  const width = Math.max(...figures.map(({ what }) => what.length));
  const lines = figures.map(({ what, figure }) => `${what.padEnd(width)}  ${figure}`);
  process.stdout.write(`\n${lines.join("\n")}\n`);
});

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

test("28 papers from file to board, and out as PDF", async () => {
  const { page } = await stage.newPerson();
  await page.goto("/");
  await page.getByLabel(arriving.start.name).fill("Maya");
  await page.getByLabel(arriving.start.teamName).fill("Bench");
  await page.getByRole("button", { name: arriving.start.go, exact: true }).click();
  await page.getByRole("button", { name: arriving.home.newBoard }).first().click();
  await page.getByRole("dialog").getByRole("textbox").fill("Seasons");
  await page.keyboard.press("Enter");
  await watchLongTasks(page);
  await page.getByRole("button", { name: board.bringIn }).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: papers.choose.pick }).click(),
  ]);
  const dropped = performance.now();
  await chooser.setFiles(classSet);
  const next = page.getByRole("button", { name: papers.pages.next });
  await until("all pages to be read", () => next.isEnabled(), 60_000);
  const read = performance.now();
  await next.click();
  await page.getByRole("button", { name: papers.names.toLook }).click();
  const go = page.getByRole("button", { name: papers.look.bringIn(28) });
  await go.waitFor();
  const confirmed = performance.now();
  await go.click();
  await untilPapers(page, 28);
  const landed = performance.now();
  report("28 pages read from the PDF", `${Math.round(read - dropped)} ms`);
  report("28 papers masked, sent and on the board", `${Math.round(landed - confirmed)} ms`);
  report(
    "both, without the clicks between",
    `${Math.round(read - dropped + landed - confirmed)} ms`,
  );
  report(
    "longest task of the main thread meanwhile",
    `${await longestTask(page)} ms (0 = none over 50)`,
  );

  const asked = performance.now();
  await page.getByRole("button", { name: board.exportPdf }).click();
  const save = page.getByRole("link", { name: review.dialog.save });
  await save.waitFor({ timeout: 120_000 });
  report("PDF of 28 papers made", `${Math.round(performance.now() - asked)} ms`);
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  const file = readFileSync(await download.path());
  report("its size", `${(file.byteLength / 1e6).toFixed(2)} MB`);
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
});

test("a colleague sees a move", async () => {
  const maya = await stage.newPerson();
  await startPractice(maya, "Maya", "Latency");
  const jonas = await stage.newPerson();
  await bringColleague(maya, jonas, "Jonas");
  await untilPapers(jonas.page, 12);
  const [paper] = await papersSeen(maya.page);
  const code = paper?.code ?? "";
  await jonas.page.evaluate(watchPaper, code);
  const took: number[] = [];
  for (let i = 0; i < moves; i++) {
    await maya.page.getByRole("button", { name: new RegExp(`^Paper ${code}, `) }).click();
    const pile = (i % 3) + 1;
    await maya.page.evaluate(() => {
      addEventListener(
        "keydown",
        () => {
          (window as unknown as { pressedAt: number }).pressedAt = Date.now();
        },
        { capture: true, once: true },
      );
    });
    const before = await jonas.page.evaluate(() => (window as unknown as Watching).changes.length);
    await maya.page.keyboard.press(String(pile));
    const pressed = await maya.page.evaluate(
      () => (window as unknown as { pressedAt: number }).pressedAt,
    );
    await until("Jonas to see it", async () => {
      const changes = await jonas.page.evaluate(() => (window as unknown as Watching).changes);
      const seen = changes[before];
      if (seen === undefined) return false;
      took.push(seen - pressed);
      return true;
    });
    await maya.page.keyboard.press("Escape");
  }
  const sorted = took.toSorted((a, b) => a - b);
  report(
    `a move seen in a second browser (${sorted.length} moves)`,
    `p50 ${quantile(sorted, 0.5)} ms, p95 ${quantile(sorted, 0.95)} ms`,
  );
  expect(sorted).toHaveLength(moves);
});

test("what a first visit to a board loads", async () => {
  const { page } = await stage.newPerson();
  const loaded = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(js|css)$/.test(pathname)) loaded.add(pathname);
  });
  await page.goto("/");
  await page.getByLabel(arriving.start.name).fill("Maya");
  await page.getByLabel(arriving.start.teamName).fill("Bytes");
  await page.getByRole("button", { name: arriving.start.go, exact: true }).click();
  await page.getByRole("button", { name: arriving.home.newBoard }).first().click();
  await page.getByRole("dialog").getByRole("textbox").fill("Seasons");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: board.bringIn }).first().waitFor();
  const address = page.url();
  loaded.clear();
  await page.goto("about:blank");
  const started = performance.now();
  await page.goto(address);
  await page.getByRole("button", { name: board.bringIn }).first().waitFor();
  report("an empty board opened again", `${Math.round(performance.now() - started)} ms`);
  const first = [...loaded];
  const sizes = first.map(
    (path) => gzipSync(readFileSync(join("dist/client", path)), { level: 9 }).byteLength,
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  report(
    `JavaScript and styles of a board (${first.length} files), gzip`,
    `${(bytes / 1000).toFixed(0)} KB`,
  );
  expect(bytes).toBeGreaterThan(0);
});

test("the rest of the build, loaded when first needed", () => {
  const folder = "dist/client/assets";
  expect(existsSync(folder)).toBe(true);
  const large = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ name, size: gzipSync(readFileSync(join(folder, name))).byteLength }))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 6);
  for (const { name, size } of large) report(`  ${name}`, `${(size / 1000).toFixed(0)} KB gzip`);
});

interface Watching {
  readonly changes: number[];
}

/** Notes, in the page, when the paper's card says another pile. */
function watchPaper(code: string): void {
  const changes: number[] = [];
  (window as unknown as { changes: number[] }).changes = changes;
  const card = [...document.querySelectorAll<HTMLElement>("[role=button]")].find((element) =>
    element.ariaLabel?.startsWith(`Paper ${code}, `),
  );
  if (!card) throw new Error("the paper's card is on the table");
  let shown = card.ariaLabel;
  new MutationObserver(() => {
    if (card.ariaLabel === shown) return;
    shown = card.ariaLabel;
    changes.push(Date.now());
  }).observe(card, { attributes: true, attributeFilter: ["aria-label"] });
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    (window as unknown as { longTasks: number[] }).longTasks = seen;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  });
}

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.round(Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks)),
  );

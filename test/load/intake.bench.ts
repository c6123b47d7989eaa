/**
 * A tall stack through the intake: 200 pages at 150 dpi read, masked, made into all tiers, checked and
 * stored, with the memory of all of the browser's processes together, what each kind of thread worked (the server's
 * are not among them), and how long the page was busy.
 * It prints figures and fails only where something did not happen at all. The goal: read, masked and
 * in the outbox within 12 s on two cores that do nothing else.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { words } from "../../client/words/words.ts";
import { filePicker, openIntake, openNewBoard, outbox, press } from "../e2e/intake-acts.ts";
import { createStage, type Stage } from "../e2e/stage.ts";
import { pdfOf, pdfStream } from "../fixtures/pdf-writer.ts";
import { cpuBetween, watchCpu } from "./watch-cpu.ts";

const says = paperWords;
const pages = Number(process.env["PAGES"] ?? 200);

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());

test(`${pages} pages at 150 dpi`, async () => {
  const path = `${stage.dataFolder}/stack.pdf`;
  writeFileSync(path, tallStack());
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  const memory = await watchMemory(page);
  const restMb = memory.now();
  const busy = await watchBusy(page);

  const cpu = watchCpu(memory.processes);
  const atRest = await cpu.now();
  const dropped = performance.now();
  await filePicker(page).setInputFiles(path);
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll("button")].some(
        (button) => button.textContent?.startsWith(name) && !button.disabled,
      ),
    says.pages.next,
    looking,
  );
  const readMs = performance.now() - dropped;
  const onceRead = await cpu.now();
  await page.getByText(says.pages.found(pages, pages)).waitFor();
  await press(page, says.pages.next);
  await press(page, says.names.toLook);
  await page.getByRole("button", { name: says.look.bringIn(pages) }).waitFor();

  const looked = await cpu.now();
  const allMasked = masked(page);
  const confirmed = performance.now();
  await press(page, says.look.bringIn(pages));
  const [maskedMs] = await Promise.all([
    allMasked.then((isSeen) => (isSeen ? performance.now() - confirmed : 0)),
    page.waitForFunction(
      (done) => document.body.textContent?.includes(done),
      says.send.done(pages),
      looking,
    ),
  ]);
  const storedMs = performance.now() - confirmed;
  const onceStored = await cpu.now();
  cpu.stop();
  const peakMb = memory.stop();
  const longest = await busy.stop();
  // So many are seen from afar, without a card each: the tray says how many there are.
  await page.getByText(words.board.papers(pages), { exact: true }).first().waitFor();
  expect(await outbox(page)).toEqual({ records: 0, pictures: [] });
  const lines = [
    `${pages} pages at 150 dpi, ${(readFileSync(path).length / 1e6).toFixed(0)} MB`,
    `read from the PDF              ${seconds(readMs)}`,
    `masked, all tiers, in the outbox ${maskedMs > 0 ? seconds(maskedMs) : "with the sending"}`,
    `masked, stored, on the board   ${seconds(storedMs)}`,
    `read and masked                ${seconds(readMs + (maskedMs || storedMs))} (goal 12 s)`,
    `memory of the browser          ${restMb} MB before, ${peakMb} MB at most`,
    "reading, by thread",
    ...cpuBetween(atRest, onceRead),
    "masking and sending, by thread",
    ...cpuBetween(looked, onceStored),
    `the page's longest tasks       ${longest.slice(0, 5).join(", ") || "none over 50"} ms`,
  ];
  process.stdout.write(`\n${lines.join("\n")}\n`);
  rmSync(path);
  await maya.context.close();
});

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/**
 * Looks from inside the page and not too often: asking from here thirty times a second took a fifth of
 * both processors.
 */
const looking = { polling: 100, timeout: 300_000 } as const;

/** Resolves once all pages have been put in the outbox; false when they were stored before that was seen. */
const masked = (page: Page): Promise<boolean> =>
  page.evaluate(async (all) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("not read"));
      });
    const db = await asked(indexedDB.open("noticeboard-outbox", 1));
    let most = 0;
    for (;;) {
      // Its records but the batch; of what is stored and on the board none is left.
      const count = await asked(db.transaction("pages").objectStore("pages").count());
      if (count === all || count < most) {
        db.close();
        return count === all;
      }
      most = count;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, pages);

/** Each page with a scan of its own, as a copier writes it: those of the class set over and over. */
function tallStack(): Buffer {
  const scans = scansOf(readFileSync("test/fixtures/papers/seasons-28-papers.pdf"));
  const kids = Array.from({ length: pages }, (_, i) => `${3 + 3 * i} 0 R`).join(" ");
  return pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages}/MediaBox[0 0 612 792]>>`,
    ...Array.from({ length: pages }, (_, i) => {
      const at = 3 + 3 * i;
      const { entries, bytes } = scans[i % scans.length] ?? { entries: "", bytes: Buffer.alloc(0) };
      return [
        `<</Type/Page/Parent 2 0 R/Contents ${at + 1} 0 R/Resources<</XObject<</I ${at + 2} 0 R>>>>>>`,
        pdfStream("q 612 0 0 792 0 0 cm /I Do Q"),
        pdfStream(bytes, entries),
      ];
    }).flat(),
  ]);
}

/** The scans of a PDF as they lie in it, with what is said of them. */
function scansOf(pdf: Buffer): readonly { readonly entries: string; readonly bytes: Buffer }[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/stream\r?\n(?=\xff\xd8)/g)].map((found) => {
    const from = found.index + found[0].length;
    const bytes = pdf.subarray(from, text.indexOf("endstream", from));
    // Start of frame: its length and the eight bits a sample, then height, width, colours.
    const frame = /\xff[\xc0-\xc2].{3}(..)(..)(.)/s.exec(bytes.toString("latin1", 0, 4096));
    const number = (two = ""): number => two.charCodeAt(0) * 256 + two.charCodeAt(1);
    const colours = frame?.[3] === "\x01" ? "DeviceGray" : "DeviceRGB";
    return {
      bytes,
      entries:
        `/Type/XObject/Subtype/Image/Width ${number(frame?.[2])}/Height ${number(frame?.[1])}` +
        `/ColorSpace/${colours}/BitsPerComponent 8/Filter/DCTDecode`,
    };
  });
}

/** Samples the proportional memory of every process of the page's browser. */
async function watchMemory(page: Page) {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has a browser");
  const cdp = await browser.newBrowserCDPSession();
  const processes = async (): Promise<readonly number[]> => {
    const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
    return processInfo.map(({ id }) => id);
  };
  const now = async (): Promise<number> => {
    const kilobytes = (await processes()).map((id) => {
      try {
        const told = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
        return Number(/^Pss:\s+(\d+)/m.exec(told)?.[1] ?? 0);
      } catch {
        return 0;
      }
    });
    return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024);
  };
  let last = await now();
  let most = last;
  const timer = setInterval(() => {
    void now().then((mb) => {
      last = mb;
      most = Math.max(most, mb);
    });
  }, 500);
  return {
    now: () => last,
    /** The browser's, by number. */
    processes,
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** The page's tasks of 50 ms and more, longest first. */
async function watchBusy(page: Page) {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(Math.round(duration));
    }).observe({ type: "longtask" });
  });
  return {
    stop: (): Promise<readonly number[]> =>
      page.evaluate(() => (window as unknown as { seen: number[] }).seen.toSorted((a, b) => b - a)),
  };
}

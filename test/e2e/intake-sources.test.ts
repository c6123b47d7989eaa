/** Whatever a copier, a phone or a folder holds comes in, and what does not is named. */
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import jpeg from "jpeg-js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { words } from "../../client/words/words.ts";
import { bars, pdfOf, pdfStream, plainPdf } from "../fixtures/pdf-writer.ts";
import {
  choose,
  dialog,
  filePicker,
  filesUnder,
  fixture,
  folderPicker,
  openIntake,
  openNewBoard,
  press,
  untilRead,
} from "./intake-acts.ts";
import { axe, createStage, type Stage, until } from "./stage.ts";

const says = paperWords;
const { refusals } = words;

let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await createStage();
  folder = mkdtempSync(join(tmpdir(), "noticeboard-stacks-"));
});
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** Width over height of the pages in view on the contact sheet, to one decimal. */
const shapes = (page: Page) =>
  dialog(page)
    .locator("[data-page] img")
    .evaluateAll((images) =>
      images.map((image) => {
        const { naturalWidth: w, naturalHeight: h } = image as HTMLImageElement;
        return Math.round((w / h) * 10) / 10;
      }),
    );

/** Pastes files as a browser does after they were copied elsewhere. */
const paste = (page: Page, name: string, type: string, bytes: Buffer) =>
  page.evaluate(
    ({ name: called, type: kind, base64 }) => {
      const clipboardData = new DataTransfer();
      const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      clipboardData.items.add(new File([data], called, { type: kind }));
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    { name, type, base64: bytes.toString("base64") },
  );

test("every kind a copier or a phone makes is read: JBIG2, fax, mixed sizes, WebP, HEIC; a lost scan is named", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  const decoder: string[] = [];
  page.context().on("request", (request) => {
    if (/libheif/.test(request.url())) decoder.push(request.url());
  });
  await openNewBoard(maya);
  await openIntake(page);
  await choose(
    page,
    ...["jbig2.pdf", "ccitt-g3.pdf", "ccitt-g4.pdf", "mixed-sizes.pdf"].map(fixture),
    ...["photos/sheet.webp", "photos/sheet.png"].map(fixture),
  );
  await page.getByText(says.pages.found(10, 10)).waitFor();
  await until("the small pictures", async () => (await shapes(page)).every((shape) => shape > 0));
  expect((await shapes(page)).slice(0, 8)).toEqual([0.8, 0.8, 0.8, 0.8, 1.4, 0.7, 0.7, 0.8]);
  expect(await page.getByText(says.pages.blankBadge).count()).toBe(0);
  expect(decoder).toEqual([]);
  await choose(
    page,
    ...["photos/sheet-on-a-desk.heic", "two-broken-scans.pdf"].map(fixture),
    ...["real-scans/notesA1.jpg", "real-scans/notesB1.jpg"].map(fixture),
  );
  await page.getByText(says.pages.unreadable([3], "two-broken-scans.pdf")).waitFor();
  await page.getByText(says.pages.found(17, 17)).waitFor();
  expect(await page.getByText(says.pages.blankBadge).count()).toBe(0);
  expect(decoder.length).toBeGreaterThan(0);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

test("a scan stands as its PDF says: as it lies, turned, mirrored, cropped, in other colours, drawn upon", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  const before = new Set(filesUnder(stage.dataFolder));
  const lying = "q 612 0 0 792 0 0 cm /I Do Q";
  const stands = {
    "red green, blue black": scanPage({ content: lying }),
    "blue red, black green": scanPage({ content: lying, entries: "/Rotate 90" }),
    "black blue, green red": scanPage({ content: "q -612 0 0 -792 612 792 cm /I Do Q" }),
    "green red, black blue": scanPage({ content: "q -612 0 0 792 612 0 cm /I Do Q" }),
    "red green, red green": scanPage({ content: lying, entries: "/CropBox[0 396 612 792]" }),
    "cyan magenta, yellow white": scanPage({ content: lying, scan: "/Decode[1 0 1 0 1 0]" }),
    "red green, black black": scanPage({ content: `${lying} 0 0 612 396 re f` }),
    "white white, white red": scanPage({ content: "q 612 0 0 792 250 -250 cm /I Do Q" }),
  };
  const files = Object.entries(stands).map(([, pdf], i) => put(`scan-${i}.pdf`, pdf));
  await choose(page, ...files);
  await page.getByText(says.pages.found(files.length, files.length)).waitFor();
  await press(page, says.pages.next);
  // Nothing is painted over the colours.
  await page.getByLabel(says.names.nameless(1, 1)).check();
  await press(page, says.look.bringInNameless(files.length));
  await page.getByText(says.send.done(files.length)).waitFor({ timeout: 60_000 });
  const stored = filesUnder(stage.dataFolder).filter((file) => !before.has(file));
  const seen: string[] = [];
  for (const file of stored) {
    const bytes = readFileSync(file);
    if (bytes[0] === 0xff && bytes[1] === 0xd8) seen.push(await quartersOf(page, bytes));
  }
  // In the smallest tier as in the largest.
  expect(new Set(seen)).toEqual(new Set(Object.keys(stands)));
  expect(seen.length).toBeGreaterThanOrEqual(2 * files.length);
  await maya.context.close();
});

/** One page with a scan of four colours, a pixel a point: red and green above, blue and black below. */
function scanPage(page: {
  readonly content: string;
  readonly entries?: string;
  readonly scan?: string;
}): Buffer {
  const size = { width: 612, height: 792 };
  const data = Buffer.alloc(size.width * size.height * 4, 255);
  const colours = [0xff0000, 0x00ff00, 0x0000ff, 0x000000] as const;
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const quarter = (y < size.height / 2 ? 0 : 2) + (x < size.width / 2 ? 0 : 1);
      data.writeUIntBE(colours[quarter] ?? 0, (y * size.width + x) * 4, 3);
    }
  return pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>${page.entries ?? ""}>>`,
    pdfStream(page.content),
    pdfStream(
      jpeg.encode({ ...size, data }, 90).data,
      "/Type/XObject/Subtype/Image/Width 612/Height 792/ColorSpace/DeviceRGB" +
        `/BitsPerComponent 8/Filter/DCTDecode${page.scan ?? ""}`,
    ),
  ]);
}

/** The colours in the middle of a picture's quarters. */
async function quartersOf(page: Page, picture: Buffer): Promise<string> {
  const bright = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const decoded = await createImageBitmap(new Blob([bytes]));
    const { width, height } = decoded;
    const ink = new OffscreenCanvas(width, height).getContext("2d");
    if (!ink) throw new Error("no canvas");
    ink.drawImage(decoded, 0, 0);
    const at = (x: number, y: number) =>
      [...ink.getImageData(x * width, y * height, 1, 1).data]
        .slice(0, 3)
        .map((value) => (value > 127 ? 1 : 0))
        .join("");
    return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
  }, picture.toString("base64"));
  const names: { readonly [bits: string]: string } = {
    "000": "black",
    "001": "blue",
    "010": "green",
    "011": "cyan",
    "100": "red",
    "101": "magenta",
    "110": "yellow",
    "111": "white",
  };
  const [a, b, c, d] = bright.map((bits) => names[bits]);
  return `${a} ${b}, ${c} ${d}`;
}

test("a password is asked for until it is right, and leaves no trace", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
  await openNewBoard(maya);
  await openIntake(page);
  await choose(page, fixture("password-is-Maple7.pdf"));
  const form = page.getByRole("form", { name: says.locked.title("password-is-Maple7.pdf") });
  const field = form.getByRole("textbox", { name: says.locked.password });
  expect(await axe(page)).toEqual([]);
  await field.fill("Mabel9");
  await page.keyboard.press("Enter");
  await form.getByText(refusals.password_wrong).waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill("Maple7");
  await page.keyboard.press("Enter");
  await page.getByText(says.pages.found(1, 1)).waitFor();
  await form.waitFor({ state: "detached" });
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(sent.join("\n") + kept).not.toMatch(/Maple7|Mabel9/);
  await maya.context.close();
});

test("a folder comes in with all it holds, and files that are pasted do; reading rests when asked to", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  const sheet = readFileSync(fixture("photos/sheet.png"));
  mkdirSync(join(folder, "Period 2/late"), { recursive: true });
  for (const name of ["10.png", "9.png", "late/11.png", ".DS_Store"])
    put(`Period 2/${name}`, sheet);
  // On the table a PDF opens the dialog with it.
  await page.getByRole("heading", { name: words.board.emptyTitle }).waitFor();
  await until("the pasted paper", async () => {
    if ((await dialog(page).count()) === 0)
      await paste(page, "scan.pdf", "application/pdf", plainPdf({ pages: 1 }));
    return (await dialog(page).count()) === 1;
  });
  await page.getByText(says.pages.found(1, 1)).waitFor();
  await paste(page, "image.png", "image/png", sheet);
  await page.getByText(says.pages.found(2, 2)).waitFor();
  await press(page, words.ui.close);
  await press(page, says.leave.leave);

  await openIntake(page);
  await folderPicker(page).setInputFiles(join(folder, "Period 2"));
  await untilRead(page);
  await page.getByText(says.pages.found(3, 3)).waitFor();
  await filePicker(page).setInputFiles(fixture("seasons-28-papers.pdf"));
  await press(page, says.pause);
  const reading = says.readingMany("seasons-28-papers.pdf", 4, 4);
  await page.getByText(says.paused(reading)).waitFor();
  await press(page, says.goOn);
  await untilRead(page);
  await page.getByText(says.pages.found(31, 31)).waitFor();
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

test("a file made to do harm, or of absurd size, is refused in plain words; the good ones come in", async () => {
  const maya = await stage.newPerson();
  const { page } = maya;
  await openNewBoard(maya);
  await openIntake(page);
  const form = (inner: string, to: number) =>
    pdfStream(
      inner,
      `/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</F ${to} 0 R>>>>`,
    );
  const fine = [
    put("a-100-mb.pdf", Buffer.alloc(0)),
    put(
      "b-vast-page.pdf",
      plainPdf({ pages: 1, size: [1_000_000, 1_000_000], content: "0 0 500000 500000 re f" }),
    ),
    put(
      "c-long-page.pdf",
      plainPdf({ pages: 1, size: [14_400, 300], content: "0 0 7000 200 re f" }),
    ),
    put("d-lying-count.pdf", plainPdf({ pages: 1, said: 1_000_000_000 })),
    put(
      "e-form-in-itself.pdf",
      plainPdf({
        pages: 1,
        content: `${bars} /F Do`,
        resources: "/XObject<</F 4 0 R>>",
        objects: [form("/F Do /F Do", 4)],
      }),
    ),
    put("f-deep-arrays.pdf", plainPdf({ pages: 1, content: `${bars} ${"[".repeat(500_000)}` })),
  ];
  writeHollow(fine[0] ?? "", 100 * 1024 * 1024);
  // A kilobyte that unfolds to more than is taken.
  const vast = deflateSync(deflateSync(Buffer.alloc(300 * 1024 * 1024)));
  const bomb = pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
    "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
    pdfStream(vast, "/Filter[/FlateDecode/FlateDecode]"),
  ]);
  // More pixels than are taken: white is not what is on it.
  const vastScan = pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
    "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
    pdfStream("612 0 0 792 0 0 cm /I Do"),
    pdfStream(
      Buffer.alloc(1000),
      "/Type/XObject/Subtype/Image/Width 16000/Height 19000/ColorSpace/DeviceGray/BitsPerComponent 1",
    ),
  ]);
  const refused = {
    [put("j-bomb.pdf", bomb)]: refusals.file_damaged,
    [put("k-vast-scan.pdf", vastScan)]: refusals.file_damaged,
    [put("g-1000-pages.pdf", plainPdf({ pages: 1000 }))]: refusals.too_many_pages,
    [put("h-301-mb.pdf", Buffer.alloc(0))]: refusals.file_too_large,
    [put("i-really-a-word-file.pdf", Buffer.from("PK\u0003\u0004 word/document.xml"))]:
      refusals.file_kind_unknown,
  };
  writeHollow(join(folder, "h-301-mb.pdf"), 301 * 1024 * 1024);
  await choose(page, ...fine, ...Object.keys(refused));
  await page.getByText(says.fileProblems(Object.keys(refused).length)).waitFor();
  for (const [path, reason] of Object.entries(refused)) {
    const entry = page.getByRole("listitem").filter({ hasText: path.slice(folder.length + 1) });
    expect(await entry.textContent()).toContain(reason);
  }
  await page.getByText(says.pages.found(fine.length, fine.length)).waitFor();
  expect(await page.getByText(says.pages.unreadableBadge).count()).toBe(0);
  expect(maya.faults).toEqual([]);
  await maya.context.close();
});

/** A good PDF of one page with a stream of nothing in it, as large as asked: no disk is used for it. */
function writeHollow(path: string, bytes: number): void {
  const mark = "HOLLOW";
  const pdf = plainPdf({ pages: 1, objects: [pdfStream(mark)] });
  const at = pdf.indexOf(mark);
  const file = openSync(path, "w");
  ftruncateSync(file, bytes);
  writeSync(file, pdf.subarray(0, at), 0, at, 0);
  const rest = pdf.subarray(at + mark.length);
  writeSync(file, rest, 0, rest.length, bytes - rest.length);
  closeSync(file);
}

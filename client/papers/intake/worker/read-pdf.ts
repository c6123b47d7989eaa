/**
 * Reads the pages of a PDF as pictures, with pdf.js in a worker nested in ours.
 *
 * Owns the set-up of pdf.js: its decoders, fonts and profiles come from our own origin (vite.config.ts
 * ships them; without them JPEG 2000 pages come out white and nobody is told), nothing in a PDF is run,
 * and nothing of the main thread is used. Pages that fail are named, and the rest goes on.
 */
import {
  getDocument,
  OPS,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  version,
} from "pdfjs-dist";
import { invariant } from "../../../../shared/base/assert.ts";
import type { Size } from "../../../../shared/geometry/rect.ts";
import type { ErrorCode } from "../../../../shared/protocol/errors.ts";
import { limits } from "../../../../shared/protocol/limits.ts";
import { fitPixels, type Ink, release, whiteCanvas } from "./canvas.ts";
import type { Reading } from "./intake-worker.ts";
import type { LeftOut } from "./left-out.ts";
import {
  keepDrawn,
  keepScan,
  type LyingScan,
  lookAt,
  type OnPage,
  pagePixels,
} from "./page-image.ts";
import {
  isPixelForPixel,
  lonePicture,
  type Matrix,
  type Scan,
  scanOn,
  times,
} from "./resolution.ts";

const points = { perInch: 72, typedDpi: 200, leastDpi: 72 } as const;

/**
 * Reads the pages, one after another; answers why the file is refused, or undefined when it was read.
 * Rejects with a TypeError when pdf.js's own worker, or a decoder it needs, cannot be fetched.
 */
export async function readPdf(
  file: Blob,
  reading: Reading,
  onPage: OnPage,
): Promise<ErrorCode | undefined> {
  running ??= startPdfWorker();
  const { worker, broken } = running;
  const data = new Uint8Array(await file.arrayBuffer());
  const { password } = reading;
  const task = getDocument({ ...settings, worker, data, ...(password && { password }) });
  try {
    const pdf = await Promise.race([task.promise, broken]);
    return await Promise.race([readPages(pdf, reading, onPage), broken]);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    if ((error as Error).name !== "PasswordException") return "file_damaged";
    return password ? "password_wrong" : "password_needed";
  } finally {
    // Of a worker that never came this would wait for ever.
    if (running) await task.destroy();
  }
}

interface RunningPdfJs {
  readonly worker: PDFWorker;
  /** Rejects when its script cannot be fetched, with a TypeError, and when it breaks down. */
  readonly broken: Promise<never>;
}

let running: RunningPdfJs | undefined;

function startPdfWorker(): RunningPdfJs {
  const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
  port.addEventListener("message", ({ data }: MessageEvent<Partial<LeftOut> | null>) => {
    if (data?.leftOut) lacksSomething = true;
  });
  const broken = new Promise<never>((_, reject) => {
    port.addEventListener("error", (event) => {
      running = undefined;
      // A script that cannot be fetched gives a bare event.
      const isBreakdown = event instanceof ErrorEvent && event.message !== "";
      reject(
        isBreakdown ? new Error(event.message) : new TypeError("module script failed: pdf.js"),
      );
    });
  });
  // Nobody may be waiting when it fails.
  broken.catch(() => {});
  return { worker: PDFWorker.create({ port }), broken };
}

async function readPages(
  pdf: PDFDocumentProxy,
  { from, mostPages, ahead }: Reading,
  onPage: OnPage,
): Promise<ErrorCode | undefined> {
  const { numPages } = pdf;
  if (numPages === 0) return "file_empty";
  if (numPages > mostPages) return "too_many_pages";
  await onPage(0, numPages, undefined);
  let readable = from - 1;
  let next: Promise<Drawn | undefined> | undefined;
  for (let number = from; number <= numPages; number++) {
    const drawn = await (next ?? settled(drawPage(pdf, number)));
    // While one page is being encoded here, the nested worker already decodes the next.
    next = ahead && number < numPages ? settled(drawPage(pdf, number + 1)) : undefined;
    const page = drawn && (await settled("jpeg" in drawn ? keepScan(drawn) : keepDrawn(drawn)));
    if (page) readable++;
    await onPage(number, numPages, page);
  }
  // Without its decoder a good page cannot be read either: then nothing is wrong with the file.
  if (readable < numPages && !(await areDecodersThere()))
    throw new TypeError("module script failed: a decoder");
  return readable === 0 ? "file_damaged" : undefined;
}

/** Whether pdf.js could fetch what it decodes pictures with. */
const areDecodersThere = (): Promise<boolean> =>
  fetch(`${parts}wasm/openjpeg.wasm`).then(
    ({ ok }) => ok,
    () => false,
  );

/** One page's failure is an answer, not the end of the file. */
const settled = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

/** A page on a canvas; or its scan as it lies, where the canvas would show nothing else. */
type Drawn = Ink | LyingScan;

/** Whether something on the page that is being drawn was left out as too much. One page is drawn at a time. */
let lacksSomething = false;

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<Drawn> {
  lacksSomething = false;
  const drawn = await drawWhatIsThere(pdf, number);
  if (!lacksSomething) return drawn;
  release("jpeg" in drawn ? drawn.look : drawn);
  throw new Error("something on the page is too much");
}

async function drawWhatIsThere(pdf: PDFDocumentProxy, number: number): Promise<Drawn> {
  const page = await pdf.getPage(number);
  try {
    const { width, height } = page.getViewport({ scale: 1 });
    const operations = await page.getOperatorList();
    const scan = scanOn(operations, OPS, width * height);
    const viewport = page.getViewport({ scale: scaleFor(scan, { w: width, h: height }) });
    const size = { w: Math.round(viewport.width), h: Math.round(viewport.height) };
    // For drawing, pdf.js would go through the page again and decode its picture a second time.
    const lone = lonePicture(operations, OPS);
    const kept = lone && readKept(await pixelsOf(page, lone.name));
    if (!lone || !kept) return await renderPage(page, viewport, size, scan?.names ?? []);
    const { bitmap, jpeg } = kept;
    const lies = times(viewport.transform as Six, lone.matrix);
    if (jpeg && isPixelForPixel(lies, { w: bitmap.width, h: bitmap.height }, size))
      return { jpeg, size, look: lookAt(bitmap) };
    return drawPicture(bitmap, lies, size);
  } finally {
    page.cleanup();
  }
}

async function renderPage(
  page: PDFPageProxy,
  viewport: PageViewport,
  size: Size,
  scans: readonly string[],
): Promise<Ink> {
  const ink = whiteCanvas(size);
  try {
    // pdf.js types a page's canvas only; in a worker its code takes an OffscreenCanvas as well.
    const canvas = ink.canvas as unknown as HTMLCanvasElement;
    await page.render({ canvas, viewport }).promise;
    // A picture that cannot be decoded is left out, and the page drawn without it: that is no page.
    for (const name of scans)
      if (!(await pixelsOf(page, name))) throw new Error("the scan is missing");
    return ink;
  } catch (error) {
    release(ink);
    throw error;
  }
}

/** `lies` takes the unit square, which the picture fills with its first row at its top, to the canvas. */
function drawPicture(picture: ImageBitmap, lies: Matrix, size: Size): Ink {
  const ink = whiteCanvas(size);
  ink.setTransform(...lies);
  ink.transform(1 / picture.width, 0, 0, -1 / picture.height, 0, 0);
  ink.drawImage(picture, 0, -picture.height);
  ink.resetTransform();
  return ink;
}

/** Pixels per point: the scan's own, or 200 dpi for a page without a scan, within what a page may hold. */
function scaleFor(scan: Scan | undefined, { w, h }: Size): number {
  const wanted = Math.max(
    scan?.density ?? points.typedDpi / points.perInch,
    points.leastDpi / points.perInch,
  );
  const most = fitPixels({ w: w * wanted, h: h * wanted }, pagePixels);
  return Math.min(most.w / w, most.h / h);
}

/** What pdf.js keeps under a picture's name, once it has come: null for one it cannot decode. */
function pixelsOf(page: PDFPageProxy, name: string): Promise<unknown> {
  // Those of several pages lie apart.
  const kept = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => void kept.get(name, resolve));
}

type Six = [number, number, number, number, number, number];

interface KeptPicture {
  readonly bitmap: ImageBitmap;
  /** What it was decoded from, where that is all there is to it (picture-decoder.ts). */
  readonly jpeg: Blob | undefined;
}

/** The picture as the browser decoded it; undefined where pdf.js did that in script. */
function readKept(kept: unknown): KeptPicture | undefined {
  const { bitmap, jpeg } = (kept ?? {}) as { readonly bitmap?: unknown; readonly jpeg?: unknown };
  if (!(bitmap instanceof ImageBitmap)) return undefined;
  return { bitmap, jpeg: jpeg instanceof Blob ? jpeg : undefined };
}

interface CanvasAndInk {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** What pdf.js asks for its scratch canvases. */
class WorkerCanvasFactory {
  create(width: number, height: number): CanvasAndInk {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext("2d", { willReadFrequently: true }) };
  }
  reset({ canvas }: CanvasAndInk, width: number, height: number): void {
    invariant(canvas, "a scratch canvas is reset while it is in use");
    canvas.width = width;
    canvas.height = height;
  }
  destroy(scratch: CanvasAndInk): void {
    if (scratch.canvas) scratch.canvas.width = scratch.canvas.height = 0;
    scratch.canvas = scratch.context = null;
  }
}

/** Colour filters need a document; scans do not use them. */
class NoFilters {
  addFilter(): string {
    return "none";
  }
  addHCMFilter(): string {
    return "none";
  }
  addAlphaFilter(): string {
    return "none";
  }
  addLuminosityFilter(): string {
    return "none";
  }
  addHighlightHCMFilter(): string {
    return "none";
  }
  destroy(): void {}
}

const parts = new URL(`/assets/pdfjs-${version}/`, self.location.href).href;

const settings = {
  wasmUrl: `${parts}wasm/`,
  cMapUrl: `${parts}cmaps/`,
  standardFontDataUrl: `${parts}standard_fonts/`,
  iccUrl: `${parts}iccs/`,
  useWorkerFetch: true,
  isEvalSupported: false,
  // The one of picture-decoder.ts: three times faster than decoding JPEG in script.
  isImageDecoderSupported: true,
  // Glyphs as outlines: a worker has no document whose fonts could be used.
  disableFontFace: true,
  maxImageSize: limits.sourcePixels,
  // Warnings too: left-out.ts reads them.
  verbosity: 1,
  CanvasFactory: WorkerCanvasFactory,
  FilterFactory: NoFilters,
} as const;

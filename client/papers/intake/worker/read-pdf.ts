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
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  version,
} from "pdfjs-dist";
import { invariant } from "../../../../shared/base/assert.ts";
import type { ErrorCode } from "../../../../shared/protocol/errors.ts";
import { limits } from "../../../../shared/protocol/limits.ts";
import { fitPixels, type Ink, release, whiteCanvas } from "./canvas.ts";
import { keepPage, type OnPage, pagePixels } from "./page-image.ts";
import { scanDensity } from "./resolution.ts";

const points = { perInch: 72, typedDpi: 200, leastDpi: 72 } as const;

/**
 * Reads all pages, one after another; answers why the file is refused, or undefined when it was read.
 * Rejects with a TypeError when pdf.js's own worker cannot be fetched.
 */
export async function readPdf(file: Blob, onPage: OnPage): Promise<ErrorCode | undefined> {
  running ??= startPdfWorker();
  const { worker, notLoaded } = running;
  const data = new Uint8Array(await file.arrayBuffer());
  const task = getDocument({ ...settings, worker, data });
  try {
    const pdf = await Promise.race([task.promise, notLoaded]);
    return await readPages(pdf, onPage);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return (error as Error).name === "PasswordException" ? "password_needed" : "file_damaged";
  } finally {
    // Of a worker that never came this would wait for ever.
    if (running) await task.destroy();
  }
}

interface RunningPdfJs {
  readonly worker: PDFWorker;
  readonly notLoaded: Promise<never>;
}

let running: RunningPdfJs | undefined;

function startPdfWorker(): RunningPdfJs {
  const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
  const notLoaded = new Promise<never>((_, reject) => {
    port.addEventListener("error", () => {
      running = undefined;
      reject(new TypeError("module script failed: pdf.js"));
    });
  });
  // Nobody may be waiting when it fails.
  notLoaded.catch(() => {});
  return { worker: PDFWorker.create({ port }), notLoaded };
}

async function readPages(pdf: PDFDocumentProxy, onPage: OnPage): Promise<ErrorCode | undefined> {
  let readable = 0;
  // While one page is being encoded here, the nested worker already decodes the next.
  let next = settled(drawPage(pdf, 1));
  for (let number = 1; number <= pdf.numPages; number++) {
    const ink = await next;
    next = number < pdf.numPages ? settled(drawPage(pdf, number + 1)) : next;
    const page = ink && (await settled(keepPage(ink)));
    if (page) readable++;
    await onPage(number, pdf.numPages, page);
  }
  return readable === 0 ? "file_damaged" : undefined;
}

/** One page's failure is an answer, not the end of the file. */
const settled = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<Ink> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: await scaleFor(page) });
  const ink = whiteCanvas({ w: Math.round(viewport.width), h: Math.round(viewport.height) });
  try {
    // pdf.js types a page's canvas only; in a worker its code takes an OffscreenCanvas as well.
    const canvas = ink.canvas as unknown as HTMLCanvasElement;
    await page.render({ canvas, viewport }).promise;
    return ink;
  } catch (error) {
    release(ink);
    throw error;
  } finally {
    page.cleanup();
  }
}

/** Pixels per point: the scan's own, or 200 dpi for a page without a scan, within what a page may hold. */
async function scaleFor(page: PDFPageProxy): Promise<number> {
  const { width, height } = page.getViewport({ scale: 1 });
  const density = scanDensity(await page.getOperatorList(), OPS, width * height);
  const wanted = Math.max(
    density ?? points.typedDpi / points.perInch,
    points.leastDpi / points.perInch,
  );
  const most = fitPixels({ w: width * wanted, h: height * wanted }, pagePixels);
  return most.w / width;
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
  verbosity: 0,
  CanvasFactory: WorkerCanvasFactory,
  FilterFactory: NoFilters,
} as const;

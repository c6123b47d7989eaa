/**
 * A PDF file drawn sheet by sheet on canvases: the preview is drawn from the very bytes that are saved.
 *
 * Owns pdf.js and its worker for one file. Drawn one after the other, so that a quick scroll through
 * many sheets does not hold all their images at once.
 */
import { getDocument, PDFWorker, version } from "pdfjs-dist";
// oxlint-disable-next-line import/default -- `?worker` makes the bundler export a Worker class
import PdfJsWorker from "pdfjs-dist/build/pdf.worker.min.mjs?worker";

export interface PdfSheets {
  readonly count: number;
  /** Points; all sheets of a report are alike. */
  readonly size: { readonly w: number; readonly h: number };
  /** Draws a sheet (from 0) `width` pixels wide. Resolves when drawn, or when `signal` came first. */
  draw(sheet: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export async function openSheets(file: Blob): Promise<PdfSheets> {
  const thread = new PdfJsWorker();
  const worker = PDFWorker.create({ port: thread });
  const parts = new URL(`/assets/pdfjs-${version}/`, location.href).href;
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker,
    wasmUrl: `${parts}wasm/`,
    iccUrl: `${parts}iccs/`,
    isEvalSupported: false,
    verbosity: 0,
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    thread.terminate();
  };
  try {
    const opened = await task.promise;
    const [, , w = 0, h = 0] = (await opened.getPage(1)).view;
    let last = Promise.resolve();

    async function drawNow(
      sheet: number,
      canvas: HTMLCanvasElement,
      width: number,
      signal: AbortSignal,
    ): Promise<void> {
      if (signal.aborted) return;
      const page = await opened.getPage(sheet + 1);
      const viewport = page.getViewport({ scale: width / w });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const drawing = page.render({ canvas, viewport });
      const abort = (): void => drawing.cancel();
      signal.addEventListener("abort", abort);
      await drawing.promise.catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      signal.removeEventListener("abort", abort);
      page.cleanup();
    }

    return {
      count: opened.numPages,
      size: { w, h },
      draw(sheet, canvas, width, signal) {
        const drawn = last.then(() => drawNow(sheet, canvas, width, signal));
        last = drawn.catch(() => {});
        return drawn;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

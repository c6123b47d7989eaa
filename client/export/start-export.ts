/** The page's end of an export: starts a worker for one report, and ends it when it is done or unwanted. */
import { proxy, wrap } from "comlink";
import type { BoardId } from "../../shared/base/ids.ts";
import type { Report } from "../../shared/report/report.ts";
import type { ExportedReport, ExportOptions, OnProgress } from "./export-report.ts";
import type { ExportWork } from "./export-worker.ts";
import type { SeparatorSheets } from "./separator-sheets.ts";

export interface RunningExport {
  /** Undefined after `cancel`. Rejects if the file could not be made. */
  readonly done: Promise<ExportedReport | undefined>;
  cancel(): void;
}

/** A PDF of separator sheets. Rejects if it could not be made. */
export async function makeSeparatorSheets(sheets: SeparatorSheets): Promise<Uint8Array> {
  const worker = startWorker();
  const broke = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("the export's worker broke down")));
  });
  try {
    return await Promise.race([wrap<ExportWork>(worker).separatorSheets(sheets), broke]);
  } finally {
    worker.terminate();
  }
}

const startWorker = (): Worker =>
  new Worker(new URL("./export-worker.ts", import.meta.url), { type: "module" });

export function startExport(
  report: Report,
  options: ExportOptions,
  board: BoardId,
  onProgress: OnProgress,
): RunningExport {
  const worker = startWorker();
  let cancel = (): void => {};
  const ended = new Promise<undefined>((resolve, reject) => {
    cancel = () => resolve(undefined);
    worker.addEventListener("error", () => reject(new Error("the export's worker broke down")));
  });
  const work = wrap<ExportWork>(worker).exportReport(report, options, board, proxy(onProgress));
  const done = Promise.race([work, ended]).finally(() => worker.terminate());
  return { done, cancel: () => cancel() };
}

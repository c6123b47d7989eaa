/**
 * Makes the file of a report, one at a time: a new wish ends the work on the one before.
 *
 * Owns the running worker and the finished file's address in memory; the view only watches. What is
 * shown and what is saved are the same bytes, kept here once.
 */
import type { BoardId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { buildReport, type ReportOptions } from "../../shared/report/build-report.ts";
import type { Report } from "../../shared/report/report.ts";
import type { ExportedReport, ExportOptions } from "../export/export-report.ts";
import { startExport } from "../export/start-export.ts";

export interface Wish {
  readonly report: ReportOptions;
  readonly file: ExportOptions;
}

export interface MadeReport {
  readonly blob: Blob;
  /** Leads to the blob until the next report is begun. */
  readonly url: string;
  readonly result: Omit<ExportedReport, "pdf">;
}

export type Making =
  | { readonly at: "idle" }
  | { readonly at: "making"; readonly report: Report; readonly done: number; readonly all: number }
  | {
      readonly at: "made";
      readonly report: Report;
      readonly made: MadeReport;
      /** The board as it was. */
      readonly view: BoardView;
    }
  | { readonly at: "stopped" | "failed"; readonly report: Report };

export interface ReportMaker {
  state(): Making;
  subscribe(listener: () => void): () => void;
  /** Begins with the board as it is now. */
  make(view: BoardView, wish: Wish): void;
  stop(): void;
  /** Stops and lets go of the file. */
  clear(): void;
}

export function createReportMaker(board: BoardId): ReportMaker {
  const listeners = new Set<() => void>();
  let state: Making = { at: "idle" };
  let cancel = (): void => {};
  let run = 0;

  function become(next: Making): void {
    if (state.at === "made" && next !== state) URL.revokeObjectURL(state.made.url);
    state = next;
    for (const listener of listeners) listener();
  }

  async function make(view: BoardView, wish: Wish): Promise<void> {
    cancel();
    const mine = ++run;
    const report = buildReport(view, wish.report);
    become({ at: "making", report, done: 0, all: 0 });
    const running = startExport(report, wish.file, board, (done, all) => {
      if (mine === run) become({ at: "making", report, done, all });
    });
    cancel = running.cancel;
    try {
      const exported = await running.done;
      if (mine !== run || !exported) return;
      const { pdf, ...result } = exported;
      // The bytes came from a worker of our own: nobody else holds their memory.
      const blob = new Blob([pdf as Uint8Array<ArrayBuffer>], { type: "application/pdf" });
      // A step past the last one counted, which may still be on its way here.
      run++;
      become({ at: "made", report, view, made: { blob, url: URL.createObjectURL(blob), result } });
    } catch {
      // Whatever went wrong in the worker, the person can only try again; the view says so.
      if (mine === run) become({ at: "failed", report });
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    make: (view, wish) => void make(view, wish),
    stop() {
      if (state.at !== "making") return;
      run++;
      cancel();
      become({ at: "stopped", report: state.report });
    },
    clear() {
      run++;
      cancel();
      become({ at: "idle" });
    },
  };
}

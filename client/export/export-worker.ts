/** The worker in which a report, or separator sheets, become a file; the page's main thread stays free. Ended by start-export.ts. */
import { expose, transfer } from "comlink";
import type { BoardId } from "../../shared/base/ids.ts";
import type { Report } from "../../shared/report/report.ts";
import { browserFonts, browserPorts } from "./browser-ports.ts";
import {
  type ExportedReport,
  type ExportOptions,
  exportReport,
  type OnProgress,
} from "./export-report.ts";
import { type SeparatorSheets, separatorSheets } from "./separator-sheets.ts";

const work = {
  async exportReport(
    report: Report,
    options: ExportOptions,
    board: BoardId,
    onProgress: OnProgress,
  ): Promise<ExportedReport> {
    const exported = await exportReport(report, options, browserPorts(board), onProgress);
    return transfer(exported, [exported.pdf.buffer]);
  },
  async separatorSheets(sheets: SeparatorSheets): Promise<Uint8Array> {
    const pdf = await separatorSheets(sheets, browserFonts);
    return transfer(pdf, [pdf.buffer]);
  },
};

export type ExportWork = typeof work;

expose(work);

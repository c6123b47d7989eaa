/** Rows of cells as a CSV file that spreadsheets open, and take for words whatever a cell begins with. */
import Papa from "papaparse";
import type { Cells } from "../../shared/numbers/tables.ts";

/** Begins with the mark by which spreadsheets know UTF-8. */
export const joinCells = (rows: Cells): string =>
  `\ufeff${Papa.unparse(rows, { quotes: true, escapeFormulae: true, newline: "\r\n" })}\r\n`;

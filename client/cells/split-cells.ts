/**
 * A text with a table in it, pasted or from a file, as rows of cells. Nothing of it leaves this browser here.
 *
 * Owns what parts cells (comma, semicolon, tab or bar, told from the text), quotes, line ends and encoding;
 * what the cells mean is shared/numbers/tables.ts. test/unit/numbers/tables.test.ts.
 */
import Papa from "papaparse";
import { type Cells, tableLimits } from "../../shared/numbers/tables.ts";

export type TextRefusal = "tooLong" | "notText";

/** What workbooks, archives and PDFs begin with. */
const otherFiles = ["PK\u0003", "%PDF", "\u00d0\u00cf"] as const;

export function splitCells(
  text: string,
):
  | { readonly ok: true; readonly cells: Cells }
  | { readonly ok: false; readonly code: TextRefusal } {
  if (text.length > tableLimits.characters) return { ok: false, code: "tooLong" };
  if (otherFiles.some((sign) => text.startsWith(sign)) || text.includes("\u0000")) {
    return { ok: false, code: "notText" };
  }
  const bare = text.replace(/^\ufeff/, "").trimEnd();
  // Excel's own way to say what parts the cells.
  const [, said] = /^sep=(.)\r?\n/i.exec(bare) ?? [];
  const { data } = Papa.parse(said ? bare.slice(bare.indexOf("\n") + 1) : bare, {
    delimiter: said ?? partedBy(bare),
    preview: tableLimits.rows + 2,
    skipEmptyLines: "greedy",
  });
  return { ok: true, cells: data };
}

/**
 * The library prefers the sign that gives rows of equal width; a comma in numbers does that too. Cells
 * copied from a spreadsheet are parted by tabs, whatever else is in them.
 */
function partedBy(text: string): string {
  const [first = ""] = text.split(/\r?\n|\r/, 1);
  const bare = first.replace(/"(?:[^"]|"")*"/g, "");
  return ["\t", ";", ",", "|"].find((sign) => bare.includes(sign)) ?? ",";
}

/** A file's words: UTF-8 or UTF-16 by its mark, and otherwise as older spreadsheets wrote them. */
export async function textOfFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // No UTF-8: the code page of Windows in western countries holds every byte.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

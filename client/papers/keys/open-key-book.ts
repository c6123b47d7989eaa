/** A teacher's file as a key book. Read in this browser; nothing of it is kept or sent. */
import { type KeyBookAnswer, readKeyBook } from "./key-book.ts";

export async function openKeyBook(file: Blob): Promise<KeyBookAnswer> {
  const unreadable = { ok: false, code: "key_book_unreadable", row: undefined } as const;
  try {
    const { splitCells, textOfFile } = await import("../../cells/split-cells.ts");
    if (file.size > mostBytes) return unreadable;
    const split = splitCells(await textOfFile(file));
    return split.ok ? readKeyBook(split.cells) : unreadable;
  } catch {
    // The file went away, or this part of the page did not come.
    return unreadable;
  }
}

/** A key book is a few kilobytes; a file of this size is something else. */
const mostBytes = 4_000_000;

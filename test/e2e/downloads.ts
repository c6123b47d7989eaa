/** What a page hands out as a file, and what is packed in it. */
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { review } from "../../client/words/en/review.ts";
import { words } from "../../client/words/words.ts";

/** What the button for unsaved work hands out. */
export async function downloaded(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words.keeping.download }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

/** The report of the board that is open, as it is saved. */
export async function exportedReport(page: Page): Promise<Buffer> {
  await page.getByRole("button", { name: words.board.exportPdf }).click();
  const link = page.getByRole("link", { name: review.dialog.save });
  await link.waitFor();
  const coming = page.waitForEvent("download");
  await link.click();
  return readFileSync(await (await coming).path());
}

/** What is packed in a PDF: every stream that can be unpacked. */
export function unpacked(file: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(file.subarray(at + 7)));
    } catch {
      // A picture, or the end of a stream.
    }
  }
  return parts;
}

/** What a page hands out as a file. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { words } from "../../client/words/words.ts";

/** What the button for unsaved work hands out. */
export async function downloaded(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words.keeping.download }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

/** Separator sheets that are printed, scanned and read: one code a sheet, and nothing of the team on them. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { type SeparatorSheets, separatorSheets } from "../../client/export/separator-sheets.ts";
import { squaresOf } from "../../client/papers/intake/separators/printed-code.ts";
import { fontFile } from "../fixtures/export-ports.ts";

const codes = ["K7M", "D4F", "P9W"];
const sheets = (is: SeparatorSheets["is"]): SeparatorSheets => ({
  is,
  paper: "letter",
  language: "en",
  madeAt: 0,
  codes: codes.map((code) => ({
    code,
    alt: `Code ${code}`,
    squares: squaresOf({ is: is === "labels" ? "label" : "cover", code }),
  })),
  says: { title: "Separator sheets", lines: ["Lay this sheet on top."] },
});
const made = (is: SeparatorSheets["is"]): Promise<Uint8Array> =>
  separatorSheets(
    sheets(is),
    async (slice, style) => new Uint8Array(await readFile(fontFile(slice, style))),
  );
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe("separator sheets", () => {
  test("are one a pupil, two where both sides are printed, and labels 21 to a sheet", async () => {
    expect(pagesOf(await made("oneSide"))).toBe(3);
    expect(pagesOf(await made("bothSides"))).toBe(6);
    expect(pagesOf(await made("labels"))).toBe(1);
  });
});

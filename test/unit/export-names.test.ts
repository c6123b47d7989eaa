/** What a saved file is called, and which sheets it is for. */
import { describe, expect, test } from "vitest";
import { usualPaper } from "../../client/export/usual-paper.ts";
import { fileName } from "../../client/review/file-name.ts";

describe("the name of a file", () => {
  test.each([
    ["Exit question: the seasons", "Exit question the seasons.pdf"],
    ["  ¿Qué necesitan? ", "¿Qué necesitan.pdf"],
    ["../../etc/passwd", "etc passwd.pdf"],
    ["\u{202E}fdp.exe", "fdp.exe.pdf"],
    ["???", "Noticeboard.pdf"],
    ["", "Noticeboard.pdf"],
    ["季節", "季節.pdf"],
  ])("of %j is %j", (title, name) => {
    expect(fileName(title, "Noticeboard")).toBe(name);
  });

  test("stays short", () => {
    expect(fileName("long ".repeat(100), "x").length).toBeLessThanOrEqual(104);
  });
});

describe("the sheet", () => {
  test.each([
    ["en-US", "letter"],
    ["en", "letter"],
    ["es-MX", "letter"],
    ["en-GB", "a4"],
    ["de", "a4"],
    ["es-ES", "a4"],
    ["not a language", "a4"],
  ])("for %s is %s", (language, paper) => {
    expect(usualPaper(language)).toBe(paper);
  });
});

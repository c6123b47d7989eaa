/**
 * What somebody wrote, as the file of a report shows it: every look, told by its tags as well; and whatever
 * a hostile client wrote, as words and nothing else.
 */
import { describe, expect, test } from "vitest";
import { type ExportedReport, exportReport } from "../../client/export/export-report.ts";
import { reportWords } from "../../client/review/report-words.ts";
import type { MemberId, NeedId, NextStepId, NoteId, ResourceId } from "../../shared/base/ids.ts";
import { addNeed } from "../../shared/board/needs.ts";
import { addNextStep } from "../../shared/board/next-steps.ts";
import { addNote, noteText } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addResource } from "../../shared/board/resources.ts";
import { buildReport } from "../../shared/report/build-report.ts";
import type { Report } from "../../shared/report/report.ts";
import { addRichNeed, addRichNote, block, everyLook, run } from "../fixtures/blocks.ts";
import { nodePorts } from "../fixtures/export-ports.ts";
import { hasPdfTools, type PdfFacts, readPdfFacts } from "../fixtures/pdf-facts.ts";
import { type PracticeBoard, practiceBoard } from "../fixtures/practice-board.ts";

/** A board with nothing on it but the needs and notes of a test: no page is in its report. */
const wanted = { words: reportWords, date: "today", needs: true, papers: "none" } as const;

const reportOf = ({ doc }: PracticeBoard): Report => buildReport(readBoard(doc), wanted);

async function madeOf(report: Report): Promise<ExportedReport> {
  const options = { paper: "letter", quality: "screen", madeAt: 0 } as const;
  return await exportReport(report, options, nodePorts(new Map()));
}
const factsOf = async (report: Report): Promise<PdfFacts> =>
  readPdfFacts((await madeOf(report)).pdf);
const flat = ({ texts }: PdfFacts): string => texts.join(" ").replace(/\s+/g, " ");

describe.skipIf(!hasPdfTools)("what was written with a look", () => {
  test("is in the file with it, as fonts, tags, signs and links", async () => {
    const board = practiceBoard();
    const plain = readPdfFacts((await madeOf(reportOf(board))).pdf);
    addRichNote(board.doc, everyLook, { id: "note-on-the-table", stance: "wonder" });
    addRichNeed(
      board.doc,
      [block("p", "Time to ", run("draw", "i"), " it"), block("ul", "twice")],
      "a-need-with-looks",
    );
    const facts = await factsOf(reportOf(board));
    expect(facts.complaints).toEqual([]);
    const fonts = facts.fonts.map(({ name }) => name.replace(/^.*\+/, "")).toSorted();
    expect(fonts).toEqual([
      "NotoSans-Bold",
      "NotoSans-BoldItalic",
      "NotoSans-Italic",
      "NotoSans-Regular",
    ]);
    const text = flat(facts);
    for (const words of [
      "Wonder Shadows at noon",
      "some both, one underlined, one taken back, one as angle = 23.5° Ask @Ana Li",
      "• Rays as arrows • close together in summer",
      "1. Measure the shadow 1. at nine 2. at noon 2. Draw it",
      "☑ Borrow the lamp ☐ Write to the museum",
      "And then we look again.",
      "1. Time to draw it • twice",
    ]) {
      expect(text).toContain(words);
    }
    expect(facts.addresses).toEqual([
      "https://example.org/lamp?a=1&b=(2)",
      "mailto:ask@museum.example",
    ]);
    expect(facts.links).toEqual({ all: 2, unnamed: 0, outsideTags: 0 });
    expect(facts.spoken).toEqual(["Done", "Not done yet"]);
    expect(facts.untaggedPaint + facts.headingSkips + facts.strayLinks).toBe(0);
    const more = (tag: string) => (facts.tags.get(tag) ?? 0) - (plain.tags.get(tag) ?? 0);
    // The note is one item of its list; each depth and kind of list is one in it; and the need's own.
    expect(more("L")).toBe(1 + 6 + 1);
    expect(more("LI")).toBe(1 + 10 + 1);
    expect(more("Lbl")).toBe(10 + 1);
    expect(["H3", "H4", "H5", "BlockQuote", "Link"].map(more)).toEqual([2, 1, 1, 1, 2]);
  }, 60_000);

  test("what could meet a need and what is tried stand below it, and the unmet needs lead back to theirs", async () => {
    const { doc } = practiceBoard();
    const by = "a-colleague-0001" as MemberId;
    for (const [i, words] of ["Time to draw", "A model to turn"].entries()) {
      const id = `a-need-to-meet-0${i}` as NeedId;
      addNeed(doc, { id, words, pile: undefined, order: `a${i}`, by }, "test");
    }
    const put = { id: "resource-000001" as ResourceId, need: "a-need-to-meet-00" as NeedId, by };
    const lamp = { ...put, id: "resource-000002" as ResourceId, order: "a1" };
    const time = { kind: "time", words: "Tuesdays", state: "have", order: "a0" } as const;
    addResource(doc, { ...put, ...time }, "test");
    addResource(doc, { ...lamp, kind: "material", words: "a lamp" }, "test");
    const step = { id: "next-step-00001" as NextStepId, need: lamp.need, order: "a0", by };
    addNextStep(doc, { ...step, what: "Draw at noon", lookFor: "arrows that spread" }, "test");
    const facts = readPdfFacts((await madeOf(buildReport(readBoard(doc), wanted))).pdf);
    expect(facts.complaints).toEqual([]);
    expect(flat(facts)).toContain(
      "What could meet it Time, we have it Tuesdays Material, wanted a lamp " +
        "Next steps What we try Draw at noon What we will look for arrows that spread",
    );
    expect(flat(facts)).toMatch(/Unmet needs Nothing [^.]+ yet\. Need 2 A model to turn /);
    expect(facts.bookmarks).toContain("Unmet needs");
    expect(facts.links).toEqual({ all: 1, unnamed: 0, outsideTags: 0 });
    expect(facts.untaggedPaint + facts.headingSkips + facts.strayLinks).toBe(0);
  }, 60_000);

  test("costs no font where nothing slants, and one link where a link breaks or changes its look", async () => {
    const board = practiceBoard();
    const words = Array.from({ length: 48 }, (_, i) =>
      run("squared paper ", i % 2 ? "b" : "", "https://example.org"),
    );
    addRichNote(board.doc, [block("p", ...words)], { id: "note-on-the-table" });
    const facts = await factsOf(reportOf(board));
    expect(facts.fonts).toHaveLength(2);
    expect(facts.tags.get("Link")).toBe(1);
    // One place to press on in each line, whatever changes within it.
    const lines = facts.texts
      .join("\n")
      .split("\n")
      .filter((line) => line.includes("squared"));
    expect(facts.links.all).toBe(lines.length);
    expect(lines.length).toBeLessThan(12);
    expect(new Set(facts.addresses)).toEqual(new Set(["https://example.org/"]));
  }, 60_000);
});

const disguises: readonly unknown[] = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "javascript&colon;alert(1)",
  "https://x.example/\njavascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://x.example/1",
  "//x.example",
  "https:x.example",
  "http://[",
  "https://x.example/\u202efdp.exe",
  "https://x.example/\ud800",
  `https://x.example/${"a".repeat(5_000)}`,
  { toString: () => "https://x.example" },
  ["https://x.example"],
  true,
];

const megabyte = Array.from({ length: 150_000 }, (_, i) => `word${(i * 7) % 300}`).join(" ");
const restless = Array.from({ length: 3_000 }, (_, i) =>
  run(i < 2_999 ? `w${i} ` : "lastword", i % 2 ? "b" : "iu", `https://x.example/${i % 3}`),
);

describe.skipIf(!hasPdfTools)("what a hostile client wrote", () => {
  test("is words in the file and leads nowhere: links, looks, blocks and embeds", async () => {
    const board = practiceBoard();
    const id = "a-hostile-note-01" as NoteId;
    addNote(board.doc, { id, stance: "plain", by: "nobody" as never }, "test");
    const text = noteText(board.doc, id);
    disguises.forEach((a, i) => {
      text?.insert(0, `hostile${i} `, { a: a as never, b: "yes", c: { x: 1 } as never });
    });
    text?.insert(0, "half\ud83d pair\u0000 end\u202e");
    text?.insert(0, "unknown block\n", { t: "script", d: 1e9, k: "x" } as never);
    text?.insert(0, "deep\n", { t: "ul", d: Number.NaN } as never);
    text?.insertEmbed(0, { src: "javascript:alert(1)", URI: "javascript:alert(2)" });
    text?.insertEmbed(0, { id: "m", label: "Ana) /S /JavaScript (\u202e\n" });
    text?.insert(0, ") >> /A << /S /URI /URI (javascript:alert(3)) >> ( ");
    const facts = await factsOf(reportOf(board));
    expect(facts.complaints).toEqual([]);
    expect([...facts.addresses, ...facts.otherActions]).toEqual([]);
    const found = flat(facts);
    for (let i = 0; i < disguises.length; i++) expect(found).toContain(`hostile${i} `);
    for (const words of [
      "half\ufffd pair end",
      "unknown block",
      "deep",
      "@Ana) /S /JavaScript",
      ") >> /A << /S /URI /URI (javascript:alert(3)) >> (",
    ]) {
      expect(found).toContain(words);
    }
    expect(facts.untaggedPaint).toBe(0);
  }, 60_000);

  test("leads nowhere even where the report itself says so", async () => {
    const board = practiceBoard();
    addRichNote(board.doc, [block("p", "press here")], { id: "note-on-the-table" });
    const report = reportOf(board);
    const forged = (link: unknown): Report =>
      JSON.parse(
        JSON.stringify(report).replace(
          '{"words":"press here"}',
          JSON.stringify({ words: "press here", link }),
        ),
      ) as Report;
    const honest = await factsOf(forged("https://exämple.org/ü?q=ö"));
    expect(honest.addresses).toEqual(["https://xn--exmple-cua.org/%C3%BC?q=%C3%B6"]);
    for (const link of disguises.slice(0, 15)) {
      const facts = await factsOf(forged(link));
      expect([...facts.addresses, ...facts.otherActions]).toEqual([]);
      expect(flat(facts)).toContain("press here");
    }
  }, 120_000);

  test.each([
    ["a megabyte of words that looks like a heading", [block("h1", `${megabyte} lastword`)]],
    ["a megabyte of words in a list", [block("ol", "first"), block("ol", `${megabyte} lastword`)]],
    ["words that change their look and their link all the time", [block("p", ...restless)]],
  ])(
    "is made into a file all the same: %s",
    async (_what, blocks) => {
      const board = practiceBoard();
      addRichNote(board.doc, blocks, { id: "a-large-note-0001" });
      const facts = await factsOf(reportOf(board));
      expect(facts.complaints).toEqual([]);
      expect(flat(facts)).toContain("lastword");
      expect(facts.untaggedPaint + facts.strayLinks).toBe(0);
    },
    120_000,
  );
});

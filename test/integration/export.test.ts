/**
 * The file of a report as readers and programs find it: real page images through the real writer, held
 * to what qpdf and poppler say of it. Without those two tools nothing here can be said, and it says so.
 */
import { createHash } from "node:crypto";
import jpeg from "jpeg-js";
import { beforeAll, describe, expect, test } from "vitest";
import { type ExportedReport, exportReport } from "../../client/export/export-report.ts";
import { readJpegHead } from "../../client/export/jpeg.ts";
import { createPdfWriter } from "../../client/export/pdf-writer.ts";
import type { Sheet, Tag } from "../../client/export/sheets.ts";
import { reportWords } from "../../client/review/report-words.ts";
import type { MemberId, NoteId } from "../../shared/base/ids.ts";
import { retitleBoard } from "../../shared/board/meta.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { buildReport, type ReportOptions } from "../../shared/report/build-report.ts";
import { nodePorts } from "../fixtures/export-ports.ts";
import { hasPdfTools, type PdfFacts, readPdfFacts } from "../fixtures/pdf-facts.ts";
import { type PracticeBoard, workedBoard } from "../fixtures/practice-board.ts";

if (!hasPdfTools)
  process.stderr.write(
    "\nNOT TESTED: the exported PDF. Install qpdf and poppler-utils to test it.\n\n",
  );

const usual: ReportOptions = {
  words: reportWords,
  date: "23 November 2026",
  needs: true,
  papers: "all",
};
const letter = { paper: "letter", quality: "original", madeAt: Date.UTC(2026, 10, 23) } as const;

const practice = nodePorts(workedBoard().files);

async function exported(
  board: PracticeBoard,
  report: Partial<ReportOptions> = {},
  options: Partial<Parameters<typeof exportReport>[1]> = {},
  ports = practice,
): Promise<ExportedReport> {
  const built = buildReport(readBoard(board.doc), { ...usual, ...report });
  return await exportReport(built, { ...letter, ...options }, ports);
}

const flat = (facts: PdfFacts): string => facts.texts.join(" ").replace(/\s+/g, " ");

describe.skipIf(!hasPdfTools)("the file of a report", () => {
  const board = workedBoard();
  let made: ExportedReport;
  let facts: PdfFacts;
  beforeAll(async () => {
    made = await exported(board);
    facts = readPdfFacts(made.pdf, { thorough: true });
  }, 120_000);

  test("is sound, and says what it is", () => {
    expect(facts.complaints).toEqual([]);
    expect(facts.info.get("Title")).toBe("Exit question: the seasons");
    expect(facts.info.get("Tagged")).toBe("yes");
    expect(facts.info.get("Page size")).toBe("612 x 792 pts (letter)");
    expect(facts.info.get("Pages")).toBe(String(made.sheets));
    expect(facts.info.get("CreationDate")).toContain("2026");
    expect(facts.language).toBe("en");
    expect(facts.showsTitle).toBe(true);
    expect(facts.claims).toBe("1");
  });

  test("holds every word of the report as text that search finds", () => {
    const report = buildReport(readBoard(board.doc), usual);
    const text = flat(facts);
    const said = JSON.stringify(report.sections).matchAll(
      /"(?:words|name|counted|criterion|label)":"((?:[^"\\]|\\.)*)"/g,
    );
    const missing = Array.from(said, ([, json = ""]) => String(JSON.parse(`"${json}"`)))
      .flatMap((words) => words.split(/\s+/))
      .filter((word) => !text.includes(word));
    expect(missing).toEqual([]);
    expect(text).toContain(
      "½ a sentence against “closer” – the only one of its kind in the stack.",
    );
    expect(text).not.toMatch(/[\u{FFFD}\u{E000}-\u{F8FF}]/u);
    expect(facts.texts.filter((page) => page.trim() === "")).toEqual([]);
  });

  test("has its fonts in it, only what is used of them, each letter known", () => {
    expect(facts.fonts.length).toBeGreaterThan(1);
    expect(
      facts.fonts.filter(({ embedded, subset, hasUnicode }) => !(embedded && subset && hasUnicode)),
    ).toEqual([]);
  });

  test("can be heard: everything painted has its place in the structure or is decoration", () => {
    expect(facts.untaggedPaint).toBe(0);
    expect(facts.headingSkips).toBe(0);
    expect(facts.tags.get("H1")).toBe(1);
    expect(facts.tags.get("Document")).toBe(1);
    expect(facts.tags.get("Figure")).toBe(12 + 7);
    expect(facts.figuresWithoutAlt).toBe(0);
    expect(
      facts.alts.filter((alt) => alt.includes("Where do the mountains come from?")),
    ).toHaveLength(2);
  });

  test("leads from each claim to its evidence and back", () => {
    // 12 codes; 7 crops, each by its caption and its image; back from 5 regions and one whole paper.
    expect(facts.links).toEqual({ all: 12 + 7 * 2 + 7, unnamed: 0, outsideTags: 0 });
    expect(facts.strayLinks).toBe(0);
    expect(facts.bookmarks).toContain("What are they showing us they need?");
    expect(facts.bookmarks.filter((words) => words.startsWith("Paper "))).toHaveLength(12);
  });

  test("holds each page image once and byte for byte", () => {
    const hashes = facts.images.map((bytes) => createHash("sha256").update(bytes).digest("hex"));
    const pages = [...board.files.keys()] as string[];
    expect(pages.filter((hash) => !hashes.includes(hash))).toEqual([]);
    // Paper R5V stands whole among the needs and again among the papers.
    expect(facts.images).toHaveLength(pages.length + 6);
    expect(facts.drawn).toBe(pages.length + 7);
  });

  test("holds of a crop its own pixels and nothing beyond them", async () => {
    expect(facts.hiddenPixels).toBe(0);
    const view = readBoard(board.doc);
    const sizes = facts.images.map((bytes) => readJpegHead(bytes));
    const regions = [...view.evidenceOf.values()].flat().flatMap(({ region }) => {
      const found = region && view.regions.get(region);
      return found ? [found] : [];
    });
    expect(regions).toHaveLength(6);
    for (const { rect, page } of regions) {
      const [width, height] = [Math.round(rect.w * 1275), Math.round(rect.h * 1650)];
      const at = sizes.findIndex((head) => head?.width === width && head.height === height);
      expect(at, `a crop of ${width} x ${height}`).toBeGreaterThanOrEqual(0);
      if (page !== regions[0]?.page) continue;
      // The same part of the page as it was given, but for the loss of one more JPEG.
      const hash = view.pages.get(page)?.tiers[0]?.hash ?? ("" as never);
      const source = jpeg.decode(await practice.image(hash));
      const crop = jpeg.decode(facts.images[at] ?? new Uint8Array());
      const [left, top] = [Math.round(rect.x * 1275), Math.round(rect.y * 1650)];
      let difference = 0;
      for (let y = 0; y < height; y += 3)
        for (let x = 0; x < width; x += 3)
          difference += Math.abs(
            (crop.data[(y * width + x) * 4] ?? 0) -
              (source.data[((top + y) * 1275 + left + x) * 4] ?? 0),
          );
      expect(difference / (Math.ceil(width / 3) * Math.ceil(height / 3))).toBeLessThan(3);
    }
  }, 60_000);

  test("is made of the same bytes every time", async () => {
    const again = await exported(board);
    expect(Buffer.compare(again.pdf, made.pdf)).toBe(0);
  }, 60_000);

  test("of papers with marks on A4 is smaller, and its links still lead somewhere", async () => {
    const small = await exported(board, { papers: "marked" }, { paper: "a4" });
    const seen = readPdfFacts(small.pdf);
    expect(seen.complaints).toEqual([]);
    expect(seen.info.get("Page size")).toContain("A4");
    expect(seen.tags.get("Figure")).toBe(6 + 7);
    expect(seen.hiddenPixels + seen.untaggedPaint + seen.strayLinks).toBe(0);
  }, 60_000);

  test("is little more than its images", () => {
    const images = facts.images.reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(made.pdf.byteLength).toBeLessThan(images * 1.1);
  });

  test("takes any title: what would be markup in the file's own account of itself stays words", async () => {
    const odd = workedBoard();
    retitleBoard(odd.doc, 'Less < more & "both" \\(maybe\\) – ½', "test");
    const seen = readPdfFacts((await exported(odd, { papers: "none", needs: false })).pdf);
    expect(seen.complaints).toEqual([]);
    expect(seen.info.get("Title")).toBe('Less < more & "both" \\(maybe\\) – ½');
  }, 60_000);

  test("shows a letter no font has by a mark, finds it by search, and reports it", async () => {
    const odd = workedBoard();
    const by = "a-colleague-0001" as MemberId;
    addNote(
      odd.doc,
      { id: "odd-note-000001" as NoteId, stance: "plain", words: "They wrote 学 🦊", by },
      "test",
    );
    const result = await exported(odd, { papers: "none", needs: false });
    expect(result.missing).toEqual(["学", "🦊"]);
    expect(flat(readPdfFacts(result.pdf))).toContain("They wrote 学 🦊");
  }, 60_000);

  test("goes on for as many sheets as a very long note needs, and loses none of it", async () => {
    const odd = workedBoard();
    const by = "a-colleague-0001" as MemberId;
    const words = Array.from({ length: 4000 }, (_, i) => `word${i}`).join(" ");
    const [region] = readBoard(odd.doc).regions.keys();
    for (const place of [{}, region === undefined ? {} : { region }])
      addNote(
        odd.doc,
        {
          id: `long-${Object.keys(place).length}-000001` as NoteId,
          stance: "notice",
          words,
          by,
          ...place,
        },
        "test",
      );
    const seen = readPdfFacts((await exported(odd)).pdf);
    const text = flat(seen);
    for (const i of [0, 1, 1999, 3998, 3999])
      expect(text.split(`word${i} `).length - 1, `word${i}`).toBeGreaterThanOrEqual(2);
    expect(seen.untaggedPaint + seen.strayLinks).toBe(0);
  }, 60_000);
});

describe.skipIf(!hasPdfTools)("a page image that may not or cannot go in", () => {
  test.each([
    ["cannot be fetched", "missing"],
    ["is broken", "broken"],
    ["carries more than its pixels", "carries"],
  ] as const)(
    "because it %s is said in its place, and told",
    async (_, why) => {
      const board = workedBoard();
      const page = readBoard(board.doc).pages.get(board.pages[0] ?? ("" as never));
      const hash = page?.tiers[0]?.hash;
      const made = await exported(
        board,
        {},
        {},
        {
          ...practice,
          async image(wanted) {
            const bytes = await practice.image(wanted);
            if (wanted !== hash) return bytes;
            if (why === "missing") throw new Error("no answer");
            if (why === "broken") return bytes.slice(0, 5000);
            const exif = [0xff, 0xe1, 0, 10, ...Buffer.from("Exif\0\0II")];
            return Uint8Array.from([0xff, 0xd8, ...exif, ...bytes.slice(2)]);
          },
        },
      );
      expect(made.omitted).toEqual([{ hash, why }]);
      const facts = readPdfFacts(made.pdf);
      expect(facts.complaints).toEqual([]);
      // Its own page, and two crops of it.
      expect(facts.texts.join(" ").split("This page could not be loaded").length - 1).toBe(3);
      expect(facts.images.some((bytes) => Buffer.from(bytes).includes("Exif"))).toBe(false);
      expect(facts.figuresWithoutAlt + facts.untaggedPaint).toBe(0);
    },
    60_000,
  );
});

describe.skipIf(!hasPdfTools)("a fault in a file", () => {
  const root: Tag = { is: "Document", within: undefined };
  const about = { title: "Planted", language: "en", madeAt: 0, sheetSize: { w: 612, h: 792 } };

  test("is seen: an image behind a clip path, all of it still in the file", () => {
    const shown = readPdfFacts(handmadePdf("q 600 0 0 -780 6 786 cm /I1 Do Q"));
    expect(shown).toMatchObject({ drawn: 1, hiddenPixels: 0, untaggedPaint: 1 });
    const cut = "q 50 50 200 100 re W n 600 0 0 -780 6 786 cm /I1 Do Q";
    expect(readPdfFacts(handmadePdf(cut))).toMatchObject({ drawn: 1, hiddenPixels: 1 });
  });

  test("is seen: a figure without words for who cannot see it", async () => {
    const rect = { x: 60, y: 60, w: 100, h: 100 };
    const tag: Tag = { is: "Figure", within: root, box: rect };
    const sheet: Sheet = { marks: [{ is: "shape", tag, rect, fill: "#035f5c" }], anchors: [] };
    const writer = createPdfWriter(about);
    writer.drawSheet(sheet, new Map());
    expect(readPdfFacts(await writer.finish([])).figuresWithoutAlt).toBe(1);
  });

  test("is seen: a heading that skips a level", async () => {
    const rect = { x: 60, y: 60, w: 10, h: 10 };
    const tags: Tag[] = [
      { is: "H1", within: root },
      { is: "H3", within: root },
    ];
    const marks = tags.map((tag) => ({ is: "shape", tag, rect, fill: "#035f5c" }) as const);
    const writer = createPdfWriter(about);
    writer.drawSheet({ marks, anchors: [] }, new Map());
    expect(readPdfFacts(await writer.finish([])).headingSkips).toBe(1);
  });
});

/** A sheet with one image of two by two dots, and `content` as what is painted on it. */
function handmadePdf(content: string): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R " +
      "/Resources << /XObject << /I1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 " +
      "/ColorSpace /DeviceGray /Length 4 >>\nstream\nabcd\nendstream",
  ];
  let file = "%PDF-1.7\n";
  const places = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`;
  return new TextEncoder().encode(`${file}${table}${trailer}startxref\n${file.length}\n%%EOF\n`);
}

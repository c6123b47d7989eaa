/**
 * Fonts in the file: embedded, only the glyphs used, and every pair of glyph and text under a code of
 * its own.
 *
 * pdfkit's own embedding keeps one text for each glyph, so that of two characters drawn alike only one
 * can be found by search. Here a code stands for the glyph and the very characters it was drawn for;
 * a stream maps codes to glyphs, and ToUnicode says the characters. A code without characters (a
 * further glyph of the same ones) has no entry.
 */
import type PDFDocument from "pdfkit";
import type { PdfReference } from "pdfkit";
import type { Face, ShapedGlyph } from "./faces.ts";

export interface PdfFont {
  /** The name of the resource on a page. */
  readonly name: string;
  readonly reference: PdfReference;
  /** The code of a glyph as four hexadecimal digits. */
  code(glyph: ShapedGlyph): string;
  /** The advance that the file knows for the glyph, in ems. */
  advance(glyph: ShapedGlyph): number;
}

interface Coded {
  readonly glyph: number;
  readonly text: string;
}

export function createPdfFonts(doc: PDFDocument) {
  const fonts = new Map<string, PdfFont & { embed(): void }>();
  return {
    fontOf(face: Face): PdfFont {
      let font = fonts.get(face.key);
      if (!font) fonts.set(face.key, (font = createPdfFont(doc, face, fonts.size)));
      return font;
    },
    /** Writes all fonts; nothing can be drawn after it. */
    embed: (): void => {
      for (const font of fonts.values()) font.embed();
    },
  };
}

function createPdfFont(doc: PDFDocument, { font }: Face, index: number) {
  const reference = doc.ref();
  const codes = new Map<string, number>();
  /** Code 0 is the font's own "no such glyph", never drawn. */
  const coded: Coded[] = [{ glyph: 0, text: "" }];
  const advanceOf = (glyph: number): number => font.getGlyph(glyph).advanceWidth / font.unitsPerEm;

  return {
    name: `F${index + 1}`,
    reference,
    code({ glyph, text }: ShapedGlyph): string {
      const pair = `${glyph} ${text}`;
      let code = codes.get(pair);
      if (code === undefined) {
        code = coded.push({ glyph, text }) - 1;
        codes.set(pair, code);
      }
      return hex(code);
    },
    advance: ({ glyph }: ShapedGlyph): number => advanceOf(glyph),
    embed(): void {
      const subset = font.createSubset();
      const glyphs = coded.map(({ glyph }) => subset.includeGlyph(glyph));
      const name = `${subsetTag(index)}+${font.postscriptName}`;
      const scale = 1000 / font.unitsPerEm;
      const file = doc.ref();
      file.end(subset.encode());
      const descriptor = doc.ref({
        Type: "FontDescriptor",
        FontName: name,
        // Symbolic: the codes are ours.
        Flags: 4,
        FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(
          (n) => n * scale,
        ),
        ItalicAngle: font.italicAngle,
        Ascent: font.ascent * scale,
        Descent: font.descent * scale,
        CapHeight: font.capHeight * scale,
        XHeight: font.xHeight * scale,
        StemV: 80,
        FontFile2: file,
      });
      descriptor.end();
      const toGlyphs = doc.ref();
      toGlyphs.end(Uint8Array.from(glyphs.flatMap((glyph) => [glyph >> 8, glyph & 255])));
      const descendant = doc.ref({
        Type: "Font",
        Subtype: "CIDFontType2",
        BaseFont: name,
        CIDSystemInfo: {
          Registry: new String("Adobe"),
          Ordering: new String("Identity"),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        W: [0, coded.map(({ glyph }) => advanceOf(glyph) * 1000)],
        CIDToGIDMap: toGlyphs,
      });
      descendant.end();
      const toUnicode = doc.ref();
      toUnicode.end(unicodeMap(coded));
      reference.data = {
        Type: "Font",
        Subtype: "Type0",
        BaseFont: name,
        Encoding: "Identity-H",
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      };
      reference.end();
    },
  };
}

const hex = (code: number): string => code.toString(16).padStart(4, "0");

/** Six letters that tell two subsets of one font apart. */
function subsetTag(index: number): string {
  const letters = Array.from(index.toString(26).padStart(6, "0"), (digit) =>
    String.fromCharCode(65 + Number.parseInt(digit, 26)),
  );
  return letters.join("");
}

/** PDF 1.7, 9.10.3: at most 100 entries to a block. */
function unicodeMap(coded: readonly Coded[]): string {
  const entries = coded.flatMap(({ text }, code) =>
    text === "" ? [] : [`<${hex(code)}> <${utf16(text)}>`],
  );
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join("");
}

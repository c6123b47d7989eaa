/**
 * Sheets into a PDF file, with pdfkit as the container of its objects: pages, tags, links, bookmarks,
 * fonts, images.
 *
 * Owns everything a reader of the file stands on; knows neither the report nor where images come from.
 * Elements of the structure tree come into being in the order in which their first mark is drawn, so
 * the order of marks is the order of reading. The same sheets and date give the same bytes.
 */
import PDFDocument, { type PdfImage, type PdfReference } from "pdfkit";
import { invariant, unreachable } from "../../shared/base/assert.ts";
import type { Anchor } from "../../shared/report/report.ts";
import { createPdfFonts } from "./pdf-fonts.ts";
import { metadataOf } from "./pdf-metadata.ts";
import {
  imageOperators,
  inkOperators,
  shapeOperators,
  textOperators,
  tickOperators,
} from "./pdf-paint.ts";
import { createTags } from "./pdf-tags.ts";
import type { Entry, ImageMark, Mark, Sheet, Tag } from "./sheets.ts";

export interface PdfAbout {
  readonly title: string;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly sheetSize: { readonly w: number; readonly h: number };
}

/** A JPEG to draw, told apart by `key`: the same key is the same object in the file. */
export interface Picture {
  readonly key: string;
  readonly bytes: Uint8Array;
}

export interface PdfWriter {
  /** Sheets in their order. An image without a picture is drawn as its `otherwise`. */
  drawSheet(sheet: Sheet, pictures: ReadonlyMap<ImageMark, Picture>): void;
  finish(contents: readonly Entry[]): Promise<Uint8Array>;
}

export function createPdfWriter({ title, language, madeAt, sheetSize }: PdfAbout): PdfWriter {
  const created = new Date(madeAt);
  const doc = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    lang: language,
    tagged: true,
    displayTitle: true,
    font: null,
    info: { Title: title, Creator: "Noticeboard", Producer: "Noticeboard", CreationDate: created },
  });
  const output = collect(doc);
  doc.endMetadata = () => {
    const metadata = doc.ref({ Type: "Metadata", Subtype: "XML" });
    // Left readable: whoever looks for the claims of a file need not unpack it.
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(metadataOf({ title, language, created })));
    doc._root.data["Metadata"] = metadata;
  };
  const fonts = createPdfFonts(doc);
  const tags = createTags(doc);
  const destinations = createDestinations();
  const images = new Map<string, PdfImage>();
  const states = createStates(doc);

  function drawMark(mark: Mark, pictures: ReadonlyMap<ImageMark, Picture>): void {
    switch (mark.is) {
      case "text": {
        const operators = textOperators(mark, ({ face }) => {
          const font = fonts.fontOf(face);
          doc.page.fonts[font.name] = font.reference;
          return font;
        });
        return void doc.addContent(operators);
      }
      case "shape":
        return void doc.addContent(shapeOperators(mark));
      case "tick":
        return void doc.addContent(tickOperators(mark));
      case "ink": {
        const state = states.use(mark.ink.tool);
        return void doc.addContent(inkOperators(mark, state));
      }
      case "image": {
        const picture = pictures.get(mark);
        const drawn = { ...mark.rect, turn: mark.image.turn };
        if (picture) return void doc.addContent(imageOperators(placed(picture), drawn));
        for (const other of mark.otherwise) drawMark(other, pictures);
        return;
      }
      case "area":
        return;
      default:
        unreachable(mark);
    }
  }

  /** Puts the picture into the file, once, and names it on this page. */
  function placed({ key, bytes }: Picture): string {
    let image = images.get(key);
    if (!image) {
      images.set(key, (image = doc.openImage(bytes)));
      image.embed(doc);
    }
    invariant(image.obj, "an embedded image is an object of the file");
    doc.page.xobjects[image.label] = image.obj;
    return image.label;
  }

  return {
    drawSheet({ marks, anchors }, pictures) {
      doc.addPage({ size: [sheetSize.w, sheetSize.h], margin: 0 });
      for (const { name, y } of anchors)
        doc.addNamedDestination(destinations.nameOf(name), "XYZ", null, Math.max(0, y - 12), null);
      for (const run of runsOf(marks))
        tags.mark(run.tag, () => run.marks.forEach((mark) => drawMark(mark, pictures)));
      tags.closeLinks(marks, destinations.nameOf);
    },
    async finish(contents) {
      addOutline(doc, contents, sheetSize.w);
      fonts.embed();
      states.end();
      doc.end();
      return await output;
    },
  };
}

interface Run {
  readonly tag: Tag | undefined;
  readonly marks: readonly Mark[];
}

/** Neighbouring marks of one element are one piece of marked content. */
function runsOf(marks: readonly Mark[]): Run[] {
  const runs: { tag: Tag | undefined; marks: Mark[] }[] = [];
  for (const mark of marks) {
    if (mark.is === "area") continue;
    const open = runs.at(-1);
    if (open && open.tag === mark.tag) open.marks.push(mark);
    else runs.push({ tag: mark.tag, marks: [mark] });
  }
  return runs;
}

/** Names of equal length, in the order in which they came up: however they are compared, they sort alike. */
function createDestinations() {
  const names = new Map<Anchor, string>();
  return {
    nameOf(anchor: Anchor): string {
      let name = names.get(anchor);
      if (!name) names.set(anchor, (name = `d${String(names.size).padStart(6, "0")}`));
      return name;
    },
  };
}

function createStates(doc: PDFDocument) {
  const states = {
    pen: { name: "Pen", reference: doc.ref({ Type: "ExtGState", CA: 1, ca: 1 }) },
    highlighter: {
      name: "Marker",
      reference: doc.ref({ Type: "ExtGState", CA: 1, BM: "Multiply" }),
    },
  } satisfies { [tool: string]: { name: string; reference: PdfReference } };
  return {
    use(tool: keyof typeof states): string {
      const { name, reference } = states[tool];
      doc.page.ext_gstates[name] = reference;
      return name;
    },
    end: (): void => {
      for (const { reference } of Object.values(states)) reference.end();
    },
  };
}

function addOutline(doc: PDFDocument, contents: readonly Entry[], sheetWidth: number): void {
  const parents = [doc.outline];
  for (const { words, level, sheet, y } of contents) {
    parents.length = Math.min(parents.length, level);
    const parent = parents.at(-1) ?? doc.outline;
    // pdfkit counts `left` from the right edge.
    const place = { pageNumber: sheet, top: Math.max(0, y - 12), left: sheetWidth };
    parents.push(parent.addItem(words, { ...place, expanded: true }));
  }
}

function collect(doc: PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk) => void chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.byteLength;
      }
      resolve(bytes);
    });
  });
}

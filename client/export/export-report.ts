/**
 * A report into a PDF file: fonts, sheets, images, file. The same code runs in the page's worker and in
 * Node; what differs between them comes in through ports.
 *
 * Owns the order of the work and its progress. An image that cannot be had does not stop it: the report
 * is made all the same, says so in its place, and tells the caller. test/integration/export.test.ts
 * holds the file to what a reader may expect of it.
 */
import type { BlobHash } from "../../shared/base/ids.ts";
import type { Outline } from "../../shared/geometry/polygon.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { Report } from "../../shared/report/report.ts";
import { type FontFiles, openFaces } from "./faces.ts";
import { fontStyles, uprightStyles } from "./font-slices.ts";
import type { Paper } from "./look.ts";
import { createPdfWriter, type Picture } from "./pdf-writer.ts";
import { createPictures, type Omission, type Quality } from "./pictures.ts";
import type { Entry, ImageMark } from "./sheets.ts";
import { hasItalics, textsOf, typeset } from "./typeset.ts";

export interface ExportOptions {
  readonly paper: Paper;
  readonly quality: Quality;
  /** Milliseconds since 1970: the file's date. */
  readonly madeAt: number;
}

export interface ExportPorts {
  readonly fonts: FontFiles;
  /** The bytes of a stored image. Rejects if it cannot be had. */
  image(hash: BlobHash): Promise<Uint8Array>;
  /** A JPEG of the part of a JPEG that `part` says in page fractions, and of nothing beyond it. */
  /** A part as a JPEG of its own; what lies beyond an outline in it is white. */
  crop(jpeg: Uint8Array, part: Rect, outline?: Outline): Promise<Uint8Array>;
}

export interface ExportedReport {
  readonly pdf: Uint8Array;
  readonly sheets: number;
  /** The bookmarks, for a list of contents. */
  readonly contents: readonly Entry[];
  /** Characters that no font has; each shows as a placeholder and can be searched for. */
  readonly missing: readonly string[];
  /** Images that are not in the file, each once. */
  readonly omitted: readonly Omission[];
}

/** Called after each sheet with how many of all are done. */
export type OnProgress = (done: number, all: number) => void;

export async function exportReport(
  report: Report,
  options: ExportOptions,
  ports: ExportPorts,
  onProgress: OnProgress = () => {},
): Promise<ExportedReport> {
  const styles = hasItalics(report) ? fontStyles : uprightStyles;
  const faces = await openFaces(textsOf(report), styles, ports.fonts);
  const { sheets, sheetSize, contents } = typeset(report, options.paper, faces);
  const { title, language } = report;
  const writer = createPdfWriter({ title, language, madeAt: options.madeAt, sheetSize });
  const pictures = createPictures(ports, options.quality);
  const imagesOf = sheets.map(({ marks }) => marks.filter((mark) => mark.is === "image"));
  for (const [i, sheet] of sheets.entries()) {
    // The next sheets' images are on their way while this one is drawn.
    for (const ahead of imagesOf.slice(i, i + 3).flat()) pictures.prefetch(ahead);
    const drawn = new Map<ImageMark, Picture>();
    for (const mark of imagesOf[i] ?? []) {
      const picture = await pictures.take(mark);
      if (picture) drawn.set(mark, picture);
    }
    writer.drawSheet(sheet, drawn);
    onProgress(i + 1, sheets.length);
  }
  const pdf = await writer.finish(contents);
  return {
    pdf,
    sheets: sheets.length,
    contents,
    missing: [...faces.missing],
    omitted: pictures.omitted(),
  };
}

/**
 * The intake's worker: files in, page pictures out; page pictures in, masked tiers out.
 *
 * Keeps nothing between calls: pages are held by the page as encoded blobs, so that ending this worker
 * cancels whatever runs and leaves nothing half done.
 */
import { expose } from "comlink";
import type { ErrorCode } from "../../../../shared/protocol/errors.ts";
import { limits } from "../../../../shared/protocol/limits.ts";
import { burnImage, burnPage, overlayPages, showPage, showStrips, showUnder } from "./burn.ts";
import { type OnPage, refitPage, showFit } from "./page-image.ts";
import { readPicture } from "./read-picture.ts";
import { sniffBytes, sniffKind } from "./sniff.ts";

/** How a file is to be read. */
export interface Reading {
  /** The first page to read, from 1: those before are there already. */
  readonly from: number;
  /** A file of more pages than this is refused before any is read. */
  readonly mostPages: number;
  /** Draw the next page while one is being encoded; without, it is plain which page breaks things. */
  readonly ahead: boolean;
  /** What the teacher typed; used here and kept nowhere. */
  readonly password?: string | undefined;
}

/** Reads one file page by page; answers why it is refused, or undefined. Pages already told of stand. */
async function readFile(
  file: Blob,
  reading: Reading,
  onPage: OnPage,
): Promise<ErrorCode | undefined> {
  if (file.size === 0) return "file_empty";
  if (file.size > limits.sourceFileBytes) return "file_too_large";
  const kind = sniffKind(new Uint8Array(await file.slice(0, sniffBytes).arrayBuffer()));
  if (kind === undefined) return "file_kind_unknown";
  if (reading.mostPages < 1) return "too_many_pages";
  if (kind === "pdf") {
    // pdf.js is a megabyte: loaded when the first PDF arrives.
    const { readPdf } = await import("./read-pdf.ts");
    return readPdf(file, reading, onPage);
  }
  const page = await readPicture(kind, file);
  if (typeof page === "string") return page;
  await onPage(1, 1, page);
  return undefined;
}

const work = {
  readFile,
  refitPage,
  showFit,
  burnImage,
  burnPage,
  showPage,
  showStrips,
  showUnder,
  overlayPages,
};
export type IntakeWork = typeof work;

expose(work);

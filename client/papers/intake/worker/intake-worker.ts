/**
 * The intake's worker: files in, page pictures out; page pictures in, masked tiers out.
 *
 * Keeps nothing between calls: pages are held by the page as encoded blobs, so that ending this worker
 * cancels whatever runs and leaves nothing half done.
 */
import { expose } from "comlink";
import type { ErrorCode } from "../../../../shared/protocol/errors.ts";
import { limits } from "../../../../shared/protocol/limits.ts";
import { burnPage, overlayPages, showPage, showStrips } from "./burn.ts";
import type { OnPage } from "./page-image.ts";
import { readPicture } from "./read-picture.ts";
import { sniffBytes, sniffKind } from "./sniff.ts";

/** Why a whole file is refused; "heic" is told apart because there is something the teacher can do. */
export type FileRefusal = ErrorCode | "heic";

/** Reads one file page by page; answers why it is refused, or undefined. Pages already told of stand. */
async function readFile(file: Blob, onPage: OnPage): Promise<FileRefusal | undefined> {
  if (file.size === 0) return "file_empty";
  if (file.size > limits.sourceFileBytes) return "file_too_large";
  const kind = sniffKind(new Uint8Array(await file.slice(0, sniffBytes).arrayBuffer()));
  if (kind === undefined) return "file_kind_unknown";
  if (kind === "heic") return "heic";
  if (kind === "pdf") {
    // pdf.js is a megabyte: loaded when the first PDF arrives.
    const { readPdf } = await import("./read-pdf.ts");
    return readPdf(file, onPage);
  }
  const page = await readPicture(kind, file);
  if (typeof page === "string") return page;
  await onPage(1, 1, page);
  return undefined;
}

const work = { readFile, burnPage, showPage, showStrips, overlayPages };
export type IntakeWork = typeof work;

expose(work);

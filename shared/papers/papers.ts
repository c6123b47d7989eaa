/**
 * Papers and their pages: one pupil's work under a code, 1..n masked page images.
 *
 * Owns the roots `papers` and `pages`. A page names its paper and its order in one register each, and
 * knows its image only by content hashes. Where a paper lies is `place`, one register written by
 * shared/sorting, so that two people moving one paper leave it in exactly one pile.
 */
import type * as Y from "yjs";
import { type BlobHash, isBlobHash, type PageId, type PaperId } from "../base/ids.ts";
import type { Size } from "../geometry/rect.ts";
import {
  type QuarterTurn,
  readQuarterTurn,
  turnedFurther,
  turnedSize,
} from "../geometry/turned-page.ts";
import {
  createRecords,
  isAlive,
  type Record,
  readSize,
  readString,
  recordsOf,
  setAlive,
  setRegister,
  structureOrigin,
} from "../records/records.ts";

export const papersRoot = "papers";
export const pagesRoot = "pages";

export interface Paper {
  readonly id: PaperId;
  /** Random label such as "K7M": all that tells one paper from another. */
  readonly code: string;
  /** Words of the team on it, each once, by their letters: tags.ts. */
  readonly tags: readonly string[];
}

/** What the registers with tags begin with; the tag's words follow, in lower case. */
export const tagPrefix = "tag.";
/** Letters of one tag, and tags of one paper. */
export const mostTag = 40;
const mostTags = 24;

/** One JPEG of a page at one size. */
export interface Tier {
  readonly w: number;
  readonly h: number;
  readonly hash: BlobHash;
}

export interface Page {
  readonly id: PageId;
  readonly paper: PaperId;
  /** Fractional key: sorts the pages of a paper. */
  readonly order: string;
  /** As it is seen, turned: in pixels of the largest tier; its ratio is the page's shape. */
  readonly size: Size;
  /** How far it is turned from how it was scanned; its images and its marks are kept as scanned. */
  readonly turn: QuarterTurn;
  /** Smallest first; at least one, but none while it is covered: no reader then shows any pixel of it. */
  readonly tiers: readonly Tier[];
  /** Somebody said that a person can be recognised on it; hidden from all until a member has looked. */
  readonly covered: boolean;
  /** It was covered when the board was put into the file it came in: its images are not here, and stay covered. */
  readonly leftOut: boolean;
  /** Alternative text, or "" until somebody writes one. */
  readonly alt: string;
  /** What is written on it, typed out, or "" until somebody does. */
  readonly transcript: string;
}

export interface NewPage {
  readonly id: PageId;
  readonly tiers: readonly Tier[];
}

export interface NewPaper {
  readonly id: PaperId;
  readonly code: string;
  /** Fractional key among the unsorted. */
  readonly order: string;
  readonly pages: readonly NewPage[];
}

/**
 * Brings in papers, unsorted, with all their pages. The papers themselves come alive last: whoever sees
 * a paper sees all its pages.
 */
export function addPapers(doc: Y.Doc, papers: readonly NewPaper[], origin: unknown): void {
  const pages = papers.flatMap((paper) =>
    paper.pages.map((page, i) => ({
      id: page.id,
      registers: {
        paper: paper.id,
        order: pageOrder(i),
        tiers: tiersRegister(page.tiers),
      },
    })),
  );
  createRecords(doc, pagesRoot, pages, origin);
  createRecords(
    doc,
    papersRoot,
    papers.map(({ id, code, order }) => ({ id, registers: { code, place: [null, order] } })),
    origin,
  );
}

/** Pages come in together and in order; keys leave room between and behind. */
const pageOrder = (index: number): string => `a${index.toString().padStart(4, "0")}V`;

export function deletePapers(doc: Y.Doc, papers: Iterable<PaperId>, origin: unknown): void {
  setAlive(doc, papersRoot, papers, false, origin);
}

export function describePage(doc: Y.Doc, page: PageId, alt: string, origin: unknown): void {
  setRegister(doc, pagesRoot, page, "alt", alt, origin);
}

export function transcribePage(doc: Y.Doc, page: PageId, words: string, origin: unknown): void {
  setRegister(doc, pagesRoot, page, "transcript", words, origin);
}

/**
 * Turns pages a quarter to the right or to the left, in one transaction. Each has its turn in one register:
 * of two people who turn one page at once, one has turned it.
 */
export function turnPages(
  doc: Y.Doc,
  pages: Iterable<PageId>,
  by: 90 | -90,
  origin: unknown,
): void {
  doc.transact(() => {
    for (const page of pages) {
      const turn = readQuarterTurn(recordsOf(doc, pagesRoot).get(page)?.get("turn"));
      setRegister(doc, pagesRoot, page, "turn", turnedFurther(turn, by), origin);
    }
  }, origin);
}

/**
 * Puts masked images in place of a page's own, for what was found only after it came in. Under the
 * structure's origin: undo must not bring back what was painted out. `uncovers`: it was covered for what is
 * masked now.
 */
export function maskPage(doc: Y.Doc, page: PageId, tiers: readonly Tier[], uncovers = false): void {
  doc.transact(() => {
    setRegister(doc, pagesRoot, page, "tiers", tiersRegister(tiers), structureOrigin);
    if (uncovers) coverPage(doc, page, false, structureOrigin);
  }, structureOrigin);
}

/** Hides a page from everybody, or shows it again. The server does it, and keeps its images to itself meanwhile. */
export function coverPage(doc: Y.Doc, page: PageId, covered: boolean, origin: unknown): void {
  setRegister(doc, pagesRoot, page, "covered", covered, origin);
}

/** Says of a covered page that its images did not come along with the board. The server does, which looked. */
export function leaveOutImages(doc: Y.Doc, page: PageId, origin: unknown): void {
  setRegister(doc, pagesRoot, page, "leftOut", true, origin);
}

/** Whether there is nothing under the page's cover. */
export function isLeftOut(doc: Y.Doc, page: PageId): boolean {
  return isCovered(doc, page) && recordsOf(doc, pagesRoot).get(page)?.get("leftOut") === true;
}

/** Whether the page is hidden from everybody. */
export function isCovered(doc: Y.Doc, page: PageId): boolean {
  return recordsOf(doc, pagesRoot).get(page)?.get("covered") === true;
}

/** The images of a page, also of one that is covered: for whoever masks it, and for nobody else. */
export function tiersUnderCover(doc: Y.Doc, page: PageId): readonly Tier[] {
  return readTiers(recordsOf(doc, pagesRoot).get(page)?.get("tiers"));
}

export function readPaper(id: PaperId, record: Record): Paper | undefined {
  if (!isAlive(record)) return undefined;
  return { id, code: readString(record.get("code"), "?"), tags: readTags(record) };
}

/** What is tagged: papers, and regions of their pages. */
export function readTags(record: Record): readonly string[] {
  return [...record.keys()]
    .filter((key) => key.startsWith(tagPrefix))
    .toSorted()
    .map((key) => readString(record.get(key)).slice(0, 2 * mostTag))
    .filter(Boolean)
    .slice(0, mostTags);
}

export function readPage(id: PageId, record: Record): Page | undefined {
  if (!isAlive(record)) return undefined;
  const tiers = readTiers(record.get("tiers"));
  const largest = tiers.at(-1);
  const paper = record.get("paper");
  if (!largest || typeof paper !== "string") return undefined;
  const turn = readQuarterTurn(record.get("turn"));
  const covered = record.get("covered") === true;
  return {
    id,
    paper: paper as PaperId,
    order: readString(record.get("order")),
    size: turnedSize(largest, turn),
    turn,
    tiers: covered ? [] : tiers,
    covered,
    leftOut: covered && record.get("leftOut") === true,
    alt: readString(record.get("alt")),
    transcript: readString(record.get("transcript")),
  };
}

/** How the sizes of an image are kept. */
export const tiersRegister = (tiers: readonly Tier[]): readonly (readonly (number | string)[])[] =>
  tiers.map(({ w, h, hash }) => [w, h, hash]);

/** The sizes of an image, smallest first; what makes no sense is left out. */
export function readTiers(value: unknown): readonly Tier[] {
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((tier: unknown): Tier[] => {
      if (!Array.isArray(tier)) return [];
      const size = readSize(tier.slice(0, 2));
      const hash: unknown = tier[2];
      return size && isBlobHash(hash) ? [{ ...size, hash }] : [];
    })
    .toSorted((a, b) => a.w - b.w);
}

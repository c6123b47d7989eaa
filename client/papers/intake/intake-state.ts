/**
 * The state of one "Bring in papers": files, pages, masks, and how far it has come. Never synced;
 * everything in it stays in this browser. Pure: what changes it is in intake.ts and stack-reader.ts.
 */
import type { Task } from "../../../shared/board/meta.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { type KeyBook, pupilBehind, pupilNamed } from "../keys/key-book.ts";
import { type Grouping, seenPapers } from "./arrange.ts";
import type { AskedCode } from "./batch.ts";
import type { Fit } from "./fit.ts";
import type { Arrangement } from "./history.ts";
import { boxesOn, type Masks, noMasks, suggestedBox, withBoxes } from "./masks.ts";
import type { PageToSend } from "./send.ts";
import {
  groupPages,
  haveBlankBacks,
  type PerPaper,
  papersToBring,
  printedCodes,
  type StackPage,
  type Turn,
} from "./stack.ts";
import type { PageWork } from "./worker/burn.ts";
import type { PageImage } from "./worker/page-image.ts";
import type { Quad } from "./worker/pixels/quad.ts";

export type Step = "choose" | "pages" | "names" | "look" | "pupils" | "send";

/** A page as it was read. An unreadable one has no picture. */
export interface IntakePage extends StackPage {
  readonly turn: Turn;
  /** How the page was put straight, and whether a person might see better where its sheet lies. */
  readonly fit: Fit | undefined;
  readonly unsure: boolean;
  /** The page's picture put straight, unmasked, encoded. */
  readonly image: Blob | undefined;
  /** The page as it was read, and its height over width. */
  readonly whole: Blob | undefined;
  readonly wholeShape: number;
  /** An object URL of a small picture, before turning. */
  readonly thumb: string | undefined;
  /** Height over width, as it stands after turning. */
  readonly shape: number;
}

export interface IntakeFile {
  readonly source: number;
  /** The name is shown to the teacher and goes nowhere else. */
  readonly name: string;
  /** "locked" waits for its password. */
  readonly state: "waiting" | "reading" | "read" | "locked" | "refused";
  readonly refusal: ErrorCode | undefined;
  /** It asks for a password, and was not opened yet. */
  readonly asks: boolean;
  /** How many pages it has, once that is known, and how many are read. */
  readonly of: number;
  readonly done: number;
}

export type Sending = {
  /** The codes of the papers, in their order: those they are to have, and in the end have got; "" where none is set yet. */
  readonly codes: readonly string[];
} & (
  | { readonly is: "going"; readonly stored: number; readonly of: number }
  | {
      readonly is: "stopped";
      readonly stored: number;
      readonly of: number;
      readonly code: ErrorCode;
      /** What is masked waits in this browser, and can go in later. */
      readonly waits: boolean;
    }
  | { readonly is: "done" }
);

/** A page of which the sheet is being set, and where its corners are so far. */
export interface Fitting {
  readonly key: number;
  readonly corners: Quad;
}

/** Who is who, as far as the teacher has said. Stays in this page and goes when it closes. */
export interface PupilsAtHand {
  /** As it was opened from the teacher's file. */
  readonly book: KeyBook;
  /** The pupil's name, by the key of the paper's first page. */
  readonly names: ReadonlyMap<number, string>;
  /** The class of pupils who are new in the book. */
  readonly group: string;
}

export interface IntakeState {
  readonly step: Step;
  readonly files: readonly IntakeFile[];
  readonly pages: readonly IntakePage[];
  readonly perPaper: PerPaper;
  /** Whether blank pages are put aside: as they look, until the teacher says so. */
  readonly blanks: "byLook" | boolean;
  /** Whether the paper of all pages is made white. */
  readonly white: boolean;
  /** What undo and redo go back and forth to; the last entry is the nearest. */
  readonly past: readonly Arrangement[];
  readonly future: readonly Arrangement[];
  /** The page whose sheet is being set by hand. */
  readonly fitting: Fitting | undefined;
  readonly masks: Masks;
  /** The page number, from 0, whose mask is being drawn. */
  readonly number: number;
  /** The page that is being masked further by itself. */
  readonly touching: number | undefined;
  /** Pages of which a strip is in view and not cut yet: nobody can say yet that no name shows. */
  readonly uncut: ReadonlySet<number>;
  /** Whether a colleague looks through the strips as well before anything is sent, and does so now. */
  readonly second: "no" | "wanted" | "now";
  /** Pages without a mask that the colleague has had before their eyes, whole. */
  readonly lookedOver: ReadonlySet<number>;
  readonly sending: Sending | undefined;
  readonly pupils: PupilsAtHand;
  /** What of the board's task is said here, for the board to say once the papers lie there. */
  readonly task: Partial<Task>;
  /** Reading and sending rest until the teacher goes on. */
  readonly paused: boolean;
}

export const freshIntake: IntakeState = {
  step: "choose",
  files: [],
  pages: [],
  perPaper: 1,
  blanks: "byLook",
  white: false,
  past: [],
  future: [],
  fitting: undefined,
  masks: noMasks,
  number: 0,
  touching: undefined,
  uncut: new Set(),
  second: "no",
  lookedOver: new Set(),
  sending: undefined,
  pupils: { book: [], names: new Map(), group: "" },
  task: {},
  paused: false,
};

export function pageAsRead(
  from: Pick<IntakePage, "key" | "source" | "number">,
  read: PageImage | undefined,
): IntakePage {
  return {
    ...from,
    readable: read !== undefined,
    dropped: false,
    stays: false,
    opening: "byRule",
    separator: read?.separator,
    turn: 0,
    ...seenAs(read),
  };
}

/** What a page is by its pictures; a page put straight by hand leaves nobody unsure. */
export function seenAs(
  read: (Omit<PageImage, "separator" | "unsure"> & Partial<PageImage>) | undefined,
): Pick<
  IntakePage,
  "blank" | "fit" | "unsure" | "image" | "whole" | "wholeShape" | "thumb" | "shape"
> {
  return {
    blank: read?.blank ?? false,
    fit: read?.fit,
    unsure: read?.unsure ?? false,
    image: read?.image,
    whole: read?.whole,
    wholeShape: read ? read.wholeSize.h / read.wholeSize.w : 11 / 8.5,
    thumb: read && URL.createObjectURL(read.thumb),
    shape: read ? read.size.h / read.size.w : 11 / 8.5,
  };
}

export function revokeThumb({ thumb }: IntakePage): void {
  if (thumb) URL.revokeObjectURL(thumb);
}

type Stack = Pick<IntakeState, "pages" | "perPaper" | "blanks">;

/** How the pages are grouped, and whether blank ones are seen. */
export function groupingOf({ pages, perPaper, blanks }: Stack): Grouping {
  return {
    perPaper,
    blanksAside: blanks === "byLook" ? haveBlankBacks(pages, perPaper) : blanks,
  };
}

/** The papers as they are seen on the contact sheet. */
export const papersOf = (state: Stack): readonly (readonly IntakePage[])[] =>
  seenPapers(state.pages, groupingOf(state));

/** The papers with all the places they have, those of blank pages put aside included. */
export const placesOf = ({ pages, perPaper }: Stack): readonly (readonly IntakePage[])[] =>
  groupPages(pages, perPaper);

/** A page with its number, from 0, in its paper. */
export interface PlacedPage {
  readonly page: IntakePage;
  readonly number: number;
}

/** The papers that will lie on the board, with their readable pages. */
export function papersWithNumbers(state: Stack): readonly (readonly PlacedPage[])[] {
  const papers = placesOf(state);
  const numbers = new Map(papers.flatMap((paper) => paper.map(({ key }, i) => [key, i] as const)));
  return papersToBring(papers, groupingOf(state).blanksAside).map((paper) =>
    paper.map((page) => ({ page, number: numbers.get(page.key) ?? 0 })),
  );
}

/** What is known of a paper that will lie on the board, in this browser alone. */
export interface PaperAtHand {
  /** The key of its first page. */
  readonly key: number;
  readonly first: PlacedPage;
  readonly printed: string | undefined;
  /** The pupil's name, or "". */
  readonly name: string;
}

export function papersAtHand(state: Pick<IntakeState, "pupils"> & Stack): readonly PaperAtHand[] {
  const papers = papersWithNumbers(state);
  const codes = printedCodes(
    state.pages,
    papers.map((paper) => paper.map(({ page }) => page)),
  );
  return papers.flatMap(([first]): PaperAtHand[] => {
    if (!first) return [];
    const { key } = first.page;
    const printed = codes.get(key);
    const behind = printed === undefined ? undefined : pupilBehind(state.pupils.book, printed);
    const name = state.pupils.names.get(key) ?? behind?.name ?? "";
    return [{ key, first, printed, name }];
  });
}

/**
 * The code that each paper is to have, in their order. `make` makes new ones for pupils by their names; a
 * name has the same one however often it is asked for.
 */
export function codesToUse(
  state: Pick<IntakeState, "pupils"> & Stack,
  make: (names: readonly string[]) => readonly string[],
): readonly AskedCode[] {
  const { book } = state.pupils;
  const papers = papersAtHand(state);
  const isNew = ({ name, printed }: PaperAtHand): boolean =>
    name !== "" && !pupilNamed(book, name)?.code && (!printed || !!pupilBehind(book, printed));
  const fresh = papers.filter(isNew);
  const made = make(fresh.map(({ name }) => name));
  return papers.map((paper): AskedCode => {
    const code = pupilNamed(book, paper.name)?.code;
    if (code !== undefined) return { code, codeOf: "pupil" };
    const at = fresh.indexOf(paper);
    return at < 0 ? { code: paper.printed } : { code: made[at], codeOf: "new" };
  });
}

/** How many page numbers the papers have: the length of the longest. */
export function countNumbers(state: Stack): number {
  const numbers = papersWithNumbers(state).flatMap((paper) => paper.map(({ number }) => number));
  return Math.max(0, ...numbers) + 1;
}

export const isReading = ({ files }: IntakeState): boolean =>
  files.some(({ state }) => state === "waiting" || state === "reading");

/** A page's picture and how it stands; undefined for an unreadable one. */
export function standingOf({
  image,
  fit,
  turn,
}: IntakePage): Pick<PageWork, "image" | "straight" | "turn"> | undefined {
  return image && { image, straight: fit?.is === "straight" ? fit : undefined, turn };
}

/** The pages with one more: in the order of the files, though a locked one is read last. */
export function withPage(pages: readonly IntakePage[], page: IntakePage): readonly IntakePage[] {
  const at = pages.findLastIndex(({ source }) => source <= page.source) + 1;
  return pages.toSpliced(at, 0, page);
}

/** The work to be done to a page: its picture, turn and all its boxes; undefined for an unreadable one. */
export function workOn(
  { masks, white }: Pick<IntakeState, "masks" | "white">,
  { page, number }: PlacedPage,
): PageWork | undefined {
  const standing = standingOf(page);
  return standing && { ...standing, white, boxes: boxesOn(masks, number, page.key) };
}

/** Whether nothing is painted out on pages like it: who looks second looks over the whole of it. */
export const isLookedOver = (masks: Masks, { page, number }: PlacedPage): boolean =>
  masks.nameless.has(number) || boxesOn(masks, number, page.key).length === 0;

/** How many pages a colleague who looks second has still to look over. */
export function countToLookOver(state: IntakeState): number {
  if (state.second !== "now") return 0;
  const pages = papersWithNumbers(state).flat();
  return pages.filter(
    (placed) => isLookedOver(state.masks, placed) && !state.lookedOver.has(placed.page.key),
  ).length;
}

/** Every page of every paper as it is to be sent. */
export function papersToSend(state: IntakeState): readonly (readonly PageToSend[])[] {
  return papersWithNumbers(state).map((paper) =>
    paper.flatMap((placed) => {
      const work = workOn(state, placed);
      return work ? [{ key: placed.page.key, fit: placed.page.fit, ...work }] : [];
    }),
  );
}

/** The first page of a paper gets a first box, until the teacher has said something about it. */
export function withSuggestion(masks: Masks): Masks {
  const untouched = masks.byNumber[0] === undefined && !masks.nameless.has(0);
  return untouched ? withBoxes(masks, 0, [suggestedBox]) : masks;
}

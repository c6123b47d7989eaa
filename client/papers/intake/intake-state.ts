/**
 * The state of one "Bring in papers": files, pages, masks, and how far it has come. Never synced;
 * everything in it stays in this browser. Pure: what changes it is in intake.ts and stack-reader.ts.
 */
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { boxesOn, type Masks, noMasks, suggestedBox, withBoxes } from "./masks.ts";
import type { PageToSend } from "./send.ts";
import { groupPages, type PerPaper, papersToBring, type StackPage, type Turn } from "./stack.ts";
import type { PageWork } from "./worker/burn.ts";
import type { FileRefusal } from "./worker/intake-worker.ts";
import type { PageImage } from "./worker/page-image.ts";

export type Step = "choose" | "pages" | "names" | "look" | "send";

/** A page as it was read. An unreadable one has no picture. */
export interface IntakePage extends StackPage {
  readonly turn: Turn;
  readonly blank: boolean;
  /** The page's picture, unmasked, encoded. */
  readonly image: Blob | undefined;
  /** An object URL of a small picture, as it stands after turning. */
  readonly thumb: string | undefined;
  /** Height over width, as it stands after turning. */
  readonly shape: number;
}

export interface IntakeFile {
  readonly source: number;
  /** The name is shown to the teacher and goes nowhere else. */
  readonly name: string;
  readonly state: "waiting" | "reading" | "read" | "refused";
  readonly refusal: FileRefusal | undefined;
  /** How many pages it has, once that is known, and how many are read. */
  readonly of: number;
  readonly done: number;
}

export type Sending =
  | { readonly is: "going"; readonly stored: number; readonly of: number }
  | {
      readonly is: "stopped";
      readonly stored: number;
      readonly of: number;
      readonly code: ErrorCode;
    }
  | { readonly is: "done"; readonly papers: number };

export interface IntakeState {
  readonly step: Step;
  readonly files: readonly IntakeFile[];
  readonly pages: readonly IntakePage[];
  readonly perPaper: PerPaper;
  readonly masks: Masks;
  /** The page number, from 0, whose mask is being drawn. */
  readonly number: number;
  /** The page that is being masked further by itself. */
  readonly touching: number | undefined;
  readonly sending: Sending | undefined;
}

export const freshIntake: IntakeState = {
  step: "choose",
  files: [],
  pages: [],
  perPaper: 1,
  masks: noMasks,
  number: 0,
  touching: undefined,
  sending: undefined,
};

export function pageAsRead(
  from: Pick<IntakePage, "key" | "source" | "number">,
  read: PageImage | undefined,
): IntakePage {
  return {
    ...from,
    readable: read !== undefined,
    dropped: false,
    opening: "byRule",
    turn: 0,
    blank: read?.blank ?? false,
    image: read?.image,
    thumb: read && URL.createObjectURL(read.thumb),
    shape: read ? read.size.h / read.size.w : 11 / 8.5,
  };
}

export function revokeThumb({ thumb }: IntakePage): void {
  if (thumb) URL.revokeObjectURL(thumb);
}

export const papersOf = ({
  pages,
  perPaper,
}: Pick<IntakeState, "pages" | "perPaper">): readonly (readonly IntakePage[])[] =>
  groupPages(pages, perPaper);

/** A page with its number, from 0, in its paper. */
export interface PlacedPage {
  readonly page: IntakePage;
  readonly number: number;
}

/** The papers that will lie on the board, with their readable pages. */
export function papersWithNumbers(
  state: Pick<IntakeState, "pages" | "perPaper">,
): readonly (readonly PlacedPage[])[] {
  const papers = papersOf(state);
  const numbers = new Map(papers.flatMap((paper) => paper.map(({ key }, i) => [key, i] as const)));
  return papersToBring(papers).map((paper) =>
    paper.map((page) => ({ page, number: numbers.get(page.key) ?? 0 })),
  );
}

/** How many page numbers the papers have: the length of the longest. */
export function countNumbers(state: Pick<IntakeState, "pages" | "perPaper">): number {
  return Math.max(1, ...papersOf(state).map((paper) => paper.length));
}

export const isReading = ({ files }: IntakeState): boolean =>
  files.some(({ state }) => state === "waiting" || state === "reading");

/** The work to be done to a page: its picture, turn and all its boxes; undefined for an unreadable one. */
export function workOn(masks: Masks, { page, number }: PlacedPage): PageWork | undefined {
  if (!page.image) return undefined;
  return { image: page.image, turn: page.turn, boxes: boxesOn(masks, number, page.key) };
}

/** Every page of every paper as it is to be sent. */
export function papersToSend(state: IntakeState): readonly (readonly PageToSend[])[] {
  return papersWithNumbers(state).map((paper) =>
    paper.flatMap((placed) => {
      const work = workOn(state.masks, placed);
      return work ? [{ key: placed.page.key, ...work }] : [];
    }),
  );
}

/** The first page of a paper gets a first box, until the teacher has said something about it. */
export function withSuggestion(masks: Masks): Masks {
  const untouched = masks.byNumber[0] === undefined && !masks.nameless.has(0);
  return untouched ? withBoxes(masks, 0, [suggestedBox]) : masks;
}

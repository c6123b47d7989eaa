/**
 * A report as plain data: sections of blocks in reading order, with every word already said.
 *
 * Owns the shapes only. build-report.ts makes them from a board; client/export typesets and draws
 * them. There are no functions in here and no ids that a reader would see, so that a report crosses
 * to a worker as it is and a test can hold one against another.
 */

import type { Stance } from "../board/notes.ts";
import type { InkColour, InkTool } from "../board/strokes.ts";
import type { InkPoint } from "../geometry/ink.ts";
import type { Area, Outline } from "../geometry/polygon.ts";
import type { PageRect, Size } from "../geometry/rect.ts";
import type { QuarterTurn } from "../geometry/turned-page.ts";
import type { Tier } from "../papers/papers.ts";
import type { PileColour } from "../sorting/piles.ts";
import type { BlockLook } from "../text/blocks.ts";

/** The team's tags on a paper or a region, in words. They are its own: an edition for others has none. */
export interface TagLine {
  readonly words: string;
  readonly count: number;
}

/** Names a place in the report that links lead to; each is set at most once. */
export type Anchor = string;

export interface Report {
  /** Never empty. */
  readonly title: string;
  /** The language of its own words, as a BCP 47 tag. */
  readonly language: string;
  /** What stands in place of a page image that could not be had. */
  readonly imageMissing: string;
  /** How it says that something on a check list is done, and that it is not. */
  readonly checkStates: CheckStates;
  readonly sections: readonly Section[];
}

export interface CheckStates {
  readonly checked: string;
  readonly unchecked: string;
}

/** All flow on but `papers`, of which each page opens a sheet of its own. */
export interface Section {
  readonly is: "front" | "talk" | "needs" | "moved" | "table" | "papers";
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | List | PileSummaries | NeedBlock | PaperBlock;

export interface Heading {
  readonly is: "heading";
  readonly level: 1 | 2 | 3;
  readonly words: string;
  /** The same words with their look, where somebody gave them one. */
  readonly phrases?: readonly Phrase[];
  readonly anchor?: Anchor;
}

/** A stretch of words that are set and linked alike. */
export interface Phrase {
  readonly words: string;
  /** Marks of shared/text in their order, such as "bi"; none without. */
  readonly marks?: string;
  /** A place in this report. */
  readonly to?: Anchor;
  /** An address outside of it, checked by shared/text/links.ts. */
  readonly link?: string;
  /** A colleague called by name. */
  readonly mention?: true;
}

/** A block of what somebody wrote, with its look. */
export interface WrittenBlock extends BlockLook {
  /** In a numbered list. */
  readonly number?: number;
  /** A line break within the block is a \n. None for an empty line. */
  readonly phrases: readonly Phrase[];
}

/** What somebody wrote; no empty lines at its ends. */
export type Written = readonly WrittenBlock[];

export interface Paragraph {
  readonly is: "paragraph";
  /** `lead` is the guiding question, `soft` says something about what stands beside it. */
  readonly tone: "plain" | "lead" | "soft";
  /** A word or two above it, such as "What we wondered". */
  readonly label?: string;
  readonly phrases: readonly Phrase[];
}

export interface List {
  readonly is: "list";
  readonly items: readonly NoteLine[];
}

/** A note: "Notice" and what it says. */
export interface NoteLine {
  readonly label: string;
  readonly written: Written;
}

export interface PileSummaries {
  readonly is: "piles";
  readonly piles: readonly PileSummary[];
}

export interface PileSummary {
  readonly name: string;
  /** Undefined for the papers that lie in no pile. */
  readonly colour: PileColour | undefined;
  /** 0 where the count is not told. */
  readonly count: number;
  /** The count with its noun: "12 papers"; or that it is not told. */
  readonly counted: string;
  /** "" where the team wrote none. */
  readonly criterion: string;
  readonly codes: readonly Phrase[];
}

export interface NeedBlock {
  readonly is: "need";
  /** The first block of its words. */
  readonly heading: Heading;
  /** Its further blocks. */
  readonly more: Written;
  /** From which pile, and from how many papers or that it is a hunch. */
  readonly standing: Paragraph;
  readonly evidence: readonly Crop[];
  /** What could meet it; undefined where nothing is put to it. */
  readonly resources: TitledList | undefined;
  /** What is tried; undefined where nothing is said of it. */
  readonly steps: TitledList | undefined;
}

/** A list under a few words of its own. */
export interface TitledList {
  readonly title: string;
  /** At least one. */
  readonly items: readonly NoteLine[];
}

/** A page image by the content hashes of its sizes, smallest first. */
export interface PageImage {
  readonly tiers: readonly Tier[];
  /** Pixels of the largest as it is seen, turned; the ratio is the page's shape. */
  readonly size: Size;
  /** How far it is turned to be seen. Rectangles and ink are fractions of the page as it was scanned. */
  readonly turn: QuarterTurn;
}

/** A piece of evidence: what can be seen of a page, and the notes on it. */
export interface Crop {
  readonly image: PageImage;
  /** The part that is cut out; undefined = the whole page. */
  readonly rect: PageRect | undefined;
  /** Within `rect`: nothing of the page shows beyond it. */
  readonly outline?: Outline | undefined;
  readonly alt: string;
  readonly caption: string;
  /** Where the paper's page stands in this report, if it does. */
  readonly to: Anchor | undefined;
  readonly notes: readonly NoteLine[];
  /** All strokes on the page, in page fractions; what lies within the rectangle or the outline shows. */
  readonly ink: readonly InkMark[];
}

export interface InkMark {
  readonly tool: InkTool;
  readonly colour: InkColour;
  /** Fraction of the page's width. */
  readonly width: number;
  readonly points: readonly InkPoint[];
}

export interface PaperBlock {
  readonly is: "paper";
  readonly heading: Heading;
  readonly colour: PileColour | undefined;
  /** Said above each of its pages: the pile it lies in. */
  readonly place: string;
  readonly tags: TagLine | undefined;
  readonly pages: readonly PageBlock[];
}

export interface PageBlock {
  readonly image: PageImage;
  readonly alt: string;
  readonly anchor: Anchor;
  /** "Page 1 of 2", or "" for the only page. */
  readonly label: string;
  readonly regions: readonly RegionMark[];
  readonly ink: readonly InkMark[];
  /** Needs that cite the paper as a whole; on its first page only. */
  readonly citedBy: readonly Phrase[];
}

export interface RegionMark extends Area {
  /** As on the board; undefined for a region on which nothing stands. */
  readonly number: number | undefined;
  /** Of its first note; tells how it is drawn. */
  readonly stance: Stance;
  readonly notes: readonly NoteLine[];
  readonly tags: TagLine | undefined;
  /** Links back to the needs that stand on this region. */
  readonly citedBy: readonly Phrase[];
}

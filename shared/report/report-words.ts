/**
 * The words a report says, handed in by whoever knows the reader's language. Each phrase that holds a
 * number or a name is a function, so that each language orders and inflects it as it must.
 */
import type { StepPart } from "../board/next-steps.ts";
import type { Stance } from "../board/notes.ts";
import type { ResourceKind, ResourceState } from "../board/resources.ts";
import type { Pile } from "../sorting/piles.ts";
import type { Way } from "../sorting/sets.ts";
import type { CheckStates } from "./report.ts";

export interface ReportWords {
  /** BCP 47. */
  readonly language: string;
  readonly untitled: string;
  readonly imageMissing: string;
  /** Said of what stands on a check list. */
  readonly checkStates: CheckStates;
  /** Above the guiding question. */
  readonly question: string;

  readonly pilesHeading: string;
  readonly unsorted: string;
  pileName(pile: Pick<Pile, "name" | "stock">): string;
  papers(count: number): string;

  /** Pages that are left out because somebody could be recognised on them. */
  coveredPages(count: number): string;

  readonly needsHeading: string;
  needHeading(number: number, words: string): string;
  /** Stands for the words of a need that has evidence and no words yet. */
  readonly unwordedNeed: string;
  seenIn(pile: string): string;
  /** What a hunch stands on: no paper, or one. */
  hunch(papers: number): string;
  evidenceFrom(papers: number): string;

  /** Above what could meet a need. */
  readonly resourcesTitle: string;
  /** What it is, and whether the team has it. */
  resource(kind: ResourceKind, state: ResourceState): string;
  /** Above what is tried for a need. */
  readonly stepsTitle: string;
  readonly stepParts: { readonly [part in StepPart]: string };
  readonly unmetHeading: string;
  readonly unmetAbout: string;
  /** A need by its number alone. */
  needNumbered(number: number): string;

  readonly talkHeading: string;
  /** "5 of 9 readings were questioned, 3 changed": of the board, never of anybody. */
  questioned(questioned: number, notes: number, changed: number): string;
  /** In which pile the team left a paper. */
  settledIn(pile: string): string;

  readonly movedHeading: string;
  /** The sets that are compared, 1 for the pupils' first papers. */
  movedAbout(first: number, last: number): string;
  /** The same from another board; `last` is undefined where there is one set of papers here. */
  movedFromBoard(title: string, last: number | undefined): string;
  /** Over the next steps that the earlier board named. */
  readonly meantTitle: string;
  /** Before what was tried in between. */
  readonly triedTitle: string;
  readonly ways: { readonly [way in Way]: string };
  fromTo(from: string, to: string): string;
  codes(count: number): string;
  /** In the place of a figure that is held back. */
  readonly notTold: string;
  /** Why some are; `most` is the largest of the small numbers. */
  heldBack(most: number): string;

  readonly tableHeading: string;
  stance(stance: Stance): string;
  /** Below an interpretation on the table: the codes of the papers it reads. */
  standsOn(codes: readonly string[]): string;

  /** Over the papers of a pile, or over all that lie in none. */
  papersHeading(pile: string): string;
  /** A paper, named by its code. */
  paper(code: string): string;
  /** "" where there is one page only. */
  pageOf(page: number, pages: number): string;
  /** Under a crop; `page` is undefined where the paper has one page only. */
  cropOf(code: string, page: number | undefined): string;
  wholePaper(code: string, pages: number): string;
  /** What the team tagged it, one at least. */
  tagged(tags: readonly string[]): string;
  /** A link back to a need, by its number. */
  evidenceFor(need: number): string;

  /** What a reader who cannot see the image is told, from the label and the annotations. */
  altPage(about: AltPage): string;
  altCrop(about: AltCrop): string;
}

export interface AltPage {
  readonly code: string;
  readonly page: number;
  readonly pages: number;
  readonly place: string;
  /** What somebody wrote about the image, or "". */
  readonly described: string;
  readonly regions: readonly {
    readonly number: number | undefined;
    readonly notes: readonly string[];
  }[];
  readonly penStrokes: number;
  readonly highlights: number;
}

export interface AltCrop {
  readonly code: string;
  /** Undefined where the paper has one page only. */
  readonly page: number | undefined;
  readonly whole: boolean;
  readonly described: string;
  readonly notes: readonly string[];
}

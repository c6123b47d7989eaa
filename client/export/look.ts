/** How a report looks: sheets, margins, one type scale, and the product's colours as they print. */
import type { Stance } from "../../shared/board/notes.ts";
import type { InkColour } from "../../shared/board/strokes.ts";
import type { PileColour } from "../../shared/sorting/piles.ts";
import type { Weight } from "./font-slices.ts";

export type Paper = "letter" | "a4";
/** Points. */
export const sheetSizes: { readonly [paper in Paper]: { readonly w: number; readonly h: number } } =
  { letter: { w: 612, h: 792 }, a4: { w: 595.28, h: 841.89 } };

/** Points. The line of page numbers stands within the lower margin. */
export const margins = { top: 60, right: 60, bottom: 66, left: 60 } as const;
export const footerBaseline = 34;

/** #rrggbb, the values of client/ui/tokens.css in its light frame. */
export type Colour = `#${string}`;

export const colours = {
  text: "#28231e",
  soft: "#5e574f",
  line: "#ded8cf",
  edge: "#d8d1c5",
  accent: "#035f5c",
  link: "#005956",
  tint: "#f3eee6",
  white: "#ffffff",
} as const satisfies { readonly [name: string]: Colour };

/** The hue lines of piles; dark enough to be told apart in grey beside their names. */
export const pileColours: { readonly [colour in PileColour]: Colour } = {
  clay: "#ae6048",
  honey: "#a07a03",
  moss: "#58883b",
  sky: "#2981b5",
  plum: "#a05f92",
  slate: "#6c7a8d",
};

export const penColours: { readonly [colour in InkColour]: Colour } = {
  ink: "#28231e",
  clay: "#c25430",
  honey: "#bd8000",
  moss: "#488518",
  sky: "#027cb7",
  plum: "#af549e",
};

/** Of a region and its number, as on the board. */
export const stanceColours: { readonly [stance in Stance]: Colour } = {
  notice: penColours.sky,
  interpretation: penColours.moss,
  wonder: penColours.plum,
  plain: penColours.ink,
};

export const markerColours: { readonly [colour in InkColour]: Colour } = {
  ink: "#d5d0c8",
  clay: "#ffd3c5",
  honey: "#fcdd5b",
  moss: "#c6ebb3",
  sky: "#bfe4fe",
  plum: "#feccf2",
};

export interface TypeStyle {
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly isItalic?: true;
  readonly colour: Colour;
}

export const type = {
  title: { size: 26, leading: 32, weight: "bold", colour: colours.text },
  heading: { size: 16, leading: 21, weight: "bold", colour: colours.text },
  subheading: { size: 12, leading: 17, weight: "bold", colour: colours.text },
  lead: { size: 14.5, leading: 21, weight: "regular", colour: colours.text },
  body: { size: 10, leading: 15, weight: "regular", colour: colours.text },
  soft: { size: 9, leading: 13, weight: "regular", colour: colours.soft },
  note: { size: 9.5, leading: 13.5, weight: "regular", colour: colours.text },
  label: { size: 8.5, leading: 12, weight: "bold", colour: colours.accent },
  footer: { size: 8, leading: 10, weight: "regular", colour: colours.soft },
} as const satisfies { readonly [name: string]: TypeStyle };

/** Headings that somebody wrote, by how much larger they are than the words around them: never as large as the report's own. */
export const writtenHeadings: { readonly [type in "h1" | "h2" | "h3"]: number } = {
  h1: 1.12,
  h2: 1.05,
  h3: 1,
};

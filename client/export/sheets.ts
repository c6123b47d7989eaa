/**
 * A typeset report: sheets of marks at their places, each telling which element of the document's
 * structure it belongs to. Plain data in points from the sheet's top left; no PDF library yet.
 *
 * typeset.ts makes them, pdf-writer.ts draws them. The order of marks is the order of reading.
 */
import type { Outline } from "../../shared/geometry/polygon.ts";
import type { Point, Rect } from "../../shared/geometry/rect.ts";
import type { DrawnPage } from "../../shared/geometry/turned-page.ts";
import type { Anchor, InkMark, PageImage } from "../../shared/report/report.ts";
import type { ShapedGlyph } from "./faces.ts";
import type { Colour } from "./look.ts";

/** An element of the structure tree; elements come into being as their first mark is drawn. */
export interface Tag {
  readonly is:
    | "Document"
    | "Sect"
    | "H1"
    | "H2"
    | "H3"
    | "H4"
    | "H5"
    | "H6"
    | "P"
    | "BlockQuote"
    | "L"
    | "LI"
    | "Lbl"
    | "LBody"
    | "Figure"
    | "Link";
  readonly within: Tag | undefined;
  /** What a figure shows, in words. */
  readonly alt?: string;
  /** A figure's place on its sheet. */
  readonly box?: Rect;
  /** Where a link leads, and what it is called. */
  readonly link?: LinkTarget;
  /** What stands before the items of a list; none where nothing does. */
  readonly numbering?: "Decimal" | "Disc" | "Square";
  /** What is read out in place of what is drawn. */
  readonly says?: string;
}

/** A place in the report by its anchor, or a web address of ASCII letters. */
export type LinkTarget =
  | { readonly to: Anchor; readonly says: string }
  | { readonly address: string; readonly says: string };

/** Undefined: decoration, or repeated on every sheet; not read out. */
type Tagged = { readonly tag: Tag | undefined };

export interface TextMark extends Tagged {
  readonly is: "text";
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly width: number;
  readonly colour: Colour;
  readonly glyphs: readonly ShapedGlyph[];
}

export interface ShapeMark extends Tagged {
  readonly is: "shape";
  readonly rect: Rect;
  /** Corners on the sheet of a closed line, instead of the rectangle. */
  readonly outline?: readonly Point[] | undefined;
  readonly radius?: number;
  readonly fill?: Colour;
  readonly stroke?: {
    readonly colour: Colour;
    readonly width: number;
    readonly dash?: readonly number[];
  };
}

export interface ImageMark extends Tagged {
  readonly is: "image";
  /** Where it, or the part of it, is seen: turned as the image says. */
  readonly rect: Rect;
  readonly image: PageImage;
  /** The part to cut out, in page fractions; undefined = the whole page. */
  readonly crop: Rect | undefined;
  /** Within the part: beyond it the pixels are white. */
  readonly outline?: Outline | undefined;
  /** Drawn in its place where the image cannot be had. */
  readonly otherwise: readonly Mark[];
}

export interface InkOnSheet extends Tagged {
  readonly is: "ink";
  readonly ink: InkMark;
  /** Where the whole page would lie, which the points are fractions of. */
  readonly page: DrawnPage;
  /** The part of the sheet in which the ink shows. */
  readonly within: Rect;
  /** Corners of an outline in there, beyond which none shows. */
  readonly outline?: readonly Point[] | undefined;
}

/** The tick of a check list. */
export interface TickMark extends Tagged {
  readonly is: "tick";
  readonly rect: Rect;
  readonly colour: Colour;
}

/** Nothing to see: a place that belongs to a link whose words stand elsewhere on the sheet. */
export interface LinkArea extends Tagged {
  readonly is: "area";
  readonly rect: Rect;
}

export type Mark = TextMark | ShapeMark | TickMark | ImageMark | InkOnSheet | LinkArea;

export interface Sheet {
  readonly marks: readonly Mark[];
  /** Heights on the sheet that links lead to. */
  readonly anchors: readonly { readonly name: Anchor; readonly y: number }[];
}

/** A bookmark; also a line of the list of contents that the page shows. */
export interface Entry {
  readonly words: string;
  /** From 1, never more than one deeper than the entry before. */
  readonly level: number;
  /** From 0. */
  readonly sheet: number;
  readonly y: number;
}

export interface Typeset {
  readonly sheetSize: { readonly w: number; readonly h: number };
  readonly sheets: readonly Sheet[];
  readonly contents: readonly Entry[];
}

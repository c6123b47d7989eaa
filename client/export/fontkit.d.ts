/** As much of fontkit 2 as we stand on; the published types bring Node's globals into the page's code. */
declare module "fontkit" {
  export interface Glyph {
    readonly id: number;
    /** The characters the glyph stands for. */
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }

  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  export interface Subset {
    /** The glyph's number within the subset. */
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  }

  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly italicAngle: number;
    readonly bbox: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
    hasGlyphForCodePoint(codePoint: number): boolean;
    getGlyph(id: number): Glyph;
    layout(
      text: string,
      features: { readonly [feature: string]: boolean },
    ): { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[] };
    createSubset(): Subset;
  }

  /** Reads a TrueType or OpenType font, also packed as WOFF. Throws on anything else. */
  export function create(bytes: Uint8Array): Font;
}

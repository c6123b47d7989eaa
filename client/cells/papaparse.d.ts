/** Separated values as rows of cells. The package has no types of its own. */
declare module "papaparse" {
  export interface ParseOptions {
    readonly delimiter: string;
    /** No more rows than this are read. */
    readonly preview?: number;
    readonly skipEmptyLines?: boolean | "greedy";
  }

  export interface UnparseOptions {
    readonly quotes: boolean;
    /** Puts an apostrophe before what a spreadsheet would reckon with. */
    readonly escapeFormulae: boolean;
    readonly newline: string;
  }

  const Papa: {
    parse(text: string, options: ParseOptions): { readonly data: readonly (readonly string[])[] };
    unparse(rows: readonly (readonly string[])[], options: UnparseOptions): string;
  };
  export default Papa;
}

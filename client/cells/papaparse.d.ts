/** Separated values as rows of cells. The package has no types of its own. */
declare module "papaparse" {
  export interface ParseOptions {
    readonly delimiter: string;
    /** No more rows than this are read. */
    readonly preview?: number;
    readonly skipEmptyLines?: boolean | "greedy";
  }

  const Papa: {
    parse(text: string, options: ParseOptions): { readonly data: readonly (readonly string[])[] };
  };
  export default Papa;
}

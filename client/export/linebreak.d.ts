/** Where lines may break, by Unicode's annex 14. The package has no types of its own. */
declare module "linebreak" {
  export interface Break {
    /** Index into the text in UTF-16 units: the line may end before it. */
    readonly position: number;
    readonly required: boolean;
  }

  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}

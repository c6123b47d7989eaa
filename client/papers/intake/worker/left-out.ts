/**
 * Tells the other end of pdf.js's worker that something of a page was left out. pdf.js draws a page without
 * what unfolds to too much or has too many pixels, as it does with everything broken, and says so in a
 * warning at most: a page that lacks its scan would come in white. The message is one pdf.js passes over.
 *
 * test/e2e/intake-sources.test.ts holds it to pdf.js's words.
 */
export interface LeftOut {
  readonly leftOut: true;
}

const postMessage = globalThis.postMessage.bind(globalThis) as (message: LeftOut) => void;

export const tellLeftOut = (): void => postMessage({ leftOut: true });

/** Of pdf.js's warning about a picture whose pixels are more than it was told to take. */
const tooManyPixels = "exceeded maximum allowed size";

Object.assign(globalThis.console, {
  warn(said: unknown) {
    if (String(said).includes(tooManyPixels)) tellLeftOut();
  },
});

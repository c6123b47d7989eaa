/** The sheet that is usual where somebody lives. */
import type { Paper } from "./look.ts";

/** Where letter paper is usual; all others print on A4. */
const letterRegions = new Set("US CA MX PH CL CO CR DO GT HN NI PA PR SV VE".split(" "));

/** The sheet usual where somebody of this language tag (BCP 47) lives. */
export function usualPaper(language: string): Paper {
  try {
    return letterRegions.has(new Intl.Locale(language).maximize().region ?? "") ? "letter" : "a4";
  } catch {
    return "a4";
  }
}

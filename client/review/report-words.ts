/** The report's words out of the catalogue, and dates as a person says them. */
import type { ReportWords } from "../../shared/report/report-words.ts";
import { review } from "../words/en/review.ts";
import { words } from "../words/words.ts";

const { pileName, papers, unsorted } = words.board;

export const reportWords: ReportWords = { ...review.report, pileName, papers, unsorted };

/** "23 November 2026", in the order usual where this person lives. `at` in milliseconds since 1970. */
export function saidDate(at: number): string {
  const own = navigator.languages.find((tag) => tag.startsWith(reportWords.language));
  const locale = own ?? reportWords.language;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(at);
}

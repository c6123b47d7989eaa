/** The names that files are saved under, and the sheet that is usual where somebody lives. */

/** The title as a file name that every system takes; `otherwise` where nothing of it is left. */
export function fileName(title: string, otherwise: string, ending: "pdf" | "txt" = "pdf"): string {
  const name = title
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, " ")
    .replace(/\s+/g, " ")
    .slice(0, 100)
    .replace(/^[. ]+|[. ]+$/g, "");
  return `${name || otherwise}.${ending}`;
}

/** Where letter paper is usual; all others print on A4. */
const letterRegions = new Set("US CA MX PH CL CO CR DO GT HN NI PA PR SV VE".split(" "));

/** The sheet usual where somebody of this language tag (BCP 47) lives. */
export function usualPaper(language: string): "letter" | "a4" {
  try {
    return letterRegions.has(new Intl.Locale(language).maximize().region ?? "") ? "letter" : "a4";
  } catch {
    return "a4";
  }
}

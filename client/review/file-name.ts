/** The names that files are saved under. */

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

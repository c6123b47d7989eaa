/** What people may be called: names and titles as they are kept. */

/**
 * The text in one line, without control characters or characters that turn the direction of what
 * follows; undefined if nothing is left or it is longer than `maxLength` UTF-16 units.
 */
export function cleanName(text: string, maxLength: number): string | undefined {
  const name = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/ {2,}/g, " ")
    .trim();
  return name === "" || name.length > maxLength ? undefined : name;
}

/**
 * Which links may exist: http, https and mailto, written out in full. Everything else is refused where it
 * is read, so no disguise of another scheme reaches a page, a file or a document of ours.
 * test/unit/text/links.test.ts lists the disguises.
 */

const mostLetters = 2_000;

/** Signs that no honest link holds unescaped: spaces, controls, invisible and direction-turning ones, quotes. */
const forbidden = /[\s\p{C}\u115f\u1160\u3164"<>\\^`{|}]/u;
const allowed = /^(?:https?:\/\/[^/?#]+|mailto:[^@?]+@[^@?]+)/i;

/** The link itself if it may exist; else undefined. */
export function checkedUrl(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > mostLetters) return undefined;
  return allowed.test(value) && !forbidden.test(value) ? value : undefined;
}

/** What somebody typed or pasted as a link, completed: `example.org` and `ann@example.org` will do. */
export function linkFrom(typed: string): string | undefined {
  const words = typed.trim();
  const url = checkedUrl(words);
  if (url !== undefined) return url;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(words)) return checkedUrl(`mailto:${words}`);
  if (/^[^\s:/?#@]+\.[^\s:/?#@.]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(words)) {
    return checkedUrl(`https://${words}`);
  }
  return undefined;
}

/** Tones of skin, and an emoji with one. Pure. test/unit/text/emoji.test.ts holds it to whole signs. */

/** From the usual yellow to dark, as Unicode numbers them. */
export const tones = ["", "\u{1f3fb}", "\u{1f3fc}", "\u{1f3fd}", "\u{1f3fe}", "\u{1f3ff}"] as const;
export type Tone = (typeof tones)[number];

/** With the tone where it shows one person's skin; others as they are. */
export function toned(sign: string, tone: Tone): string {
  const [first = "", ...rest] = Array.from(sign);
  const people = [first, ...rest].filter((part) => /\p{Emoji_Modifier_Base}/u.test(part));
  if (tone === "" || people.length !== 1 || people[0] !== first) return sign;
  // The sign for "as an emoji" goes: the tone says so.
  return first + tone + (rest[0] === "\ufe0f" ? rest.slice(1) : rest).join("");
}

/**
 * How much one Backspace takes: an emoji as a whole, whatever it is made of, else one letter, so that an
 * accent can be taken off again. The editor and the browser do it the same way.
 * test/unit/text/graphemes.test.ts holds it to what Unicode calls one.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Longer than any emoji; what is in front of it need not be looked at. */
const furthest = 64;
/** Figures and signs of every keyboard may be part of an emoji, and are none. */
const isEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\ufe0f|\u20e3/u;

/** The length of what Backspace takes behind `before`; 0 where there is nothing. */
export function lengthOfLast(before: string): number {
  const near = before.slice(-furthest);
  const last = [...segmenter.segment(near)].at(-1)?.segment ?? "";
  if (isEmoji.test(last)) return last.length;
  return Array.from(last).at(-1)?.length ?? 0;
}

/** Whether the words are one emoji and nothing else. */
export function isOneEmoji(words: string): boolean {
  return words.length <= furthest && isEmoji.test(words) && lengthOfLast(words) === words.length;
}

/**
 * Whether words hold what somebody looks for: letter by letter without regard to case and accents, for
 * finding on the board; and with slips of the finger forgiven, for the palette.
 *
 * Pure. test/unit/board-finding.test.ts holds it to its promises.
 */

/** Accents and vowel points of scripts that can be read without them. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g;

export const folded = (words: string): string =>
  words.normalize("NFKD").replace(marks, "").toLocaleLowerCase();

/** Whether `words` hold all of `query`, which is folded already, in one piece. */
export const holds = (words: string, query: string): boolean => folded(words).includes(query);

/**
 * How well `words` answer `query`, higher being better; undefined where a word of the query is nowhere in
 * them. A word of four letters may have one slip, one of eight two: a letter more, less, other or swapped.
 */
export function answers(words: string, query: string): number | undefined {
  const said = folded(words);
  const parts = wordsIn(said);
  const asked = wordsIn(folded(query));
  let sum = 0;
  for (const word of asked) {
    const best = Math.max(
      said.includes(word) ? closeness.inside : 0,
      ...parts.map((part) => closenessOf(part, word)),
    );
    if (best === 0) return undefined;
    sum += best;
  }
  const isBeginning = said.startsWith(folded(query).trim());
  return sum / Math.max(1, asked.length) + (isBeginning ? 1 : 0) - parts.length / 100;
}

const closeness = { whole: 4, beginning: 3, inside: 2, slipped: 1 } as const;

const wordsIn = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function closenessOf(part: string, word: string): number {
  if (part === word) return closeness.whole;
  if (part.startsWith(word)) return closeness.beginning;
  const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  return slips > 0 && slipsTo(part, word) <= slips ? closeness.slipped : 0;
}

/**
 * The fewest slips that make `word` a beginning of `part`. Optimal string alignment over all prefixes:
 * the least of the last row. O(length²), on single words.
 */
function slipsTo(part: string, word: string): number {
  let before: number[] = [];
  let last = Array.from({ length: part.length + 1 }, (_, j) => j);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= part.length; j++) {
      const same = word[i - 1] === part[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && word[i - 1] === part[j - 2] && word[i - 2] === part[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return Math.min(...last);
}

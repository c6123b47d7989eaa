/**
 * Codes of papers: random labels such as "K7M" that say nothing about the pupil or the order of the
 * stack. Pure; randomness is passed in. test/property/intake-codes.test.ts holds it to its promises.
 */

/** No look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B, U V) and no vowels, so that no code reads as a word. */
const letters = "CDFGHJKMNPQRTVWXY";
const signs = `${letters}34679`;

/**
 * `count` codes that differ from each other and from all `taken`. Three signs, beginning with a letter;
 * four once half of the short ones are in use. `random` gives numbers in [0, 1).
 */
export function makeCodes(
  count: number,
  taken: ReadonlySet<string>,
  random: () => number,
): readonly string[] {
  const used = new Set(taken);
  const codes: string[] = [];
  const short = letters.length * signs.length ** 2;
  while (codes.length < count) {
    const code = makeCode(used.size < short / 2 ? 3 : 4, random);
    if (used.has(code)) continue;
    used.add(code);
    codes.push(code);
  }
  return codes;
}

function makeCode(length: number, random: () => number): string {
  let code = "";
  for (let i = 0; i < length; i++) {
    const from = i === 0 ? letters : signs;
    code += from[Math.floor(random() * from.length)];
  }
  return code;
}

import { describe, expect, test } from "vitest";
import { emojiCalled, findEmoji, groups } from "../../../client/text/emoji/find-emoji.ts";
import { goneBy } from "../../../client/text/emoji/grid-keys.ts";
import { toned, tones } from "../../../client/text/emoji/tones.ts";
import { linkFrom } from "../../../shared/text/links.ts";

const all = groups.flatMap(({ emoji }) => emoji);
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const signsIn = (words: string): number => Array.from(segmenter.segment(words)).length;

describe("the emoji that are offered", () => {
  test("are one sign each, shown as a picture and not as a letter", () => {
    const wrong = all.filter(
      ({ sign }) =>
        signsIn(sign) !== 1 ||
        !/\p{Emoji_Presentation}|\ufe0f/u.test(sign) ||
        /[\s|]/.test(sign) ||
        linkFrom(sign) !== undefined,
    );
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(350);
  });

  test("have each a sign and a name that no other has, and names in plain letters", () => {
    expect(new Set(all.map(({ sign }) => sign)).size).toBe(all.length);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(all.filter(({ name }) => !/^[a-z][a-z ]*$/.test(name))).toEqual([]);
  });

  test("are found by the beginning of their words, the ones called so first", () => {
    const found = (asked: string): string =>
      findEmoji(asked, 3)
        .map(({ sign }) => sign)
        .join(" ");
    expect(found("thumbs_u")).toBe("👍");
    expect(found("hmm")).toBe("🤔");
    expect(found("Book")).toContain("📖");
    expect(findEmoji("moon")[0]?.sign).toBe("🌑");
    expect(findEmoji("face hot").map(({ sign }) => sign)).toContain("🥵");
    expect(findEmoji("sun")[0]?.sign).toBe("☀️");
    expect(findEmoji("")).toEqual([]);
    expect(findEmoji("xyzzy")).toEqual([]);
    expect(findEmoji("(.*")).toEqual([]);
  });

  test("are taken between colons by their name, or by a word that is theirs alone", () => {
    expect(emojiCalled("thumbs_up")?.sign).toBe("👍");
    expect(emojiCalled("TADA")?.sign).toBe("🎉");
    expect(emojiCalled("+1")?.sign).toBe("👍");
    expect(emojiCalled("happy")).toBeUndefined();
    expect(emojiCalled("")).toBeUndefined();
  });

  test("take a tone of skin where they show one person's, and stay one sign", () => {
    expect(toned("👍", "\u{1f3fd}")).toBe("👍🏽");
    expect(toned("✌️", "\u{1f3fd}")).toBe("✌🏽");
    expect(toned("👩‍🏫", "\u{1f3ff}")).toBe("👩🏿‍🏫");
    expect(toned("👨‍👩‍👧‍👦", "\u{1f3fd}")).toBe("👨‍👩‍👧‍👦");
    expect(toned("🍎", "\u{1f3fd}")).toBe("🍎");
    for (const { sign } of all) {
      for (const tone of tones) expect(signsIn(toned(sign, tone))).toBe(1);
      expect(toned(sign, "")).toBe(sign);
    }
  });
});

describe("arrows among them", () => {
  const counts = [11, 1, 8, 3];

  test("reach every one by right, and the first again by left", () => {
    const last = 22;
    let at = 0;
    for (let i = 0; i < last; i++) at = goneBy("ArrowRight", at, counts, 4) ?? -1;
    expect(at).toBe(last);
    expect(goneBy("ArrowRight", at, counts, 4)).toBe(last);
    for (let i = 0; i < last + 1; i++) at = goneBy("ArrowLeft", at, counts, 4) ?? -1;
    expect(at).toBe(0);
  });

  test("keep the column from row to row, also from one group into the next", () => {
    const down: number[] = [];
    let at: number | undefined = 2;
    for (let i = 0; i < 8 && at !== undefined; i++) {
      down.push(at);
      at = goneBy("ArrowDown", at, counts, 4);
    }
    expect(down).toEqual([2, 6, 10, 11, 12, 16, 20, 20]);
    expect(goneBy("ArrowUp", 15, counts, 4)).toBe(11);
    expect(goneBy("ArrowUp", 3, counts, 4)).toBe(3);
  });

  test("mean nothing where there are none, and other keys are let be", () => {
    expect(goneBy("ArrowDown", 0, [], 4)).toBeUndefined();
    expect(goneBy("ArrowDown", 0, [0], 4)).toBeUndefined();
    expect(goneBy("a", 0, counts, 4)).toBeUndefined();
  });
});

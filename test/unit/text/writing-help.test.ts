import { describe, expect, test } from "vitest";
import { actKeys, barKeys, signKeys } from "../../../client/text/keys.ts";
import { typedInto } from "../../../client/text/plain-typing.ts";
import { writingRows } from "../../../client/text/writing-help.ts";
import { writing } from "../../../client/words/en/writing.ts";
import { paragraph } from "../../../shared/text/blocks.ts";

const say = writing;

describe("the sheet of keys while writing", () => {
  test("tells every key there is, once", () => {
    const told = writingRows().flatMap(({ keys }) => keys);
    const all = [...actKeys, ...Object.values(barKeys), ...Object.values(signKeys)];
    expect(told.toSorted()).toEqual(all.toSorted());
  });

  test("tells every look under the name of its button", () => {
    const told = writingRows().map(({ what }) => what);
    expect(told).toEqual(expect.arrayContaining(Object.values(say.marks)));
    expect(told).toEqual(expect.arrayContaining(Object.values(say.types)));
    expect(new Set(told).size).toBe(told.length);
  });

  test.each(say.help.typed)("says of %s what it becomes", (typed, what) => {
    const { blocks } = typedInto({ blocks: [{ ...paragraph, runs: [] }], place: 0 }, `${typed}x`);
    const [block] = blocks;
    const marked = block?.runs[0]?.marks ?? "";
    const name =
      marked === "" ? say.types[block?.type ?? "p"] : say.marks[marked as keyof typeof say.marks];
    expect(name).toBe(what);
  });
});

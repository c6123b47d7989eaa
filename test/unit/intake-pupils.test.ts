/** Which code each paper of a stack asks for, by what its teacher said of it. */
import { expect, test } from "vitest";
import { codesToUse, freshIntake, pageAsRead } from "../../client/papers/intake/intake-state.ts";
import { isSameName, type KeyBook } from "../../client/papers/keys/key-book.ts";

const book: KeyBook = [
  { code: "K7M", name: "Ana Ruiz", group: "" },
  { code: undefined, name: "Ben Okoro", group: "" },
];

/** A stack of single pages with these names and printed codes; codes made anew are N1, N2 … */
function asked(
  papers: readonly { readonly name?: string; readonly printed?: string }[],
  known: KeyBook = book,
) {
  const pages = papers.flatMap(({ printed }, i) => {
    const page = { ...pageAsRead({ key: i, source: 0, number: i + 1 }, undefined), readable: true };
    if (printed === undefined) return [page];
    const sheet = pageAsRead({ key: 100 + i, source: 0, number: 100 + i }, undefined);
    return [{ ...sheet, separator: { is: "cover" as const, code: printed } }, page];
  });
  const names = new Map(
    papers.flatMap(({ name }, i) => (name === undefined ? [] : [[i, name] as const])),
  );
  const made: string[] = [];
  return codesToUse({ ...freshIntake, pages, pupils: { book: known, names, group: "" } }, (fresh) =>
    fresh.map((name) => {
      const same = made.findIndex((one) => isSameName(one, name));
      return `N${same < 0 ? made.push(name) : same + 1}`;
    }),
  );
}

test("a pupil of the key book keeps their code, a new one gets one of their own, nobody's is at random", () => {
  expect(asked([{ name: "ana ruiz" }, { name: "Ben Okoro" }, {}, { name: "Cleo" }])).toEqual([
    { code: "K7M", codeOf: "pupil" },
    { code: "N1", codeOf: "new" },
    { code: undefined },
    { code: "N2", codeOf: "new" },
  ]);
});

test("two papers of one new pupil ask for one code", () => {
  const [first, , second] = asked([{ name: "Cleo" }, { name: "Dan" }, { name: " cleo" }]);
  expect(first).toEqual({ code: "N1", codeOf: "new" });
  expect(second).toEqual(first);
});

test("a printed code is the paper's, and names its pupil where the book knows the code", () => {
  expect(asked([{ printed: "D4F" }, { printed: "K7M" }, { printed: "W3C", name: "Cleo" }])).toEqual(
    [{ code: "D4F" }, { code: "K7M", codeOf: "pupil" }, { code: "W3C" }],
  );
});

test("what was typed counts more than a sheet that is another pupil's", () => {
  expect(asked([{ printed: "K7M", name: "Ben Okoro" }])).toEqual([{ code: "N1", codeOf: "new" }]);
  expect(asked([{ printed: "D4F", name: "Ana Ruiz" }])).toEqual([{ code: "K7M", codeOf: "pupil" }]);
});

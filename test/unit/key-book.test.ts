/** The key book: read from what teachers have, written so that it can be read again, clashes told by line. */
import { describe, expect, test } from "vitest";
import { splitCells } from "../../client/cells/split-cells.ts";
import {
  type KeyBook,
  keyBookText,
  namesakes,
  pupilBehind,
  pupilNamed,
  readKeyBook,
  withNames,
} from "../../client/papers/keys/key-book.ts";

function read(text: string) {
  const split = splitCells(text);
  return split.ok ? readKeyBook(split.cells) : split;
}
const bookOf = (text: string): KeyBook => {
  const answer = read(text);
  if (!answer.ok || !("book" in answer)) throw new Error("not read");
  return answer.book;
};

describe("a key book's file", () => {
  test("says again what was written to it, whatever a name holds", () => {
    const book: KeyBook = [
      { code: "K7M", name: 'Ana "Nita" Ruiz, jr', group: "7b" },
      { code: "D4F", name: "=SUM(A1)", group: "" },
      { code: undefined, name: "Zoë Łuczak", group: "7b" },
      { code: "W3CF", name: "李 小龙", group: "@home" },
    ];
    expect(bookOf(keyBookText(book))).toEqual(book);
  });

  test("gives a spreadsheet nothing to reckon with", () => {
    const text = keyBookText([{ code: "K7M", name: "=cmd()", group: "+1" }]);
    expect(text).toContain(`"'=cmd()"`);
    expect(text).toContain(`"'+1"`);
  });

  test("may be a class list as schools have it: names in two columns, no codes yet", () => {
    const list = "No\tLast name\tFirst name\tClass\n1\tRuiz\tAna\t7b\n2\tOkoro\tBen\t7b\n";
    expect(bookOf(list)).toEqual([
      { code: undefined, name: "Ana Ruiz", group: "7b" },
      { code: undefined, name: "Ben Okoro", group: "7b" },
    ]);
    const names = (text: string) => bookOf(text).map(({ name }) => name);
    expect(names("Ana Ruiz\nBen Okoro\n")).toEqual(["Ana Ruiz", "Ben Okoro"]);
    expect(names("ANA,7b\nBEN,7b\n")).toEqual(["ANA", "BEN"]);
  });

  test("needs no titles where one column looks like codes", () => {
    expect(bookOf("Ana Ruiz;K7M;7b\nBen Okoro;D4F;7b")).toEqual([
      { code: "K7M", name: "Ana Ruiz", group: "7b" },
      { code: "D4F", name: "Ben Okoro", group: "7b" },
    ]);
  });

  test("may name a pupil twice for two papers of theirs, once with the number behind the code", () => {
    expect(bookOf("code,name\nK7M,Ana\nK7M-2,ana ")).toEqual([
      { code: "K7M", name: "Ana", group: "" },
    ]);
  });

  test.each([
    ["two names on one code", "code,name\nK7M,Ana\nD4F,Ben\nK7M,Cleo", "key_book_code_twice", 4],
    ["one name with two codes", "code,name\nK7M,Ana\nD4F,  ANA", "key_book_name_twice", 3],
    ["one name twice, and no code to tell them apart", "name\nAna\nana", "key_book_name_twice", 3],
    ["a code that is none", "code,name\nK7M,Ana\nK 7,Ben", "key_book_code_odd", 3],
    ["titles and nothing below", "code,name,class\n", "key_book_empty", undefined],
    ["nothing at all", " \n", "key_book_empty", undefined],
  ])("with %s is refused, and the line is said", (_what, text, code, row) => {
    expect(read(text)).toEqual({ ok: false, code, row });
  });
});

describe("pupils and their papers", () => {
  const book = bookOf("code,name,class\nK7M,Ana Ruiz,7b\n,Ben Okoro,7b");

  test("are found by name however it is typed, and by the code of any of their papers", () => {
    expect(pupilNamed(book, " ana  RUIZ ")?.code).toBe("K7M");
    expect(pupilNamed(book, "  ")).toBeUndefined();
    expect(pupilBehind(book, "K7M-3")?.name).toBe("Ana Ruiz");
    expect(pupilBehind(book, "B")).toBeUndefined();
  });

  test("keep their line; who had no code gets one, new pupils stand behind by name", () => {
    const named = [
      { name: "Zoë", code: "T9P" },
      { name: "ana ruiz", code: "K7M-2" },
      { name: "Ben Okoro", code: "D4F" },
      { name: "Cleo", code: "W3C" },
      { name: " ", code: "X4X" },
    ];
    expect(withNames(book, named, "7c")).toEqual([
      { code: "K7M", name: "Ana Ruiz", group: "7b" },
      { code: "D4F", name: "Ben Okoro", group: "7b" },
      { code: "W3C", name: "Cleo", group: "7c" },
      { code: "T9P", name: "Zoë", group: "7c" },
    ]);
  });

  test("with one name on several papers are told by the papers' places", () => {
    expect(namesakes(["Ana", "", "Ben", "ana ", ""])).toEqual([[0, 3]]);
  });
});

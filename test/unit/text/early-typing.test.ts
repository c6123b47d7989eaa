/** Words that are only drawn, written key by key: a look that a sign has closed is not the next letter's. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readBlocks } from "../../../shared/text/blocks.ts";
import { markdownOf } from "../../../shared/text/markdown.ts";
import { createEarlyPage } from "../../fixtures/early-page.ts";

function aPage() {
  const text = new Y.Doc().getText("words");
  const page = createEarlyPage(text, "maya");
  return {
    page,
    text,
    type: (letters: string) => {
      for (const letter of letters) page.typing.type(letter);
    },
    said: () => markdownOf(readBlocks(text)).trim(),
  };
}

test("letters typed behind a closed sign have its look no more", () => {
  const { type, said } = aPage();
  type("they are **long** here");
  expect(said()).toBe("they are **long** here");
});

test("nor where a colleague's words came in before them meanwhile", () => {
  const { type, said, text } = aPage();
  type("so **long**");
  text.doc?.transact(() => text.insert(0, "and "), "ben");
  type(" here");
  expect(said()).toBe("and so **long** here");
});

test("letters typed at the end of words that had their look before go on in it", () => {
  const { type, said, page } = aPage();
  type("**long**");
  page.stand({ from: 1, to: 1 });
  page.typing.type("o");
  page.stand({ from: 5, to: 5 });
  type("er");
  expect(said()).toBe("**loonger**");
});

/** What the play of writers (test/property/text-binding.test.ts) found, by name, and what a page must find again. */
import {
  $getRoot,
  $isTextNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  REMOVE_TEXT_COMMAND,
} from "lexical";
import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { $held, $insert, $select } from "../../../client/text/acts.ts";
import { bindText, type TextBinding } from "../../../client/text/bind-text.ts";
import { createTextEditor, registerWriting } from "../../../client/text/create-editor.ts";
import { type Block, readBlocks } from "../../../shared/text/blocks.ts";
import { paragraphsOf } from "../../../shared/text/flat-text.ts";
import { wordsOf } from "../../../shared/text/words-of.ts";
import { createRichText } from "../../../shared/text/write-blocks.ts";

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

function bound(blocks: readonly Block[]) {
  const doc = new Y.Doc();
  const text = createRichText(blocks);
  doc.getMap("notes").set("note", text);
  const errors: Error[] = [];
  const editor = createTextEditor((error) => void errors.push(error));
  const binding = bindText(editor, text, "typing");
  const stop = registerWriting(editor, binding.memory);
  closings.push(stop, binding.close);
  return { doc, text, editor, binding, errors };
}

const within = (editor: LexicalEditor, run: () => void): void =>
  editor.update(run, { discrete: true });
const select = (editor: LexicalEditor, binding: TextBinding, from: number, to: number): void =>
  within(editor, () => $select(from, to, binding.memory));
const placeHeld = (editor: LexicalEditor, binding: TextBinding): number | undefined =>
  editor.read(() => $held(binding.memory)?.from);

describe("an editor bound to a text", () => {
  test("on words that are there already writes nothing, coming and going", () => {
    const doc = new Y.Doc();
    const text = createRichText(paragraphsOf("old words\nand more"));
    doc.getMap("notes").set("note", text);
    let changes = 0;
    doc.on("update", () => changes++);
    const editor = createTextEditor(() => {});
    const binding = bindText(editor, text, "typing");
    binding.sync();
    binding.close();
    expect(changes).toBe(0);
    expect(wordsOf(readBlocks(text))).toBe("old words\nand more");
  });

  test("Enter over words of several blocks, with a mention among them, parts what is left", () => {
    const mention = { kind: "mention", id: "m", label: "Ann", marks: "", link: undefined } as const;
    const bold = { kind: "text", text: " words", marks: "b", link: undefined } as const;
    const [one, none, longer] = paragraphsOf("one\n\nlonger") as [Block, Block, Block];
    const { editor, binding, text, errors } = bound([
      { ...one, runs: [...one.runs, mention] },
      none,
      { ...longer, runs: [...longer.runs, bold] },
    ]);
    select(editor, binding, 0, 9);
    within(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    expect(errors).toEqual([]);
    expect(wordsOf(readBlocks(text))).toBe("\nger words");
  });

  test("a block changed twice in one go is written as it is in the end", () => {
    const { editor, binding, text } = bound(paragraphsOf("abc\ndef"));
    select(editor, binding, 1, 5);
    within(editor, () => {
      editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
      $insert(paragraphsOf("X"), binding.memory);
      $insert(paragraphsOf("Y"), binding.memory);
    });
    expect(wordsOf(readBlocks(text))).toBe("aXYef");
  });

  test("a colleague's letters come into the same node, and the caret stays at its letter", () => {
    const { editor, binding, text } = bound(paragraphsOf("the shadow"));
    select(editor, binding, 6, 6);
    const keyOf = () => editor.read(() => $getRoot().getAllTextNodes().find($isTextNode)?.getKey());
    const before = keyOf();
    text.insert(0, "see ", {});
    expect(keyOf()).toBe(before);
    expect(placeHeld(editor, binding)).toBe(10);
    text.insert(text.length - 1, "s", {});
    expect(placeHeld(editor, binding)).toBe(10);
  });

  test("a colleague's Enter in front of the caret takes it along", () => {
    const { editor, binding, text } = bound(paragraphsOf("one two"));
    select(editor, binding, 6, 6);
    text.insert(3, "\n", { t: "p" });
    expect(wordsOf(readBlocks(text))).toBe("one\n two");
    expect(placeHeld(editor, binding)).toBe(7);
  });
});

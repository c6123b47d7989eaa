/** What a letter costs in the editor, measured without a page; prints figures and fails only where something did not happen. */
import { CONTROLLED_TEXT_INSERTION_COMMAND } from "lexical";
import { afterAll, expect, test } from "vitest";
import * as Y from "yjs";
import { $select } from "../../client/text/acts.ts";
import { bindText } from "../../client/text/bind-text.ts";
import { createTextEditor, registerWriting } from "../../client/text/create-editor.ts";
import { readBlocks } from "../../shared/text/blocks.ts";
import { createFlatText } from "../../shared/text/flat-text.ts";
import { wordsOf } from "../../shared/text/words-of.ts";

const figures: string[] = [];
afterAll(() => void process.stdout.write(`\n${figures.join("\n")}\n`));

const said =
  "They draw the sun and the earth at the same size, so a shadow has no reason to change.";
const letters = 300;

function middleOf(times: readonly number[]): string {
  return (times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN).toFixed(3);
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

test.each([
  ["a note of 200 letters", 2],
  ["a notebook of 20,000 letters", 230],
] as const)("a letter typed into %s, and one of a colleague's", (name, lines) => {
  const doc = new Y.Doc();
  const text = createFlatText(Array.from({ length: lines }, () => said).join("\n"));
  doc.getMap("notes").set("note", text);
  const opened: number[] = [];
  const open = () => {
    const editor = createTextEditor((error) => {
      throw error;
    });
    const binding = bindText(editor, text, "typing");
    return { editor, binding, stop: registerWriting(editor, binding.memory) };
  };
  for (let i = 0; i < 9; i++) opened.push(timed(() => open().binding.close()));
  const { editor, binding, stop } = open();
  const own: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < letters; i++) {
    const at = 40 + ((i * 97) % (text.length - 50));
    editor.update(() => $select(at, at, binding.memory), { discrete: true });
    own.push(
      timed(() =>
        editor.update(() => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "x"), {
          discrete: true,
        }),
      ),
    );
    theirs.push(timed(() => text.insert(30, "y", {})));
  }
  expect(
    wordsOf(readBlocks(text))
      .match(/[xy]{2,}|y/g)
      ?.join("").length,
  ).toBeGreaterThan(letters);
  stop();
  binding.close();
  figures.push(
    `${name.padEnd(30)} opened ${middleOf(opened)} ms, own letter ${middleOf(own)} ms, colleague's ${middleOf(theirs)} ms`,
  );
});

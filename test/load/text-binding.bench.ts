/**
 * What a letter costs in the editor, measured without a page, beside the same letter in the same editor
 * without a document: what is left is the binding's. Prints figures and fails only where something did
 * not happen.
 */
import { $getRoot, CONTROLLED_TEXT_INSERTION_COMMAND, type LexicalEditor } from "lexical";
import { afterAll, expect, test } from "vitest";
import * as Y from "yjs";
import { $select } from "../../client/text/acts.ts";
import { bindText } from "../../client/text/bind-text.ts";
import { type BlockMemory, forget } from "../../client/text/blocks-of.ts";
import { createTextEditor, registerWriting } from "../../client/text/create-editor.ts";
import { $showBlocks } from "../../client/text/show-blocks.ts";
import { type Block, readBlocks } from "../../shared/text/blocks.ts";
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

/** The quickest: what it costs where nothing else is at work on the machine. */
const bestOf = (times: readonly number[]): string => Math.min(...times).toFixed(3);

/** Time of the processor, so that whoever else is at work on this machine does not count. */
function timed(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
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
  const bare = bareEditor(readBlocks(text));
  const own: number[] = [];
  const alone: number[] = [];
  const theirs: number[] = [];
  const type = (into: LexicalEditor): number =>
    timed(() =>
      into.update(() => void into.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "x"), {
        discrete: true,
      }),
    );
  for (let i = 0; i < letters; i++) {
    const at = 40 + ((i * 97) % (text.length - 50));
    editor.update(() => $select(at, at, binding.memory), { discrete: true });
    bare.editor.update(() => $select(at, at, bare.memory), { discrete: true });
    // In turns, so that whatever else the machine does falls on both.
    own.push(type(editor));
    alone.push(type(bare.editor));
    theirs.push(timed(() => text.insert(30, "y", {})));
  }
  expect(
    wordsOf(readBlocks(text))
      .match(/[xy]{2,}|y/g)
      ?.join("").length,
  ).toBeGreaterThan(letters);
  expect(bare.editor.read(() => $getRoot().getTextContent().match(/x/g)?.length)).toBe(letters);
  stop();
  bare.stop();
  binding.close();
  figures.push(
    `${name.padEnd(30)} opened ${middleOf(opened)} ms, own letter ${middleOf(own)} ms, at best ${bestOf(own)} (${ratio(own, alone)} times the ${middleOf(alone)} ms without a document), colleague's ${middleOf(theirs)} ms, at best ${bestOf(theirs)}`,
  );
});

const ratio = (a: readonly number[], b: readonly number[]): string =>
  (Number(middleOf(a)) / Number(middleOf(b))).toFixed(2);

/** The same editor with the same words, bound to nothing. */
function bareEditor(blocks: readonly Block[]) {
  const editor = createTextEditor((error) => {
    throw error;
  });
  const memory: BlockMemory = new Map();
  editor.update(() => $showBlocks(blocks, memory, (place) => place), { discrete: true });
  const forgetting = editor.registerUpdateListener(({ dirtyElements }) => {
    forget(memory, dirtyElements.keys());
  });
  const writing = registerWriting(editor, memory);
  return {
    editor,
    memory,
    stop: () => {
      forgetting();
      writing();
    },
  };
}

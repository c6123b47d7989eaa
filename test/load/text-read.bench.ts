/** Reading and writing words, measured; prints figures and fails only where something did not happen. */
import { afterAll, expect, test } from "vitest";
import * as Y from "yjs";
import { type Block, readBlocks } from "../../shared/text/blocks.ts";
import { createFlatText } from "../../shared/text/flat-text.ts";
import { writeBlocks } from "../../shared/text/write-blocks.ts";

const figures: string[] = [];
afterAll(() => void process.stdout.write(`\n${figures.join("\n")}\n`));

const said =
  "They draw the sun and the earth at the same size, so a shadow has no reason to change.";

/** The quickest: what it costs where nothing else is at work on the machine. */
const bestOf = (times: readonly number[]): number => Math.min(...times);

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

test("5,000 notes read to runs", () => {
  const doc = new Y.Doc();
  const notes = doc.getMap<Y.Text>("notes");
  doc.transact(() => {
    for (let i = 0; i < 5_000; i++) {
      const text = createFlatText(`${said}\n${said.slice(0, 40)} ${i}`);
      notes.set(String(i), text);
      text.format(5, 4, { b: true });
      text.format(20, 5, { i: true, a: "https://example.org" });
    }
  });
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    let runs = 0;
    for (const text of notes.values())
      for (const block of readBlocks(text)) runs += block.runs.length;
    expect(runs).toBe(30_000);
    return performance.now() - start;
  });
  figures.push(
    `5,000 notes read to runs      ${middleOf(times).toFixed(1)} ms, at best ${bestOf(times).toFixed(1)} ms`,
  );
});

for (const [name, lines] of [
  ["a note of 200 letters", 2],
  ["a notebook of 20,000 letters", 230],
] as const) {
  test(`a letter written into ${name}`, () => {
    const doc = new Y.Doc();
    const text = createFlatText(Array.from({ length: lines }, () => said).join("\n"));
    doc.getMap("notes").set("note", text);
    let blocks = readBlocks(text);
    const times: number[] = [];
    const reads: number[] = [];
    for (let i = 0; i < 200; i++) {
      const at = (i * 7) % lines;
      const caret = at * (said.length + 1) + said.length + 1;
      const after = blocks.map((block, n): Block => {
        const [run] = block.runs;
        if (n !== at || run?.kind !== "text") return block;
        return { ...block, runs: [{ ...run, text: `${run.text}x` }] };
      });
      const start = performance.now();
      writeBlocks(text, blocks, after, { origin: "me", caret });
      times.push(performance.now() - start);
      const reading = performance.now();
      blocks = readBlocks(text);
      expect(blocks).toHaveLength(lines);
      reads.push(performance.now() - reading);
    }
    figures.push(
      `a letter into ${name.padEnd(30)} write ${middleOf(times).toFixed(3)} ms, read ${middleOf(reads).toFixed(3)} ms`,
    );
  });
}

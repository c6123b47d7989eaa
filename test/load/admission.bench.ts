/**
 * What the gate costs, beside what Yjs costs for the same bytes in the same run: one small edit, and a
 * lane of 5 MB handed over, indexed and read back. It prints figures; compare the ratios, not the times.
 */
import { afterAll, expect, test } from "vitest";
import * as Y from "yjs";
import { admit, indexOfSnapshot, type Writer } from "../../server/admission/admit.ts";
import { createLaneIndex } from "../../server/admission/lane-index.ts";
import { largeBoard } from "./large-board.ts";

const writer: Writer = { author: "maya", handedOver: true };
const rows: string[] = [];
afterAll(() => {
  process.stdout.write(`\n${rows.join("\n")}\n`);
});

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** The median time of one call in milliseconds; `act` is given what `prepare` makes, untimed. */
function timed<T>(rounds: number, prepare: () => T, act: (made: T) => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const made = prepare();
    const began = performance.now();
    act(made);
    times.push(performance.now() - began);
  }
  return median(times);
}

function report(what: string, ms: number, unit: "ms" | "µs", beside: [string, number][]): void {
  const figure = unit === "ms" ? ms.toFixed(1) : (ms * 1000).toFixed(2);
  const ratios = beside.map(([name, other]) => `${(ms / other).toFixed(2)} of ${name}`);
  rows.push(`${what.padEnd(46)} ${figure.padStart(8)} ${unit}   ${ratios.join(", ")}`);
}

/** Moves of one note, each an update of two keys, on top of `base`. */
function moves(base: Uint8Array, note: string, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base);
  const map = doc.getMap<Y.Map<number>>("notes").get(note);
  const made: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => made.push(update));
  for (let i = 0; i < count; i++) {
    doc.transact(() => {
      map?.set("x", i);
      map?.set("y", -i);
    });
  }
  return made;
}

test("a small edit at the gate", () => {
  const base = largeBoard();
  const index = createLaneIndex();
  admit(index, base, writer);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base);
  const updates = moves(base, "n7", 20_000);
  // All at once, and all three in turns: one call is too short to be timed.
  const each = updates.length / 10;
  let fresh = 0;
  const gate: number[] = [];
  const decoding: number[] = [];
  const applying: number[] = [];
  for (let i = 0; i < updates.length; i += each) {
    const some = updates.slice(i, i + each);
    const per = (act: (update: Uint8Array) => unknown) =>
      timed(
        1,
        () => some,
        (all) => all.forEach(act),
      ) / each;
    gate.push(
      per((update) => {
        if (admit(index, update, writer).is === "fresh") fresh++;
      }),
    );
    decoding.push(per((update) => Y.decodeUpdate(update)));
    applying.push(per((update) => Y.applyUpdate(doc, update)));
  }
  expect(fresh).toBe(updates.length);
  report("one move of a note (two keys) admitted", median(gate), "µs", [
    ["Y.decodeUpdate", median(decoding)],
    ["Y.applyUpdate", median(applying)],
  ]);
});

test("a lane of 5 MB at the gate", () => {
  const base = largeBoard();
  const stored = indexOfSnapshot(base);
  rows.push(`the lane: ${base.byteLength} bytes, its index: ${stored.byteLength} bytes`);
  const beside: [string, number][] = [
    [
      "Y.decodeUpdate",
      timed(
        3,
        () => undefined,
        () => Y.decodeUpdate(base),
      ),
    ],
    [
      "Y.applyUpdate",
      timed(
        3,
        () => new Y.Doc(),
        (doc) => Y.applyUpdate(doc, base),
      ),
    ],
  ];
  const handover = timed(3, createLaneIndex, (index) => {
    expect(admit(index, base, writer).is).toBe("fresh");
  });
  report("handed over: scanned, judged and indexed", handover, "ms", beside);
  report(
    "indexed alone",
    timed(3, () => base, indexOfSnapshot),
    "ms",
    beside,
  );
  const reading = timed(
    3,
    () => stored,
    (index) => createLaneIndex({ index, owners: [] }),
  );
  report("its stored index read back", reading, "ms", beside);
  const known = createLaneIndex({ index: stored, owners: [] });
  const again = timed(
    3,
    () => known,
    (index) => {
      expect(admit(index, base, writer).is).toBe("nothing");
    },
  );
  report("handed over again, when all of it is known", again, "ms", beside);
});

/** Several people who erase parts of one stroke at once, over links that delay and reorder. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { StrokeId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addStroke, eraseInk } from "../../shared/board/strokes.ts";
import { type InkRange, merged, rangesLeft } from "../../shared/geometry/ink-cut.ts";
import { inventBoard, inventInk } from "../fixtures/board.ts";
import { createClassroom } from "../fixtures/classroom.ts";

const id = "stroke" as StrokeId;
const points = 40;

/** A board with one stroke on the table. */
function start(seed: number): Uint8Array {
  const { doc } = inventBoard({ papers: 1, marks: 0, notes: 0, strokes: 0, needs: 0 }, seed);
  const ink = inventInk(points, 400, seededRandom(seed));
  const stroke = { id, tool: "pen", colour: "ink", width: 3, page: undefined } as const;
  addStroke(doc, { ...stroke, points: ink, by: "ann" as never }, "start");
  return Y.encodeStateAsUpdate(doc);
}

interface Cut {
  readonly ranges: readonly InkRange[];
  stands: boolean;
}

function lesson(seed: number, inOrder: "sender" | "none"): void {
  const random = seededRandom(seed);
  const names = ["ann", "ben", "cem"];
  const room = createClassroom({ names, random, start: start(seed), inOrder });
  names.forEach((_, seat) => room.connect(seat));
  room.settle();
  /** What each did, first to last, and what they took back, last to first. */
  const done: Cut[][] = names.map(() => []);
  const undone: Cut[][] = names.map(() => []);
  const all: Cut[] = [];

  for (let step = 0; step < 60; step++) {
    const seat = Math.floor(random() * names.length);
    const [teacher, mine, back] = [room.teachers[seat], done[seat], undone[seat]];
    if (!teacher || !mine || !back) continue;
    const choice = random();
    if (choice < 0.35) {
      const from = Math.floor(random() * (points - 4) * 4096) / 4096;
      const cut: Cut = { ranges: [[from, from + 0.5 + random() * 2]], stands: true };
      const exact = cut.ranges.map(([a, b]): InkRange => [a, Math.ceil(b * 4096) / 4096]);
      teacher.act((origin) => eraseInk(teacher.doc, [[id, cut.ranges]], teacher.newId(), origin));
      mine.push({ ...cut, ranges: exact });
      all.push(mine.at(-1) as Cut);
      back.length = 0;
    } else if (choice < 0.45) {
      const cut = mine.pop();
      teacher.history.undo();
      if (!cut) continue;
      cut.stands = false;
      back.push(cut);
    } else if (choice < 0.52) {
      const cut = back.pop();
      teacher.history.redo();
      if (!cut) continue;
      cut.stands = true;
      mine.push(cut);
    } else if (choice < 0.9) room.deliverOne();
    else if (choice < 0.95) {
      if (room.isOnline(seat)) room.disconnect(seat);
      else room.connect(seat);
    }
  }
  room.settle();

  const taken = merged(all.filter(({ stands }) => stands).flatMap(({ ranges }) => ranges));
  const left = rangesLeft(points, taken);
  for (const { doc, reader } of room.teachers) {
    const { strokes } = readBoard(doc);
    expect(reader.view().strokes).toEqual(strokes);
    expect(strokes.get(id)?.erased ?? []).toEqual(left.length > 0 ? taken : []);
    expect(strokes.get(id)?.pieces?.length ?? strokes.size).toBe(left.length);
    expect(strokes.size).toBe(left.length > 0 ? 1 : 0);
  }
  room.close();
}

describe.each(["sender", "none"] as const)(
  "erasing parts of one stroke, in order by %s",
  (inOrder) => {
    test("loses nobody's erasing and leaves no ink twice; each takes back only their own", {
      timeout: 60_000,
    }, () => {
      for (let seed = 1; seed <= 12; seed++) {
        try {
          lesson(seed, inOrder);
        } catch (cause) {
          throw new Error(`seed ${seed}: ${String(cause)}`, { cause });
        }
      }
      expect.hasAssertions();
    });
  },
);

test("a stroke of which all was erased is gone, and comes back with the undo of the last erasing", () => {
  const random = seededRandom(7);
  const room = createClassroom({ names: ["ann"], random, start: start(7), inOrder: "sender" });
  room.connect(0);
  room.settle();
  const [ann] = room.teachers;
  if (!ann) throw new Error("ann is there");
  const take = (from: number, to: number): void =>
    ann.act((origin) => eraseInk(ann.doc, [[id, [[from, to]]]], ann.newId(), origin));
  expect(readBoard(ann.doc).strokes.get(id)?.pieces).toBeUndefined();
  take(0, 20);
  take(19, points - 1);
  expect(readBoard(ann.doc).strokes.size).toBe(0);
  ann.history.undo();
  expect(readBoard(ann.doc).strokes.get(id)?.erased).toEqual([[0, 20]]);
  room.close();
});

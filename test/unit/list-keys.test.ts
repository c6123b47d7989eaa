import { describe, expect, test } from "vitest";
import {
  afterLeaving,
  type Command,
  type ListState,
  listAtStart,
  press,
  settle,
  targetsOf,
} from "../../client/list/keys.ts";
import type { Row } from "../../client/list/rows.ts";
import { createTree } from "../../client/list/tree.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { inventBoard } from "../fixtures/board.ts";

/** Papers P00 to P03 unsorted, P04 and P05 in the first pile; no marks, nothing on the table. */
function board() {
  const made = inventBoard({
    papers: 6,
    pagesPerPaper: 1,
    marks: 0,
    notes: 0,
    strokes: 0,
    needs: 0,
  });
  sendToPile(made.doc, made.papers.slice(0, 4), undefined, undefined, "test");
  sendToPile(made.doc, made.papers.slice(4), made.piles[0], undefined, "test");
  return made;
}

const nameOf = (row: Row): string =>
  row.kind === "paper" ? row.code : row.kind === "session" ? row.title : row.key;

/** Somebody at the keyboard: writes keys as `shift+ArrowDown`, one every 100 ms unless told. */
function typist() {
  const { doc } = board();
  const view = readBoard(doc);
  const tree = createTree();
  let state: ListState = listAtStart;
  let atMs = 0;
  const rows = (): readonly Row[] => tree.rows(view, state.toggled);
  return {
    rows,
    keys(...pressed: readonly string[]): readonly Command[] {
      return pressed.flatMap((written) => {
        const parts = written.split("+");
        const key = parts.at(-1) ?? "";
        atMs += 100;
        const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
        const held = { shift: parts.includes("shift"), mod: parts.includes("mod") };
        const stroke = { key, code, ...held, alt: parts.includes("alt"), atMs };
        const outcome = press(state, rows(), stroke, nameOf);
        if (outcome) state = outcome.state;
        return outcome?.command ? [outcome.command] : [];
      });
    },
    pause: () => {
      atMs += 2000;
    },
    here: () => {
      const row = rows().find(({ key }) => key === state.focus);
      return row && nameOf(row);
    },
    chosen: () => rows().flatMap((row) => (state.chosen.has(row.key) ? [nameOf(row)] : [])),
    targets: () => targetsOf(state, rows()).map(nameOf),
  };
}

describe("walking through the list", () => {
  test("arrows go row by row and stop at the ends", () => {
    const hands = typist();
    hands.keys("ArrowUp");
    expect(hands.here()).toBe("Seasons");
    hands.keys("ArrowDown", "ArrowDown");
    expect(hands.here()).toBe("P00");
    hands.keys("End", "ArrowDown");
    expect(hands.here()).toBe(nameOf(hands.rows().at(-1) as Row));
    hands.keys("Home");
    expect(hands.here()).toBe("Seasons");
  });

  test("right steps in, left steps out and then folds", () => {
    const hands = typist();
    hands.keys("ArrowDown", "ArrowRight");
    expect(hands.here()).toBe("P00");
    hands.keys("ArrowRight");
    expect(hands.here()).toBe("P00");
    hands.keys("ArrowLeft");
    expect(hands.here()).toBe("unsorted");
    const open = hands.rows().length;
    hands.keys("ArrowLeft");
    expect(hands.rows().length).toBe(open - 4);
    hands.keys("ArrowRight");
    expect(hands.rows().length).toBe(open);
  });

  test("a code typed goes to its paper, digits and all", () => {
    const hands = typist();
    expect(hands.keys("p", "0", "4")).toEqual([]);
    expect(hands.here()).toBe("P04");
  });

  test("one letter again and again walks on through the rows that start with it", () => {
    const hands = typist();
    hands.keys("p", "p", "p");
    expect(hands.here()).toBe("P02");
  });

  test("a star unfolds all beside", () => {
    const hands = typist();
    hands.keys("ArrowDown", "ArrowLeft");
    const folded = hands.rows().length;
    hands.keys("*");
    expect(hands.rows().length).toBe(folded + 4);
  });

  test("a key that is not ours keeps the browser's meaning", () => {
    const { rows } = typist();
    for (const key of ["Tab", "F5", "?", "Shift"]) {
      const stroke = { key, code: key, shift: false, mod: false, alt: false, atMs: 0 };
      expect(press(listAtStart, rows(), stroke, nameOf)).toBeUndefined();
    }
  });
});

describe("sorting by keys", () => {
  test("the next code typed after a choice is a word of its own, and sends nothing anywhere", () => {
    const hands = typist();
    expect(hands.keys("p", "0", "4", " ", "p", "0", "2", " ")).toEqual([]);
    expect(hands.targets()).toEqual(["P02", "P04"]);
  });
  test("a digit sends what has the focus, nought puts it back", () => {
    const hands = typist();
    hands.keys("ArrowDown", "ArrowDown");
    expect(hands.keys("2", "0")).toEqual([
      { does: "send", digit: 2 },
      { does: "send", digit: 0 },
    ]);
    expect(hands.targets()).toEqual(["P00"]);
  });

  test("a digit after a pause is a pile again, not the rest of a code", () => {
    const hands = typist();
    hands.keys("p");
    hands.pause();
    expect(hands.keys("0")).toEqual([{ does: "send", digit: 0 }]);
  });

  test("a digit that fits no code is a pile, however fast it comes", () => {
    const hands = typist();
    expect(hands.keys("p", "3")).toEqual([{ does: "send", digit: 3 }]);
  });

  test("Alt with arrows moves, with letters writes and cites, on any keyboard layout", () => {
    const hands = typist();
    hands.keys("ArrowDown", "ArrowDown");
    expect(hands.keys("alt+ArrowUp", "alt+n", "alt+w", "alt+c")).toEqual([
      { does: "step", by: -1 },
      { does: "notice" },
      { does: "wonder" },
      { does: "cite" },
    ]);
    const dead = { key: "Dead", code: "KeyN", shift: false, mod: false, alt: true, atMs: 0 };
    expect(press(listAtStart, hands.rows(), dead, nameOf)?.command).toEqual({ does: "notice" });
  });
});

describe("choosing several", () => {
  test("space chooses and takes back; keys then mean what is chosen", () => {
    const hands = typist();
    hands.keys("ArrowDown", "ArrowDown", " ", "ArrowDown", "ArrowDown", " ");
    expect(hands.chosen()).toEqual(["P00", "P02"]);
    hands.keys("ArrowDown");
    expect(hands.targets()).toEqual(["P00", "P02"]);
    hands.keys("ArrowUp", " ");
    expect(hands.chosen()).toEqual(["P00"]);
    hands.keys("Escape");
    expect(hands.chosen()).toEqual([]);
  });

  test("shift with arrows stretches and shrinks the choice", () => {
    const hands = typist();
    hands.keys("ArrowDown", "ArrowDown", "shift+ArrowDown", "shift+ArrowDown", "shift+ArrowUp");
    expect(hands.chosen()).toEqual(["P00", "P01"]);
  });

  test("all of a pile at once, from the pile or from one of its papers", () => {
    const hands = typist();
    hands.keys("ArrowDown", " ");
    expect(hands.chosen()).toEqual(["P00", "P01", "P02", "P03"]);
    hands.keys(" ");
    expect(hands.chosen()).toEqual([]);
    hands.keys("p");
    hands.keys("mod+a");
    expect(hands.chosen()).toEqual(["P00", "P01", "P02", "P03"]);
  });

  test("folding a pile takes its papers out of the choice", () => {
    const hands = typist();
    hands.keys("ArrowDown", " ", "ArrowLeft");
    expect(hands.chosen()).toEqual([]);
  });
});

describe("when the board changes under the hands", () => {
  const rowsOf = (doc: ReturnType<typeof board>["doc"]) =>
    createTree().rows(readBoard(doc), new Set());

  test("the focus goes with its paper, and the choice with what is left", () => {
    const { doc, papers, piles } = board();
    const before = rowsOf(doc);
    const [first, second] = papers;
    const state = { ...listAtStart, focus: `paper:${first}`, chosen: new Set([`paper:${second}`]) };
    sendToPile(doc, papers.slice(0, 1), piles[1], undefined, "colleague");
    expect(settle(state, before, rowsOf(doc))).toBe(state);
  });

  test("a row that is gone leaves the focus to the next, the one before, or the pile", () => {
    const { doc, papers } = board();
    const rows = rowsOf(doc);
    const [a, b, c, d] = papers.map((id) => `paper:${id}`);
    if (!a || !b || !c || !d) throw new Error("there are papers");
    expect(afterLeaving(rows, a, new Set([a, b]))).toBe(c);
    expect(afterLeaving(rows, d, new Set([d]))).toBe(c);
    expect(afterLeaving(rows, b, new Set([a, b, c, d]))).toBe("unsorted");
    expect(afterLeaving(rows, a, new Set([b]))).toBe(a);
  });
});

/** What the numbers beside papers do to the board around them. */
import type { Rect } from "../../shared/geometry/rect.ts";
import type { NumbersHands } from "../numbers/numbers-hands.ts";
import type { BoardHands } from "./board-context.ts";
import type { TableActs } from "./table-acts.ts";
import { change, select } from "./table-state.ts";

export function createNumbersHands({ state, table }: BoardHands, acts: TableActs): NumbersHands {
  return {
    show(papers) {
      select(state, papers);
      const stands = state.get().look === "table" ? table.get() : undefined;
      if (!stands) return;
      const seen = stands.seen();
      const lie = papers.flatMap((paper) => stands.homeOf(paper) ?? []);
      // Where all of them are seen already, the view stays calm.
      if (lie.some((rect) => !isInside(rect, seen))) stands.show(papers);
    },
    open(papers) {
      const [paper] = papers;
      if (paper) change(state, { reading: { paper, region: undefined, among: papers } });
    },
    compare: (papers) => void acts.compare(papers),
    keepBright: (filter) => change(state, { filter }),
    bringIn: () => change(state, { dialog: "bringInNumbers" }),
    draw: () => change(state, { dialog: "draw" }),
  };
}

const isInside = (rect: Rect, of: Rect): boolean =>
  rect.x >= of.x &&
  rect.y >= of.y &&
  rect.x + rect.w <= of.x + of.w &&
  rect.y + rect.h <= of.y + of.h;

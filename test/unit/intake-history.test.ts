/** What was done on the contact sheet can be taken back, while pages are still being read. */
import { describe, expect, test } from "vitest";
import { stepped, withStep } from "../../client/papers/intake/history.ts";
import {
  freshIntake,
  type IntakePage,
  pageAsRead,
} from "../../client/papers/intake/intake-state.ts";

const page = (key: number, over: Partial<IntakePage> = {}): IntakePage => ({
  ...pageAsRead({ key, source: 0, number: key + 1 }, undefined),
  readable: true,
  shape: 1.3,
  ...over,
});
const before = { ...freshIntake, pages: [page(0), page(1), page(2)] };

describe("undo on the contact sheet", () => {
  test("brings back order, turns, cuts and what was taken out, and redo does it again", () => {
    const [a, b, c] = before.pages as [IntakePage, IntakePage, IntakePage];
    const after = withStep(before, {
      ...before,
      perPaper: 2,
      white: true,
      pages: [
        { ...c, opening: "opens" },
        { ...a, turn: 1, shape: 1 / 1.3 },
        { ...b, dropped: true },
      ],
    });
    const back = stepped(after, "back");
    expect(back?.state.pages).toEqual(before.pages);
    expect(back?.state).toMatchObject({ perPaper: 1, white: false, past: [] });
    const again = back && stepped(back.state, "forth");
    expect(again?.state.pages).toEqual(after.pages);
    expect(again?.state).toMatchObject({ perPaper: 2, white: true, future: [] });
    expect(stepped(before, "back")).toBeUndefined();
  });

  test("leaves pages that were read meanwhile where they came", () => {
    const after = withStep(before, { ...before, pages: before.pages.toReversed() });
    const later = { ...after, pages: [...after.pages, page(3)] };
    expect(stepped(later, "back")?.state.pages.map(({ key }) => key)).toEqual([0, 1, 2, 3]);
  });

  test("says which pages must be put straight otherwise", () => {
    const fit = { is: "straight", degrees: 2, paper: "white", grows: false } as const;
    const after = withStep(before, {
      ...before,
      pages: before.pages.map((each) => (each.key === 1 ? { ...each, fit } : each)),
    });
    expect(stepped(after, "back")?.refits).toEqual([{ key: 1, fit: undefined }]);
  });
});

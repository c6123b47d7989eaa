import { describe, expect, test } from "vitest";
import { byOrder, orderBetween } from "../../../shared/sorting/piles.ts";
import { type Ordered, ordersFor, stepped } from "../../../shared/sorting/reorder.ts";

function heap(...ids: string[]): readonly Ordered[] {
  let order: string | undefined;
  return ids.map((id) => {
    order = orderBetween(order, undefined);
    return { id, order };
  });
}

/** How the heap sorts after the keys are written. */
function after(items: readonly Ordered[], wanted: readonly Ordered[], moved: string[]): string {
  const orders = ordersFor(wanted, new Set(moved));
  return items
    .map((item) => ({ ...item, order: orders.get(item.id) ?? item.order }))
    .toSorted(byOrder)
    .map(({ id }) => id)
    .join("");
}

const ids = (items: readonly { readonly id: string }[]): string =>
  items.map(({ id }) => id).join("");

describe("moving within a heap", () => {
  test("one thing moves a step and nobody else's key is touched", () => {
    const items = heap("a", "b", "c", "d");
    const wanted = stepped(items, new Set(["c"]), -1);
    expect(ids(wanted)).toBe("acbd");
    expect(after(items, wanted, ["c"])).toBe("acbd");
    expect([...ordersFor(wanted, new Set(["c"])).keys()]).toEqual(["c"]);
  });

  test("several things move together and keep their order", () => {
    const items = heap("a", "b", "c", "d", "e");
    const moved = ["b", "d"];
    expect(after(items, stepped(items, new Set(moved), -1), moved)).toBe("badce");
    expect(after(items, stepped(items, new Set(moved), 1), moved)).toBe("acbed");
  });

  test("what stands at the end stays there, and what is behind it closes up", () => {
    const items = heap("a", "b", "c", "d");
    expect(ids(stepped(items, new Set(["a", "b"]), -1))).toBe("abcd");
    expect(ids(stepped(items, new Set(["a", "c"]), -1))).toBe("acbd");
    expect(ids(stepped(items, new Set(["d"]), 1))).toBe("abcd");
  });

  test("a move between two with equal keys happens all the same", () => {
    const items = ["a", "b", "c"].map((id) => ({ id, order: "a1" }));
    const wanted = stepped(items, new Set(["c"]), -1);
    expect(after(items, wanted, ["c"])).toBe("acb");
  });

  test("a move beside a key that is no key happens all the same", () => {
    const items = [
      { id: "a", order: "" },
      { id: "b", order: "a1" },
      { id: "c", order: "zzz~" },
    ];
    expect(after(items, stepped(items, new Set(["b"]), -1), ["b"])).toBe("bac");
    expect(after(items, stepped(items, new Set(["b"]), 1), ["b"])).toBe("acb");
  });
});

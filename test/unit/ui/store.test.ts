/** Local state of a view. */
import { describe, expect, test } from "vitest";
import { createStore } from "../../../client/ui/store.ts";

describe("a store", () => {
  test("tells of each change once, and of none where nothing changed", () => {
    const store = createStore(1);
    const heard: number[] = [];
    store.subscribe(() => heard.push(store.get()));
    store.set(2);
    store.set(2);
    store.set((last) => last + 1);
    expect(heard).toEqual([2, 3]);
  });

  test("a listener that left hears nothing more, and may leave while it is being told", () => {
    const store = createStore("a");
    const heard: string[] = [];
    const leave = store.subscribe(() => {
      heard.push(`first ${store.get()}`);
      leave();
    });
    store.subscribe(() => heard.push(`second ${store.get()}`));
    store.set("b");
    store.set("c");
    expect(heard).toEqual(["first b", "second b", "second c"]);
  });
});

/** What could meet a need, and which needs nothing that the team has is put to. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { putToNeed, removeResource, rewriteResource } from "../../../client/needs/resource-acts.ts";
import type { MemberId, NeedId, ResourceId } from "../../../shared/base/ids.ts";
import { addNeed, deleteNeed } from "../../../shared/board/needs.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { addResource, changeResource, type NewResource } from "../../../shared/board/resources.ts";
import { unmetNeeds } from "../../../shared/board/unmet.ts";
import { setAlive } from "../../../shared/records/records.ts";
import { handsOn } from "../../fixtures/acting.ts";

const by = "ann" as MemberId;
const id = <T extends string>(name: string): T => name as T;

function boardWith(...needs: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  needs.forEach((name, i) => {
    const need = { id: id<NeedId>(name), words: name, pile: undefined, order: `a${i}`, by };
    addNeed(doc, need, by);
  });
  return doc;
}

function put(doc: Y.Doc, name: string, need: string, more: Partial<NewResource> = {}): void {
  const made = { kind: "material", order: "a0", by, ...more } as const;
  addResource(doc, { id: id(name), need: id(need), ...made }, by);
}

const unmet = (doc: Y.Doc): readonly string[] => unmetNeeds(readBoard(doc)).map((need) => need.id);
const putTo = (doc: Y.Doc, need: string) => readBoard(doc).resourcesOf.get(id(need)) ?? [];

describe("what could meet a need", () => {
  test("stands under its need in order, wanted until the team has it", () => {
    const doc = boardWith("one");
    put(doc, "second", "one", { order: "a1", kind: "time" });
    put(doc, "first", "one", { words: "a lamp" });
    expect(putTo(doc, "one")).toEqual([
      {
        id: "first",
        need: "one",
        kind: "material",
        words: "a lamp",
        state: "wanted",
        order: "a0",
        by,
      },
      { id: "second", need: "one", kind: "time", words: "", state: "wanted", order: "a1", by },
    ]);
  });

  test("goes with its need, and comes back with it", () => {
    const doc = boardWith("one");
    put(doc, "lamp", "one");
    deleteNeed(doc, id("one"), by);
    expect(readBoard(doc).resourcesOf.size).toBe(0);
    setAlive(doc, "needs", ["one"], true, by);
    expect(putTo(doc, "one").length).toBe(1);
  });

  test("of two people who change different things of one, offline, both are heard", () => {
    const doc = boardWith("one");
    put(doc, "lamp", "one", { words: "a lamp" });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    changeResource(doc, id("lamp"), { words: "the lamp of room 12" }, by);
    changeResource(other, id("lamp"), { state: "have" }, "ben");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    for (const one of [doc, other]) {
      expect(putTo(one, "one")).toMatchObject([{ words: "the lamp of room 12", state: "have" }]);
    }
  });

  test("of a kind or state of a newer version reads as something wanted, with its words", () => {
    const doc = boardWith("one");
    put(doc, "lamp", "one", { words: "a lamp" });
    const record = doc.getMap<Y.Map<unknown>>("resources").get("lamp");
    record?.set("kind", "rocket");
    record?.set("state", { promised: true });
    record?.set("order", 7);
    expect(putTo(doc, "one")).toMatchObject([
      { kind: "material", state: "wanted", words: "a lamp" },
    ]);
  });

  test("without a need is not there", () => {
    const doc = boardWith("one");
    put(doc, "lamp", "one");
    doc.getMap<Y.Map<unknown>>("resources").get("lamp")?.set("need", 3);
    expect(readBoard(doc).resourcesOf.size).toBe(0);
  });
});

describe("unmet needs", () => {
  test("are those to which nothing that the team has is put, in the team's order", () => {
    const doc = boardWith("bare", "wanting", "met", "met too");
    put(doc, "wish", "wanting");
    put(doc, "had", "met", { state: "have" });
    put(doc, "wish too", "met too");
    put(doc, "had too", "met too", { state: "have", order: "a1" });
    expect(unmet(doc)).toEqual(["bare", "wanting"]);
    changeResource(doc, id("wish"), { state: "have" }, by);
    changeResource(doc, id("had"), { state: "wanted" }, by);
    expect(unmet(doc)).toEqual(["bare", "met"]);
  });

  test("what was taken away meets nothing", () => {
    const doc = boardWith("one");
    put(doc, "lamp", "one", { state: "have" });
    expect(unmet(doc)).toEqual([]);
    setAlive(doc, "resources", ["lamp"], false, by);
    expect(unmet(doc)).toEqual(["one"]);
  });
});

describe("putting something to a need", () => {
  test("is one's own step each, and undo leaves what a colleague put there", () => {
    const doc = boardWith("one");
    const hands = handsOn(doc);
    const time = putToNeed(hands, id("one"), "time");
    put(doc, "lamp", "one", { order: "zz" });
    rewriteResource(hands, time ?? id<ResourceId>(""), { words: "two lessons" });
    rewriteResource(hands, time ?? id<ResourceId>(""), { state: "have" });
    const now = () => putTo(doc, "one").map(({ words, state }) => `${words}, ${state}`);
    expect(now()).toEqual(["two lessons, have", ", wanted"]);
    hands.history.undo();
    expect(now()).toEqual(["two lessons, wanted", ", wanted"]);
    hands.history.undo();
    hands.history.undo();
    expect(putTo(doc, "one").map((one) => one.id)).toEqual(["lamp"]);
    hands.history.redo();
    expect(now()).toEqual([", wanted", ", wanted"]);
  });

  test("what was taken away comes back as it was", () => {
    const doc = boardWith("one");
    const hands = handsOn(doc);
    put(doc, "lamp", "one", { words: "a lamp", state: "have" });
    const before = putTo(doc, "one");
    const restore = removeResource(hands, id("lamp"));
    expect(putTo(doc, "one")).toEqual([]);
    restore();
    expect(putTo(doc, "one")).toEqual(before);
  });

  test("that is gone does nothing", () => {
    const hands = handsOn(boardWith());
    expect(putToNeed(hands, id("gone"), "time")).toBeUndefined();
    expect(hands.history.state().canUndo).toBe(false);
  });
});

/** Being together: whom one follows, who is called, who is taken along, and links to places. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { linkToPlace, readAddress } from "../../client/board/address.ts";
import { leaderOf } from "../../client/board/table/following.ts";
import { createTableState } from "../../client/board/table-state.ts";
import { isFree, latestCall } from "../../client/board/together/calling.ts";
import type { Other } from "../../client/sync/presence.ts";
import type { BoardId, MemberId } from "../../shared/base/ids.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { inventBoard } from "../fixtures/board.ts";

afterEach(() => vi.unstubAllGlobals());

const view = { x: 0, y: 0, w: 10, h: 10 };
const member = (id: string): MemberId => id as MemberId;
let keys = 0;

function other(id: string, doing: Partial<Other> = {}): Other {
  return {
    key: ++keys,
    memberId: member(id),
    name: id,
    role: undefined,
    colour: 1,
    at: undefined,
    onPage: undefined,
    reading: undefined,
    drag: undefined,
    reshaped: undefined,
    pulled: undefined,
    stroke: undefined,
    caret: undefined,
    view,
    follows: undefined,
    laser: undefined,
    call: undefined,
    ...doing,
  };
}

describe("following", () => {
  const lead = (others: readonly Other[], id: string) =>
    leaderOf(others, member(id), member("me"))?.memberId;

  test("whoever follows a follower follows the one in front", () => {
    const others = [other("ann", { follows: member("ben") }), other("ben"), other("cy")];
    expect(lead(others, "ann")).toBe("ben");
    expect(lead(others, "cy")).toBe("cy");
  });

  test("two who follow each other, and more in a circle, stay where they are", () => {
    expect(lead([other("ann", { follows: member("me") })], "ann")).toBeUndefined();
    const circle = [
      other("ann", { follows: member("ben") }),
      other("ben", { follows: member("cy") }),
      other("cy", { follows: member("ann") }),
    ];
    expect(lead(circle, "ann")).toBeUndefined();
    expect(lead([], "ann")).toBeUndefined();
  });

  test("of somebody's two tabs it is the one their pointer is in", () => {
    const at = { x: 1, y: 1 };
    const tabs = [other("ann"), other("ann", { at, view: { ...view, x: 7 } })];
    expect(leaderOf(tabs, member("ann"), member("me"))?.view?.x).toBe(7);
  });
});

describe("calling everyone", () => {
  test("hears the last call of a member and none of a guest", () => {
    expect(latestCall([other("ann"), other("ben")])).toBeUndefined();
    expect(latestCall([other("guest", { role: "specialist", call: 9 })])).toBeUndefined();
    const called = latestCall([other("ann", { call: 4 }), other("ben", { call: 7 })]);
    expect(called?.memberId).toBe("ben");
  });

  test("takes nobody along who writes, reads, drags or has something open", () => {
    const free = createTableState().get();
    expect(isFree(free, false)).toBe(true);
    const busy = [
      { look: "list" as const },
      { reading: { paper: "p" as never, region: undefined } },
      { dialog: "help" as const },
      { writing: "n" as never },
      { isBusy: true },
      { menu: { at: view, place: view, on: "table" as const } },
    ];
    expect(isFree(free, true)).toBe(false);
    for (const part of busy) expect(isFree({ ...free, ...part }, false)).toBe(false);
  });
});

describe("a link to a place", () => {
  const { doc, notes } = inventBoard({ papers: 2, notes: 2, marks: 0 });
  const board = readBoard(doc);
  const search = (link: string): string => new URL(link).search;

  test("leads back to that part of the table, or to that thing", () => {
    vi.stubGlobal("location", { origin: "https://school.example" });
    const place = { view: { x: -120, y: 44, w: 800, h: 500 } };
    const at = linkToPlace("board" as BoardId, place);
    expect(readAddress(search(at), board).place).toEqual(place);
    const [thing = ""] = notes as readonly string[];
    const to = linkToPlace("board" as BoardId, { thing });
    expect(readAddress(search(to), board).place).toEqual({ thing });
  });

  test("that says nothing sensible leads nowhere", () => {
    for (const wrong of [
      "?at=",
      "?at=1,2",
      "?at=a,b,c,d",
      "?at=0,0,0,0",
      "?at=1,2,-3,4",
      "?thing=x",
    ])
      expect(readAddress(wrong, board).place).toBeUndefined();
  });
});

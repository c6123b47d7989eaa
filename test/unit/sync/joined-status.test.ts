import { describe, expect, test } from "vitest";
import { joinStatus } from "../../../client/sync/joined-status.ts";
import type { SavedEvent } from "../../../client/sync/saved-state.ts";
import { createStatus } from "../../../client/sync/status.ts";

const atWork: readonly SavedEvent[] = [
  { is: "opened" },
  { is: "sent", handover: true },
  { is: "acked", frames: 1 },
];
const edited: SavedEvent = { is: "edited" };

/** A board and the talk about it, after what happened on the socket of each. */
function twoLanes(board: readonly SavedEvent[], talk: readonly SavedEvent[]) {
  const lanes = { board: createStatus(), talk: createStatus() };
  for (const event of board) lanes.board.saw(event);
  for (const event of talk) lanes.talk.saw(event);
  return { ...lanes, both: joinStatus(lanes.board, lanes.talk) };
}

describe("the mark of a board and the talk about it", () => {
  test("says saved only of both, whichever of them is behind", () => {
    expect(twoLanes(atWork, atWork).both.state()).toBe("saved");
    for (const behind of [[], [...atWork, edited], [...atWork, { is: "closed" }]] as const) {
      expect(twoLanes(atWork, behind).both.state()).not.toBe("saved");
      expect(twoLanes(behind, atWork).both.state()).not.toBe("saved");
    }
  });

  test("says that one is offline before that the other is being saved", () => {
    const { both } = twoLanes([...atWork, edited], [...atWork, { is: "closed" }]);
    expect(both.state()).toBe("offline");
  });

  test("warns of a reply that is on no disk, though all of the board is", () => {
    expect(twoLanes(atWork, [...atWork, edited]).both.unsaved()).toBe(true);
    expect(twoLanes(atWork, atWork).both.unsaved()).toBe(false);
  });

  test("tells why one of them was refused, and that it is over", () => {
    const refused: SavedEvent[] = [
      ...atWork,
      { is: "refused", code: "too_large" },
      { is: "closed" },
    ];
    const { both } = twoLanes(atWork, refused);
    expect(both.state()).toBe("refused");
    expect(both.reason()).toBe("too_large");
    expect(both.isOver()).toBe(true);
  });

  test("tells its listeners of either, until they stop listening", () => {
    const { board, talk, both } = twoLanes(atWork, atWork);
    let told = 0;
    const stop = both.subscribe(() => told++);
    board.saw(edited);
    talk.saw(edited);
    expect(told).toBe(2);
    stop();
    talk.saw({ is: "closed" });
    expect(told).toBe(2);
  });
});

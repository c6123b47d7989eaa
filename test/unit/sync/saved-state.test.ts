import { describe, expect, test } from "vitest";
import {
  atStart,
  nextSavedState,
  type SavedEvent,
  type SavedState,
  savedMark,
} from "../../../client/sync/saved-state.ts";

const opened: SavedEvent = { is: "opened" };
const closed: SavedEvent = { is: "closed" };
const edited: SavedEvent = { is: "edited" };
const sent: SavedEvent = { is: "sent", handover: false };
const handedOver: SavedEvent = { is: "sent", handover: true };
const acked = (frames: number): SavedEvent => ({ is: "acked", frames });

const after = (events: readonly SavedEvent[], from: SavedState = atStart): SavedState =>
  events.reduce(nextSavedState, from);
const mark = (...events: SavedEvent[]) => savedMark(after(events));
/** A board that was opened, synced and saved. */
const working = [opened, handedOver, acked(1)];

describe("the saved mark", () => {
  test("says connecting until the server has all", () => {
    expect(mark()).toBe("connecting");
    expect(mark(opened)).toBe("connecting");
    expect(mark(opened, handedOver)).toBe("connecting");
  });

  test("says saved only once the server has said so of what was handed over", () => {
    expect(mark(...working)).toBe("saved");
    expect(after(working).unsaved).toBe(false);
  });

  test("says saving from the edit until its frame is on disk", () => {
    expect(mark(...working, edited)).toBe("saving");
    expect(mark(...working, edited, sent)).toBe("saving");
    expect(mark(...working, edited, sent, acked(2))).toBe("saved");
  });

  test("an answer to an earlier frame does not make a later one saved", () => {
    const two = [...working, edited, sent, edited, sent];
    expect(mark(...two, acked(2))).toBe("saving");
    expect(after([...two, acked(2)]).unsaved).toBe(true);
    expect(mark(...two, acked(3))).toBe("saved");
  });

  test("answers that arrive out of order count by the highest", () => {
    expect(mark(...working, edited, sent, edited, sent, acked(3), acked(2))).toBe("saved");
  });

  test("an edit between the opening and the handover is saved with the handover, not before", () => {
    const early = [opened, edited];
    expect(mark(...early)).toBe("saving");
    expect(mark(...early, acked(0))).toBe("saving");
    expect(mark(...early, handedOver)).toBe("saving");
    expect(mark(...early, handedOver, acked(1))).toBe("saved");
  });

  test("a frame that went before the handover, as a stock page sends it, saves nothing by itself", () => {
    const early = [opened, edited, sent, acked(1)];
    expect(mark(...early)).toBe("saving");
    expect(mark(...early, handedOver, acked(1))).toBe("saving");
    expect(mark(...early, handedOver, acked(2))).toBe("saved");
  });

  test("says offline when the line is cut, and whether something is left unsaved", () => {
    expect(mark(...working, closed)).toBe("offline");
    expect(after([...working, closed]).unsaved).toBe(false);
    const cut = after([...working, edited, sent, closed]);
    expect(savedMark(cut)).toBe("offline");
    expect(cut.unsaved).toBe(true);
  });

  test("coming back with unsent edits says saving until the new line's handover is on disk", () => {
    const back = after([...working, edited, sent, closed, edited, opened]);
    expect(savedMark(back)).toBe("saving");
    expect(savedMark(after([handedOver], back))).toBe("saving");
    const done = after([handedOver, acked(1)], back);
    expect(savedMark(done)).toBe("saved");
    expect(done.unsaved).toBe(false);
  });

  test("what the old line had acknowledged counts for nothing on the new one", () => {
    const back = after([...working, edited, sent, acked(2), closed, opened]);
    expect(savedMark(back)).toBe("saving");
    expect(savedMark(after([handedOver], back))).toBe("saving");
  });

  test("an edit that no frame could carry is not saved by a late answer to an earlier one", () => {
    // The socket is closing: the provider drops what it is given, but answers still come in.
    const closing = after([...working, edited, sent, edited, acked(2)]);
    expect(savedMark(closing)).toBe("saving");
    expect(closing.unsaved).toBe(true);
    const back = after([closed, opened, handedOver, acked(1)], closing);
    expect([savedMark(back), back.unsaved]).toEqual(["saved", false]);
  });

  test("says refused once the server has refused and closed, and forgets it on the next opening", () => {
    const refused = after([...working, { is: "refused", code: "not_a_member" }]);
    expect(savedMark(refused)).toBe("saved");
    expect(savedMark(after([closed], refused))).toBe("refused");
    expect(savedMark(after([closed, opened], refused))).toBe("saving");
  });

  test("a page is connecting, with or without edits, until the first try has failed", () => {
    expect(mark(edited)).toBe("connecting");
    expect(after([edited]).unsaved).toBe(true);
    expect(mark(closed)).toBe("offline");
    expect(mark(edited, closed)).toBe("offline");
    expect(mark(closed, opened)).toBe("connecting");
  });

  test("work that an earlier page left unsaved is unsaved until the server has it", () => {
    const found: SavedEvent = { is: "found" };
    expect(after([found]).unsaved).toBe(true);
    expect(mark(found, closed)).toBe("offline");
    expect(after([found, closed]).unsaved).toBe(true);
    expect(mark(found, opened)).toBe("saving");
    expect(after([found, opened, handedOver]).unsaved).toBe(true);
    expect(after([found, opened, handedOver, acked(1)]).unsaved).toBe(false);
  });

  test("a cache that is read late makes nothing unsaved that the server has", () => {
    expect(after([...working, { is: "found" }]).unsaved).toBe(false);
    expect(after([...working, sent, { is: "found" }]).unsaved).toBe(true);
    expect(after([...working, sent, { is: "found" }, acked(2)]).unsaved).toBe(false);
  });
});

/** What a room's people show of themselves, as the stock awareness of their pages takes it. */
import { describe, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { type Attendee, createPresence } from "../../server/rooms/presence.ts";

const now = 1_700_000_000_000;

function openRoom() {
  const presence = createPresence({ stateBytes: 4096, now: () => now });
  const told = new Map<Attendee, number>();
  const come = (author: string): Attendee => {
    const attendee = { author };
    told.set(attendee, 0);
    return attendee;
  };
  /** The states in what would be sent to somebody now, as `id@clock json`. */
  function hears(attendee: Attendee, by?: Awareness): string[] {
    presence.flush();
    const frame = presence.since(attendee, told.get(attendee) ?? 0);
    told.set(attendee, presence.flushed());
    if (!frame) return [];
    const body = bodyOf(frame);
    if (by) applyAwarenessUpdate(by, body, "room");
    return statesIn(body);
  }
  return { presence, come, hears };
}

/** The awareness update in a short WebSocket frame. */
function bodyOf(frame: Uint8Array): Uint8Array {
  let at = (frame[1] ?? 0) < 126 ? 3 : 5;
  while ((frame[at] ?? 0) > 127) at++;
  return frame.subarray(at + 1);
}

function statesIn(body: Uint8Array): string[] {
  const seen = new Awareness(new Y.Doc());
  seen.setLocalState(null);
  const found: string[] = [];
  seen.on("change", ({ added }: { added: number[] }) => {
    for (const id of added) {
      found.push(`${id}@${seen.meta.get(id)?.clock} ${JSON.stringify(seen.states.get(id))}`);
    }
  });
  applyAwarenessUpdate(seen, body, "room");
  seen.destroy();
  return found;
}

/** An awareness update that says one thing of one client. */
function says(client: number, clock: number, state: unknown): Uint8Array {
  const from = new Awareness(new Y.Doc());
  from.states.set(client, state as { [name: string]: unknown });
  from.meta.set(client, { clock, lastUpdated: 0 });
  const update = encodeAwarenessUpdate(from, [client]);
  from.destroy();
  return update;
}

describe("what somebody shows", () => {
  test("is told to the others, the latest alone, and never to themselves", () => {
    const { presence, come, hears } = openRoom();
    const [maya, tom, ann] = [come("maya"), come("tom"), come("ann")];
    presence.show(maya, says(1, 1, { at: 1 }), false);
    presence.show(maya, says(1, 2, { at: 2 }), false);
    presence.show(tom, says(2, 1, { at: 9 }), false);
    expect(hears(maya)).toEqual(['2@1 {"at":9}']);
    expect(hears(tom)).toEqual(['1@2 {"at":2}']);
    expect(hears(ann)).toEqual(['1@2 {"at":2}', '2@1 {"at":9}']);
    expect(hears(ann)).toEqual([]);
  });

  test("is under one id a socket, and not under somebody else's", () => {
    const { presence, come, hears } = openRoom();
    const [maya, tom, ann] = [come("maya"), come("tom"), come("ann")];
    presence.show(maya, says(1, 1, { name: "Maya" }), false);
    presence.show(tom, says(1, 2 ** 40, { name: "Eve" }), false);
    presence.show(tom, says(1, 2 ** 40, null), false);
    presence.show(tom, says(2, 1, { name: "Tom" }), false);
    presence.show(tom, says(3, 1, { name: "Tim" }), false);
    expect(hears(ann)).toEqual(['1@1 {"name":"Maya"}', '2@1 {"name":"Tom"}']);
  });

  test("is refused when it is too long or no JSON", () => {
    const { presence, come } = openRoom();
    const maya = come("maya");
    expect(presence.show(maya, says(1, 1, "x".repeat(4096)), false)).toBe("too_large");
    expect(presence.show(maya, Uint8Array.of(1, 1, 1, 2, 123, 97), false)).toBe("malformed");
    expect(presence.show(maya, Uint8Array.of(255, 255, 1), false)).toBe("malformed");
    expect(presence.show(maya, Uint8Array.of(1, 1, 1, 2, 192, 128), false)).toBe("malformed");
  });
});

describe("somebody who comes back", () => {
  test("shows at once to a page that saw them before, in this room or one of a server before", () => {
    const page = new Awareness(new Y.Doc());
    const before = openRoom();
    const reader = before.come("tom");
    const maya = before.come("maya");
    before.presence.show(maya, says(1, 7, { name: "Maya" }), true);
    before.hears(reader, page);
    before.presence.leave(maya);
    before.hears(reader, page);
    expect(page.states.has(1)).toBe(false);
    const again = before.come("maya");
    before.presence.show(again, says(1, 7, { name: "Maya" }), true);
    before.hears(reader, page);
    expect(page.states.get(1)).toEqual({ name: "Maya" });

    // The server is started anew a moment later; the page keeps the clocks it has seen.
    page.states.delete(1);
    const after = createPresence({ stateBytes: 4096, now: () => now + 5_000 });
    const late = { author: "maya" };
    after.show(late, says(1, 7, { name: "Maya" }), true);
    after.flush();
    applyAwarenessUpdate(page, bodyOf(after.since({ author: "tom" }, 0) ?? new Uint8Array()), "");
    expect(page.states.get(1)).toEqual({ name: "Maya" });
    page.destroy();
  });

  test("is not a newcomer's ghost: one who left is not told to who comes later", () => {
    const { presence, come, hears } = openRoom();
    const maya = come("maya");
    presence.show(maya, says(1, 1, { name: "Maya" }), false);
    presence.leave(maya);
    expect(hears(come("ann"))).toEqual([]);
    // A stock client repeats what it heard of others: no proof that they are there.
    presence.show(come("tom"), says(1, 1, { name: "Maya" }), false);
    expect(hears(come("ann"))).toEqual([]);
  });
});

test("a clock next to the end of numbers does not push anybody out of reach", () => {
  const { presence, come, hears } = openRoom();
  const [maya, ann] = [come("maya"), come("ann")];
  presence.show(maya, says(1, Number.MAX_SAFE_INTEGER, { at: 1 }), false);
  expect(hears(ann)).toEqual([`1@${now} {"at":1}`]);
  presence.show(maya, says(1, Number.MAX_SAFE_INTEGER, { at: 2 }), false);
  expect(hears(ann)).toEqual([`1@${now + 1} {"at":2}`]);
});

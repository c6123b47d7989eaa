/**
 * A lane through the real server, with stock clients whose lines are cut at moments nobody chose, who type
 * on offline, come back, and load their page anew from their own copy: in the end all documents are the
 * same, nobody was refused, and the disk holds what they hold.
 *
 * Which client does what is drawn from a seed, printed with a failure; when things arrive is the network's
 * own. A seed that fails becomes a test of its own.
 */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { seededRandom } from "../../shared/base/random.ts";
import { connect, isEqual, type LaneClient, synced } from "./lane-client.ts";
import { createVisitor, startServer, until, type Visitor } from "./running-server.ts";

const clients = 6;
const acts = 400;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test.each([1, 2, Date.now() % 1_000_000])(
  "cut lines, offline edits and reloads leave all the same (seed %i)",
  async (seed) => {
    const random = seededRandom(seed);
    const upTo = (count: number): number => Math.floor(random() * count);
    const server = await startServer();
    const visitors = [createVisitor(server.url), createVisitor(server.url)] as const;
    const { teamId, invite } = await visitors[0].start();
    await visitors[1].join(invite, "Tom");
    const lane = `team/${teamId}`;
    const visitorOf = (seat: number): Visitor => visitors[seat % 2 === 0 ? 0 : 1];
    const open = (seat: number, doc: Y.Doc): LaneClient =>
      connect(server.url, lane, visitorOf(seat).cookie(), { doc });
    const seats = Array.from({ length: clients }, (_, seat) => open(seat, new Y.Doc()));

    const refused: { code: number }[] = [];
    for (let i = 0; i < acts; i++) {
      const seat = upTo(clients);
      const client = seats[seat] as LaneClient;
      const choice = upTo(100);
      if (choice < 80) edit(client.doc, upTo);
      else if (choice < 88) client.provider.ws?.close();
      else if (choice < 92) client.provider.disconnect();
      else if (choice < 97) client.provider.connect();
      else {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
        refused.push(...client.refused);
        client.close();
        seats[seat] = open(seat, doc);
      }
      if (upTo(4) === 0) await nextTurn();
      if (i === acts / 2) await server.restart();
    }

    for (const { provider } of seats) provider.connect();
    await Promise.all(seats.map((client) => client.saved()));
    const [first] = seats as [LaneClient];
    await until("all are the same", () => seats.every(({ doc }) => isEqual(doc, first.doc)));
    expect([...refused, ...seats.flatMap((client) => client.refused)]).toEqual([]);
    await server.restart();
    const late = connect(server.url, lane, visitors[0].cookie());
    await synced(late);
    expect(isEqual(late.doc, first.doc)).toBe(true);
    expect(late.doc.store.pendingStructs).toBeNull();
  },
  60_000,
);

function edit(doc: Y.Doc, upTo: (count: number) => number): void {
  const text = doc.getText("words");
  const map = doc.getMap<unknown>("things");
  switch (upTo(5)) {
    case 0:
    case 1:
      return text.insert(upTo(text.length + 1), "abcdefgh".slice(upTo(7)));
    case 2: {
      const at = upTo(text.length);
      return text.delete(at, Math.min(upTo(4), text.length - at));
    }
    case 3:
      return void map.set(`key ${upTo(5)}`, upTo(1_000));
    default: {
      const inner = new Y.Map<unknown>();
      inner.set("at", [upTo(100), upTo(100)]);
      return void map.set(`thing ${upTo(5)}`, inner);
    }
  }
}

/** The attack corpus: each is refused with its code, leaves nothing behind, and others go on working. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { admit } from "../../../server/admission/admit.ts";
import { createLaneIndex } from "../../../server/admission/lane-index.ts";
import { admissionLimits } from "../../../server/admission/limits.ts";
import { seededRandom } from "../../../shared/base/random.ts";
import { attackedLane, malsClient } from "../../fixtures/attacks/attacked-lane.ts";
import { attacks } from "../../fixtures/attacks/corpus.ts";
import { randomEdit } from "../../fixtures/attacks/random-edits.ts";
import * as raw from "../../fixtures/attacks/raw-update.ts";

const mal = { author: "mal", handedOver: true };

describe("refused, with nothing left behind", () => {
  const costs: string[] = [];
  test.each(attacks)("$name: $code", ({ name, code, update }) => {
    const { index, ada } = attackedLane();
    const before = index.toBytes();
    const bytes = update();
    const start = process.cpuUsage();
    const verdict = admit(index, bytes, mal);
    const { user, system } = process.cpuUsage(start);
    costs.push(`${((user + system) / 1000).toFixed(1)} ms for ${bytes.length} bytes: ${name}`);
    expect(verdict).toEqual({ is: "refused", code });
    expect(index.toBytes()).toEqual(before);

    const standing = Y.encodeStateVector(ada);
    ada.getMap("things").set("title", "three");
    const honest = Y.encodeStateAsUpdate(ada, standing);
    expect(admit(index, honest, { author: "ada", handedOver: true }).is).toBe("fresh");
  });

  test("the dearest of them, for the record", () => {
    costs.sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a));
    process.stdout.write(`${costs.slice(0, 3).join("\n")}\n`);
    expect(costs).toHaveLength(attacks.length);
  });
});

/** Some hundred honest updates of a document that gets everything. */
function honestUpdates(count: number): readonly Uint8Array[] {
  const random = seededRandom(5);
  const doc = new Y.Doc();
  doc.clientID = malsClient;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  while (updates.length < count) randomEdit(doc, random);
  return updates;
}

test("an update cut off anywhere is refused as malformed", () => {
  const index = createLaneIndex();
  const cutWell: Uint8Array[] = [];
  for (const update of honestUpdates(100)) {
    for (let end = 0; end < update.length; end++) {
      const verdict = admit(index, update.subarray(0, end), mal);
      if (verdict.is !== "refused" || verdict.code !== "malformed") cutWell.push(update);
    }
    expect(admit(index, update, mal).is).toBe("fresh");
  }
  expect(cutWell).toEqual([]);
});

test("an update with any one bit flipped is refused, or does a document no harm", {
  timeout: 30_000,
}, () => {
  const updates = honestUpdates(60);
  let state = Y.encodeStateAsUpdate(new Y.Doc());
  let index = createLaneIndex();
  updates.forEach((update, i) => {
    for (let bit = i % 11; bit < update.length * 8; bit += 11) {
      const bent = Uint8Array.from(update);
      bent[bit >>> 3] = (bent[bit >>> 3] as number) ^ (1 << (bit & 7));
      const verdict = admit(index, bent, mal);
      if (verdict.is !== "fresh") continue;
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      Y.applyUpdate(doc, verdict.update);
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
      expect(Y.decodeStateVector(index.stateVector())).toEqual(
        Y.decodeStateVector(Y.encodeStateVector(doc)),
      );
      index = createLaneIndex();
      admit(index, state, mal);
    }
    admit(index, update, mal);
    state = Y.mergeUpdates([state, update]);
  });
});

test("maps in each other are refused at the ninth, also when they come one by one", () => {
  const { index } = attackedLane();
  for (let i = 0; i < 9; i++) {
    const head =
      i === 0
        ? { parent: "things", key: "evil" }
        : { parent: [malsClient, i - 1] as const, key: "k" };
    const update = raw.rawUpdate([{ client: malsClient, clock: i, structs: [raw.type(1, head)] }]);
    const verdict = admit(index, update, mal);
    const isLast = i === 8;
    expect(verdict).toMatchObject(isLast ? { is: "refused", code: "too_deep" } : { is: "fresh" });
  }
});

test("client ids a few at a time are refused when an author has had too many", () => {
  const { index } = attackedLane();
  const limit = admissionLimits.clientsPerAuthor;
  let next = 100_000;
  const some = (count: number): Uint8Array => {
    next += count;
    const ids = Array.from({ length: count }, (_, i) => next - i);
    return raw.rawUpdate(ids.map((client) => ({ client, clock: 0, structs: [raw.garbage(1)] })));
  };
  for (let have = 0; have < limit; have += 50) expect(admit(index, some(50), mal).is).toBe("fresh");
  expect(admit(index, some(1), mal)).toEqual({ is: "refused", code: "too_many_clients" });
  expect(admit(index, some(1), { ...mal, author: "ben" }).is).toBe("fresh");
});

test("deletions of what the server revealed are left out, whatever else they come with", () => {
  const { index } = attackedLane();
  const known = index.deletions();
  const erase = raw.rawUpdate([], [[5005, [[0, 2]]]]);
  expect(admit(index, erase, mal)).toEqual({ is: "nothing" });
  expect(index.deletions()).toEqual(known);
  expect(admit(index, erase, { author: "server", handedOver: true })).toMatchObject({
    is: "fresh",
    roots: new Set(["revealed"]),
  });
});

test("before the handover a gap is no fault: what is missing is on its way", () => {
  const { index } = attackedLane();
  const early = { author: "mal", handedOver: false };
  const gap = raw.rawUpdate([{ client: malsClient, clock: 5, structs: [raw.garbage(1)] }]);
  expect(admit(index, gap, early)).toEqual({ is: "nothing" });
  expect(admit(index, raw.rawUpdate([], [[777, [[0, 1]]]]), early)).toEqual({ is: "nothing" });
  expect(admit(index, new Uint8Array([1]), early)).toEqual({ is: "refused", code: "malformed" });
});

test("a known struct repeated with another content is not passed on", () => {
  const { index } = attackedLane();
  const forged = raw.rawUpdate([
    {
      client: malsClient,
      clock: 0,
      structs: [raw.any([1], { parent: "list" }), raw.any([2], { origin: [malsClient, 0] })],
    },
  ]);
  admit(index, forged, mal);
  const again = raw.rawUpdate([
    {
      client: malsClient,
      clock: 0,
      structs: [
        raw.string("ab", { origin: [malsClient, 9] }),
        raw.any([3], { origin: [malsClient, 1] }),
      ],
    },
  ]);
  const verdict = admit(index, again, mal);
  const passedOn = verdict.is === "fresh" ? Y.decodeUpdate(verdict.update).structs : [];
  expect(passedOn).toHaveLength(1);
  expect(verdict).toMatchObject({ ranges: [{ client: malsClient, from: 2, to: 3 }] });
});

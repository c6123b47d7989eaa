/** Whatever lies in the root of rounds, reading it never breaks, and an honest round reads as it was started. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId, PaperId, PileId, RoundId } from "../../shared/base/ids.ts";
import {
  endRound,
  type NewRound,
  type Round,
  readRound,
  roundsRoot,
  setRoundEnd,
  startRound,
} from "../../shared/sorting/rounds.ts";
import { readPart, readProgress } from "../../shared/sorting/taking-part.ts";
import { roundOf } from "../fixtures/round.ts";

const ids = fc.uniqueArray(fc.stringMatching(/^[\w-]{8,20}$/), { minLength: 2, maxLength: 30 });
const times = fc.nat({ max: 2 ** 40 });
const rounds: fc.Arbitrary<NewRound> = fc
  .record({
    papers: ids,
    piles: ids.map((all) => all.slice(0, 20)),
    members: ids,
    each: fc.integer({ min: 1, max: 5 }),
    shares: fc.boolean(),
    named: fc.boolean(),
    predicts: fc.boolean(),
    thematic: fc.boolean(),
    seed: fc.nat(),
    at: times,
    endsAt: fc.option(times, { nil: undefined }),
  })
  .map(({ papers, piles, members, each, shares, thematic, ...rest }) => ({
    ...rest,
    id: "round-of-this-board" as RoundId,
    papers: papers as PaperId[],
    piles: piles as PileId[],
    order: thematic ? ("thematic" as const) : ("ordered" as const),
    sharing: shares ? { each, members: members as MemberId[] } : undefined,
    by: "maya-maya" as MemberId,
  }));

const read = (doc: Y.Doc, id: RoundId): Round | undefined =>
  readRound(id, doc.getMap<Y.Map<unknown>>(roundsRoot).get(id) as Y.Map<unknown>);

test("a round reads as it was started, and is ended and given time by anybody", () => {
  fc.assert(
    fc.property(rounds, times, (round, endsAt) => {
      const doc = new Y.Doc();
      startRound(doc, round, "maya");
      expect(read(doc, round.id)).toEqual({ ...round, ended: false });
      setRoundEnd(doc, round.id, endsAt, "tom");
      expect(read(doc, round.id)?.endsAt).toBe(endsAt);
      setRoundEnd(doc, round.id, undefined, "tom");
      endRound(doc, round.id, "ann");
      expect(read(doc, round.id)).toEqual({ ...round, endsAt: undefined, ended: true });
    }),
  );
});

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.json({ maxDepth: 4 }).map((json) => JSON.parse(json) as unknown),
  fc.constantFrom(Number.NaN, -1, 2 ** 60, true, "x".repeat(5_000), [["a"], 1, null, "paper-1"]),
  fc.array(fc.constantFrom("paper-1", "paper-1", "paper-2", "a/b", ""), { maxLength: 5 }),
  fc.constant(Array.from({ length: 5_000 }, (_, i) => `paper-${i}`)),
);

test("a hostile record is a round that can be sorted, or none", () => {
  const registers = Object.keys(roundOf({ papers: 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...registers), junk)), (written) => {
      const doc = new Y.Doc();
      startRound(doc, roundOf({ papers: 3 }), "maya");
      const { id } = roundOf({ papers: 3 });
      const record = doc.getMap<Y.Map<unknown>>(roundsRoot).get(id);
      for (const [register, value] of written) record?.set(register, value);
      const round = read(doc, id);
      if (!round) return;
      for (const all of [round.papers, round.piles, round.sharing?.members ?? ["one"]]) {
        expect(all.length).toBeGreaterThan(0);
        expect(all.length).toBeLessThanOrEqual(1_500);
        expect(new Set(all).size).toBe(all.length);
      }
      expect(round.piles.length).toBeGreaterThan(1);
      for (const time of [round.at, round.seed, round.endsAt ?? 0]) {
        expect(Number.isSafeInteger(time) && time >= 0).toBe(true);
      }
    }),
  );
});

test("whatever lies where parts and progress do, nobody counts more finished than began", () => {
  fc.assert(
    fc.property(junk, (value) => {
      const doc = new Y.Doc();
      const act = { kind: "sort", act: "round-1" } as const;
      doc.getMap("acts").set("sort/round-1", value);
      doc.getMap("progress").set("sort/round-1", value);
      const { began, finished } = readProgress(doc, act);
      expect(began).toBeGreaterThanOrEqual(finished);
      expect(finished).toBeGreaterThanOrEqual(0);
      expect(readPart(doc, act)?.alias).toBeUndefined();
    }),
  );
});

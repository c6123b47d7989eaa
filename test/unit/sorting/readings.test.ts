/** What a round came to: standing, spread and talk queue of each paper, from whatever was revealed. */
import { describe, expect, test } from "vitest";
import type { Alias, PaperId, PileId } from "../../../shared/base/ids.ts";
import type { PrivateEntry, Who } from "../../../shared/sorting/private-entries.ts";
import {
  guessEntry,
  laidIn,
  placementEntry,
  readingsOf,
} from "../../../shared/sorting/readings.ts";
import { roundOf, sortedCode } from "../../fixtures/round.ts";

const piles = ["not-yet", "almost", "got-it"] as PileId[];

/** Rows are papers, letters are people: 0 is the first pile, `_` nobody's, `?` after a digit unsure. */
function revealed(rows: readonly string[]) {
  const people = new Map<Who, PrivateEntry[]>();
  rows.forEach((row, i) => {
    row.split(" ").forEach((read, who) => {
      const own = people.get(`anon-${who}` as Alias) ?? [];
      people.set(`anon-${who}` as Alias, own);
      const pile = piles[Number(read[0])];
      if (pile) {
        own.push(placementEntry(`paper-${i}` as PaperId, { pile, unsure: read.endsWith("?") }));
      }
    });
  });
  return people;
}

describe("a round's readings", () => {
  const round = roundOf({ papers: 10, piles });
  const golden = "2222 2221 2211 1111 1110 0010 2021 12__ ___0 22_2"
    .split(" ")
    .map((row) => Array.from(row).join(" "));
  const all = readingsOf(round, revealed(golden), sortedCode);

  test("are the golden set's: shares, and the papers worth talking about in its order", () => {
    expect(all.unanimity).toBeCloseTo(0.333333, 6);
    expect(all.pairAgreement).toEqual({ agreeing: 27, pairs: 46 });
    const place = ({ paper }: { paper: PaperId }): number => round.papers.indexOf(paper) + 1;
    expect(all.talk.map(place)).toEqual([7, 8, 3, 2, 5, 6]);
  });

  test("tell agreed, disputed and read-once papers apart, and say each paper's spread", () => {
    const standings = all.papers.map(({ standing }) => standing[0]).join("");
    expect(standings).toBe("addaddddoa");
    expect(all.papers[2]?.spread).toEqual([
      { pile: "almost", count: 2 },
      { pile: "got-it", count: 2 },
    ]);
    expect(all.papers.flatMap((one) => laidIn(one, all) ?? "-").join(" ")).toBe(
      "got-it - - almost - - - - - got-it",
    );
  });

  test("count what somebody was unsure of, and the guesses", () => {
    const people = revealed(["0? 1", "1 1?", "2? 2?"]);
    people.get("anon-1" as Alias)?.push(guessEntry(2));
    const { papers, talk, guesses } = readingsOf(roundOf({ papers: 3, piles }), people, sortedCode);
    expect(papers.map(({ unsure }) => unsure)).toEqual([1, 1, 2]);
    expect(talk).toHaveLength(1);
    expect(guesses).toEqual([2]);
  });

  test("of one person alone are where the papers are laid; of one among several they are not", () => {
    const alone = readingsOf(roundOf({ papers: 2, piles }), revealed(["0", "2"]), sortedCode);
    expect(alone.papers.map((one) => laidIn(one, alone))).toEqual(["not-yet", "got-it"]);
    const some = readingsOf(roundOf({ papers: 2, piles }), revealed(["0 _", "1 1"]), sortedCode);
    expect(some.papers.map((one) => laidIn(one, some))).toEqual([undefined, "almost"]);
  });

  test("pass over papers taken off the board, piles that are none of the round's, and nonsense", () => {
    const people = new Map<Who, readonly PrivateEntry[]>([
      [
        "anon-0" as Alias,
        [
          { thing: "paper-0", value: ["elsewhere", false] },
          { thing: "paper-1", value: null },
          { thing: "paper-9", value: ["almost", true] },
          { thing: "guess", value: -4 },
        ],
      ],
      ["anon-1" as Alias, [{ thing: "paper-1", value: ["almost", "yes"] }]],
    ]);
    const { papers, guesses } = readingsOf(roundOf({ papers: 3, piles }), people, (paper) =>
      paper === "paper-2" ? undefined : paper,
    );
    expect(papers.map(({ paper, standing, unsure }) => [paper, standing, unsure])).toEqual([
      ["paper-0", "unread", 0],
      ["paper-1", "once", 0],
    ]);
    expect(guesses).toEqual([]);
  });
});

/** What a report of a board says, in which order, and what it leaves out. */
import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { reportWords } from "../../client/review/report-words.ts";
import { whatLeaves } from "../../client/review/what-leaves.ts";
import type {
  EvidenceId,
  MemberId,
  NeedId,
  NextStepId,
  NoteId,
  PaperId,
  ResourceId,
  RoundId,
} from "../../shared/base/ids.ts";
import { retitleBoard, sayTried } from "../../shared/board/meta.ts";
import { addEvidence, addNeed } from "../../shared/board/needs.ts";
import { addNextStep } from "../../shared/board/next-steps.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addResource, type NewResource } from "../../shared/board/resources.ts";
import { coverPage, deletePapers, papersRoot } from "../../shared/papers/papers.ts";
import { deleteRegions } from "../../shared/papers/regions.ts";
import { putTag } from "../../shared/papers/tags.ts";
import { buildReport, type ReportOptions } from "../../shared/report/build-report.ts";
import type { Block, List, Report } from "../../shared/report/report.ts";
import { lettersOf } from "../../shared/report/written.ts";
import { deletePile, renamePile } from "../../shared/sorting/piles.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { noteSettled } from "../../shared/sorting/settled.ts";
import { addRichNeed, addRichNote, block, done, mention, run } from "../fixtures/blocks.ts";
import { type PracticeBoard, practiceBoard, workedBoard } from "../fixtures/practice-board.ts";

const by = "a-colleague-0001" as MemberId;

function reportOf(board: PracticeBoard, options: Partial<ReportOptions> = {}): Report {
  const usual = {
    words: reportWords,
    date: "23 November 2026",
    needs: true,
    papers: "all",
  } as const;
  return buildReport(readBoard(board.doc), { ...usual, ...options });
}

const blocksOf = (report: Report): Block[] => report.sections.flatMap(({ blocks }) => [...blocks]);

const items = (list: Pick<List, "items">): string[] =>
  list.items.map(({ label, written }) => `- ${label}: ${written.map(lettersOf).join("\n")}`);

/** The report as an outline a person could read aloud: enough to see order, words and what is missing. */
function told(report: Report): string[] {
  return blocksOf(report).flatMap((block): string[] => {
    switch (block.is) {
      case "heading":
        return [`${"#".repeat(block.level)} ${block.words}`];
      case "paragraph":
        return [block.phrases.map(({ words }) => words).join("")];
      case "list":
        return items(block);
      case "piles":
        return block.piles.map(
          ({ name, counted, codes }) =>
            `${name}, ${counted}: ${codes.map(({ words }) => words).join(" ")}`,
        );
      case "need":
        return [
          `### ${block.heading.words}`,
          block.standing.phrases.map(({ words }) => words).join("; "),
          ...block.evidence.map(
            ({ caption, rect, notes }) =>
              `[${caption}${rect ? "" : ", whole"}, ${notes.length} notes]`,
          ),
          ...[block.resources, block.steps].flatMap((list) =>
            list ? [`${list.title}:`, ...items(list)] : [],
          ),
        ];
      case "paper":
        return [
          `### ${block.heading.words} (${block.place})`,
          ...block.pages.flatMap(({ regions }) =>
            regions.map(
              ({ number, notes }) =>
                `${number ?? "-"}: ${notes.map(({ label }) => label).join(" ")}`,
            ),
          ),
        ];
    }
  });
}

describe("the report of a board", () => {
  test("tells the question, the piles, the needs with their evidence, then the papers by pile and code", () => {
    expect(told(reportOf(workedBoard()))).toEqual([
      "# Exit question: the seasons",
      "23 November 2026",
      "This pile of papers from kids who are almost there: what are they showing us they need?",
      "## Where the papers lie",
      "Not yet, 4 papers: F6L T9D W3C X7Q",
      "Almost there, 5 papers: C9B D2K H4X K7M R5V",
      "Got it, 2 papers: B2R N8P",
      "Unsorted, 1 paper: M4T",
      "## What are they showing us they need?",
      "### 1. Words for what their drawings already show: the same light, over more ground",
      "Seen in the pile Almost there; Seen in 3 papers",
      "[Paper K7M, 2 notes]",
      "[Paper H4X, 1 notes]",
      "[Paper R5V, 1 notes]",
      "### 2. To let go of distance: tilt changes the angle of the light, not its way",
      "Seen in 3 papers",
      "[Paper C9B, 2 notes]",
      "[Paper K7M, 2 notes]",
      "[Paper W3C, 1 notes]",
      "### 3. To say it first in the language they think in",
      "Seen in the pile Almost there; A hunch so far: one paper shows it, a second one is wanted",
      "[Paper R5V, the whole page, whole, 0 notes]",
      "## Notes on the table",
      "- Note: Ask Mr. Okafor’s class to try the lamp first?",
      "- Wonder: Is “almost there” really one pile, or two?",
      "## Papers: Not yet",
      "### Paper F6L (Not yet)",
      "### Paper T9D (Not yet)",
      "### Paper W3C (Not yet)",
      "1: Notice",
      "### Paper X7Q (Not yet)",
      "## Papers: Almost there",
      "### Paper C9B (Almost there)",
      "1: Notice Wonder",
      "### Paper D2K (Almost there)",
      "### Paper H4X (Almost there)",
      "1: Notice",
      "2: Notice",
      "### Paper K7M (Almost there)",
      "1: Notice Wonder",
      "2: Notice Wonder",
      "-: ",
      "### Paper R5V (Almost there)",
      "1: Notice",
      "## Papers: Got it",
      "### Paper B2R (Got it)",
      "### Paper N8P (Got it)",
      "1: Note",
      "## Papers: Unsorted",
      "### Paper M4T (Unsorted)",
    ]);
  });

  test("is the same for the same board, to the letter", () => {
    expect(reportOf(workedBoard())).toEqual(reportOf(workedBoard()));
  });

  test("empty things vanish: an empty board is its title and its day", () => {
    const board = practiceBoard();
    deletePapers(board.doc, board.papers, "test");
    retitleBoard(board.doc, " ", "test");
    expect(told(reportOf(board))).toEqual(["# Board without a title", "23 November 2026"]);
  });

  test("piles without papers, notes without words and needs without anything are not told", () => {
    const { doc, ...board } = practiceBoard();
    for (const pile of board.piles) deletePile(doc, pile, "test");
    addNote(doc, { id: "empty-note-0001" as NoteId, stance: "plain", words: " \n", by }, "test");
    addNeed(doc, { id: "empty-need-0001" as NeedId, pile: undefined, order: "a", by }, "test");
    const report = reportOf({ doc, ...board });
    expect(report.sections.map(({ is }) => is)).toEqual(["front", "papers"]);
    expect(told(report)[3]).toMatch(/^Unsorted, 12 papers: B2R C9B D2K/);
  });

  test("a need on one paper is called a hunch, and a second paper makes it stand", () => {
    const { doc, ...board } = practiceBoard();
    const need = "a-need-to-tell-01" as NeedId;
    addNeed(doc, { id: need, words: "Time to draw", pile: undefined, order: "a", by }, "test");
    const standing = (): string =>
      told(reportOf({ doc, ...board })).find((_, i, all) => all[i - 1] === "### 1. Time to draw") ??
      "";
    expect(standing()).toBe("A hunch so far: no paper shows it yet");
    const cite = (id: string, paper: number): void => {
      const target = { paper: board.papers[paper] ?? board.papers[0], region: undefined };
      if (target.paper)
        addEvidence(
          doc,
          { id: id as EvidenceId, need, ...target, paper: target.paper, order: id },
          "test",
        );
    };
    cite("evidence-000001", 0);
    expect(standing()).toBe("A hunch so far: one paper shows it, a second one is wanted");
    cite("evidence-000002", 3);
    expect(standing()).toBe("Seen in 2 papers");
  });

  test("what could meet a need is told below it, and then the needs that nothing the team has meets", () => {
    const { doc, ...board } = practiceBoard();
    const tell = (): string[] => {
      const lines = told(reportOf({ doc, ...board }, { papers: "none" }));
      return lines.slice(lines.indexOf("## What are they showing us they need?") + 1);
    };
    for (const [i, words] of ["Time to draw", "A model to turn", ""].entries()) {
      const need = { id: `a-need-to-tell-0${i}` as NeedId, words, order: `a${i}`, by };
      addNeed(doc, { ...need, pile: undefined }, "test");
    }
    // A team that puts nothing to its needs is not told that all of them are unmet.
    expect(tell()).toEqual([
      "### 1. Time to draw",
      "A hunch so far: no paper shows it yet",
      "### 2. A model to turn",
      "A hunch so far: no paper shows it yet",
    ]);
    const put = (id: string, need: number, more: Pick<NewResource, "kind" | "words" | "state">) =>
      addResource(
        doc,
        { id: id as ResourceId, need: `a-need-to-tell-0${need}` as NeedId, order: id, by, ...more },
        "test",
      );
    put("resource-000001", 0, { kind: "time", words: "Tuesdays before lunch ", state: "have" });
    put("resource-000002", 1, { kind: "material", words: "a globe", state: "wanted" });
    put("resource-000003", 1, { kind: "money", state: "wanted" });
    put("resource-000004", 2, { kind: "visit", words: "the planetarium", state: "wanted" });
    const hunch = "A hunch so far: no paper shows it yet";
    expect(tell()).toEqual([
      "### 1. Time to draw",
      hunch,
      "What could meet it:",
      "- Time, we have it: Tuesdays before lunch",
      "### 2. A model to turn",
      hunch,
      "What could meet it:",
      "- Material, wanted: a globe",
      "- Money, wanted: ",
      "### 3. Gathered, not yet put into words",
      hunch,
      "What could meet it:",
      "- Visit, wanted: the planetarium",
      "### Unmet needs",
      "Nothing that the team has is put to these yet.",
      "- Need 2: A model to turn",
      "- Need 3: Gathered, not yet put into words",
    ]);
    const report = reportOf({ doc, ...board }, { papers: "none" });
    expect(whatLeaves(report)).toMatchObject({ needs: 3, resources: 4, tableNotes: 0 });
    expect(JSON.stringify(report)).not.toContain(by);
  });

  test("the next steps of a need are told with whatever is said of them, and none of which nothing is", () => {
    const { doc, ...board } = practiceBoard();
    const need = "a-need-to-tell-01" as NeedId;
    addNeed(doc, { id: need, words: "Time to draw", pile: undefined, order: "a", by }, "test");
    const step = (id: string, said: Partial<Parameters<typeof addNextStep>[1]>): void =>
      addNextStep(doc, { id: id as NextStepId, need, order: id, by, ...said }, "test");
    step("next-step-000001", {
      what: "Draw the light at noon ",
      lead: "Maya and Jonas",
      when: "May",
    });
    step("next-step-000002", {});
    step("next-step-000003", { lookFor: "arrows that spread" });
    const report = reportOf({ doc, ...board }, { papers: "none" });
    const lines = told(report);
    expect(lines.slice(lines.indexOf("Next steps:"))).toEqual([
      "Next steps:",
      "- What we try: Draw the light at noon\nWho leads  Maya and Jonas\nWhen  May",
      "- What we try: \nWhat we will look for  arrows that spread",
    ]);
    expect(whatLeaves(report)).toMatchObject({ needs: 1, steps: 2, resources: 0 });
    expect(JSON.stringify(report)).not.toContain(by);
  });

  test("why papers were settled, and how many notes were questioned, is told of the board and of nobody", () => {
    const { doc, ...board } = workedBoard();
    const [paper, other] = board.papers;
    const [pile] = board.piles;
    if (!paper || !other || !pile) throw new Error("the board has papers and piles");
    const settle = (id: PaperId, reason: string): void => {
      sendToPile(doc, [id], pile, undefined, "test");
      noteSettled(doc, id, pile, { reason, round: "a-round" as RoundId }, "test");
    };
    settle(paper, "The arrows say it, not the words");
    settle(other, " ");
    const questioned = { notes: 9, questioned: 5, changed: 3 };
    const report = reportOf({ doc, ...board }, { questioned });
    const lines = told(report);
    const at = lines.indexOf("## What we talked about");
    expect(lines.slice(at, at + 4)).toEqual([
      "## What we talked about",
      "5 of 9 notes on papers were questioned, 3 changed.",
      "- Paper K7M: Left in Not yet.  The arrows say it, not the words",
      "## What are they showing us they need?",
    ]);
    expect(whatLeaves(report)).toMatchObject({ settled: 1, moved: false });
    // Taken up again, or questioned by nobody: nothing of it is there.
    sendToPile(doc, [paper], undefined, undefined, "test");
    const quiet = reportOf({ doc, ...board }, { questioned: { ...questioned, questioned: 0 } });
    expect(told(quiet)).not.toContain("## What we talked about");
  });

  describe("what moved from the first papers to the last ones", () => {
    const moves = ["00", "00", "00"]
      .concat(Array<string>(5).fill("01"), Array<string>(4).fill("11"))
      .concat(Array<string>(6).fill("12"), Array<string>(5).fill("22"), ["21"]);

    /** The golden table of PRODUCT section 7, as a board of two sets. */
    function golden(): PracticeBoard {
      const board = practiceBoard({ copies: 4 });
      moves.forEach((move, i) => {
        Array.from(move).forEach((pile, set) => {
          const paper = board.papers[i * 2 + set] as PaperId;
          const code = `Q${String(i).padStart(2, "0")}${set === 0 ? "" : "-2"}`;
          board.doc.getMap<Y.Map<unknown>>(papersRoot).get(paper)?.set("code", code);
          sendToPile(board.doc, [paper], board.piles[Number(pile)], undefined, "test");
        });
      });
      sayTried(board.doc, "Measured shadows for two weeks", "test");
      return board;
    }
    const section = (report: Report): string[] => {
      const blocks = report.sections.filter(({ is }) => is === "moved");
      return told({ ...report, sections: blocks });
    };

    test("is the golden table beside what was tried, each figure with the papers behind it", () => {
      const report = reportOf(golden());
      expect(section(report)).toEqual([
        "## What moved",
        "Papers of the same codes, from pile to pile: from the first papers to the second papers.",
        "What we tried in between  Measured shadows for two weeks",
        "- Up: 11 codes",
        "- Same pile: 12 codes",
        "- Down: 1 code",
        "- From Not yet to Not yet: 3 codes: Q00, Q01, Q02",
        "- From Not yet to Almost there: 5 codes: Q03, Q04, Q05, Q06, Q07",
        "- From Almost there to Almost there: 4 codes: Q08, Q09, Q10, Q11",
        "- From Almost there to Got it: 6 codes: Q12, Q13, Q14, Q15, Q16, Q17",
        "- From Got it to Almost there: 1 code: Q23",
        "- From Got it to Got it: 5 codes: Q18, Q19, Q20, Q21, Q22",
      ]);
      const links = blocksOf(report).flatMap((block) =>
        block.is === "list"
          ? block.items.flatMap(({ written }) => written.flatMap(({ phrases }) => phrases))
          : [],
      );
      expect(links.filter(({ to }) => to !== undefined)).toHaveLength(24);
      expect(whatLeaves(report).moved).toBe(true);
    });

    /** The golden table, the earlier papers on a board of their own with what was meant to be tried. */
    function twoBoards() {
      const [earlier, later] = [practiceBoard({ copies: 2 }), practiceBoard({ copies: 2 })];
      moves.forEach((move, i) => {
        [earlier, later].forEach((board, set) => {
          const paper = board.papers[i] as PaperId;
          const code = `Q${String(i).padStart(2, "0")}`;
          board.doc.getMap<Y.Map<unknown>>(papersRoot).get(paper)?.set("code", code);
          sendToPile(board.doc, [paper], board.piles[Number(move[set])], undefined, "test");
        });
      });
      const need = "need-of-autumn-1" as NeedId;
      addNeed(earlier.doc, { id: need, words: "Tilt", pile: undefined, order: "a0", by }, "test");
      const step = { id: "step-of-autumn-1" as NextStepId, need, order: "a0", by };
      addNextStep(earlier.doc, { ...step, what: "Draw at noon", when: "in March" }, "test");
      return { later, moved: { title: "Autumn", view: readBoard(earlier.doc) } };
    }

    test("is the same table since an earlier board, beside what was meant to be tried there", () => {
      const { later, moved } = twoBoards();
      const report = reportOf(later, { moved });
      const table = section(reportOf(golden())).slice(3);
      expect(section(report)).toEqual([
        "## What moved",
        "Papers of the same codes, from pile to pile: from the board “Autumn” to this one.",
        "What we meant to try  Draw at noon  ·  When  in March",
        ...table,
      ]);
      expect(section(reportOf(later))).toEqual([]);
      expect(section(reportOf(golden(), { moved: "none" }))).toEqual([]);
      const held = section(reportOf(later, { moved, holdsBack: true })).join("\n");
      expect(held).not.toMatch(/Q\d\d|: [1-4] codes?/);
      expect(held).toContain("Not told");
    });

    test("says in one sentence that nothing of it may be told, where that is so", () => {
      const { later, moved } = twoBoards();
      for (const paper of later.papers.slice(4))
        sendToPile(later.doc, [paper], undefined, undefined, "test");
      expect(section(reportOf(later, { moved, holdsBack: true })).slice(3)).toEqual([
        "Numbers of 1 to 4 are not told, nor others from which they could be found.",
      ]);
    });

    test("tells nothing of which a small number could be found, for readers outside the team", () => {
      const report = reportOf(golden(), { holdsBack: true, papers: "none" });
      const lines = section(report);
      expect(lines).toContain("- Down: Not told");
      expect(lines).toContain("- From Not yet to Not yet: Not told");
      expect(lines.at(-1)).toBe(
        "Numbers of 1 to 4 are not told, nor others from which they could be found.",
      );
      expect(lines.join()).not.toMatch(/\b[1-4] codes?\b|Q\d\d/);
      // A pile of a few papers is told neither by its number nor by its codes.
      const small = reportOf(workedBoard(), { holdsBack: true, papers: "none" });
      const piles = told(small).filter((line) =>
        /^(Not yet|Almost there|Got it|Unsorted),/.test(line),
      );
      expect(piles.filter((line) => /, \d/.test(line))).toEqual([
        "Almost there, 5 papers: C9B D2K H4X K7M R5V",
      ]);
      expect(piles).toContain("Got it, Not told: ");
    });

    test("is not told where there is one set, or nobody has papers in both", () => {
      expect(section(reportOf(workedBoard()))).toEqual([]);
      const board = golden();
      for (const paper of board.papers)
        sendToPile(board.doc, [paper], undefined, undefined, "test");
      expect(section(reportOf(board))).toEqual([]);
    });
  });

  test("an interpretation on the table tells the papers it reads, and nothing where none is named", () => {
    const { doc, ...board } = practiceBoard();
    const note = "a-reading-000001" as NoteId;
    const reading = {
      id: note,
      stance: "interpretation",
      words: "They mean the tilt",
      by,
    } as const;
    addNote(doc, reading, "test");
    const line = (): string | undefined =>
      told(reportOf({ doc, ...board })).find((one) => one.startsWith("- Interpretation"));
    expect(line()).toBe("- Interpretation: They mean the tilt");
    board.papers.slice(0, 2).forEach((paper, i) => {
      const id = `evidence-00000${i}` as EvidenceId;
      const cited = { id, need: note, paper, region: undefined, order: `a${i}` };
      addEvidence(doc, { ...cited, ofNote: true }, "test");
    });
    expect(line()).toBe("- Interpretation: They mean the tilt\nRead from K7M and B2R");
  });

  test("a need that has evidence and no words yet is told by its evidence", () => {
    const { doc, ...board } = practiceBoard();
    const need = "a-need-to-tell-01" as NeedId;
    addNeed(doc, { id: need, pile: undefined, order: "a", by }, "test");
    const paper = board.papers[0];
    if (paper)
      addEvidence(
        doc,
        { id: "evidence-000001" as EvidenceId, need, paper, region: undefined, order: "a" },
        "test",
      );
    expect(told(reportOf({ doc, ...board }))).toContain("### 1. Gathered, not yet put into words");
  });

  test("notes and needs keep their look, and what is read aloud says what a look means", () => {
    const { doc, ...board } = workedBoard();
    const [region] = readBoard(doc).regions.keys();
    addRichNote(
      doc,
      [
        block("p"),
        block("p", "Ask ", mention("Ana")),
        done(block("cl", "lamp")),
        block("ol", run("x", "", "https://a.example")),
        block("p"),
      ],
      { id: "a-rich-note-0001", stance: "notice", ...(region ? { region } : {}) },
    );
    addRichNeed(
      doc,
      [block("h2", "To ", run("see", "i")), block("ul", "often")],
      "a-rich-need-001",
    );
    const report = reportOf({ doc, ...board });
    const need = blocksOf(report).findLast((one) => one.is === "need");
    expect(need?.heading).toMatchObject({
      words: "4. To see",
      phrases: [{ words: "4. " }, { words: "To " }, { words: "see", marks: "i" }],
    });
    expect(need?.more).toMatchObject([{ type: "ul", phrases: [{ words: "often" }] }]);
    const pages = blocksOf(report).flatMap((one) => (one.is === "paper" ? one.pages : []));
    const notes = pages.flatMap(({ regions }) => regions.flatMap((one) => one.notes));
    const told = notes.find(({ written }) => written.length > 1)?.written;
    // Empty lines at its ends are gone, and so is whatever says who was called but the name.
    expect(told).toEqual([
      {
        type: "p",
        depth: 0,
        checked: false,
        phrases: [{ words: "Ask " }, { words: "@Ana", mention: true }],
      },
      { type: "cl", depth: 0, checked: true, phrases: [{ words: "lamp" }] },
      {
        type: "ol",
        depth: 0,
        checked: false,
        number: 1,
        phrases: [{ words: "x", link: "https://a.example" }],
      },
    ]);
    expect(pages.some(({ alt }) => alt.includes("Notice: Ask @Ana\nDone: lamp\n1. x"))).toBe(true);
    expect(JSON.stringify(report)).not.toContain("id-of-Ana");
  });

  test("of a very long note, what is read aloud beside the image is its beginning", () => {
    const { doc, ...board } = workedBoard();
    const [region] = readBoard(doc).regions.keys();
    const words = "word ".repeat(5_000);
    if (region) {
      const id = "a-long-note-0001";
      addRichNote(doc, [block("p", words)], { id, stance: "notice", region });
    }
    const report = reportOf({ doc, ...board });
    const pages = blocksOf(report).flatMap((one) => (one.is === "paper" ? one.pages : []));
    expect(pages.some(({ alt }) => alt.includes("word word…"))).toBe(true);
    expect(Math.max(...pages.map(({ alt }) => alt.length))).toBeLessThan(2_000);
    expect(JSON.stringify(report)).toContain(words.trim());
  });

  test("what was taken off the board is nowhere in the report", () => {
    const board = workedBoard();
    const before = readBoard(board.doc);
    const [marked] = before.regions.keys();
    if (marked) deleteRegions(board.doc, [marked], "test");
    const gone = [...before.papers].find(([, { code }]) => code === "R5V");
    if (gone) deletePapers(board.doc, [gone[0]], "test");
    const text = JSON.stringify(reportOf(board));
    expect(text).not.toContain("R5V");
    expect(text).not.toContain("inclinada");
    expect(text).not.toContain("Where do the mountains come from?");
    expect(text).toContain("The same four rays");
  });

  test("nothing of a covered page is in it: no image, no crop, no mark; how many are left out is said", () => {
    const board = workedBoard();
    const [paper] = [...readBoard(board.doc).papers.values()].filter(({ code }) => code === "K7M");
    const [page] = (paper && readBoard(board.doc).pagesOf.get(paper.id)) ?? [];
    if (!page) throw new Error("the page is on the board");
    const [left] = page.tiers;
    const before = JSON.stringify(reportOf(board));
    coverPage(board.doc, page.id, true, "test");
    const report = reportOf(board);
    const text = JSON.stringify(report);
    for (const gone of [left?.hash ?? "?", '"Paper K7M"'])
      expect([gone, before.includes(gone), text.includes(gone)]).toEqual([gone, true, false]);
    expect(told(report)).toContain(reportWords.coveredPages(1));
    const targets = new Set(Array.from(text.matchAll(/"anchor":"([^"]+)"/g), ([, name]) => name));
    const links = Array.from(text.matchAll(/"to":"([^"]+)"/g), ([, name]) => name);
    expect(links.filter((name) => !targets.has(name))).toEqual([]);
    coverPage(board.doc, page.id, false, "test");
    expect(JSON.stringify(reportOf(board))).toBe(before);
  });

  test.each([
    ["all", true],
    ["all", false],
    ["marked", true],
    ["marked", false],
    ["none", true],
    ["none", false],
  ] as const)("with papers %s and needs %s, every link leads to a place in it", (papers, needs) => {
    const text = JSON.stringify(reportOf(workedBoard(), { papers, needs }));
    const targets = new Set(Array.from(text.matchAll(/"anchor":"([^"]+)"/g), ([, name]) => name));
    const links = Array.from(text.matchAll(/"to":"([^"]+)"/g), ([, name]) => name);
    expect(links.filter((name) => !targets.has(name))).toEqual([]);
    expect(links.length > 0).toBe(papers !== "none");
  });

  test("only papers with marks, when only those are wanted; the codes of all stay in the piles", () => {
    const report = reportOf(workedBoard(), { papers: "marked" });
    const papers = blocksOf(report).flatMap((block) =>
      block.is === "paper" ? [block.heading.words] : [],
    );
    expect(papers).toEqual(
      ["W3C", "C9B", "H4X", "K7M", "R5V", "N8P"].map((code) => `Paper ${code}`),
    );
    expect(told(report)).toContain("Not yet, 4 papers: F6L T9D W3C X7Q");
    const bare = reportOf(workedBoard(), { papers: "none", needs: false });
    expect(bare.sections.map(({ is }) => is)).toEqual(["front", "table"]);
  });

  test("nobody's name and nobody's id is in it", () => {
    const board = workedBoard();
    const [note] = readBoard(board.doc).notes.values();
    expect(note?.by).toBeTruthy();
    expect(JSON.stringify(reportOf(board))).not.toContain(note?.by);
  });

  test("a page is told in words: code, pile, each mark with its number, and the ink", () => {
    const pages = blocksOf(reportOf(workedBoard())).flatMap((block) =>
      block.is === "paper" ? block.pages : [],
    );
    expect(pages.map(({ alt }) => alt).find((alt) => alt.startsWith("Paper K7M"))).toBe(
      "Paper K7M (Almost there): a pupil’s page, as an image. 3 places are marked. " +
        "1: Notice: Ties the height of the sun to its power: “When the sun is high it is more powerful.” " +
        "1: Wonder: Where do the mountains come from? " +
        "2: Notice: The same four rays: close together in summer, spread out in winter. " +
        "2: Wonder: The drawing knows more than the words. Would they read it to us? " +
        "Also drawn on it: 1 pen stroke and 1 highlight.",
    );
  });

  test("tags stand with their paper and their region, and are counted in what leaves", () => {
    const board = workedBoard();
    const view = readBoard(board.doc);
    const paper = [...view.papers.values()].find(({ code }) => code === "K7M");
    const bare = [...view.regions.values()].find(({ id }) => !view.notesOn.has(id));
    const region = bare ?? [...view.regions.values()][0];
    if (!paper || !region) throw new Error("the worked board has papers and regions");
    for (const tag of ["slope", "draws arrows"])
      putTag(board.doc, { papers: [paper] }, tag, "test");
    putTag(board.doc, { regions: [region] }, "rays", "test");
    const report = reportOf(board);
    const papers = blocksOf(report).filter((block) => block.is === "paper");
    expect(
      papers.flatMap(({ heading, tags }) => (tags ? [[heading.words, tags.words]] : [])),
    ).toEqual([["Paper K7M", "Tags: draws arrows · slope"]]);
    const marks = papers.flatMap(({ pages }) => pages.flatMap(({ regions }) => regions));
    const tagged = marks.filter(({ tags }) => tags);
    expect(tagged.map(({ tags, number }) => [tags?.words, number !== undefined])).toEqual([
      ["Tag: rays", true],
    ]);
    expect(whatLeaves(report).tags).toBe(3);
  });

  test("a renamed pile goes by its own name, in the summary and above its papers", () => {
    const board = workedBoard();
    const [, almost] = board.piles;
    if (almost) renamePile(board.doc, almost, "On the way", "test");
    const lines = told(reportOf(board));
    expect(lines).toContain("## Papers: On the way");
    expect(lines.filter((line) => line.includes("Almost there"))).toEqual([]);
  });
});

describe("what leaves with a report", () => {
  test("is counted from the report itself", () => {
    expect(whatLeaves(reportOf(workedBoard()))).toEqual({
      question: true,
      piles: 3,
      codes: 12,
      needs: 3,
      evidence: 7,
      settled: 0,
      moved: false,
      resources: 0,
      steps: 0,
      tableNotes: 2,
      papers: 12,
      pages: 12,
      tags: 0,
      notes: 11,
      strokes: 3,
    });
    const little = whatLeaves(reportOf(workedBoard(), { papers: "none", needs: false }));
    expect(little).toMatchObject({ codes: 12, needs: 0, evidence: 0, papers: 0, notes: 0 });
  });
});

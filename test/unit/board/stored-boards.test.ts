import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { layoutBoard } from "../../../shared/board/layout.ts";
import { schemaVersion } from "../../../shared/board/meta.ts";
import { type BoardView, readBoard } from "../../../shared/board/reader.ts";
import { paragraphsOf } from "../../../shared/text/flat-text.ts";
import { viewsAreEqual } from "../../fixtures/invariants.ts";
import { storedBoards, writeSmallBoard } from "../../fixtures/stored-boards.ts";

function stored(version: number): BoardView {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(storedBoards[version] ?? "", "base64"));
  return readBoard(doc);
}
const by = "member-ann";
const tiers = (digit: string) => [
  { w: 200, h: 259, hash: digit.repeat(64) },
  { w: 1700, h: 2200, hash: digit.repeat(64) },
];
const page = (id: string, paper: string, order: string, digit: string, alt = "") => ({
  id,
  paper,
  order,
  alt,
  size: { w: 1700, h: 2200 },
  turn: 0,
  tiers: tiers(digit),
  covered: false,
  leftOut: false,
  transcript: "",
});
const pages = {
  "page-1": page("page-1", "paper-1", "a0000V", "1"),
  "page-2": page("page-2", "paper-1", "a0001V", "2"),
  "page-3": page("page-3", "paper-2", "a0000V", "3", "A drawing of the sun and the earth"),
};
const said = (words: string) => ({ words, blocks: paragraphsOf(words) });
const note = { closed: false, pos: { x: 0, y: 0 }, size: { w: 180, h: 140 }, colour: "honey", by };
/** How every free thing of that time lies: as it was made. */
const asMade = { turn: 0, locked: false };

const notes = {
  "note-1": {
    ...note,
    ...asMade,
    id: "note-1",
    stance: "notice",
    ...said("Draws the\nearth tilted"),
    region: "region-1",
    order: "a0",
  },
  "note-2": {
    ...note,
    ...asMade,
    id: "note-2",
    stance: "wonder",
    ...said("Why arrows?"),
    region: "region-2",
    order: "a1",
  },
  "note-3": {
    ...note,
    ...asMade,
    id: "note-3",
    stance: "plain",
    ...said("Talk 😀"),
    region: undefined,
    pos: { x: -40.5, y: 900 },
    colour: "sky",
    order: "a2",
  },
};
const evidence = { need: "need-1", order: "a0" };
const points = [
  { x: 0.25, y: 0.5, pressure: 0 },
  { x: 0.5, y: 0.75, pressure: 1 },
];
const mapOf = (held: object) => new Map(Object.entries(held));

/** What the board of schemaVersion 1 holds, said once and for ever. */
const version1 = {
  meta: {
    task: { prompt: "", lookFor: "" },
    title: "Seasons, grade 5",
    question: "What do they think makes summer warm?",
    tried: "",
    schemaVersion: 1,
  },
  piles: [
    {
      id: "pile-1",
      name: "",
      stock: "notYet",
      criterion: "",
      mark: "seedling",
      colour: "clay",
      order: "a0",
      arrangement: "grid",
      folded: false,
    },
    {
      id: "pile-2",
      name: "On the way",
      stock: "almostThere",
      criterion: "names the tilt",
      mark: "sprout",
      colour: "honey",
      order: "a1",
      arrangement: "grid",
      folded: false,
    },
    {
      id: "pile-3",
      name: "",
      stock: "gotIt",
      criterion: "",
      mark: "tree",
      colour: "moss",
      order: "a2",
      arrangement: "grid",
      folded: false,
    },
  ],
  papers: mapOf({
    "paper-1": { id: "paper-1", code: "K7M", tags: [] },
    "paper-2": { id: "paper-2", code: "X3P", tags: [] },
  }),
  places: mapOf({
    "paper-1": { pile: undefined, order: "a0" },
    "paper-2": { pile: "pile-2", order: "a0" },
  }),
  sorted: {
    piles: mapOf({ "pile-1": [], "pile-2": ["paper-2"], "pile-3": [] }),
    unsorted: ["paper-1"],
  },
  pages: mapOf(pages),
  pagesOf: mapOf({ "paper-1": [pages["page-1"], pages["page-2"]], "paper-2": [pages["page-3"]] }),
  regions: mapOf({
    "region-1": {
      id: "region-1",
      page: "page-1",
      rect: { x: 0.1, y: 0.2, w: 0.3, h: 0.1 },
      by,
      tags: [],
    },
    "region-2": {
      id: "region-2",
      page: "page-3",
      rect: { x: 0.5, y: 0.5, w: 0.25, h: 0.125 },
      by,
      tags: [],
    },
  }),
  notes: mapOf(notes),
  notesOn: mapOf({ "region-1": [notes["note-1"]], "region-2": [notes["note-2"]] }),
  strokes: mapOf({
    "stroke-1": {
      id: "stroke-1",
      tool: "highlighter",
      colour: "honey",
      width: 0.02,
      page: "page-2",
      points,
      erased: [],
      pieces: undefined,
      order: "a0",
      ...asMade,
      by,
    },
    "stroke-2": {
      id: "stroke-2",
      tool: "pen",
      colour: "ink",
      width: 3,
      page: undefined,
      points: points.slice(0, 1),
      box: { x: -2.75, y: -2.5, w: 6, h: 6 },
      erased: [],
      pieces: undefined,
      order: "a1",
      ...asMade,
      by,
    },
  }),
  shapes: mapOf({}),
  needs: [
    { id: "need-1", ...said("A sense of scale"), pile: "pile-3", order: "a0", by },
    { id: "need-2", ...said(""), pile: undefined, order: "a1", by },
  ],
  columns: [],
  resourcesOf: mapOf({}),
  stepsOf: mapOf({}),
  evidenceOf: mapOf({
    "need-1": [
      { ...evidence, id: "evidence-1", paper: "paper-1", region: "region-1" },
      { ...evidence, id: "evidence-2", paper: "paper-2", region: undefined, order: "a1" },
    ],
  }),
};

/** Rectangles are kept to a 10,000th of the page. */
function rounded(view: BoardView): unknown {
  const round = (n: number): number => Math.round(n * 10_000) / 10_000;
  const regions = [...view.regions].map(([id, region]): [string, unknown] => {
    const { x, y, w, h } = region.rect;
    return [id, { ...region, rect: { x: round(x), y: round(y), w: round(w), h: round(h) } }];
  });
  return { ...view, regions: new Map(regions) };
}

describe("boards stored by older versions", () => {
  test("a board of schemaVersion 1 reads exactly as it was written", () => {
    expect(rounded(stored(1))).toEqual(version1);
  });

  test("there is one of today's version, and today's edits write what reads the same", () => {
    viewsAreEqual(readBoard(writeSmallBoard()), stored(schemaVersion));
    expect(Object.keys(storedBoards)).toContain(`${schemaVersion}`);
  });

  test("every one lies on the table with all its papers", () => {
    for (const version of Object.keys(storedBoards)) {
      const view = stored(Number(version));
      expect(layoutBoard(view).papers.size).toBe(view.papers.size);
    }
  });
});

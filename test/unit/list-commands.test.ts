import { describe, expect, test } from "vitest";
import { createListCommands, type ListPort } from "../../client/list/commands.ts";
import type { Command } from "../../client/list/keys.ts";
import { createListModel } from "../../client/list/list-model.ts";
import { actionsFor, lookingActions } from "../../client/list/row-actions.ts";
import { linksIn } from "../../client/list/row-links.ts";
import { isWithoutEvidence } from "../../client/list/row-names.ts";
import { needKey, noteKey, type Row } from "../../client/list/rows.ts";
import { citeAll, citeEvidence } from "../../client/needs/cite.ts";
import { removeEvidence } from "../../client/needs/need-acts.ts";
import type { EvidenceTarget } from "../../client/papers/evidence-drag.ts";
import { list, list as listWords } from "../../client/words/en/list.ts";
import { questions } from "../../client/words/en/questions.ts";
import { words } from "../../client/words/words.ts";
import type { EvidenceId, NeedId, NoteId, PaperId } from "../../shared/base/ids.ts";
import { addEvidence, addNeed } from "../../shared/board/needs.ts";
import { addNote, noteText } from "../../shared/board/notes.ts";
import { placePaper, sendToPile } from "../../shared/sorting/places.ts";
import { replaceWords } from "../../shared/text/flat-text.ts";
import { handsOn } from "../fixtures/acting.ts";
import { addRichNote, block, run } from "../fixtures/blocks.ts";
import { inventBoard } from "../fixtures/board.ts";

/** Maya at the list of a board of six unsorted papers, P00 to P05. */
function atTheList(sizes: Parameters<typeof inventBoard>[0] = {}) {
  const made = inventBoard({
    papers: 6,
    pagesPerPaper: 1,
    marks: 0,
    notes: 0,
    strokes: 0,
    needs: 0,
    ...sizes,
  });
  sendToPile(made.doc, made.papers, undefined, undefined, "test");
  const hands = handsOn(made.doc);
  const model = createListModel(hands.reader);
  model.subscribe(() => {});
  const commands = createListCommands(hands, model);
  const asked: {
    open?: unknown;
    cite?: readonly EvidenceTarget[];
    compare?: unknown;
    follow?: string;
    tag?: unknown;
    need?: unknown;
    attach?: unknown;
    keep?: unknown;
  } = {};
  const port: ListPort = {
    open: (paper, region) => Object.assign(asked, { open: { paper, region } }),
    compare: (papers) => Object.assign(asked, { compare: papers }),
    follow: (url) => Object.assign(asked, { follow: url }),
    cite: (targets) => Object.assign(asked, { cite: targets }),
    tag: (papers) => Object.assign(asked, { tag: papers }),
    keep: (paper) => Object.assign(asked, { keep: paper }),
    attach: (note) => Object.assign(asked, { attach: note }),
    talk: (about) => Object.assign(asked, { talk: about }),
    openNeed: (need) => Object.assign(asked, { need }),
    openThread: (thread) => Object.assign(asked, { talk: thread }),
    resolve: (thread) => Object.assign(asked, { talk: thread }),
  };
  const codeOf = (paper: PaperId) => hands.reader.view().papers.get(paper)?.code ?? "";
  return {
    ...made,
    hands,
    model,
    commands,
    asked,
    go: (paper: PaperId | undefined) =>
      model.change((state) => ({ ...state, focus: `paper:${paper}` })),
    choose: (papers: readonly PaperId[]) =>
      model.change((state) => ({ ...state, chosen: new Set(papers.map((id) => `paper:${id}`)) })),
    run: (command: Command) => commands.run(command, port),
    here: () => {
      const row = model.get().rows.find(({ key }) => key === model.get().state.focus);
      return row?.kind === "paper" ? row.code : row?.key;
    },
    said: () => model.get().said.trim(),
    pile: (index: number) =>
      (hands.reader.view().sorted.piles.get(made.piles[index] as never) ?? []).map(codeOf),
    unsorted: () => hands.reader.view().sorted.unsorted.map(codeOf),
  };
}

describe("questions and tags in the list", () => {
  const labels = (at: ReturnType<typeof atTheList>) => {
    const { rows, state } = at.model.get();
    const row = rows.find(({ key }) => key === state.focus);
    const groups = actionsFor(row ? [row] : [], [], at.commands, at.run);
    return groups.flatMap(({ actions }) => actions.map(({ label }) => label));
  };

  test("a wonder with words is closed and opened again; on any other row nothing is", () => {
    const at = atTheList();
    const noteOf = (id: NoteId) => at.hands.reader.view().notes.get(id);
    const note = "asked" as NoteId;
    const pos = { x: 0, y: 0 };
    const by = "somebody" as never;
    addNote(at.doc, { id: note, stance: "wonder", words: "Why?", pos, by }, "test");
    at.model.change((state) => ({ ...state, focus: noteKey(note) }));
    expect(labels(at)).toContain(questions.closeThis);
    at.run({ does: "close" });
    expect([noteOf(note)?.closed, at.said()]).toEqual([true, questions.closedNow]);
    expect(labels(at)).toContain(questions.reopenThis);
    at.run({ does: "close" });
    expect([noteOf(note)?.closed, at.said()]).toEqual([false, questions.reopenedNow]);
    at.go(at.papers[0]);
    at.run({ does: "close" });
    expect(at.said()).toBe(questions.notOne);
    expect(labels(at)).not.toContain(questions.closeThis);
  });

  test("tagging is asked for the papers that are chosen", () => {
    const at = atTheList();
    at.choose(at.papers.slice(1, 3));
    at.run({ does: "tag" });
    expect(at.asked.tag).toEqual(at.papers.slice(1, 3));
  });
});

describe("sorting from the list", () => {
  test("one key after another sorts the whole stack: the focus falls on the next paper", () => {
    const at = atTheList();
    at.go(at.papers[0]);
    for (const digit of [1, 2, 3, 1, 2, 3]) at.run({ does: "send", digit });
    expect(at.unsorted()).toEqual([]);
    expect([at.pile(0), at.pile(1), at.pile(2)]).toEqual([
      ["P00", "P03"],
      ["P01", "P04"],
      ["P02", "P05"],
    ]);
    expect(at.here()).toBe("unsorted");
  });

  test("says where a paper went and how many are there", () => {
    const at = atTheList();
    at.go(at.papers[0]);
    at.run({ does: "send", digit: 2 });
    expect(at.said()).toBe("P00 moved to Almost there, 1 paper");
    at.choose(at.papers.slice(1, 4));
    at.run({ does: "send", digit: 2 });
    expect(at.said()).toBe("3 papers moved to Almost there, 4 papers");
  });

  test("what is there already stays, and a pile that is not there is said", () => {
    const at = atTheList();
    at.go(at.papers[0]);
    at.run({ does: "send", digit: 0 });
    expect(at.said()).toBe("P00 is in Unsorted already");
    at.run({ does: "send", digit: 7 });
    expect(at.said()).toBe("There is no pile 7");
    expect(at.unsorted().length).toBe(6);
  });

  test("the same thing said twice is said twice", () => {
    const at = atTheList();
    at.run({ does: "send", digit: 7 });
    const first = at.model.get().said;
    at.run({ does: "send", digit: 7 });
    expect(at.model.get().said).not.toBe(first);
  });

  test("several sent together are one step of undo", () => {
    const at = atTheList();
    at.choose(at.papers.slice(0, 4));
    at.run({ does: "send", digit: 3 });
    at.hands.history.undo();
    expect(at.unsorted()).toEqual(["P00", "P01", "P02", "P03", "P04", "P05"]);
  });

  test("moving within a pile keeps the focus, says the place, and stops at the end", () => {
    const at = atTheList();
    at.go(at.papers[1]);
    at.run({ does: "step", by: -1 });
    expect(at.unsorted().slice(0, 2)).toEqual(["P01", "P00"]);
    expect(at.here()).toBe("P01");
    expect(at.said()).toBe("P01, 1 of 6");
    at.run({ does: "step", by: -1 });
    expect(at.said()).toBe("It cannot move any further");
  });

  test("moving works also where a colleague's papers have the same key", () => {
    const at = atTheList();
    for (const paper of at.papers.slice(0, 3)) {
      placePaper(at.doc, paper, { pile: undefined, order: "a0" }, "colleague");
    }
    const before = at.unsorted();
    const third = at.hands.reader.view().sorted.unsorted[2];
    at.go(third);
    at.run({ does: "step", by: -1 });
    expect(at.unsorted().slice(0, 3)).toEqual([before[0], before[2], before[1]]);
  });
});

describe("writing from the list", () => {
  test("a notice lands on the whole page, unfolded, with its field open", () => {
    const at = atTheList();
    at.go(at.papers[0]);
    at.run({ does: "notice" });
    const { rows, editing } = at.model.get();
    const row = rows.find(({ key }) => key === editing);
    expect(row).toMatchObject({ kind: "mark", stance: "notice", paper: at.papers[0] });
    const [region] = [...at.hands.reader.view().regions.values()];
    expect(region?.rect).toEqual({ x: 0, y: 0, w: 1, h: 1 });
    at.hands.history.undo();
    expect(at.hands.reader.view().regions.size).toBe(0);
    expect(at.model.get().editing).toBeUndefined();
  });

  test("a second note on the whole page shares its region", () => {
    const at = atTheList();
    at.go(at.papers[0]);
    at.run({ does: "notice" });
    at.go(at.papers[0]);
    at.run({ does: "wonder" });
    const view = at.hands.reader.view();
    expect(view.regions.size).toBe(1);
    expect([...view.notes.values()].map(({ stance }) => stance).toSorted()).toEqual([
      "notice",
      "wonder",
    ]);
  });

  test("a new note that got no words goes again, with its region; one with words stays", () => {
    const at = atTheList();
    for (const words of ["", "The arrows go round."]) {
      at.go(at.papers[0]);
      at.run({ does: "notice" });
      const id = [...at.hands.reader.view().notes.keys()][0] as NoteId;
      const text = noteText(at.doc, id);
      if (text) replaceWords(text, "", words, words.length, "typing");
      const row = at.model.get().rows.find(({ key }) => key === at.model.get().editing);
      if (row) at.commands.finish(row);
    }
    const view = at.hands.reader.view();
    expect([...view.notes.values()].map(({ words }) => words)).toEqual(["The arrows go round."]);
    expect(view.regions.size).toBe(1);
  });

  test("a note on the table lands beside the piles, each below the last", () => {
    const at = atTheList();
    at.commands.addTableNote();
    at.commands.addTableNote();
    const [first, second] = [...at.hands.reader.view().notes.values()];
    expect(first?.pos.x).toBe(second?.pos.x);
    expect(Math.abs((second?.pos.y ?? 0) - (first?.pos.y ?? 0))).toBeGreaterThan(100);
  });
});

describe("deleting from the list", () => {
  test("takes exactly what is chosen, and brings exactly that back", () => {
    const at = atTheList({ marks: 8 });
    const before = at.hands.reader.view();
    at.choose(at.papers.slice(0, 2));
    at.run({ does: "delete" });
    expect(at.unsorted()).toEqual(["P02", "P03", "P04", "P05"]);
    expect(at.said()).toBe("2 papers deleted");
    at.hands.history.undo();
    const after = at.hands.reader.view();
    expect([...after.papers.keys()].toSorted()).toEqual([...before.papers.keys()].toSorted());
    expect(after.notes.size).toBe(before.notes.size);
  });

  test("a pile goes, its papers are unsorted, and the focus stays among the piles", () => {
    const at = atTheList();
    const [pile] = at.piles;
    sendToPile(at.doc, at.papers.slice(0, 2), pile, undefined, "test");
    at.model.change((state) => ({ ...state, focus: `pile:${pile}` }));
    at.run({ does: "delete" });
    expect(at.unsorted().length).toBe(6);
    expect(at.here()).toBe(`pile:${at.piles[1]}`);
    expect(at.said()).toBe("Not yet was taken away; 2 papers back in Unsorted");
  });

  test("a region that is evidence stays when its last note goes", () => {
    const at = atTheList({ marks: 4, needs: 1 });
    const cited = [...at.hands.reader.view().evidenceOf.values()].flat();
    const region = cited[0]?.region;
    const note = [...at.hands.reader.view().notes.values()].find((one) => one.region === region);
    for (const paper of at.papers) {
      at.model.change((state) => ({
        ...state,
        toggled: new Set([...state.toggled, `paper:${paper}`]),
      }));
    }
    at.model.change((state) => ({ ...state, focus: `note:${note?.id}` }));
    at.run({ does: "delete" });
    const view = at.hands.reader.view();
    expect(view.notes.has(note?.id as NoteId)).toBe(false);
    expect(view.regions.has(region as never)).toBe(true);
  });
});

describe("opening and citing from the list", () => {
  test("a paper opens, a mark opens at its region; either is evidence", () => {
    const at = atTheList({ marks: 1 });
    const [mark] = [...at.hands.reader.view().regions.values()];
    const paper = at.hands.reader.view().pages.get(mark?.page as never)?.paper;
    at.go(paper);
    at.run({ does: "open" });
    expect(at.asked.open).toEqual({ paper, region: undefined });
    at.model.change((state) => ({ ...state, toggled: new Set([`paper:${paper}`]) }));
    const row = at.model.get().rows.find(({ kind }) => kind === "mark");
    at.model.change((state) => ({ ...state, focus: row?.key }));
    at.run({ does: "open" });
    expect(at.asked.open).toEqual({ paper, region: mark?.id });
    at.run({ does: "cite" });
    expect(at.asked.cite).toEqual([{ region: mark?.id }]);
  });
});

describe("links in the words of a note", () => {
  const link = (url: string) => run("there", "", url);

  function atNote(...links: readonly string[]) {
    const at = atTheList();
    addRichNote(at.doc, [block("ul", "see ", ...links.map(link))], { id: "note-with-links" });
    at.model.change((state) => ({ ...state, focus: noteKey("note-with-links" as NoteId) }));
    const row = at.model.get().rows.find(({ key }) => key === at.model.get().state.focus);
    return { ...at, row };
  }

  test("are followed by a key, each by a button that says where to", () => {
    const at = atNote("https://www.a.example/x", "https://a.example/y?z", "mailto:ann@b.example");
    const places = linksIn(at.row).map(({ where }) => where);
    expect(places).toEqual(["a.example", "a.example (2)", "ann@b.example"]);
    at.run({ does: "follow" });
    expect(at.asked.follow).toBe("https://www.a.example/x");
    const groups = actionsFor(at.row ? [at.row] : [], [], at.commands, at.run);
    const actions = groups.flatMap(({ actions: all }) => all);
    const last = actions.findLast(({ label }) => label === listWords.follow("ann@b.example"));
    last?.onSelect();
    expect(at.asked.follow).toBe("mailto:ann@b.example");
    const looking = lookingActions(at.row ? [at.row] : [], at.run);
    expect(looking.flatMap(({ actions: all }) => all).map(({ label }) => label)).toEqual([
      ...places.map(listWords.follow),
      words.talk.talkAbout,
    ]);
  });

  test("say whom they lead to, not what they pretend", () => {
    const [bad] = linksIn(atNote("https://a.example@evil.example/https://a.example").row);
    expect(bad?.where).toBe("evil.example");
  });

  test("that are none cannot be followed, and it is said", () => {
    const at = atNote("javascript:alert(1)");
    expect(linksIn(at.row)).toEqual([]);
    at.run({ does: "follow" });
    expect(at.asked.follow).toBeUndefined();
    expect(at.said()).toBe(listWords.noLink);
  });
});

describe("needs in the list", () => {
  function withNeeds() {
    const at = atTheList();
    const [first, second] = at.papers as [PaperId, PaperId];
    const by = "somebody" as never;
    for (const [i, words] of ["Shadows move", "Tilt"].entries()) {
      const id = `need-${i}` as NeedId;
      addNeed(at.doc, { id, words, pile: undefined, order: `a${i}`, by }, "test");
    }
    const need = "need-0" as NeedId;
    for (const [i, paper] of [first, second].entries()) {
      const id = `evidence-${i}` as EvidenceId;
      addEvidence(at.doc, { id, need, paper, region: undefined, order: `a${i}` }, "test");
    }
    const stand = (key: string) =>
      at.model.change((state) => ({ ...state, focus: key, toggled: new Set([needKey(need)]) }));
    const needs = () => at.hands.reader.view().needs.map(({ words }) => words);
    const evidence = () =>
      (at.hands.reader.view().evidenceOf.get(need) ?? []).map(({ paper }) => paper);
    return { ...at, need, first, second, stand, needs, evidence };
  }

  test("each has a row, and each piece of evidence one under it, from which the paper is opened", () => {
    const at = withNeeds();
    at.stand(needKey(at.need));
    expect(at.model.get().rows.filter(({ kind }) => kind === "evidence")).toHaveLength(2);
    at.run({ does: "open" });
    expect(at.asked.need).toBe(at.need);
    at.stand("evidence:evidence-1");
    at.run({ does: "open" });
    expect(at.asked.open).toEqual({ paper: at.second, region: undefined });
    at.run({ does: "talk" });
    at.run({ does: "cite" });
    expect(at.asked.cite).toEqual([{ paper: at.second }]);
  });

  test("is moved, and deleted with what belongs to it, and evidence is taken away; each comes back by undo", () => {
    const at = withNeeds();
    at.stand(needKey(at.need));
    at.run({ does: "step", by: 1 });
    expect(at.needs()).toEqual(["Tilt", "Shadows move"]);
    at.run({ does: "step", by: 1 });
    expect(at.said()).toBe(list.atEnd);
    at.stand("evidence:evidence-0");
    at.run({ does: "delete" });
    expect(at.evidence()).toEqual([at.second]);
    expect(at.here()).toBe("evidence:evidence-1");
    at.hands.history.undo();
    expect(at.evidence()).toEqual([at.first, at.second]);
    at.stand(needKey(at.need));
    at.run({ does: "delete" });
    expect(at.needs()).toEqual(["Tilt"]);
    expect(at.said()).toBe(list.removed("Shadows move"));
    at.hands.history.undo();
    expect(at.needs()).toEqual(["Tilt", "Shadows move"]);
    expect(at.evidence()).toEqual([at.first, at.second]);
  });

  test("an interpretation is begun on the paper in hand, by key or button", () => {
    const at = withNeeds();
    at.go(at.first);
    at.run({ does: "interpretation" });
    const row = at.model.get().rows.find(({ key }) => key === at.model.get().editing);
    expect(row).toMatchObject({ kind: "mark", stance: "interpretation", paper: at.first });
    const groups = actionsFor(
      at.model.get().rows.filter(({ key }) => key === `paper:${at.second}`),
      [],
      at.commands,
      at.run,
    );
    const labels = groups.flatMap(({ actions }) => actions.map(({ label }) => label));
    expect(labels).toContain(list.interpretation);
  });

  test("an interpretation on the table says calmly that it cites nothing, is asked what it stands on, and says that", () => {
    const at = withNeeds();
    const note = "a-reading" as NoteId;
    const pos = { x: 0, y: 0 };
    const by = "somebody" as never;
    const reading = {
      id: note,
      stance: "interpretation",
      words: "They mean tilt",
      pos,
      by,
    } as const;
    addNote(at.doc, reading, "test");
    at.stand(noteKey(note));
    const row = () => at.model.get().rows.find(({ key }) => key === noteKey(note)) as Row;
    expect(isWithoutEvidence(row())).toBe(true);
    at.run({ does: "cite" });
    expect(at.asked.attach).toBe(note);
    expect(citeAll(at.hands, note, [{ paper: at.first }])).toBe(1);
    expect(citeEvidence(at.hands, note, { paper: at.second })).toBe("added");
    expect(row()).toMatchObject({ standsOn: "P00, P01" });
    expect(isWithoutEvidence(row())).toBe(false);
    // Nothing of it counts for a need, and it goes and comes back as any evidence does.
    expect(at.evidence()).toEqual([at.first, at.second]);
    const [piece] = at.hands.reader.view().evidenceOf.get(note) ?? [];
    if (piece) removeEvidence(at.hands, piece)();
    expect(row()).toMatchObject({ standsOn: "P00, P01" });
  });

  test("one paper is kept as a picture of understanding; of several none is", () => {
    const at = withNeeds();
    at.choose([at.first, at.second]);
    at.run({ does: "keep" });
    expect([at.asked.keep, at.said()]).toEqual([undefined, list.onePaper]);
    at.choose([at.second]);
    at.run({ does: "keep" });
    expect(at.asked.keep).toBe(at.second);
  });
});

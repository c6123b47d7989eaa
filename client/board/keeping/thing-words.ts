/**
 * What a thing of a board is called in a line of a list or a file, and where a press on that line leads:
 * the paper, or the mark on it. Undefined for a thing that is not on the board.
 */
import type {
  NeedId,
  NoteId,
  PageId,
  PaperId,
  PileId,
  RegionId,
  ShapeId,
  StrokeId,
} from "../../../shared/base/ids.ts";
import type { Need } from "../../../shared/board/needs.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { RecordKind } from "../../../shared/board/touched.ts";
import { plainText } from "../../../shared/text/words-of.ts";
import { nextSteps } from "../../words/en/next-steps.ts";
import { resources } from "../../words/en/resources.ts";
import { words } from "../../words/words.ts";
import type { Reading } from "../table-state.ts";

export interface Thing {
  readonly name: string;
  /** Its own words, where it has any. */
  readonly said: string;
  /** Where it can be read; undefined where that is the table itself. */
  readonly at: Reading | undefined;
}

const say = words.keeping.things;

export function thingOf(view: BoardView, kind: RecordKind, id: string): Thing | undefined {
  switch (kind) {
    case "paper":
      return paperThing(view, id as PaperId);
    case "page": {
      const page = view.pages.get(id as PageId);
      return page && paperThing(view, page.paper);
    }
    case "pile": {
      const pile = view.piles.find((one) => one.id === (id as PileId));
      const name = pile && say.pile(words.board.pileName(pile));
      return name === undefined ? undefined : { name, said: pile?.criterion ?? "", at: undefined };
    }
    case "region": {
      const at = placeOf(view, id as RegionId);
      return at && { name: say.region(codeOf(view, at) ?? ""), said: "", at };
    }
    case "note": {
      const note = view.notes.get(id as NoteId);
      if (!note) return undefined;
      const at = note.region && placeOf(view, note.region);
      return { name: say.note(note.stance, codeOf(view, at)), said: saidBy(note), at };
    }
    case "stroke": {
      const stroke = view.strokes.get(id as StrokeId);
      if (!stroke) return undefined;
      const page = stroke.page && view.pages.get(stroke.page);
      const at = page && { paper: page.paper, region: undefined };
      return { name: say.stroke(codeOf(view, at)), said: "", at };
    }
    case "shape": {
      const shape = view.shapes.get(id as ShapeId);
      if (!shape) return undefined;
      const said = shape.words === "" ? shape.name : shape.words;
      return { name: say.shape(shape.kind), said, at: undefined };
    }
    case "need": {
      const need = view.needs.find((one) => one.id === (id as NeedId));
      return need && { name: say.need, said: saidBy(need), at: undefined };
    }
    case "column": {
      const column = view.columns.find((one) => one.id === id);
      return column && { name: say.column(column.title), said: "", at: undefined };
    }
    case "resource": {
      const put = [...view.resourcesOf.values()].flat().find((one) => one.id === id);
      return put && { name: resources.forNeed(put.kind), said: put.words, at: undefined };
    }
    case "nextStep": {
      const step = [...view.stepsOf.values()].flat().find((one) => one.id === id);
      return step && { name: nextSteps.add, said: step.what, at: undefined };
    }
    case "evidence": {
      for (const [need, pieces] of view.evidenceOf) {
        const piece = pieces.find((one) => one.id === id);
        if (!piece) continue;
        const claim = view.needs.find((one) => one.id === need) ?? view.notes.get(need as NoteId);
        const said = claim?.words ?? "";
        return { name: say.evidence, said, at: { paper: piece.paper, region: piece.region } };
      }
      return undefined;
    }
  }
}

/** With lists, and with where links lead: nothing else may be left of the words. */
const saidBy = ({ words: letters, blocks }: Pick<Need, "words" | "blocks">): string =>
  letters.trim() === "" ? "" : plainText(blocks);

function paperThing(view: BoardView, id: PaperId): Thing | undefined {
  const paper = view.papers.get(id);
  return paper && { name: say.paper(paper.code), said: "", at: { paper: id, region: undefined } };
}

function placeOf(view: BoardView, region: RegionId): Reading | undefined {
  const page = view.pages.get(view.regions.get(region)?.page ?? ("" as PageId));
  return page && { paper: page.paper, region };
}

const codeOf = (view: BoardView, at: Reading | undefined): string | undefined =>
  at && view.papers.get(at.paper)?.code;

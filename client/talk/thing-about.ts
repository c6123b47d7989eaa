/** What the thing a thread is about is called, with its own words; kept current while it is shown. */

import type { BoardView } from "../../shared/board/reader.ts";
import type { About } from "../../shared/talk/about.ts";
import { useBoard } from "../sync/use-board.tsx";
import { threads as say } from "../words/en/threads.ts";
import { words } from "../words/words.ts";

export interface Thing {
  readonly name: string;
  /** Its own words, where it has any. */
  readonly said: string;
}

const { things } = words.keeping;
const parted = "\u0000";

/** Undefined for a thing that is gone, or of a kind that this version does not know. */
export function useThing(about: About | undefined): Thing | undefined {
  // As one string, which stays the same while the thing does.
  const told = useBoard((view) => about && tell(view, about));
  const [name, said = ""] = told?.split(parted) ?? [];
  return name === undefined ? undefined : { name, said };
}

function tell(view: BoardView, about: About): string | undefined {
  switch (about.kind) {
    case "point":
      return say.place;
    case "paper": {
      const code = view.papers.get(about.id)?.code;
      return code === undefined ? undefined : things.paper(code);
    }
    case "pile": {
      const pile = view.piles.find(({ id }) => id === about.id);
      return pile && things.pile(words.board.pileName(pile)) + parted + pile.criterion;
    }
    case "region": {
      const code = codeOf(view, about.id);
      const said = view.notesOn.get(about.id)?.[0]?.words ?? "";
      return code === undefined ? undefined : things.region(code) + parted + said;
    }
    case "note": {
      const note = view.notes.get(about.id);
      if (!note) return undefined;
      const code = note.region && codeOf(view, note.region);
      return things.note(note.stance, code) + parted + note.words;
    }
    case "shape": {
      const shape = view.shapes.get(about.id);
      return shape && things.shape(shape.kind) + parted + (shape.words || shape.name);
    }
    case "need": {
      const need = view.needs.find(({ id }) => id === about.id);
      return need && things.need + parted + need.words;
    }
  }
}

function codeOf(view: BoardView, id: (About & { kind: "region" })["id"]): string | undefined {
  const region = view.regions.get(id);
  const paper = region && view.pages.get(region.page)?.paper;
  return paper && view.papers.get(paper)?.code;
}

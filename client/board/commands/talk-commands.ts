/** Talking about what lies on the board, in the panel beside it. */
import { MessagesSquare } from "lucide-react";
import type { ShapeId } from "../../../shared/base/ids.ts";
import type { About } from "../../../shared/talk/about.ts";
import { words } from "../../words/words.ts";
import { change } from "../table-state.ts";
import type { Command, Situation } from "./command.ts";

const say = words.talk;

/** What is selected alone on the table, as a thread can be about it. */
function selectedOne({ state, view, papers, notes, regions }: Situation): About | undefined {
  if (state.look !== "table" || state.selection.size !== 1) return undefined;
  const [paper] = papers;
  const [note] = notes;
  const [region] = regions;
  const shape = view.shapes.get([...state.selection][0] as ShapeId);
  if (paper) return { kind: "paper", id: paper };
  if (note) return { kind: "note", id: note };
  if (region) return { kind: "region", id: region };
  return shape && { kind: "shape", id: shape.id };
}

/** About what is selected; where nothing is, the panel with all threads, or away with it. */
export const talk: Command = {
  id: "talk.about",
  group: "talk",
  name: (now) => (selectedOne(now) ? say.talkAbout : say.title),
  help: say.help,
  keys: ["m"],
  icon: MessagesSquare,
  where: "everywhere",
  menus: ["selection"],
  run: ({ state, acts, talk: hands }, now) => {
    const about = selectedOne(now);
    if (about) acts.talkAbout(about);
    else if (now.state.panel === "talk") change(state, { panel: undefined });
    else hands.open({ is: "all" });
  },
};

const talkAboutPlace: Command = {
  id: "talk.place",
  group: "talk",
  name: say.talkAboutPlace,
  icon: MessagesSquare,
  menus: ["table"],
  right: "write",
  isOffered: ({ state }) => state.look === "table",
  run: ({ acts }, { state }) => acts.talkAboutPlace(state.menu?.place),
};

export const talkCommands: readonly Command[] = [talk, talkAboutPlace];

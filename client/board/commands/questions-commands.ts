/** Open questions and tags: the panel with those of the board, and tagging or keeping the papers in hand. */
import { Bookmark, Tag } from "lucide-react";
import { words } from "../../words/words.ts";
import { change, select } from "../table-state.ts";
import type { Command, NamedCommand } from "./command.ts";

export const questions: NamedCommand = {
  id: "questions.panel",
  group: "board",
  name: words.board.questions,
  keys: ["shift+g"],
  icon: Tag,
  where: "everywhere",
  isOn: ({ state }) => state.panel === "questions",
  run: ({ state }, now) =>
    change(state, { panel: now.state.panel === "questions" ? undefined : "questions" }),
};

export const tag: NamedCommand = {
  id: "questions.tag",
  group: "sorting",
  name: words.board.tag,
  keys: ["alt+g"],
  icon: Tag,
  menus: ["selection"],
  right: "write",
  isOffered: ({ papers }) => papers.length > 0,
  run: ({ state }) => change(state, { dialog: "tag" }),
};

export const keepAnchor: NamedCommand = {
  id: "questions.keepAnchor",
  group: "sorting",
  name: words.commands.keepAnchor,
  keys: ["alt+k"],
  icon: Bookmark,
  menus: ["selection"],
  right: "member",
  isOffered: ({ papers }) => papers.length === 1,
  run: ({ state }, { papers }) => {
    select(state, papers);
    change(state, { dialog: "anchor" });
  },
};

export const questionsCommands: readonly Command[] = [questions, tag, keepAnchor];

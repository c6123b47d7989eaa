/** The words of finding: the palette of commands, find on the board, the outline. */
import { commands } from "./commands.ts";

export const finding = {
  ...commands.finding,
  kinds: { pile: "Pile", note: "Note", need: "Need" },
  paperIn: (pile: string): string => `Paper in ${pile}`,
  markOn: (code: string): string => `Mark on paper ${code}`,
  needOf: (pile: string): string => `Need seen in ${pile}`,

  /* The palette. */
  paletteField: "What do you want to do, or to find?",
  results: "What there is",
  groups: {
    commands: "Commands",
    things: "On this board",
    people: "People here",
    boards: "Other boards of the team",
  },
  nothing: "Nothing is called that here. Another word may find it.",
  counted: (count: number): string => (count === 1 ? "1 answer" : `${count} answers`),

  /* Find on the board. */
  findField: "Words or a code to find",
  place: (at: number, of: number): string => `${at} of ${of}`,
  none: "Not on this board",
  next: "Next",
  previous: "Previous",
  close: "Close find",

  /* The outline. */
  outlineAbout: "Everything on the board by name. A press goes there.",
  closeOutline: "Close the outline",
  piles: "Piles",
  frames: "Frames",
  notes: "Notes",
  needs: "Needs",
  fold: (name: string): string => `What lies in ${name}`,
  noNotes: "Notes with words stand here.",
  noNeeds: "Needs with words stand here.",
  untitled: "Without words yet",
} as const;

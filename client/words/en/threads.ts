/**
 * The words of the threads of talk. They come with what shows them, apart from the rest of the catalogue,
 * which every board loads first.
 */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export const threads = {
  close: "Close talk",

  /* The list. */
  none: "No threads yet",
  noneHelp: "Select a note, a paper or a mark and talk about it: the thread stays with the thing.",
  allResolved: "No open threads",
  resolvedOnes: (count: number): string => counted(count, "resolved thread", "resolved threads"),
  replies: (count: number): string =>
    count === 0 ? "no reply yet" : counted(count, "reply", "replies"),
  mentioned: "You were mentioned",
  loading: "Looking for the talk about this board …",

  /* What a thread is about. */
  place: "A place on the table",
  gone: "What it was about is gone",
  goneHelp: "What was said stays here to be read.",
  show: "Show it",
  nothingAbout: "Nobody has talked about this yet.",
  all: "All threads",

  /* One thread. */
  thread: (name: string): string => `Thread about ${name}`,
  emptied: "Everything said here was deleted.",
  someone: "a colleague",
  you: (name: string): string => `${name} (you)`,
  edited: "edited",
  saidBy: (name: string): string => `Said by ${name}`,
  edit: "Edit what you said",
  done: "Done",
  remove: "Delete what you said",
  removed: "What you said was deleted",
  undo: "Undo in the talk",
  redo: "Redo in the talk",
  takeBack: "Undo",
  wordsOf: "Your words",

  reply: "Reply",
  replyHint: "Your reply; @ names a colleague",
  begin: "Start a thread",
  beginHint: "What do you want to talk about? @ names a colleague",
  another: "Start another thread about this",
  send: "Send",
  sent: "Sent",

  resolve: "Resolve",
  reopen: "Reopen",
  resolvedBy: (name: string, when: string): string => `Resolved by ${name}, ${when}`,
  reopenedBy: (name: string, when: string): string => `Reopened by ${name}, ${when}`,
  nowResolved: "The thread is resolved",
  nowOpen: "The thread is open again",

  /* A press: asking a note. */
  press: "Question it",
  pressOf: (words: string): string => `Question “${words}”`,
  asks: {
    evidence: "Which mark on the paper says that?",
    meaning: "What do you mean by it?",
    scope: "Do other papers show it too?",
    alternatives: "What else could it be?",
  },
  pressed: "Questioned",
  states: { open: "Open", answered: "Answered", revised: "Changed", kept: "Kept" },
  revised: "We changed it",
  revisedHelp: "Change the words of the note first",
  kept: "We keep it",
  nowRevised: "The note was changed after it was questioned",
  nowKept: "The note is kept as it is",
  revisedBy: (name: string, when: string): string => `Said to be changed by ${name}, ${when}`,
  keptBy: (name: string, when: string): string => `Said to be kept by ${name}, ${when}`,
  before: "Before",
  after: "After",
  trail: "What was questioned here",
  questioned: (questioned: number, notes: number, changed: number): string =>
    `${questioned} of ${counted(notes, "note", "notes")} on papers ${
      questioned === 1 ? "was" : "were"
    } questioned, ${changed} changed.`,
  questionedHelp: "Press one to read what was asked",

  /* The file with work that was not saved. */
  fileTalk: "Talk",
} as const;

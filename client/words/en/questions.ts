/** The words of open questions: wonders that the team has not closed. */
export const questions = {
  open: "Open questions",
  openCount: (count: number): string => `Open questions (${count})`,
  closed: (count: number): string =>
    count === 1 ? "1 closed question" : `${count} closed questions`,
  ask: "Ask about this paper",
  field: "What do you wonder about this paper?",
  put: "Ask",
  cancel: "Cancel",
  onMark: (index: number): string => `Mark ${index}`,
  onPaper: (code: string, index: number): string => `${code}, mark ${index}`,
  onTable: "On the table",
  close: "Close",
  reopen: "Open again",
  closeThis: "Close this question",
  reopenThis: "Open this question again",
  closeOf: (words: string): string => `Close: ${words}`,
  reopenOf: (words: string): string => `Open again: ${words}`,
  isClosed: "closed",
  closedNow: "The question is closed",
  reopenedNow: "The question is open again",
  notOne: "That is no question: choose a wonder with words",

  /* Of the whole board. */
  none: "Every wonder is an open question until somebody closes it. Mark a region and choose “Wonder”, or ask in the reader.",
  noneToVisitors: "No question is open.",
  about: "What the team wonders, and what it calls its papers.",
  closePanel: "Close questions and tags",
} as const;

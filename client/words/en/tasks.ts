/** The words of the task: what pupils were asked, what to look for, and what the team keeps of it for next time. */
const pagesSaid = (pages: number | "file" | "separator"): string =>
  pages === "file"
    ? "a file each"
    : pages === "separator"
      ? "parted by separator sheets"
      : pages === 1
        ? "1 page each"
        : `${pages} pages each`;

export const tasks = {
  task: "Task",
  about:
    "What pupils were asked, and what you look for. All of it may stay empty; what is here stands beside the papers.",
  prompt: "What were pupils asked?",
  promptHint: "As it stood on the sheet, in a sentence or two. No names.",
  lookFor: "What do we look for?",
  done: "Done",

  ours: "Tasks that the team has kept",
  none: "The team has kept no task yet.",
  pagesSaid,
  masksSaid: (boxes: number): string =>
    boxes === 0 ? "no boxes" : boxes === 1 ? "1 box over names" : `${boxes} boxes over names`,
  use: (title: string): string => `Use ${title}`,
  remove: (title: string): string => `Delete ${title}`,
  removeTitle: (title: string): string => `Delete “${title}” for the team?`,
  removeText: "Boards that used it stay as they are.",
  removeNot: "Keep it",
  removeYes: "Delete it",
  used: (title: string): string => `“${title}” is set`,
  usedDetail:
    "Pages of each pupil, boxes over names and the task are as it says. Look whether they fit.",
  keepTitle: "Keep this for next time",
  keepHint: "The task, with the pages of each pupil and the boxes over names as they are now.",
  keepTaskHint: "The task as it is now.",
  title: "Title",
  keep: "Keep for the team",
  replace: "Replace the one of this title",
  kept: (title: string): string => `“${title}” is kept for the team`,
  waiting: "Asking for the team’s tasks …",
  noTeam: "The team’s tasks cannot be had at the moment.",
} as const;

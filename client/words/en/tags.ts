/** The words of tags on papers. */
const papers = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);

export const tags = {
  tags: "Tags",
  add: "Tag",
  /** For the papers that are chosen. */
  tag: "Tag …",
  field: "A tag for this paper",
  ofMark: (mark: number): string => `Tags of mark ${mark}`,
  fieldForMark: (mark: number): string => `A tag for mark ${mark}`,
  fieldFor: (count: number): string => `A tag for ${papers(count)}`,
  hint: "What is on the paper, in your team’s words, such as “draws arrows”. Not who the pupil is, and no names.",
  inUse: "Tags of this board",
  put: "Add",
  done: "Done",
  takeOff: (tag: string): string => `Take off the tag “${tag}”`,
  added: (tag: string): string => `Tagged “${tag}”`,
  takenOff: (tag: string): string => `The tag “${tag}” is taken off`,

  /* Several papers at once. */
  titleOne: (code: string): string => `Tags of paper ${code}`,
  title: (count: number): string => `Tags of ${papers(count)}`,
  onAll: "on all of them",
  onSome: (count: number, of: number): string => `on ${count} of ${of}`,
  onNone: "on none of them",

  withheld: "While papers are sorted alone, their tags and numbers are not shown.",

  /* Of the whole board. */
  none: "A tag is a word or two on a paper, by which you find it again. Tag papers in the reader, or select some and press Alt+G.",
  noneToVisitors: "No paper is tagged.",
  count: papers,
  show: (tag: string): string => `Papers tagged “${tag}”`,
  read: "Read these",
  bright: "Keep bright",
  brightOff: "Dim none",
  brightNow: (tag: string, count: number, of: number): string =>
    `“${tag}”: ${count} of ${papers(of)}`,
  rename: "Rename",
  renameField: "Words of the tag",
  renamed: (tag: string): string => `The tag is called “${tag}” now`,
  remove: "Take off all papers",
  removed: (tag: string, count: number): string => `“${tag}” is taken off ${papers(count)}`,
  undo: "Undo",
  keep: "Rename it",
  cancel: "Cancel",
} as const;

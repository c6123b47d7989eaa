/** The words about talk that the board itself shows; those of the threads are threads.ts. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const open = (count: number): string => counted(count, "open thread", "open threads");

export const talk = {
  title: "Talk",
  talkAbout: "Talk about this",
  talkAboutPile: "Talk about this pile",
  mark: (index: number): string => `mark ${index}`,
  /** Goes on from "Talk". */
  aboutMark: (index: number, count: number): string =>
    count === 0 ? `about mark ${index}` : `about mark ${index}, ${open(count)}`,
  talkAboutNeed: (count: number): string =>
    count === 0 ? "Talk about this need" : `Talk, ${open(count)} about this need`,
  talkAboutPlace: "Talk about a place on the table",
  /** The button that opens the panel, with how much is open. */
  panel: (count: number): string => (count === 0 ? "Talk" : `Talk, ${open(count)}`),
  withCount: (count: number): string => `Talk ${count}`,
  /** A thing's name with what is open about it. */
  with: (name: string, count: number): string => (count === 0 ? name : `${name}, ${open(count)}`),
  open,
  help: "Talk about what is selected, or open the talk",
} as const;

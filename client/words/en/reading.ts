/** The words of the reading view. */
const stance = { notice: "Notice", wonder: "Wonder", plain: "Note" } as const;
type StanceName = keyof typeof stance;

export const reading = {
  /* Marking a region. */
  composer: "What you see in this region",
  stanceOf: stance,
  stanceChoice: "Is this a notice or a wonder?",
  noticeHint: "Something anyone can point to on the paper.",
  wonderHint: "A question the paper leaves you with.",
  yourWords: (kind: StanceName): string =>
    kind === "wonder" ? "What do you wonder?" : "What do you notice?",
  stems: {
    notice: ["On this paper I see…", "The drawing shows…", "The words say…", "Here the steps go…"],
    wonder: [
      "I wonder what led to…",
      "I wonder what this means to the pupil:",
      "What would happen if…",
      "Do other papers show…",
    ],
  },
  stemsLabel: "Ways to begin",
  save: "Save",
  cancel: "Cancel",

  /* Pages in words. */
  pageAlt: (code: string, page: number, pages: number, seen: readonly string[]): string =>
    [
      pages > 1
        ? `Paper ${code}, page ${page} of ${pages}, a pupil's handwritten work.`
        : `Paper ${code}, a pupil's handwritten work.`,
      ...(seen.length > 0 ? [`On it: ${seen.join("; ")}.`] : []),
    ].join(" "),
  noteInWords: (kind: StanceName, words: string): string =>
    words ? `${stance[kind].toLowerCase()}: ${words}` : stance[kind].toLowerCase(),
  regionAlt: (index: number, code: string, page: number, pages: number): string =>
    pages > 1 ? `Mark ${index} on paper ${code}, page ${page}` : `Mark ${index} on paper ${code}`,
  regionGone: "This mark was taken off its paper.",
} as const;

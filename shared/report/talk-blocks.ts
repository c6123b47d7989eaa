/** What the team talked about: how many notes were questioned, of the board and of nobody; and why it left papers where it did. */
import { anchorOfPaper } from "./anchors.ts";
import type { Heap } from "./heaps.ts";
import { plainParagraph } from "./note-lines.ts";
import type { Block, NoteLine, Phrase } from "./report.ts";
import { codeOf, type Telling } from "./telling.ts";

/** As counted by shared/talk/presses.ts. */
export interface QuestionedNotes {
  readonly notes: number;
  readonly questioned: number;
  readonly changed: number;
}

/** A paper that was settled without a reason is in its pile, and no more is said of it. */
export function talkBlocks(
  telling: Telling,
  heaps: readonly Heap[],
  questioned: QuestionedNotes | undefined,
): Block[] {
  const { view, words, shown } = telling;
  const items = heaps.flatMap(({ name, papers }) =>
    papers.flatMap((paper): NoteLine[] => {
      const reason = view.places.get(paper)?.settled?.reason.trim() ?? "";
      if (reason === "") return [];
      const pile: Phrase = {
        words: words.settledIn(name),
        ...(shown.has(paper) ? { to: anchorOfPaper(paper) } : {}),
      };
      const written = [plainParagraph([pile, { words: `  ${reason}` }])];
      return [{ label: words.paper(codeOf(telling, paper)), written }];
    }),
  );
  const asked = questioned && questioned.questioned > 0 ? questioned : undefined;
  if (items.length === 0 && !asked) return [];
  const said = asked && words.questioned(asked.questioned, asked.notes, asked.changed);
  return [
    { is: "heading", level: 2, words: words.talkHeading },
    ...(said ? [{ is: "paragraph", tone: "plain", phrases: [{ words: said }] } as const] : []),
    ...(items.length > 0 ? [{ is: "list", items } as const] : []),
  ];
}

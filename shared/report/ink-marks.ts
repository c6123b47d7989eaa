/** The pen and highlighter strokes on a page, as a report shows them. */
import type { BoardView } from "../board/reader.ts";
import type { Stroke } from "../board/strokes.ts";
import type { Page } from "../papers/papers.ts";
import type { InkMark } from "./report.ts";

/** The strokes on a page; highlighter first, so that ink stays on top of it. */
export function inkOn(view: BoardView, page: Page): InkMark[] {
  const layer = ({ tool }: Stroke): number => (tool === "highlighter" ? 0 : 1);
  return [...view.strokes.values()]
    .filter((stroke) => stroke.page === page.id)
    .toSorted((a, b) => layer(a) - layer(b) || (a.id < b.id ? -1 : 1))
    .map(({ tool, colour, width, points }) => ({ tool, colour, width, points }));
}

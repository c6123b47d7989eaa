/**
 * A page as an image of the right size, with words for whoever does not see it. Fills its box; the box
 * has the page's shape. A sharper tier replaces a softer one only once it is there.
 */
import { useSyncExternalStore } from "react";
import { marksOfPaper } from "../../../shared/board/marks.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { words } from "../../words/words.ts";
import styles from "./page-image.module.css";
import { blobUrl, tierFor } from "./tiers.ts";

export interface PageImageProps {
  readonly page: Page;
  /** How wide it stands on the screen, in CSS pixels. */
  readonly width: number;
  /** Given where the words beside it say it already: `""` hides it from screen readers. */
  readonly alt?: string;
  readonly className?: string | undefined;
  readonly loading?: "eager" | "lazy";
}

export function PageImage({ page, width, alt, className, loading = "eager" }: PageImageProps) {
  const { boardId } = useSession();
  const pixelRatio = usePixelRatio();
  const described = useBoard((view) => alt ?? pageInWords(view, page));
  const tier = tierFor(page, width, pixelRatio);
  if (!tier) return null;
  return (
    <img
      className={[styles["page"], className].filter(Boolean).join(" ")}
      src={blobUrl(boardId, tier.hash)}
      width={page.size.w}
      height={page.size.h}
      alt={described}
      decoding="async"
      loading={loading}
      draggable={false}
    />
  );
}

/** The page's own alternative text, or one made of its code, its number and what was noticed on it. */
export function pageInWords(view: BoardView, page: Page): string {
  if (page.alt) return page.alt;
  const pages = view.pagesOf.get(page.paper) ?? [];
  const seen = marksOfPaper(view, page.paper)
    .filter((mark) => mark.page.id === page.id)
    .flatMap(({ notes }) => notes)
    .map((note) => words.reading.noteInWords(note.stance, note.words));
  const code = view.papers.get(page.paper)?.code ?? "";
  const number = pages.findIndex(({ id }) => id === page.id) + 1;
  return words.reading.pageAlt(code, number, pages.length, seen);
}

/** Device pixels for each CSS pixel, kept current when the window moves to another screen or zooms. */
export function usePixelRatio(): number {
  return useSyncExternalStore(onResize, () => window.devicePixelRatio);
}

function onResize(listener: () => void): () => void {
  addEventListener("resize", listener);
  return () => removeEventListener("resize", listener);
}

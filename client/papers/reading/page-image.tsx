/**
 * A page as an image of the right size, with words for whoever does not see it. Fills its box; the box
 * has the page's shape as it is seen, turned. A sharper tier replaces a softer one only once it is there.
 */

import { EyeOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { marksOfPaper } from "../../../shared/board/marks.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { turnedSize } from "../../../shared/geometry/turned-page.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { turnedStyle } from "../../canvas/turned-style.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { classes } from "../../ui/classes.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import styles from "./page-image.module.css";
import { blobUrl, tierFor } from "./tiers.ts";

export interface PageImageProps {
  readonly page: Page;
  /** How wide it stands on the screen, in CSS pixels. */
  readonly width: number;
  /** Given where the words beside it say it already: `""` hides it from screen readers. */
  readonly alt?: string;
  readonly loading?: "eager" | "lazy";
}

export function PageImage({ page, width, alt, loading = "eager" }: PageImageProps) {
  const { boardId } = useSession();
  const pixelRatio = usePixelRatio();
  const described = useBoard((view) =>
    // Whatever is said of a page elsewhere is not said of one that is covered.
    alt === undefined || (page.covered && alt !== "") ? pageInWords(view, page) : alt,
  );
  if (page.covered) return <Cover page={page} width={width} alt={described} />;
  const own = turnedSize(page.size, page.turn);
  const tier = tierFor(page, (width * own.w) / page.size.w, pixelRatio);
  if (!tier) return null;
  return (
    <span className={styles["page"]} style={{ aspectRatio: `${page.size.w} / ${page.size.h}` }}>
      <img
        className={styles["scan"]}
        style={turnedStyle(page.size, page.turn)}
        src={blobUrl(boardId, tier.hash)}
        width={own.w}
        height={own.h}
        alt={described}
        decoding="async"
        loading={loading}
        draggable={false}
      />
    </span>
  );
}

/** What stands in the place of a page on which somebody can be recognised: there are no pixels of it here. */
function Cover({ page, width, alt }: { readonly alt: string } & Omit<PageImageProps, "alt">) {
  return (
    <span
      className={classes(styles["page"], styles["cover"])}
      style={{ aspectRatio: `${page.size.w} / ${page.size.h}` }}
      role={alt === "" ? undefined : "img"}
      aria-label={alt === "" ? undefined : alt}
      aria-hidden={alt === "" || undefined}
    >
      <span className={styles["coverSign"]}>
        <EyeOff size={width > roomy ? 28 : 16} strokeWidth={1.75} aria-hidden />
        {width > roomy && readingWords.isCovered}
      </span>
    </span>
  );
}

/** Wide enough for a word beside the sign. CSS pixels. */
const roomy = 150;

/** The page's own alternative text, or one made of its code, its number and what was noticed on it. */
export function pageInWords(view: BoardView, page: Page): string {
  const pages = view.pagesOf.get(page.paper) ?? [];
  if (page.covered) {
    const at = pages.findIndex(({ id }) => id === page.id) + 1;
    const { code = "" } = view.papers.get(page.paper) ?? {};
    return readingWords.coveredAlt(code, at, pages.length);
  }
  if (page.alt) return page.alt;
  const seen = marksOfPaper(view, page.paper)
    .filter((mark) => mark.page.id === page.id)
    .flatMap(({ notes }) => notes)
    .map((note) => readingWords.noteInWords(note.stance, note.words));
  const code = view.papers.get(page.paper)?.code ?? "";
  const number = pages.findIndex(({ id }) => id === page.id) + 1;
  return readingWords.pageAlt(code, number, pages.length, seen);
}

/** Device pixels for each CSS pixel, kept current when the window moves to another screen or zooms. */
export function usePixelRatio(): number {
  return useSyncExternalStore(onResize, () => window.devicePixelRatio);
}

function onResize(listener: () => void): () => void {
  addEventListener("resize", listener);
  return () => removeEventListener("resize", listener);
}

/**
 * A live crop: the page itself, seen through the region, with the ink on it. Whoever reshapes the region
 * on the paper reshapes every crop of it at once.
 */

import type { RegionId } from "../../../shared/base/ids.ts";
import { marksOfPaper } from "../../../shared/board/marks.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { cornersOnPage } from "../../../shared/geometry/polygon.ts";
import { fromPage, pageAround, seenRect } from "../../../shared/geometry/turned-page.ts";
import { useBoard } from "../../sync/use-board.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import { MarksCanvas } from "./marks-canvas.tsx";
import { PageImage } from "./page-image.tsx";
import styles from "./region-crop.module.css";
import { noMarks, pageMarksOf } from "./view-marks.ts";

export interface RegionCropProps {
  readonly region: RegionId;
  /** At most this wide, in CSS pixels. */
  readonly width: number;
  /** At most this high, in CSS pixels; a tall region gets narrower instead. */
  readonly maxHeight?: number;
  /** Given where the words beside it say it already: `""` hides it from screen readers. */
  readonly alt?: string;
}

export function RegionCrop({ region: id, width, maxHeight = width, alt }: RegionCropProps) {
  const region = useBoard((view) => view.regions.get(id));
  const page = useBoard((view) => region && view.pages.get(region.page));
  const described = useBoard((view) => alt ?? regionInWords(view, id));
  const strokes = useBoard((view) => (page && pageMarksOf(view).get(page.id))?.strokes);
  if (!region || !page) return <p className={styles["gone"]}>{readingWords.regionGone}</p>;

  const seen = seenRect(region.rect, page.turn);
  const ratio = (seen.h * page.size.h) / (seen.w * page.size.w);
  const w = Math.min(width, maxHeight / ratio);
  const drawn = pageAround(region.rect, { x: 0, y: 0, w, h: w * ratio }, page.turn);
  const place = {
    width: drawn.w,
    height: drawn.h,
    transform: `translate(${drawn.x}px, ${drawn.y}px)`,
  };
  // What lies beyond an outline was not meant: it is white here, and not at all in what is printed.
  const outline = cornersOnPage(region)?.map((corner) => fromPage(corner, drawn));
  const clip = outline && `polygon(evenodd, ${outline.map((p) => `${p.x}px ${p.y}px`).join(", ")})`;
  const size = { width: w, height: w * ratio };
  const crop = (
    <div className={styles["crop"]} style={{ ...size, ...(clip && { clipPath: clip }) }}>
      <div className={styles["page"]} style={place}>
        <PageImage page={page} width={drawn.w} alt={described} />
      </div>
      {strokes && strokes.length > 0 && (
        <MarksCanvas
          width={w}
          height={w * ratio}
          pages={[{ drawn, marks: { ...noMarks, strokes } }]}
        />
      )}
    </div>
  );
  if (!outline) return crop;
  return (
    <div className={styles["outlined"]} style={size}>
      {crop}
      <svg className={styles["outline"]} aria-hidden>
        <polygon points={outline.map(({ x, y }) => `${x},${y}`).join(" ")} />
      </svg>
    </div>
  );
}

/** Which mark it is and what is said about it. */
export function regionInWords(view: BoardView, id: RegionId): string {
  const region = view.regions.get(id);
  const page = region && view.pages.get(region.page);
  const paper = page && view.papers.get(page.paper);
  if (!page || !paper) return readingWords.regionGone;
  const mark = marksOfPaper(view, paper.id).find((one) => one.region.id === id);
  const pages = view.pagesOf.get(paper.id)?.length ?? 1;
  const name = readingWords.regionAlt(mark?.index ?? 1, paper.code, mark?.pageNumber ?? 1, pages);
  const seen = mark?.notes.map((note) => readingWords.noteInWords(note.stance, note.words)) ?? [];
  return [name, ...seen].join("; ");
}

/**
 * A live crop: the page itself, seen through the region, with the ink on it. Whoever reshapes the region
 * on the paper reshapes every crop of it at once.
 */
import type { RegionId } from "../../../shared/base/ids.ts";
import { marksOfPaper } from "../../../shared/board/marks.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { useBoard } from "../../sync/use-board.tsx";
import { words } from "../../words/words.ts";
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
  if (!region || !page) return <p className={styles["gone"]}>{words.reading.regionGone}</p>;

  const { rect } = region;
  const ratio = (rect.h * page.size.h) / (rect.w * page.size.w);
  const w = Math.min(width, maxHeight / ratio);
  const pageWidth = w / rect.w;
  const pageHeight = (pageWidth * page.size.h) / page.size.w;
  const place = {
    width: pageWidth,
    height: pageHeight,
    transform: `translate(${-rect.x * pageWidth}px, ${-rect.y * pageHeight}px)`,
  };
  return (
    <div className={styles["crop"]} style={{ width: w, height: w * ratio }}>
      <div className={styles["page"]} style={place}>
        <PageImage page={page} width={pageWidth} alt={described} />
      </div>
      {strokes && strokes.length > 0 && (
        <MarksCanvas
          width={w}
          height={w * ratio}
          pages={[
            {
              drawn: {
                x: -rect.x * pageWidth,
                y: -rect.y * pageHeight,
                w: pageWidth,
                h: pageHeight,
              },
              marks: { ...noMarks, strokes },
            },
          ]}
        />
      )}
    </div>
  );
}

/** Which mark it is and what is said about it. */
export function regionInWords(view: BoardView, id: RegionId): string {
  const region = view.regions.get(id);
  const page = region && view.pages.get(region.page);
  const paper = page && view.papers.get(page.paper);
  if (!page || !paper) return words.reading.regionGone;
  const mark = marksOfPaper(view, paper.id).find((one) => one.region.id === id);
  const pages = view.pagesOf.get(paper.id)?.length ?? 1;
  const name = words.reading.regionAlt(mark?.index ?? 1, paper.code, mark?.pageNumber ?? 1, pages);
  const seen = mark?.notes.map((note) => words.reading.noteInWords(note.stance, note.words)) ?? [];
  return [name, ...seen].join("; ");
}

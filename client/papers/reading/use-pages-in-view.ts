/** The pages of the paper being read, where they lie in the view, with their marks. */
import { useLayoutEffect, useMemo } from "react";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { pageToScreen } from "../../canvas/camera.ts";
import { useBoard } from "../../sync/use-board.tsx";
import { useStore } from "../../ui/store.ts";
import { layoutPaper, type PaperLayout } from "./paper-layout.ts";
import { useReading } from "./reading-state.ts";
import type { PageInView } from "./stage-port.ts";
import { type MarksOfPage, noMarks, pageMarksOf } from "./view-marks.ts";

export interface StagePage extends PageInView {
  readonly source: Page;
  readonly marks: MarksOfPage;
}

export function usePagesInView(
  pages: readonly Page[],
  box: Rect,
): { readonly layout: PaperLayout; readonly inView: readonly StagePage[] } {
  const { camera: control } = useReading();
  const { camera } = useStore(control.standing);
  const marksOf = useBoard(pageMarksOf);
  const { w, h } = box;
  const layout = useMemo(() => {
    const { left, right, top, bottom } = control.insets;
    return layoutPaper(pages, { w: w - left - right, h: h - top - bottom });
  }, [control, pages, w, h]);
  useLayoutEffect(() => control.lay(layout, { w, h }), [control, layout, w, h]);

  const inView = useMemo(
    () =>
      pages.map((source): StagePage => {
        const marks = marksOf.get(source.id) ?? noMarks;
        const place = layout.pages.get(source.id) ?? { ...layout.bounds, turn: source.turn };
        const drawn = pageToScreen(camera, place);
        const { regions, strokes } = marks;
        return { page: source.id, source, drawn, marks, regions, strokes };
      }),
    [pages, layout, camera, marksOf],
  );
  return { layout, inView };
}

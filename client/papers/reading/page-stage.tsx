/**
 * The paper being read: its pages large, with all marks on them, and whatever hand, pen or key does there.
 *
 * Owns the markup; tools are stage-hand.ts and stage-keys.ts, where the view stands is reading-camera.ts.
 */

import {
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
} from "react";
import type { PageId, RegionId } from "../../../shared/base/ids.ts";
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import { type DrawnPage, rectFromPage } from "../../../shared/geometry/turned-page.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import type { MarkPalette } from "../../canvas/mark-palette.ts";
import type { InkMark, PageMarks } from "../../canvas/page-marks.ts";
import { useMayWrite } from "../../sync/use-board.tsx";
import { inkWidths } from "../../tools/ink-tool.ts";
import { useStore } from "../../ui/store.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { MarksCanvas } from "./marks-canvas.tsx";
import { OthersPointers } from "./others-pointers.tsx";
import { PageImage } from "./page-image.tsx";
import styles from "./page-stage.module.css";
import { type ReadingState, useReading } from "./reading-state.ts";
import { type Composed, RegionComposer } from "./region-composer.tsx";
import { cornerGrips } from "./region-hit.ts";
import { drawDraft } from "./stage-draft.ts";
import { areaInView, type Draft, middleInView, type PageInView } from "./stage-port.ts";
import { useBox } from "./use-box.ts";
import { type StagePage, usePagesInView } from "./use-pages-in-view.ts";
import { useStage } from "./use-stage.ts";
import { useStageEvents } from "./use-stage-events.ts";

/** What the bars around the stage may ask of it. */
export interface StageHandle {
  /** Puts the keyboard's cross on the page that is most in view. */
  aim(): void;
  /** Lets the arrow keys move and resize a region. */
  take(region: RegionId): void;
  /** Lets the next outline that is drawn be this region's. */
  redraw(region: RegionId): void;
  reveal(target: RegionId | PageId): void;
  /** The page that is most in view. */
  shown(): PageId | undefined;
  /** True if something half done was taken back. */
  cancel(): boolean;
}

export interface PageStageProps {
  readonly pages: readonly Page[];
  /** The accessible name, where there is more than one stage. */
  readonly label?: string;
  /** Where to stand at first. */
  readonly goal: RegionId | PageId | undefined;
  readonly ref: Ref<StageHandle>;
  /** Its element, to be given the focus. */
  readonly element: RefObject<HTMLDivElement | null>;
}

export function PageStage(props: PageStageProps) {
  const { pages, label = readingWords.stage, goal, ref, element } = props;
  const reading = useReading();
  const box = useBox(element);
  const { layout, inView } = usePagesInView(pages, box);
  const stage = useStage(inView);
  useStageEvents(element, stage, inView);
  const tool = useStore(reading.tool);
  const selected = useStore(reading.selected);
  const hovered = useStore(reading.hovered);
  const shape = useStore(reading.regionShape);
  const composing = useStore(reading.composing);
  const redrawing = useStore(reading.redrawing);
  const mayWrite = useMayWrite();
  const { draft, keys, keysAt } = stage;

  function reveal(target: RegionId | PageId): void {
    const rect = rectOf(target, inView, layout.pages);
    if (rect) reading.camera.reveal(rect);
  }
  useLayoutEffect(() => reading.camera.restart(), [reading]);
  const isLaid = box.w > 1;
  const revealGoal = useEffectEvent(() => goal && reveal(goal));
  useEffect(() => {
    if (isLaid && goal) revealGoal();
  }, [isLaid, goal]);

  // Another tool in hand: what was begun with the last one is given up.
  const giveUp = useEffectEvent(() => {
    stage.hand.cancel();
    if (tool !== "region") reading.redrawing.set(undefined);
  });
  useEffect(() => giveUp(), [tool, shape]);

  const view = { x: 0, y: 0, w: box.w, h: box.h };
  const mostInView = (): StagePage | undefined =>
    inView.toSorted((a, b) => areaInView(b.drawn, view) - areaInView(a.drawn, view))[0];
  function aim(): void {
    const page = mostInView();
    element.current?.focus({ preventScroll: true });
    if (page) keys.aim(page.page, middleInView(page.drawn, view));
  }
  useImperativeHandle(ref, () => ({
    aim,
    shown: () => mostInView()?.page,
    take(region) {
      element.current?.focus({ preventScroll: true });
      keys.take(region);
    },
    redraw(region) {
      reading.tool.set("region");
      reading.redrawing.set(region);
      aim();
    },
    reveal,
    cancel() {
      const wasRedrawing = reading.redrawing.get() !== undefined;
      reading.redrawing.set(undefined);
      return stage.hand.cancel() || keys.cancel() || wasRedrawing;
    },
  }));

  const shown = useMemo(() => withDraft(inView, draft, reading), [inView, draft, reading]);
  const forward = useMemo(
    () => new Set<string>([selected, hovered].filter((id) => id !== undefined)),
    [selected, hovered],
  );
  const paint = useCallback(
    (ctx: CanvasRenderingContext2D, palette: MarkPalette) =>
      drawDraft(ctx, palette, {
        draft: composing ? { ...draft, region: composing } : draft,
        pages: shown,
        handles:
          mayWrite && !draft.outline && (tool === "select" || tool === "region")
            ? handlesOf(selected, shown)
            : undefined,
      }),
    [composing, draft, shown, selected, tool, mayWrite],
  );

  function onComposed(made: Composed | undefined): void {
    reading.composing.set(undefined);
    if (made) reading.selected.set(made.region);
    element.current?.focus({ preventScroll: true });
  }
  const composedOn = composing && inView.find(({ page }) => page === composing.page);
  const frame = composedOn && composing && rectFromPage(composing.rect, composedOn.drawn);

  return (
    <div className={styles["place"]}>
      <div
        ref={element}
        className={styles["stage"]}
        data-tool={tool}
        // The cross needs the arrow keys for itself; at other times the pages read as a document does.
        role={keysAt === "nothing" ? "group" : "application"}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and takes keys
        tabIndex={0}
        style={stage.cursor ? { cursor: stage.cursor } : undefined}
      >
        {inView.map(({ page, drawn, source }) => (
          <div
            key={page}
            className={styles["page"]}
            style={{
              width: drawn.w,
              height: drawn.h,
              transform: `translate(${drawn.x}px, ${drawn.y}px)`,
            }}
          >
            <PageImage page={source} width={drawn.w} />
          </div>
        ))}
        <MarksCanvas
          width={box.w}
          height={box.h}
          pages={shown}
          highlighted={forward}
          erasing={draft.erasing}
          draft={paint}
        />
        <OthersPointers pages={inView} />
      </div>
      <output className={styles["hint"]}>
        {redrawing !== undefined && `${readingWords.redrawing} `}
        {keysAt !== "nothing" && readingWords.keysHint[keysAt]}
        {keysAt === "nothing" && draft.outline?.corners && readingWords.cornersHint}
      </output>
      {composing && frame && (
        <RegionComposer
          key={`${composing.page} ${Object.values(composing.rect).join(" ")}`}
          page={composing.page}
          rect={composing.rect}
          outline={composing.outline}
          anchor={{ ...frame, x: frame.x + box.x, y: frame.y + box.y }}
          onDone={onComposed}
        />
      )}
    </div>
  );
}

/** The marks with what is half done in them: the stroke under the pen, the region being reshaped. */
function withDraft(
  inView: readonly StagePage[],
  draft: Draft,
  reading: ReadingState,
): readonly (Omit<StagePage, "marks"> & { readonly marks: PageMarks })[] {
  const { ink, reshape } = draft;
  if (!ink && !reshape) return inView;
  return inView.map((page) => {
    const regions = page.regions.map((mark) =>
      mark.id === reshape?.region
        ? { ...mark, rect: reshape.rect, outline: reshape.outline ?? mark.outline }
        : mark,
    );
    const live: InkMark[] =
      ink?.page === page.page
        ? [
            {
              id: "under the pen",
              tool: ink.tool,
              colour: (ink.tool === "pen" ? reading.penColour : reading.highlighterColour).get(),
              width: inkWidths[ink.tool][reading.inkWidth.get()].page,
              points: ink.points,
            },
          ]
        : [];
    const marks: PageMarks = { regions, strokes: [...page.marks.strokes, ...live] };
    return { ...page, regions, marks };
  });
}

/** Where the chosen region is taken hold of: at its corners, or by the frame around it. */
function handlesOf(
  region: RegionId | undefined,
  pages: readonly PageInView[],
): Rect | readonly Point[] | undefined {
  for (const { regions, drawn } of region === undefined ? [] : pages) {
    const mark = regions.find(({ id }) => id === region);
    if (mark) return cornerGrips(mark, drawn) ?? rectFromPage(mark.rect, drawn);
  }
  return undefined;
}

/** A page or region in the layout's units. */
function rectOf(
  target: RegionId | PageId,
  inView: readonly StagePage[],
  layout: ReadonlyMap<PageId, DrawnPage>,
): Rect | undefined {
  for (const { page, regions } of inView) {
    const rect = layout.get(page);
    if (page === target) return rect;
    const mark = regions.find(({ id }) => id === target);
    if (rect && mark) return rectFromPage(mark.rect, rect);
  }
  return undefined;
}

/**
 * Marks drawn over page images, sharp on the screen they stand on: highlighter on a canvas that darkens
 * the paper below as ink would, everything else on one above it. For eyes only; the same marks stand
 * beside the page in words.
 */
import { useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { DrawnPage } from "../../../shared/geometry/turned-page.ts";
import { type MarkPalette, readMarkPalette } from "../../canvas/mark-palette.ts";
import { drawPageMarks, type MarksOptions, type PageMarks } from "../../canvas/page-marks.ts";
import styles from "./marks-canvas.module.css";
import { usePixelRatio } from "./page-image.tsx";

export interface MarkedPage {
  /** Where the page lies on the canvas, in CSS pixels. */
  readonly drawn: DrawnPage;
  readonly marks: PageMarks;
}

export interface MarksCanvasProps {
  /** The canvas, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pages: readonly MarkedPage[];
  readonly highlighted?: MarksOptions["highlighted"];
  readonly erasing?: MarksOptions["erasing"];
  readonly badges?: boolean;
  /** Drawn last, in CSS pixels of the canvas: what is being made. */
  readonly draft?: ((ctx: CanvasRenderingContext2D, palette: MarkPalette) => void) | undefined;
}

export function MarksCanvas(props: MarksCanvasProps) {
  const { width, height, pages, highlighted, erasing, badges, draft } = props;
  const under = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const pixelRatio = usePixelRatio();
  const palette = usePalette();

  // A blended layer costs every frame, also an empty one.
  const hasHighlighter = pages.some(({ marks }) =>
    marks.strokes.some(({ tool }) => tool === "highlighter"),
  );

  // In the same frame as the images it lies on, or marks would swim behind a moving page.
  useLayoutEffect(() => {
    if (!palette) return;
    const options = {
      palette,
      pixel: 1,
      ...(highlighted && { highlighted }),
      ...(erasing && { erasing }),
      ...(badges !== undefined && { badges }),
    };
    draw(under.current, width, height, pixelRatio, (ctx) => {
      for (const { marks, drawn } of pages)
        drawPageMarks(ctx, marks, drawn, { ...options, layer: "under" });
    });
    draw(over.current, width, height, pixelRatio, (ctx) => {
      for (const { marks, drawn } of pages)
        drawPageMarks(ctx, marks, drawn, { ...options, layer: "over" });
      draft?.(ctx, palette);
    });
  }, [width, height, pages, highlighted, erasing, badges, draft, pixelRatio, palette]);

  return (
    <>
      {hasHighlighter && (
        <canvas ref={under} className={styles["under"]} style={{ width, height }} aria-hidden />
      )}
      <canvas ref={over} className={styles["over"]} style={{ width, height }} aria-hidden />
    </>
  );
}

/** Larger canvases are drawn softer: some tablets refuse them. */
const mostPixels = 16_000_000;

function draw(
  canvas: HTMLCanvasElement | null,
  width: number,
  height: number,
  pixelRatio: number,
  paint: (ctx: CanvasRenderingContext2D) => void,
): void {
  const ctx = canvas?.getContext("2d");
  if (!canvas || !ctx) return;
  const ratio = Math.min(pixelRatio, Math.sqrt(mostPixels / Math.max(1, width * height)));
  const w = Math.max(1, Math.round(width * ratio));
  const h = Math.max(1, Math.round(height * ratio));
  // Setting a size clears the canvas and makes it anew, even where it is the same.
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, w, h);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.save();
  paint(ctx);
  ctx.restore();
}

let known: { readonly theme: string; readonly palette: MarkPalette } | undefined;

/** The colours of marks, read again when the frame turns light or dark. */
function usePalette(): MarkPalette | undefined {
  return useSyncExternalStore(onTheme, () => {
    const root = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const theme = `${root.dataset["theme"] ?? ""} ${dark}`;
    if (known?.theme !== theme) known = { theme, palette: readMarkPalette(root) };
    return known.palette;
  });
}

function onTheme(listener: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(listener);
  system.addEventListener("change", listener);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", listener);
    chosen.disconnect();
  };
}

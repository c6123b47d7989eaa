/**
 * Marks drawn over a page's image, sharp on the screen it stands on: highlighter on a canvas that
 * darkens the paper below as ink would, everything else on one above it. For eyes only; the same marks
 * stand beside the page in words.
 */
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { type MarkPalette, readMarkPalette } from "../../canvas/mark-palette.ts";
import { drawPageMarks, type MarksOptions, type PageMarks } from "../../canvas/page-marks.ts";
import styles from "./marks-canvas.module.css";
import { usePixelRatio } from "./page-image.tsx";

export interface MarksCanvasProps {
  /** The canvas, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the page lies on it. */
  readonly drawn: Rect;
  readonly marks: PageMarks;
  readonly highlighted?: MarksOptions["highlighted"];
  readonly faded?: MarksOptions["faded"];
  readonly badges?: boolean;
  /** Drawn last, in CSS pixels of the canvas: a region or a stroke being made. */
  readonly draft?: ((ctx: CanvasRenderingContext2D, palette: MarkPalette) => void) | undefined;
}

export function MarksCanvas(props: MarksCanvasProps) {
  const under = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const pixelRatio = usePixelRatio();
  const theme = useTheme();
  const { width, height, drawn, marks, highlighted, faded, badges, draft } = props;
  const { x, y, w, h } = drawn;

  useEffect(() => {
    const canvas = over.current;
    if (!canvas) return;
    const palette = readMarkPalette(canvas);
    const options = {
      palette,
      pixel: 1,
      ...(highlighted && { highlighted }),
      ...(faded && { faded }),
      ...(badges !== undefined && { badges }),
    };
    const page: Rect = { x, y, w, h };
    draw(under.current, width, height, pixelRatio, (ctx) =>
      drawPageMarks(ctx, marks, page, { ...options, layer: "under" }),
    );
    draw(canvas, width, height, pixelRatio, (ctx) => {
      drawPageMarks(ctx, marks, page, { ...options, layer: "over" });
      draft?.(ctx, palette);
    });
    // `theme` is not read, but the palette is another when it changes.
  }, [width, height, x, y, w, h, marks, highlighted, faded, badges, draft, pixelRatio, theme]);

  return (
    <>
      <canvas ref={under} className={styles["under"]} style={{ width, height }} aria-hidden />
      <canvas ref={over} className={styles["over"]} style={{ width, height }} aria-hidden />
    </>
  );
}

/** Canvases larger than this are drawn softer: some tablets refuse them. */
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
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  ctx.scale(ratio, ratio);
  paint(ctx);
}

/** Changes whenever the frame turns light or dark. */
function useTheme(): string {
  return useSyncExternalStore(onTheme, () => {
    const chosen = document.documentElement.dataset["theme"] ?? "";
    return `${chosen} ${matchMedia("(prefers-color-scheme: dark)").matches}`;
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

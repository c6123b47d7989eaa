/** The sheets of a file under each other, each drawn as it comes into view. */
import { useEffect, useRef, useState } from "react";
import { review } from "../words/en/review.ts";
import styles from "./file-preview.module.css";
import type { PdfSheets } from "./pdf-sheets.ts";

const say = review.dialog;

export function FilePreview({ file }: { readonly file: Blob }) {
  const [sheets, setSheets] = useState<PdfSheets>();
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    let open: PdfSheets | undefined;
    // pdf.js is large, and needed here only.
    import("./pdf-sheets.ts")
      .then(({ openSheets }) => openSheets(file))
      .then((opened) => {
        open = opened;
        if (isCurrent) setSheets(opened);
        else void opened.close();
      })
      .catch(() => {
        if (isCurrent) setBroken(true);
      });
    return () => {
      isCurrent = false;
      setSheets(undefined);
      if (open) void open.close();
    };
  }, [file]);

  if (isBroken) return <p className={styles["broken"]}>{say.noPreview}</p>;
  return (
    // It scrolls by itself, and holds nothing else that takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles["sheets"]} aria-label={say.preview} tabIndex={0}>
      {sheets &&
        Array.from({ length: sheets.count }, (_, i) => (
          <SheetPicture key={`sheet ${i + 1}`} sheets={sheets} index={i} />
        ))}
    </section>
  );
}

function SheetPicture({ sheets, index }: { readonly sheets: PdfSheets; readonly index: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { w, h } = sheets.size;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let drawing: AbortController | undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        drawing?.abort();
        drawing = undefined;
        if (entry?.isIntersecting) {
          drawing = new AbortController();
          const width = element.clientWidth * Math.min(2, window.devicePixelRatio || 1);
          sheets.draw(index, element, width, drawing.signal).catch(() => {
            // A sheet that cannot be drawn stays white; the file itself is whole.
          });
        } else {
          // What is far away gives its pixels back.
          element.width = 1;
          element.height = 1;
        }
      },
      { root: element.closest("section"), rootMargin: "60% 0%" },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawing?.abort();
    };
  }, [sheets, index]);

  return (
    <figure className={styles["sheet"]} aria-label={say.sheet(index + 1, sheets.count)}>
      <canvas ref={canvas} style={{ aspectRatio: `${w} / ${h}` }} aria-hidden />
    </figure>
  );
}

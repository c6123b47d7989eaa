/** Words with their look, to be read and not written: drawn anew whenever somebody changes them. */
import { useLayoutEffect, useRef } from "react";
import type * as Y from "yjs";
import { readBlocks } from "../../shared/text/blocks.ts";
import { classes } from "../ui/classes.ts";
import { drawBlocks, richWords } from "./draw-blocks.ts";

export function DrawnWords(props: {
  readonly text: Y.Text;
  readonly className?: string | undefined;
}) {
  const { text, className } = props;
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return;
    const draw = (): void => drawBlocks(current, readBlocks(text));
    draw();
    text.observe(draw);
    return () => text.unobserve(draw);
  }, [text]);
  return <div ref={host} className={classes(richWords, className)} />;
}

/** Words with their look, to be read and not written: drawn anew whenever somebody changes them. */
import { useLayoutEffect, useRef } from "react";
import type * as Y from "yjs";
import { type Block, readBlocks } from "../../shared/text/blocks.ts";
import { classes } from "../ui/classes.ts";
import { drawBlocks, richWords } from "./draw-blocks.ts";
import styles from "./drawn-words.module.css";

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

/** Blocks as somebody read them. Links only look like links: they are for where a press means something else. */
export function DrawnBlocks(props: {
  readonly blocks: readonly Block[];
  readonly className?: string | undefined;
}) {
  const { blocks, className } = props;
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return;
    drawBlocks(current, blocks, "no links");
    // Where the words are a name, their blocks are parted in it as they are on the screen.
    [...current.querySelectorAll("[data-block]")].slice(1).forEach((block) => {
      const gap = document.createElement("span");
      gap.className = styles["gap"] ?? "";
      gap.textContent = " ";
      block.before(gap);
    });
  }, [blocks]);
  return <div ref={host} className={classes(richWords, className)} />;
}

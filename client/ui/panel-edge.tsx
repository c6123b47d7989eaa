/** The panel's left edge, by which it is made wider or narrower: by dragging, or with the arrow keys. */
import type { KeyboardEvent, PointerEvent } from "react";
import { words } from "../words/words.ts";
import styles from "./panel-edge.module.css";
import { createStore, type Store, useStore } from "./store.ts";

const least = 360;
const most = 920;
const stepBy = 40;

/** CSS pixels; kept while the page is open. */
export const panelWidth: Store<number> = createStore(480);

const within = (width: number): number =>
  Math.round(Math.min(Math.min(most, window.innerWidth * 0.7), Math.max(least, width)));

export function PanelEdge() {
  const width = useStore(panelWidth);

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const edge = event.currentTarget;
    const right = edge.parentElement?.getBoundingClientRect().right ?? window.innerWidth;
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void =>
      panelWidth.set(within(right - moved.clientX));
    const end = (): void => {
      edge.removeEventListener("pointermove", move);
      edge.removeEventListener("lostpointercapture", end);
    };
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", end);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const to: { readonly [key: string]: number } = {
      ArrowLeft: width + stepBy,
      ArrowRight: width - stepBy,
      Home: least,
      End: most,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    panelWidth.set(within(next));
  }

  return (
    // A separator that moves is a control: WAI-ARIA "window splitter".
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles["edge"]}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a rule between texts is no control
      role="separator"
      aria-orientation="vertical"
      aria-label={words.ui.resizePanel}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}

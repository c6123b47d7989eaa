/**
 * What one open reading view keeps to itself: the tool in hand, what is chosen, where it stands. Local,
 * never synced; the marks themselves are in the board's document.
 */
import { createContext, use } from "react";
import { invariant } from "../../../shared/base/assert.ts";
import type { RegionId } from "../../../shared/base/ids.ts";
import type { InkColour } from "../../../shared/board/strokes.ts";
import type { Insets } from "../../canvas/camera.ts";
import type { EraserMode } from "../../tools/eraser-tool.ts";
import type { InkWidth } from "../../tools/ink-tool.ts";
import type { RegionShape } from "../../tools/outline-tool.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { createReadingCamera, type ReadingCamera } from "./reading-camera.ts";
import type { DrawnArea, ReadingTool } from "./stage-port.ts";

export interface ReadingState {
  readonly tool: Store<ReadingTool>;
  readonly penColour: Store<InkColour>;
  readonly highlighterColour: Store<InkColour>;
  readonly inkWidth: Store<InkWidth>;
  readonly eraserMode: Store<EraserMode>;
  readonly regionShape: Store<RegionShape>;
  readonly selected: Store<RegionId | undefined>;
  readonly hovered: Store<RegionId | undefined>;
  /** The mark whose talk is unfolded. */
  readonly talking: Store<RegionId | undefined>;
  /** A region drawn and not yet saved. */
  readonly composing: Store<DrawnArea | undefined>;
  /** The mark that gets what is drawn next as its outline. */
  readonly redrawing: Store<RegionId | undefined>;
  /** What a tag is being written for: the paper, or a mark on it. */
  readonly tagging: Store<"paper" | RegionId | undefined>;
  readonly camera: ReadingCamera;
}

/** `insets`: what bars cover of the view, where it is not the usual. */
export function createReadingState(insets?: Insets): ReadingState {
  const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
  // With a finger one drag has to move the paper; with a mouse it may as well mark it.
  const first = matchMedia("(pointer: fine)").matches ? "region" : "select";
  return {
    tool: createStore<ReadingTool>(first),
    penColour: createStore<InkColour>("clay"),
    highlighterColour: createStore<InkColour>("honey"),
    inkWidth: createStore<InkWidth>("medium"),
    eraserMode: createStore<EraserMode>("whole"),
    regionShape: createStore<RegionShape>("box"),
    selected: createStore<RegionId | undefined>(undefined),
    hovered: createStore<RegionId | undefined>(undefined),
    talking: createStore<RegionId | undefined>(undefined),
    composing: createStore<DrawnArea | undefined>(undefined),
    redrawing: createStore<RegionId | undefined>(undefined),
    tagging: createStore<"paper" | RegionId | undefined>(undefined),
    camera: createReadingCamera(still, insets),
  };
}

export const ReadingContext = createContext<ReadingState | undefined>(undefined);

export function useReading(): ReadingState {
  const state = use(ReadingContext);
  invariant(state, "useReading is called inside a Reader");
  return state;
}

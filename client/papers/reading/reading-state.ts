/**
 * What one open reading view keeps to itself: the tool in hand, what is chosen, where it stands. Local,
 * never synced; the marks themselves are in the board's document.
 */
import { createContext, use } from "react";
import { invariant } from "../../../shared/base/assert.ts";
import type { PageId, RegionId } from "../../../shared/base/ids.ts";
import type { InkColour } from "../../../shared/board/strokes.ts";
import type { PageRect } from "../../../shared/geometry/rect.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { createReadingCamera, type ReadingCamera } from "./reading-camera.ts";
import type { ReadingTool } from "./stage-port.ts";

export interface ReadingState {
  readonly tool: Store<ReadingTool>;
  readonly penColour: Store<InkColour>;
  readonly highlighterColour: Store<InkColour>;
  readonly selected: Store<RegionId | undefined>;
  readonly hovered: Store<RegionId | undefined>;
  /** A region drawn and not yet saved. */
  readonly composing: Store<{ readonly page: PageId; readonly rect: PageRect } | undefined>;
  readonly camera: ReadingCamera;
}

export function createReadingState(): ReadingState {
  const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
  // With a finger one drag has to move the paper; with a mouse it may as well mark it.
  const first = matchMedia("(pointer: fine)").matches ? "region" : "select";
  return {
    tool: createStore<ReadingTool>(first),
    penColour: createStore<InkColour>("clay"),
    highlighterColour: createStore<InkColour>("honey"),
    selected: createStore<RegionId | undefined>(undefined),
    hovered: createStore<RegionId | undefined>(undefined),
    composing: createStore<ReturnType<ReadingState["composing"]["get"]>>(undefined),
    camera: createReadingCamera(still),
  };
}

export const ReadingContext = createContext<ReadingState | undefined>(undefined);

export function useReading(): ReadingState {
  const state = use(ReadingContext);
  invariant(state, "useReading is called inside a Reader");
  return state;
}

/**
 * What a comparison keeps to itself: the tool in hand, whether the papers move as one, which page of each
 * is shown, and each paper's own view. Local, never synced.
 */
import type { PaperId } from "../../../shared/base/ids.ts";
import type { Insets } from "../../canvas/camera.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { createReadingState, type ReadingState } from "../reading/reading-state.ts";
import { lockCameras } from "./locked-cameras.ts";

export interface CompareState {
  /** Each paper's view; one tool and one pen for all. */
  readonly views: ReadonlyMap<PaperId, ReadingState>;
  readonly locked: Store<boolean>;
  /** Counts from 0; the same for every paper. */
  readonly page: Store<number>;
  readonly active: Store<PaperId>;
  /** Whether the papers move as one; once they do, all stand as the one in hand. */
  lock(locked: boolean): void;
  stop(): void;
}

const insets: Insets = { top: 12, right: 12, bottom: 12, left: 12 };

export function createCompareState(papers: readonly PaperId[], first: PaperId): CompareState {
  const shared = createReadingState(insets);
  const { tool, penColour, highlighterColour, inkWidth, eraserMode } = shared;
  const hand = { tool, penColour, highlighterColour, inkWidth, eraserMode };
  const views = new Map(papers.map((paper) => [paper, { ...createReadingState(insets), ...hand }]));
  const locked = createStore(true);
  const active = createStore(first);
  const cameras = [...views.values()].map(({ camera }) => camera);
  const together = lockCameras(cameras, locked.get);
  return {
    views,
    locked,
    page: createStore(0),
    active,
    lock(next) {
      locked.set(next);
      const leader = views.get(active.get())?.camera;
      if (next && leader) together.follow(leader);
    },
    stop() {
      together.stop();
      for (const camera of cameras) camera.stop();
    },
  };
}

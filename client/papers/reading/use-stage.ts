/**
 * Brings the stage's hand and keys to life: what they see of the pages, what they change in the document,
 * and what is half done, to be drawn.
 */
import { useLayoutEffect, useMemo, useState } from "react";
import type { StrokeId } from "../../../shared/base/ids.ts";
import { addStroke, eraseInk } from "../../../shared/board/strokes.ts";
import { redrawRegion, reshapeRegion } from "../../../shared/papers/regions.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { useSession } from "../../sync/use-board.tsx";
import { inkWidths } from "../../tools/ink-tool.ts";
import { createStore } from "../../ui/store.ts";
import { type ReadingState, useReading } from "./reading-state.ts";
import { createStageHand, type StageHand } from "./stage-hand.ts";
import { createStageKeys, type KeysAt, type StageKeys } from "./stage-keys.ts";
import { type Draft, noDraft, type PageInView, type StagePort } from "./stage-port.ts";

export interface Stage {
  readonly hand: StageHand;
  readonly keys: StageKeys;
  readonly draft: Draft;
  /** What the keyboard is in the middle of. */
  readonly keysAt: KeysAt;
  readonly cursor: string | undefined;
}

export function useStage(inView: readonly PageInView[]): Stage {
  const session = useSession();
  const reading = useReading();
  const [handDraft, setHandDraft] = useState<Draft>(noDraft);
  const [keys, setKeys] = useState<{ readonly draft: Draft; readonly at: KeysAt }>({
    draft: noDraft,
    at: "nothing",
  });
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  // As last shown: what an event that comes now points at.
  const [pages] = useState(() => createStore(inView));
  useLayoutEffect(() => pages.set(inView), [pages, inView]);

  const made = useMemo(() => {
    const port = {
      ...edits(session, reading),
      tool: () => (session.mayWrite() ? reading.tool.get() : "select"),
      shape: reading.regionShape.get,
      eraserMode: reading.eraserMode.get,
      pages: pages.get,
      // What may not be changed has no handles to take hold of.
      selected: () => (session.mayWrite() ? reading.selected.get() : undefined),
      select: (region) => reading.selected.set(region),
      hover(region, shape) {
        reading.hovered.set(region);
        setCursor(shape);
      },
      addRegion(area) {
        const drawnAnew = reading.redrawing.get();
        if (drawnAnew === undefined) return reading.composing.set(area);
        reading.redrawing.set(undefined);
        session.act((origin) => redrawRegion(session.doc, drawnAnew, area, origin));
      },
      pan: (by) => reading.camera.pan(by),
    } satisfies Omit<StagePort, "show">;
    const byKeys: StageKeys = createStageKeys({
      ...port,
      show: (draft) => setKeys({ draft, at: byKeys.at() }),
    });
    return { hand: createStageHand({ ...port, show: setHandDraft }), keys: byKeys };
  }, [session, reading, pages]);

  const draft = useMemo(() => ({ ...keys.draft, ...handDraft }), [keys.draft, handDraft]);
  return { ...made, draft, keysAt: keys.at, cursor };
}

function edits(
  session: BoardSession,
  reading: ReadingState,
): Pick<StagePort, "reshape" | "redraw" | "addStroke" | "erase"> {
  const { doc, me } = session;
  return {
    reshape: (region, rect) => session.act((origin) => reshapeRegion(doc, region, rect, origin)),
    redraw: (region, area) => session.act((origin) => redrawRegion(doc, region, area, origin)),
    addStroke(page, tool, points) {
      const colour = (tool === "pen" ? reading.penColour : reading.highlighterColour).get();
      const width = inkWidths[tool][reading.inkWidth.get()].page;
      const id = session.newId<StrokeId>();
      const stroke = { id, tool, colour, width, page, points, by: me.memberId };
      session.act((origin) => addStroke(doc, stroke, origin));
    },
    erase: (strokes) => session.act((origin) => eraseInk(doc, strokes, session.newId(), origin)),
  };
}

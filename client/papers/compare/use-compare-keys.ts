/** The keys of a comparison; they act on the paper in hand, and on all of them while these move as one. */
import type { RefObject } from "react";
import { marksOfPaper } from "../../../shared/board/marks.ts";
import { useMayWrite, useSession } from "../../sync/use-board.tsx";
import { useHotkeys } from "../../ui/hotkeys.ts";
import { useStore } from "../../ui/store.ts";
import { inkKeys, nextWidth, otherEraser } from "../reading/ink-choices.tsx";
import { deleteMark } from "../reading/mark-acts.ts";
import { readingTools } from "../reading/stage-port.ts";
import { toolKeys } from "../reading/tool-rail.tsx";
import { turnKeys } from "../reading/turn-buttons.tsx";
import { zoomStep } from "../reading/zoom-bar.tsx";
import type { CompareState } from "./compare-state.ts";

/** One press of an arrow moves the papers this far. */
const scrollPx = 80;

export interface CompareKeys {
  readonly onFlip: (by: -1 | 1) => void;
  /** The region tool was chosen: its cross is wanted. */
  readonly onAim: () => void;
  readonly onTurn: (by: 90 | -90) => void;
}

export function useCompareKeys(
  view: RefObject<HTMLElement | null>,
  state: CompareState,
  { onFlip, onAim, onTurn }: CompareKeys,
): void {
  const session = useSession();
  const mayWrite = useMayWrite();
  const active = useStore(state.active);
  const reading = state.views.get(active);
  const camera = reading?.camera;

  const remove = (): boolean => {
    const marks = marksOfPaper(session.reader.view(), active);
    const chosen = marks.find(({ region }) => region.id === reading?.selected.get());
    if (chosen) deleteMark(session, chosen);
    return chosen !== undefined;
  };
  const choose = readingTools.map((tool) => [
    toolKeys[tool],
    () => {
      reading?.tool.set(tool);
      if (tool === "region") onAim();
    },
  ]);

  useHotkeys(
    {
      l: () => state.lock(!state.locked.get()),
      pageup: () => onFlip(-1),
      pagedown: () => onFlip(1),
      arrowleft: () => camera?.pan({ x: scrollPx, y: 0 }),
      arrowright: () => camera?.pan({ x: -scrollPx, y: 0 }),
      "+": () => camera?.zoomBy(zoomStep),
      "=": () => camera?.zoomBy(zoomStep),
      "-": () => camera?.zoomBy(1 / zoomStep),
      f: () => camera?.fit("page"),
      w: () => camera?.fit("width"),
    },
    { within: view },
  );
  useHotkeys(
    {
      ...(Object.fromEntries(choose) as { [key: string]: () => unknown }),
      [turnKeys.left]: () => onTurn(-90),
      [turnKeys.right]: () => onTurn(90),
      [inkKeys.width]: () => reading?.inkWidth.set(nextWidth),
      [inkKeys.eraser]: () => {
        reading?.eraserMode.set(otherEraser);
        reading?.tool.set("eraser");
      },
      "mod+z": () => session.history.undo(),
      "mod+shift+z": () => session.history.redo(),
      "mod+y": () => session.history.redo(),
      delete: remove,
      backspace: remove,
    },
    { within: view, enabled: mayWrite },
  );
}

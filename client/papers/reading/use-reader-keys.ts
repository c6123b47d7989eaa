/** The keys of the reading view. Words being written and the keyboard's cross have their own. */
import type { RefObject } from "react";
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import { marksOfPaper } from "../../../shared/board/marks.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { useHotkeys } from "../../ui/hotkeys.ts";
import { useStore } from "../../ui/store.ts";
import { keepKeys } from "../tags/paper-tags.tsx";
import { tagKeys } from "../tags/tags-part.tsx";
import { inkKeys, nextWidth, otherEraser } from "./ink-choices.tsx";
import { deleteMark } from "./mark-acts.ts";
import type { ReadingOrder } from "./reading-order.ts";
import { useReading } from "./reading-state.ts";
import { nextShape, shapeKey } from "./shape-choice.tsx";
import { readingTools } from "./stage-port.ts";
import { toolKeys } from "./tool-rail.tsx";
import { turnKeys } from "./turn-buttons.tsx";
import { coverKey, zoomStep } from "./zoom-bar.tsx";

export interface ReaderKeys {
  readonly paper: PaperId;
  readonly order: ReadingOrder;
  readonly onGo: (paper: PaperId) => void;
  readonly onSend: (pile: PileId | undefined) => void;
  readonly onMark: (byKeyboard: boolean) => void;
  readonly onTurn: (by: 90 | -90) => void;
  readonly onCover: () => void;
  readonly onKeep: () => void;
}

export function useReaderKeys(view: RefObject<HTMLElement | null>, does: ReaderKeys): void {
  const reading = useReading();
  const session = useSession();
  const piles = useBoard((board) => board.piles);
  const composing = useStore(reading.composing);
  const mayWrite = useMayWrite();
  const { camera, tool, selected, talking } = reading;
  const { paper, order, onGo, onSend, onMark, onTurn, onCover, onKeep } = does;

  const go = (to: PaperId | undefined) => (event: KeyboardEvent) => {
    // Arrow keys belong to a choice that has the focus.
    if (event.target instanceof HTMLInputElement) return false;
    if (to) onGo(to);
    return true;
  };
  const remove = (): boolean => {
    const marks = marksOfPaper(session.reader.view(), paper);
    const chosen = marks.find(({ region }) => region.id === selected.get());
    if (chosen) deleteMark(session, chosen);
    return chosen !== undefined;
  };
  const choose = readingTools.map(
    (one) => [toolKeys[one], () => (one === "region" ? onMark(true) : tool.set(one))] as const,
  );
  const send = piles.slice(0, 9).map((pile, i) => [String(i + 1), () => onSend(pile.id)] as const);

  useHotkeys(
    {
      arrowleft: go(order.previous),
      pageup: go(order.previous),
      arrowright: go(order.next),
      pagedown: go(order.next),
      "+": () => camera.zoomBy(zoomStep),
      "=": () => camera.zoomBy(zoomStep),
      "-": () => camera.zoomBy(1 / zoomStep),
      f: () => camera.fit("page"),
      w: () => camera.fit("width"),
      [coverKey]: onCover,
      m: () => {
        const mark = selected.get();
        if (mark) talking.set(talking.get() === mark ? undefined : mark);
        return mark !== undefined;
      },
    },
    { within: view, enabled: composing === undefined },
  );
  useHotkeys(
    {
      ...Object.fromEntries([...choose, ...send]),
      "0": () => onSend(undefined),
      [turnKeys.left]: () => onTurn(-90),
      [turnKeys.right]: () => onTurn(90),
      [shapeKey]: () => {
        reading.regionShape.set(nextShape);
        reading.tool.set("region");
      },
      [inkKeys.width]: () => reading.inkWidth.set(nextWidth),
      [inkKeys.eraser]: () => {
        reading.eraserMode.set(otherEraser);
        reading.tool.set("eraser");
      },
      [tagKeys]: () => reading.tagging.set(selected.get() ?? "paper"),
      [keepKeys]: onKeep,
      "mod+z": () => session.history.undo(),
      "mod+shift+z": () => session.history.redo(),
      "mod+y": () => session.history.redo(),
      delete: remove,
      backspace: remove,
    },
    { within: view, enabled: mayWrite && composing === undefined },
  );
}

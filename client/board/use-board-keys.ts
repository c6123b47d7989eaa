/** The keys of the table. They rest while the list is looked at, a dialog is open or somebody types. */
import { useEffect, useEffectEvent } from "react";
import { useMayWrite, useSession } from "../sync/use-board.tsx";
import { isTyping, useHotkeys } from "../ui/hotkeys.ts";
import { useStore } from "../ui/store.ts";
import { toolKeys } from "./bars/tool-bar.tsx";
import { zoomStep } from "./bars/zoom-bar.tsx";
import { useHands } from "./board-context.ts";
import type { TableActs } from "./table-acts.ts";
import { change, lookingTools, tools } from "./table-state.ts";

export function useBoardKeys(acts: TableActs): void {
  const session = useSession();
  const { state, table } = useHands();
  const isTable = useStore(state, ({ look, reading }) => look === "table" && reading === undefined);

  const mayWrite = useMayWrite();

  // These hold in the list as well.
  useHotkeys(
    {
      "mod+z": () => session.history.undo(),
      "mod+shift+z": () => session.history.redo(),
      "mod+y": () => session.history.redo(),
    },
    { enabled: mayWrite },
  );
  useHotkeys({
    "?": () => change(state, { dialog: "help" }),
    l: () => state.set((last) => ({ ...last, look: last.look === "table" ? "list" : "table" })),
  });

  const digits = Array.from({ length: 10 }, (_, digit) => [
    String(digit),
    () => acts.sendToNumber(digit),
  ]);
  const toolChoices = (mayWrite ? tools : lookingTools).map((tool) => [
    toolKeys[tool],
    () => change(state, { tool }),
  ]);
  const arrows = (["left", "right", "up", "down"] as const).flatMap((direction) => [
    [`arrow${direction}`, () => acts.go(direction, false)],
    [`shift+arrow${direction}`, () => acts.go(direction, true)],
  ]);
  useHotkeys(
    {
      ...(Object.fromEntries([...toolChoices, ...arrows]) as { [key: string]: () => unknown }),
      enter: (event) => !isOnControl(event) && acts.open(),
      "mod+a": acts.selectAll,
      escape: acts.escape,
      "+": () => table.get()?.zoomBy(zoomStep),
      "=": () => table.get()?.zoomBy(zoomStep),
      "-": () => table.get()?.zoomBy(1 / zoomStep),
      "shift+1": () => table.get()?.showAll("gliding"),
      "shift+2": () => table.get()?.show([...state.get().selection]),
      "shift+0": () => table.get()?.zoomTo(1),
    },
    { enabled: isTable },
  );

  useHotkeys(
    {
      ...(Object.fromEntries(digits) as { [key: string]: () => unknown }),
      delete: acts.remove,
      backspace: acts.remove,
    },
    { enabled: isTable && mayWrite },
  );

  const onSpace = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== " " || isTyping(event.target) || isOnControl(event)) return;
    event.preventDefault();
    table.get()?.holdSpace(event.type === "keydown");
  });
  useEffect(() => {
    if (!isTable) return;
    addEventListener("keydown", onSpace);
    addEventListener("keyup", onSpace);
    return () => {
      removeEventListener("keydown", onSpace);
      removeEventListener("keyup", onSpace);
    };
  }, [isTable]);
}

/** A button of a bar uses Enter and Space itself; a card of the table does not. */
function isOnControl(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest("button, a, input, [role=menuitem], [role=separator]") !== null
  );
}

/**
 * The keys of the board, all from the table of commands. They rest while a dialog is open or somebody
 * types; those of the table also while the list is looked at.
 */
import { useEffect, useEffectEvent, useMemo } from "react";
import { isTyping, useHotkeys, useLetters } from "../ui/hotkeys.ts";
import { useStore } from "../ui/store.ts";
import { allCommands } from "./commands/all-commands.ts";
import { commandOn, keysOf } from "./commands/command.ts";
import { useCommandPort } from "./commands/use-commands.ts";

export function useBoardKeys(): void {
  const port = useCommandPort();
  const { state, table } = port;
  const isTable = useStore(state, ({ look, reading }) => look === "table" && reading === undefined);

  useHotkeys(
    useMemo(() => {
      const press = (key: string) => (event: KeyboardEvent) => {
        if (key === "enter" && isOnControl(event)) return false;
        const now = port.situation();
        const command = commandOn(allCommands, key, now);
        return command ? command.run(port, now) : false;
      };
      return Object.fromEntries(keysOf(allCommands).map((key) => [key, press(key)]));
    }, [port]),
  );

  useLetters(() => void port.acts.write(), { enabled: isTable });

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

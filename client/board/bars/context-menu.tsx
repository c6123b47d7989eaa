/** The menu under the pointer: those commands of the table that mean something there, by group. */
import { type MenuEntry, PointMenu } from "../../ui/menu.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { allCommands } from "../commands/all-commands.ts";
import { type CommandPort, groups, iconOf, isOffered, nameOf } from "../commands/command.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { change, type OpenMenu } from "../table-state.ts";

export function ContextMenu() {
  const { state } = useHands();
  const menu = useStore(state, (value) => value.menu);
  const port = useCommandPort();
  return (
    <PointMenu
      label={words.commands.menu}
      at={menu?.at}
      items={menu ? entries(port, menu) : []}
      onClose={() => change(state, { menu: undefined })}
    />
  );
}

function entries(port: CommandPort, menu: OpenMenu): readonly MenuEntry[] {
  const now = port.situation();
  const shown = allCommands.filter(
    (command) => command.menus?.includes(menu.on) && isOffered(command, now),
  );
  const parts = groups.map((group) =>
    shown.filter((command) => command.group === group && !command.isDanger),
  );
  return [...parts, shown.filter((command) => command.isDanger)]
    .filter((some) => some.length > 0)
    .flatMap((some, i) => [
      ...(i > 0 ? ["separator" as const] : []),
      ...some.map((command) => ({
        label: nameOf(command, now),
        icon: iconOf(command, now),
        shortcut: command.keys?.[0],
        danger: command.isDanger,
        checked: command.isOn?.(now),
        onSelect: () => void command.run(port, port.situation()),
      })),
    ]);
}

/** A button that is a command: its name, its icon, its key's hint and its act are the table's. */
import { IconButton, type IconButtonProps } from "../../ui/button.tsx";
import { type Command, nameOf } from "../commands/command.ts";
import { useCommandPort } from "../commands/use-commands.ts";

export interface CommandButtonProps
  extends Omit<IconButtonProps, "label" | "icon" | "shortcut" | "onClick"> {
  readonly command: Command;
  /** Where the button shows something else than the command's own. */
  readonly icon?: IconButtonProps["icon"];
}

export function CommandButton({ command, icon, ...rest }: CommandButtonProps) {
  const port = useCommandPort();
  const shown = icon ?? command.icon;
  if (!shown) return null;
  return (
    <IconButton
      {...rest}
      label={nameOf(command, port.situation())}
      icon={shown}
      shortcut={command.keys?.[0]}
      onClick={() => void command.run(port, port.situation())}
    />
  );
}

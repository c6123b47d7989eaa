/** How near the table is seen: nearer, farther, everything, and the way back when nothing is in view. */
import { LocateFixed } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Menu, type MenuItem } from "../../ui/menu.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import type { NamedCommand } from "../commands/command.ts";
import { outline } from "../commands/finding-commands.ts";
import { farther, fit, fullSize, nearer, zoomToSelection } from "../commands/moving-commands.ts";
import { copyPlaceLink } from "../commands/together-commands.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import type { Table } from "../table/table.ts";
import { CommandButton } from "./command-button.tsx";
import styles from "./zoom-bar.module.css";

export function ZoomBar({ table }: { readonly table: Table }) {
  const port = useCommandPort();
  const percent = useStore(table.view, ({ zoom }) => Math.max(1, Math.round(zoom * 100)));
  const hasSelection = useStore(port.state, ({ selection }) => selection.size > 0);
  const isOutlined = useStore(port.state, ({ panel }) => panel === "outline");
  const say = words.board;
  const entry = (command: NamedCommand, disabled = false): MenuItem => ({
    label: command.name,
    shortcut: command.keys?.[0],
    disabled,
    onSelect: () => void command.run(port, port.situation()),
  });
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={say.zoomBar}>
      <CommandButton command={farther} size="small" />
      <Menu
        side="top"
        align="center"
        trigger={
          <button type="button" className={styles["percent"]} aria-label={say.zoomMenu(percent)}>
            {say.zoomAt(percent)}
          </button>
        }
        items={[
          entry(fit),
          entry(zoomToSelection, !hasSelection),
          entry(fullSize),
          "separator",
          entry(copyPlaceLink),
        ]}
      />
      <CommandButton command={nearer} size="small" />
      <CommandButton command={fit} size="small" />
      <CommandButton command={outline} size="small" pressed={isOutlined} />
    </div>
  );
}

/** The way back when nothing of the board can be seen. */
export function BackToContent({ table }: { readonly table: Table }) {
  const isLost = useStore(table.view, (view) => view.isLost);
  if (!isLost) return null;
  return (
    // It comes up under the very hand that pushes the table, which is not to be stopped by it.
    <div
      className={styles["lost"]}
      onWheel={({ nativeEvent }) =>
        table.underlay.dispatchEvent(new WheelEvent("wheel", nativeEvent))
      }
    >
      <Button variant="primary" icon={LocateFixed} onClick={() => table.showAll("gliding")}>
        {words.board.backToContent}
      </Button>
    </div>
  );
}

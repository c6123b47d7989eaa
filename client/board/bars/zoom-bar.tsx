/** How near the table is seen: nearer, farther, everything, and the way back when nothing is in view. */
import { LocateFixed, Maximize, Minus, Plus } from "lucide-react";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import type { Table } from "../table/table.ts";
import styles from "./zoom-bar.module.css";

export const zoomStep = 1.35;

export function ZoomBar({ table }: { readonly table: Table }) {
  const { state } = useHands();
  const percent = useStore(table.view, ({ zoom }) => Math.max(1, Math.round(zoom * 100)));
  const hasSelection = useStore(state, ({ selection }) => selection.size > 0);
  const say = words.board;
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={say.zoomBar}>
      <IconButton
        label={say.zoomOut}
        icon={Minus}
        size="small"
        shortcut="-"
        onClick={() => table.zoomBy(1 / zoomStep)}
      />
      <Menu
        side="top"
        align="center"
        trigger={
          <button type="button" className={styles["percent"]} aria-label={say.zoomMenu(percent)}>
            {say.zoomAt(percent)}
          </button>
        }
        items={[
          { label: say.zoomFit, shortcut: "shift+1", onSelect: () => table.showAll("gliding") },
          {
            label: say.zoomSelection,
            shortcut: "shift+2",
            disabled: !hasSelection,
            onSelect: () => table.show([...state.get().selection]),
          },
          { label: say.zoomFull, shortcut: "shift+0", onSelect: () => table.zoomTo(1) },
        ]}
      />
      <IconButton
        label={say.zoomIn}
        icon={Plus}
        size="small"
        shortcut="+"
        onClick={() => table.zoomBy(zoomStep)}
      />
      <IconButton
        label={say.zoomFit}
        icon={Maximize}
        size="small"
        shortcut="shift+1"
        onClick={() => table.showAll("gliding")}
      />
    </div>
  );
}

/** The way back when nothing of the board can be seen. */
export function BackToContent({ table }: { readonly table: Table }) {
  const isLost = useStore(table.view, (view) => view.isLost);
  if (!isLost) return null;
  return (
    <div className={styles["lost"]}>
      <Button variant="primary" icon={LocateFixed} onClick={() => table.showAll("gliding")}>
        {words.board.backToContent}
      </Button>
    </div>
  );
}

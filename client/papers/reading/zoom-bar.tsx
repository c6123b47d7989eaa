/** Zoom of the paper being read: step by step, or to a size that has a name. */
import { Maximize, Minus, MoveHorizontal, Plus, ScanLine } from "lucide-react";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { readingZoom } from "./paper-layout.ts";
import { useReading } from "./reading-state.ts";
import styles from "./zoom-bar.module.css";

export const zoomStep = 1.25;

export function ZoomBar() {
  const { camera } = useReading();
  const { camera: view, fit } = useStore(camera.standing);
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={words.reading.zoom}>
      <IconButton
        label={words.reading.zoomOut}
        icon={Minus}
        shortcut="-"
        size="small"
        disabled={view.scale <= readingZoom.least}
        onClick={() => camera.zoomBy(1 / zoomStep)}
      />
      <Menu
        side="top"
        align="center"
        trigger={
          <Button variant="quiet" size="small" aria-label={words.reading.zoomNow(view.scale)}>
            <span className={styles["percent"]}>{words.reading.percent(view.scale)}</span>
          </Button>
        }
        items={[
          {
            label: words.reading.fitPage,
            icon: Maximize,
            shortcut: "f",
            onSelect: () => camera.fit("page"),
          },
          {
            label: words.reading.fitWidth,
            icon: MoveHorizontal,
            shortcut: "w",
            onSelect: () => camera.fit("width"),
          },
          { label: words.reading.scanSize, icon: ScanLine, onSelect: () => camera.zoomTo(1) },
        ]}
      />
      <IconButton
        label={words.reading.zoomIn}
        icon={Plus}
        shortcut="+"
        size="small"
        disabled={view.scale >= readingZoom.most}
        onClick={() => camera.zoomBy(zoomStep)}
      />
      <IconButton
        label={fit === "page" ? words.reading.fitWidth : words.reading.fitPage}
        icon={fit === "page" ? MoveHorizontal : Maximize}
        shortcut={fit === "page" ? "w" : "f"}
        size="small"
        onClick={() => camera.fit(fit === "page" ? "width" : "page")}
      />
    </div>
  );
}

/** How the paper being read is seen: its zoom, step by step or to a size that has a name, and turning a page. */

import { EyeOff, Maximize, Minus, MoveHorizontal, Plus, ScanLine } from "lucide-react";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useStore } from "../../ui/store.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { readingZoom } from "./paper-layout.ts";
import { useReading } from "./reading-state.ts";
import { TurnButtons, type TurnButtonsProps } from "./turn-buttons.tsx";
import styles from "./zoom-bar.module.css";

export const zoomStep = 1.25;

export interface ZoomBarProps {
  /** Undefined for whoever may change nothing. */
  readonly onTurn: TurnButtonsProps["onTurn"] | undefined;
  /** Somebody can be recognised on the page that is most in view. */
  readonly onCover: () => void;
}

export const coverKey = "shift+h";

export function ZoomBar({ onTurn, onCover }: ZoomBarProps) {
  const { camera } = useReading();
  const { camera: view, fit } = useStore(camera.standing);
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={readingWords.zoom}>
      <IconButton
        label={readingWords.zoomOut}
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
          <Button variant="quiet" size="small" aria-label={readingWords.zoomNow(view.scale)}>
            <span className={styles["percent"]}>{readingWords.percent(view.scale)}</span>
          </Button>
        }
        items={[
          {
            label: readingWords.fitPage,
            icon: Maximize,
            shortcut: "f",
            onSelect: () => camera.fit("page"),
          },
          {
            label: readingWords.fitWidth,
            icon: MoveHorizontal,
            shortcut: "w",
            onSelect: () => camera.fit("width"),
          },
          { label: readingWords.scanSize, icon: ScanLine, onSelect: () => camera.zoomTo(1) },
        ]}
      />
      <IconButton
        label={readingWords.zoomIn}
        icon={Plus}
        shortcut="+"
        size="small"
        disabled={view.scale >= readingZoom.most}
        onClick={() => camera.zoomBy(zoomStep)}
      />
      <IconButton
        label={fit === "page" ? readingWords.fitWidth : readingWords.fitPage}
        icon={fit === "page" ? MoveHorizontal : Maximize}
        shortcut={fit === "page" ? "w" : "f"}
        size="small"
        onClick={() => camera.fit(fit === "page" ? "width" : "page")}
      />
      {onTurn && (
        <>
          <hr className={styles["line"]} />
          <TurnButtons onTurn={onTurn} />
        </>
      )}
      <hr className={styles["line"]} />
      <Button variant="quiet" size="small" icon={EyeOff} shortcut={coverKey} onClick={onCover}>
        {readingWords.cover}
      </Button>
    </div>
  );
}

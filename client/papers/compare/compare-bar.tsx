/** The bar above papers that are compared: whether they move as one, which page of each, how near. */
import {
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  Link2,
  Maximize,
  Minus,
  MoveHorizontal,
  Plus,
  Unlink2,
} from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { comparing } from "../../words/en/comparing.ts";
import { reading } from "../../words/en/reading.ts";
import { readingZoom } from "../reading/paper-layout.ts";
import type { ReadingCamera } from "../reading/reading-camera.ts";
import { TurnButtons, type TurnButtonsProps } from "../reading/turn-buttons.tsx";
import { zoomStep } from "../reading/zoom-bar.tsx";
import styles from "./compare-bar.module.css";
import type { CompareState } from "./compare-state.ts";

export interface CompareBarProps {
  readonly state: CompareState;
  readonly camera: ReadingCamera;
  readonly count: number;
  /** Of the paper that has the most. */
  readonly pages: number;
  readonly saved: ReactNode;
  readonly onFlip: (by: -1 | 1) => void;
  /** Undefined for whoever may change nothing. */
  readonly onTurn: TurnButtonsProps["onTurn"] | undefined;
  readonly onClose: () => void;
}

export function CompareBar(props: CompareBarProps) {
  const { state, camera, count, pages, saved, onFlip, onTurn, onClose } = props;
  const isLocked = useStore(state.locked);
  const page = useStore(state.page);
  const { camera: view } = useStore(camera.standing);
  return (
    <header className={styles["bar"]}>
      <IconButton
        label={reading.back}
        icon={ArrowLeft}
        shortcut="escape"
        tooltipSide="bottom"
        onClick={onClose}
      />
      <h1 className={styles["title"]}>{comparing.title(count)}</h1>
      {saved}
      <Button
        size="small"
        icon={isLocked ? Link2 : Unlink2}
        shortcut="l"
        aria-pressed={isLocked}
        onClick={() => state.lock(!isLocked)}
      >
        {comparing.locked}
      </Button>
      {pages > 1 && (
        <div className={styles["group"]}>
          <IconButton
            label={comparing.previousPage}
            icon={ChevronLeft}
            shortcut="pageup"
            size="small"
            tooltipSide="bottom"
            disabled={page === 0}
            onClick={() => onFlip(-1)}
          />
          <span className={styles["number"]}>{comparing.page(page + 1, pages)}</span>
          <IconButton
            label={comparing.nextPage}
            icon={ChevronRight}
            shortcut="pagedown"
            size="small"
            tooltipSide="bottom"
            disabled={page >= pages - 1}
            onClick={() => onFlip(1)}
          />
        </div>
      )}
      <div className={styles["group"]} role="toolbar" aria-label={reading.zoom}>
        <IconButton
          label={reading.zoomOut}
          icon={Minus}
          shortcut="-"
          size="small"
          tooltipSide="bottom"
          disabled={view.scale <= readingZoom.least}
          onClick={() => camera.zoomBy(1 / zoomStep)}
        />
        <span className={styles["number"]}>{reading.percent(view.scale)}</span>
        <IconButton
          label={reading.zoomIn}
          icon={Plus}
          shortcut="+"
          size="small"
          tooltipSide="bottom"
          disabled={view.scale >= readingZoom.most}
          onClick={() => camera.zoomBy(zoomStep)}
        />
        <IconButton
          label={reading.fitPage}
          icon={Maximize}
          shortcut="f"
          size="small"
          tooltipSide="bottom"
          onClick={() => camera.fit("page")}
        />
        <IconButton
          label={reading.fitWidth}
          icon={MoveHorizontal}
          shortcut="w"
          size="small"
          tooltipSide="bottom"
          onClick={() => camera.fit("width")}
        />
        {onTurn && <TurnButtons tooltipSide="bottom" onTurn={onTurn} />}
      </div>
    </header>
  );
}

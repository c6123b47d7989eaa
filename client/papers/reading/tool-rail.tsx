/** The tools beside the paper, the colours of the pen in hand, and one's own undo. */

import {
  Eraser,
  Hand,
  Highlighter,
  PenLine,
  Redo2,
  SquareDashedMousePointer,
  Undo2,
} from "lucide-react";
import { inkColours } from "../../../shared/board/strokes.ts";
import { useHistory, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { type Icon, IconButton } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { EraserChoice, WidthChoice } from "./ink-choices.tsx";
import { useReading } from "./reading-state.ts";
import { ShapeChoice } from "./shape-choice.tsx";
import { type ReadingTool, readingTools } from "./stage-port.ts";
import styles from "./tool-rail.module.css";

const icons: { readonly [tool in ReadingTool]: Icon } = {
  select: Hand,
  region: SquareDashedMousePointer,
  pen: PenLine,
  highlighter: Highlighter,
  eraser: Eraser,
};

export const toolKeys: { readonly [tool in ReadingTool]: string } = {
  select: "v",
  region: "r",
  pen: "p",
  highlighter: "shift+p",
  eraser: "e",
};

export interface ToolRailProps {
  /** The region tool was chosen by keyboard: its cross is wanted. */
  readonly onAim: () => void;
}

export function ToolRail({ onAim }: ToolRailProps) {
  const { tool, inkWidth, eraserMode, regionShape } = useReading();
  const { history } = useSession();
  const { canUndo, canRedo } = useHistory();
  const chosen = useStore(tool);
  const width = useStore(inkWidth);
  const mode = useStore(eraserMode);
  const shape = useStore(regionShape);
  // With nothing to change the pages are moved by any hand.
  if (!useMayWrite()) return null;
  return (
    <div className={styles["rail"]}>
      <div className={styles["tools"]} role="toolbar" aria-label={readingWords.tools}>
        {readingTools.map((one) => (
          <IconButton
            key={one}
            label={readingWords.toolNames[one]}
            icon={icons[one]}
            shortcut={toolKeys[one]}
            pressed={one === chosen}
            tooltipSide="right"
            onClick={(event) => {
              tool.set(one);
              // A press without a pointer: whoever uses the keyboard gets the keyboard's cross.
              if (one === "region" && event.detail === 0) onAim();
            }}
          />
        ))}
        <hr className={styles["line"]} />
        <IconButton
          label={readingWords.undo}
          icon={Undo2}
          shortcut="mod+z"
          tooltipSide="right"
          disabled={!canUndo}
          onClick={() => history.undo()}
        />
        <IconButton
          label={readingWords.redo}
          icon={Redo2}
          shortcut="mod+shift+z"
          tooltipSide="right"
          disabled={!canRedo}
          onClick={() => history.redo()}
        />
      </div>
      {chosen === "region" && (
        <ShapeChoice value={shape} onChange={(next) => regionShape.set(next)} />
      )}
      {(chosen === "pen" || chosen === "highlighter") && (
        <>
          <Colours tool={chosen} />
          <WidthChoice
            tool={chosen}
            toolName={readingWords.toolNames[chosen]}
            value={width}
            onChange={(next) => inkWidth.set(next)}
          />
        </>
      )}
      {chosen === "eraser" && (
        <EraserChoice value={mode} onChange={(next) => eraserMode.set(next)} />
      )}
    </div>
  );
}

function Colours({ tool }: { readonly tool: "pen" | "highlighter" }) {
  const reading = useReading();
  const store = tool === "pen" ? reading.penColour : reading.highlighterColour;
  const chosen = useStore(store);
  const kind = tool === "pen" ? "pen" : "marker";
  return (
    <fieldset className={styles["colours"]} aria-label={readingWords.inkColour}>
      {inkColours.map((colour) => (
        <label key={colour} className={styles["colour"]} title={readingWords.inkColours[colour]}>
          <input
            type="radio"
            className={styles["radio"]}
            name="ink colour"
            value={colour}
            checked={colour === chosen}
            aria-label={readingWords.inkColours[colour]}
            onChange={() => store.set(colour)}
          />
          <span
            className={styles["dot"]}
            style={{ backgroundColor: `var(--${kind}-${colour})` }}
            aria-hidden
          />
        </label>
      ))}
    </fieldset>
  );
}

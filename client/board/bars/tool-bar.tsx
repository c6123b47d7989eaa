/** The tools beside the table, each with its key; a pen's colours open beside it while it is in hand. */
import { Suspense } from "react";
import type { ShapeId } from "../../../shared/base/ids.ts";
import { inkColours } from "../../../shared/board/strokes.ts";
import { EraserChoice, WidthChoice } from "../../papers/reading/ink-choices.tsx";
import { useBoard, useMayWrite } from "../../sync/use-board.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { takeShape, toolCommands } from "../commands/tool-commands.ts";
import { ShapePanel } from "../parts.ts";
import {
  change,
  isDrawnShape,
  isInk,
  isLooking,
  isShapeTool,
  type Selection,
  type TableState,
} from "../table-state.ts";
import { CommandButton } from "./command-button.tsx";
import styles from "./tool-bar.module.css";

export function ToolBar() {
  const { state } = useHands();
  const chosen = useStore(state, ({ tool }) => tool);
  const mayWrite = useMayWrite();
  const shapes = useBoard((view) => view.shapes);
  const selection = useStore(state, selectedAtRest);
  const hasShapes = isShapeTool(chosen) || [...selection].some((id) => shapes.has(id as ShapeId));
  return (
    <div className={styles["at"]}>
      <div
        className={styles["bar"]}
        role="toolbar"
        aria-label={words.board.toolbar}
        aria-orientation="vertical"
      >
        {toolCommands
          .filter(({ tool }) => !isDrawnShape(tool) && (mayWrite || isLooking(tool)))
          .map((command) => (
            <CommandButton
              key={command.id}
              command={command}
              pressed={command.tool === chosen}
              tooltipSide="right"
            />
          ))}
        {mayWrite && (
          <CommandButton
            command={takeShape}
            pressed={isDrawnShape(chosen)}
            aria-expanded={isDrawnShape(chosen)}
            tooltipSide="right"
          />
        )}
      </div>
      {mayWrite && hasShapes && (
        <Suspense>
          <ShapePanel />
        </Suspense>
      )}
      {mayWrite && isInk(chosen) && <InkColours tool={chosen} />}
      {mayWrite && isInk(chosen) && <InkWidths tool={chosen} />}
      {mayWrite && chosen === "eraser" && <ErasingChoice />}
    </div>
  );
}

function InkWidths({ tool }: { readonly tool: "pen" | "highlighter" }) {
  const { state } = useHands();
  const chosen = useStore(state, ({ inkWidth }) => inkWidth[tool]);
  return (
    <WidthChoice
      tool={tool}
      toolName={words.board.tools[tool]}
      value={chosen}
      onChange={(width) =>
        state.set((last) => ({ ...last, inkWidth: { ...last.inkWidth, [tool]: width } }))
      }
    />
  );
}

function ErasingChoice() {
  const { state } = useHands();
  const mode = useStore(state, ({ eraserMode }) => eraserMode);
  return <EraserChoice value={mode} onChange={(eraserMode) => change(state, { eraserMode })} />;
}

/** What is selected while the hand does nothing else with it. */
const selectedAtRest = ({ tool, isBusy, selection }: TableState): Selection =>
  tool === "select" && !isBusy ? selection : nothing;
const nothing: Selection = new Set();

function InkColours({ tool }: { readonly tool: "pen" | "highlighter" }) {
  const { state } = useHands();
  const chosen = useStore(state, ({ inkColour }) => inkColour[tool]);
  return (
    <fieldset className={styles["colours"]}>
      <legend className={styles["unseen"]}>{words.board.inkColour(words.board.tools[tool])}</legend>
      {inkColours.map((colour) => (
        <label key={colour} className={styles["colour"]} title={words.board.colours[colour]}>
          <input
            type="radio"
            name="ink"
            checked={colour === chosen}
            aria-label={words.board.colours[colour]}
            onChange={() =>
              state.set((last) => ({ ...last, inkColour: { ...last.inkColour, [tool]: colour } }))
            }
          />
          <span className={styles["dot"]} data-tool={tool} data-colour={colour} />
        </label>
      ))}
    </fieldset>
  );
}

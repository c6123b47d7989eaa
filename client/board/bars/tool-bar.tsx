/** The tools beside the table, each with its key; a pen's colours open beside it while it is in hand. */
import {
  Eraser,
  Hand,
  Highlighter,
  MousePointer2,
  PencilLine,
  SquareDashedMousePointer,
  StickyNote,
} from "lucide-react";
import { inkColours } from "../../../shared/board/strokes.ts";
import { useMayWrite } from "../../sync/use-board.tsx";
import { type Icon, IconButton } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { change, isInk, lookingTools, type ToolName, tools } from "../table-state.ts";
import styles from "./tool-bar.module.css";

export const toolKeys: { readonly [tool in ToolName]: string } = {
  select: "v",
  hand: "h",
  note: "n",
  pen: "p",
  highlighter: "shift+p",
  eraser: "e",
  region: "r",
};

const icons: { readonly [tool in ToolName]: Icon } = {
  select: MousePointer2,
  hand: Hand,
  note: StickyNote,
  pen: PencilLine,
  highlighter: Highlighter,
  eraser: Eraser,
  region: SquareDashedMousePointer,
};

export function ToolBar() {
  const { state } = useHands();
  const chosen = useStore(state, ({ tool }) => tool);
  const mayWrite = useMayWrite();
  return (
    <div className={styles["at"]}>
      <div
        className={styles["bar"]}
        role="toolbar"
        aria-label={words.board.toolbar}
        aria-orientation="vertical"
      >
        {(mayWrite ? tools : lookingTools).map((tool) => (
          <IconButton
            key={tool}
            label={words.board.tools[tool]}
            icon={icons[tool]}
            shortcut={toolKeys[tool]}
            pressed={tool === chosen}
            tooltipSide="right"
            onClick={() => change(state, { tool })}
          />
        ))}
      </div>
      {mayWrite && isInk(chosen) && <InkColours tool={chosen} />}
    </div>
  );
}

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

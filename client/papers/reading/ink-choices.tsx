/** The choices that open beside a drawing tool: how broad its line is, and what the eraser takes. */
import { Eraser, Scissors } from "lucide-react";
import { type EraserMode, eraserModes } from "../../tools/eraser-tool.ts";
import { type InkWidth, inkWidthNames } from "../../tools/ink-tool.ts";
import type { Icon } from "../../ui/button.tsx";
import { ariaHotkey, showHotkey } from "../../ui/hotkeys.ts";
import { words } from "../../words/words.ts";
import styles from "./ink-choices.module.css";

export const inkKeys = { width: "shift+w", eraser: "shift+e" } as const;

/** The next of three, and from the last the first again. */
export function nextWidth(width: InkWidth): InkWidth {
  return inkWidthNames[(inkWidthNames.indexOf(width) + 1) % inkWidthNames.length] ?? "medium";
}

export const otherEraser = (mode: EraserMode): EraserMode => (mode === "whole" ? "part" : "whole");

export function WidthChoice(props: {
  readonly tool: "pen" | "highlighter";
  readonly toolName: string;
  readonly value: InkWidth;
  readonly onChange: (width: InkWidth) => void;
}) {
  const { tool, toolName, value, onChange } = props;
  const { ink } = words;
  return (
    <fieldset className={styles["choices"]} aria-keyshortcuts={ariaHotkey(inkKeys.width)}>
      <legend className={styles["unseen"]}>{ink.widthOf(toolName)}</legend>
      {inkWidthNames.map((width) => (
        <label key={width} className={styles["choice"]}>
          <input
            type="radio"
            name="ink width"
            checked={width === value}
            onChange={() => onChange(width)}
          />
          <span className={styles["line"]} data-tool={tool} data-width={width} aria-hidden />
          <span className={styles["name"]}>{ink.widths[width]}</span>
        </label>
      ))}
      <Key shortcut={inkKeys.width} />
    </fieldset>
  );
}

const eraserIcons: { readonly [mode in EraserMode]: Icon } = { whole: Eraser, part: Scissors };

export function EraserChoice(props: {
  readonly value: EraserMode;
  readonly onChange: (mode: EraserMode) => void;
}) {
  const { value, onChange } = props;
  const { ink } = words;
  return (
    <fieldset className={styles["choices"]} aria-keyshortcuts={ariaHotkey(inkKeys.eraser)}>
      <legend className={styles["unseen"]}>{ink.eraser}</legend>
      {eraserModes.map((mode) => {
        const Icon = eraserIcons[mode];
        return (
          <label key={mode} className={styles["choice"]}>
            <input
              type="radio"
              name="eraser"
              checked={mode === value}
              onChange={() => onChange(mode)}
            />
            <Icon size={18} strokeWidth={1.9} aria-hidden />
            <span className={styles["name"]}>{ink.eraserModes[mode]}</span>
          </label>
        );
      })}
      <Key shortcut={inkKeys.eraser} />
    </fieldset>
  );
}

function Key({ shortcut }: { readonly shortcut: string }) {
  return (
    <kbd className={styles["key"]} aria-hidden>
      {showHotkey(shortcut)}
    </kbd>
  );
}

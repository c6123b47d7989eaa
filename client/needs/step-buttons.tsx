/** Moving a thing up and down its list: two buttons, and Alt with the arrows anywhere in it. The focus goes along. */
import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { IconButton } from "../ui/button.tsx";
import styles from "./step-buttons.module.css";

export interface StepButtonsProps {
  readonly up: string;
  readonly down: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onStep: (by: -1 | 1) => void;
}

export function StepButtons({ up, down, isFirst, isLast, onStep }: StepButtonsProps) {
  const step = (by: -1 | 1, button: HTMLElement): void => {
    onStep(by);
    keepFocus(button);
  };
  return (
    <span className={styles["buttons"]}>
      <IconButton
        label={up}
        shortcut="alt+arrowup"
        icon={ArrowUp}
        size="small"
        disabled={isFirst}
        onClick={({ currentTarget }) => step(-1, currentTarget)}
      />
      <IconButton
        label={down}
        shortcut="alt+arrowdown"
        icon={ArrowDown}
        size="small"
        disabled={isLast}
        onClick={({ currentTarget }) => step(1, currentTarget)}
      />
    </span>
  );
}

/** The keys of a list's item. */
export function stepsByKey(onStep: (by: -1 | 1) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (!event.altKey || event.ctrlKey || event.metaKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(by);
    if (event.target instanceof HTMLElement) keepFocus(event.target);
  };
}

/** What is put elsewhere in the page loses the focus; and a button at an end cannot have it. */
function keepFocus(element: HTMLElement): void {
  requestAnimationFrame(() => {
    const other = element.parentElement?.querySelector<HTMLElement>("button:enabled");
    if (element.matches(":disabled")) other?.focus();
    else element.focus();
  });
}

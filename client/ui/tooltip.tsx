/**
 * A word about a control, on hover and on keyboard focus. It repeats the accessible name and the key;
 * it never carries anything that is not also elsewhere, since touch has no hover.
 */
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { showHotkey } from "./hotkeys.ts";
import styles from "./tooltip.module.css";

export interface TooltipProps {
  readonly label: string;
  /** As for `useHotkeys`: `mod+z`. */
  readonly shortcut?: string | undefined;
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly disabled?: boolean | undefined;
  /** One element that takes a ref and passes on the props it is given. */
  readonly children: ReactElement;
}

export function Tooltip({ label, shortcut, side = "top", disabled, children }: TooltipProps) {
  return (
    <Base.Root disabled={disabled}>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={8} collisionPadding={8} className={styles["at"]}>
          <Base.Popup className={styles["tip"]}>
            {label}
            {shortcut && <kbd className={styles["key"]}>{showHotkey(shortcut)}</kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Wraps the whole page once: after the first tooltip its neighbours open without waiting. */
export function TooltipGroup({ children }: { readonly children: ReactNode }) {
  return <Base.Provider delay={450}>{children}</Base.Provider>;
}

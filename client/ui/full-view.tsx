/**
 * A view that takes the whole screen for a while: modal like a dialog, closed by Escape or by the
 * view's own button, and without any frame of its own. Focus returns to where it was.
 */
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode, RefObject } from "react";
import { classes } from "./classes.ts";
import styles from "./full-view.module.css";

export interface FullViewProps {
  readonly open: boolean;
  /** Escape was pressed; a view with something to cancel first may stay open. */
  readonly onClose: () => void;
  /** The accessible name. */
  readonly label: string;
  /** For `useHotkeys`: the keys of the view belong to this element. */
  readonly ref?: RefObject<HTMLDivElement | null>;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function FullView(props: FullViewProps) {
  const { open, onClose, label, ref, initialFocus, className, children } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      disablePointerDismissal
    >
      <Base.Portal>
        <Base.Popup
          ref={ref}
          className={classes(styles["view"], className)}
          aria-label={label}
          initialFocus={initialFocus ?? true}
          // The dialog would keep arrow keys to itself; here they are shortcuts of the view.
          onKeyDown={(event) => event.preventBaseUIHandler()}
          data-modal=""
        >
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * A dialog over the page: named by its title, closed by Escape, by its own button and by a press
 * beside it. Focus goes to the first control inside and returns to where it was.
 *
 * What it is made of comes when the first one opens, or in quiet time, and not with the first page.
 */
import { lazy, type ReactNode, type RefObject, Suspense, useState } from "react";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** `full` leaves a narrow edge of the page; its content fills it. */
  readonly size?: "small" | "medium" | "large" | "full";
  /** Buttons at the lower edge, the main one last. */
  readonly footer?: ReactNode;
  /** A press beside it does not close it: there is work in it that would be lost. */
  readonly sticky?: boolean;
  /** What takes the focus on opening, instead of the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Whether the focus goes back to where it was; asked on closing, by default it does. */
  readonly returnsFocus?: () => boolean;
  readonly children?: ReactNode;
}

export const fetchDialogs = () => import("./dialog-parts.tsx");

const OpenedDialog = lazy(() => fetchDialogs().then((parts) => ({ default: parts.OpenedDialog })));

/** Stands for a dialog that is being fetched: what is typed meanwhile is not for the page under it. (hotkeys.ts) */
export const DialogOnItsWay = () => <span hidden data-modal="" />;

export function Dialog(props: DialogProps) {
  const [isAsked, setAsked] = useState(props.open);
  if (props.open && !isAsked) setAsked(true);
  if (!isAsked) return null;
  return (
    <Suspense fallback={props.open && <DialogOnItsWay />}>
      <OpenedDialog {...props} />
    </Suspense>
  );
}

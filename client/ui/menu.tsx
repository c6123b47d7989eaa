/**
 * Menus under a button, and at a point. Closed, a menu is its button alone; what it is made of comes
 * when a hand or the focus is near it, or in quiet time, and not with the first page.
 */
import {
  cloneElement,
  type KeyboardEvent,
  lazy,
  type ReactElement,
  Suspense,
  useState,
} from "react";
import type { MenuProps, PointMenuProps } from "./menu-items.ts";

export type { MenuEntry, MenuItem } from "./menu-items.ts";

export const fetchMenus = () => import("./menu-parts.tsx");
const ahead = (): void => void fetchMenus().catch(() => {});

const OpenedMenu = lazy(() => fetchMenus().then((parts) => ({ default: parts.OpenedMenu })));
const OpenedAtPoint = lazy(() => fetchMenus().then((parts) => ({ default: parts.PointMenu })));

interface TriggerProps {
  readonly "aria-haspopup"?: "menu";
  readonly "aria-expanded"?: boolean;
  readonly onClick?: () => void;
  readonly onFocus?: () => void;
  readonly onPointerEnter?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function Menu(props: MenuProps) {
  const [isAsked, setAsked] = useState(false);
  const ask = (): void => setAsked(true);
  const closed = cloneElement(props.trigger as ReactElement<TriggerProps>, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onClick: ask,
    onFocus: ahead,
    onPointerEnter: ahead,
    onKeyDown(event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      ask();
    },
  });
  if (!isAsked) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedMenu {...props} />
    </Suspense>
  );
}

/** A menu that something else than a press on its own element opens. Focus goes back to where it was. */
export function PointMenu(props: PointMenuProps) {
  const [isAsked, setAsked] = useState(props.at !== undefined);
  if (props.at && !isAsked) setAsked(true);
  if (!isAsked) return null;
  return (
    <Suspense fallback={null}>
      <OpenedAtPoint {...props} />
    </Suspense>
  );
}

/** What is said of a menu: its entries, and where it opens. */
import type { ReactElement } from "react";
import type { Icon } from "./button.tsx";

export interface MenuItem {
  readonly label: string;
  readonly icon?: Icon | undefined;
  /** Shown as a hint; registering it is the view's part. */
  readonly shortcut?: string | undefined;
  readonly onSelect: () => void;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** Given for a choice that is on or off. */
  readonly checked?: boolean | undefined;
}
export type MenuEntry = MenuItem | "separator";

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  readonly items: readonly MenuEntry[];
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom" | "left" | "right";
}

export interface ContextMenuProps {
  readonly items: readonly MenuEntry[];
  /** Called before it shows, with the pointer in client pixels: time to select what lies there. */
  readonly onOpen?: (at: { readonly x: number; readonly y: number }) => void;
  readonly disabled?: boolean | undefined;
  /** The element whose right click or long press opens it; it takes a ref and passes on props. */
  readonly children: ReactElement;
}

export interface PointMenuProps {
  /** The accessible name: no button stands over it. */
  readonly label: string;
  /** Open at this point, in client pixels; closed while undefined. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly items: readonly MenuEntry[];
  readonly onClose: () => void;
}

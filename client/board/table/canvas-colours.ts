/**
 * The colours that the overlay draws with, read from the design tokens and read again when the frame
 * turns light or dark.
 */
import { type MarkPalette, readMarkPalette } from "../../canvas/mark-palette.ts";

export interface CanvasColours {
  readonly marks: MarkPalette;
  readonly isDark: boolean;
  readonly accent: string;
  readonly onAccent: string;
  readonly onPerson: string;
  /** `person(1)` to `person(8)`. */
  person(colour: number): string;
}

export interface WatchedColours {
  get(): CanvasColours;
  stop(): void;
}

export function watchColours(element: Element, changed: () => void): WatchedColours {
  let colours: CanvasColours | undefined;
  const forget = (): void => {
    colours = undefined;
    changed();
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", forget);
  const chosen = new MutationObserver(forget);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return {
    get: () => (colours ??= readColours(element)),
    stop() {
      system.removeEventListener("change", forget);
      chosen.disconnect();
    },
  };
}

function readColours(element: Element): CanvasColours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const people = Array.from({ length: 8 }, (_, i) => token(`--person-${i + 1}`));
  return {
    marks: readMarkPalette(element),
    isDark: style.colorScheme.includes("dark"),
    accent: token("--accent"),
    onAccent: token("--on-accent"),
    onPerson: token("--on-person"),
    person: (colour) => people[colour - 1] ?? token("--accent"),
  };
}

/**
 * The colours that the canvases draw with, read from the design tokens and read again when the frame
 * turns light or dark.
 */
import { type NoteColour, noteColours } from "../../../shared/board/notes.ts";
import type { InkColour } from "../../../shared/board/strokes.ts";
import { type MarkPalette, readMarkPalette } from "../../canvas/mark-palette.ts";

export interface CanvasColours {
  readonly marks: MarkPalette;
  readonly isDark: boolean;
  readonly accent: string;
  readonly onAccent: string;
  readonly onPerson: string;
  readonly paper: string;
  readonly paperEdge: string;
  readonly text: string;
  readonly textSoft: string;
  readonly ground: string;
  readonly raised: string;
  note(colour: NoteColour): NoteColours;
  shape(colour: InkColour): ShapeColours;
  /** `person(1)` to `person(8)`. */
  person(colour: number): string;
}

export interface ShapeColours {
  readonly stroke: string;
  readonly word: string;
  readonly tint: string;
  readonly onTint: string;
  readonly solid: string;
  readonly overSolid: string;
}

export interface NoteColours {
  readonly background: string;
  readonly line: string;
  readonly text: string;
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
  const ofShapes: { [colour in InkColour]?: ShapeColours } = {};
  const ofNotes = new Map(
    noteColours.map((colour) => [
      colour,
      {
        background: token(`--hue-${colour}-bg`),
        line: token(`--hue-${colour}-line`),
        text: token(`--hue-${colour}-text`),
      },
    ]),
  );
  const plain = {
    background: token("--paper"),
    line: token("--paper-edge"),
    text: token("--text"),
  };
  return {
    marks: readMarkPalette(element),
    isDark: style.colorScheme.includes("dark"),
    accent: token("--accent"),
    onAccent: token("--on-accent"),
    onPerson: token("--on-person"),
    paper: token("--paper"),
    paperEdge: token("--paper-edge"),
    text: token("--text"),
    textSoft: token("--text-soft"),
    ground: token("--ground"),
    raised: token("--raised"),
    shape: (colour) => (ofShapes[colour] ??= shapeColours(colour, token)),
    note: (colour) => ofNotes.get(colour) ?? plain,
    person: (colour) => people[colour - 1] ?? token("--accent"),
  };
}

/** As in shape-card.module.css. */
function shapeColours(colour: InkColour, token: (name: string) => string): ShapeColours {
  const isInk = colour === "ink";
  const hue = isInk ? "slate" : colour;
  return {
    stroke: token(isInk ? "--pen-ink-on-table" : `--pen-${colour}`),
    word: token(isInk ? "--pen-ink-on-table" : `--word-${colour}`),
    tint: token(`--hue-${hue}-bg`),
    onTint: token(`--hue-${hue}-text`),
    solid: token(isInk ? "--hue-ink-bg" : `--solid-${colour}`),
    overSolid: token(isInk ? "--hue-ink-text" : "--on-solid"),
  };
}

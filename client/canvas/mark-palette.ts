/**
 * The colours of marks, read from the page's design tokens by name: a canvas cannot use CSS variables.
 *
 * Owns which token a pen, a highlighter or a stance takes. Read it once and again when the frame's
 * theme changes; papers stay white in both, the table does not.
 */
export type InkColourName = "ink" | "clay" | "moss" | "sky" | "plum" | "honey";
export type MarkStance = "notice" | "wonder" | "interpretation" | "plain";

export interface MarkPalette {
  readonly pen: Readonly<Record<InkColourName, string>>;
  /** The pens on the bare table, where dark ink turns light in the dark frame. */
  readonly penOnTable: Readonly<Record<InkColourName, string>>;
  readonly highlighter: Readonly<Record<InkColourName, string>>;
  readonly stance: Readonly<Record<MarkStance, string>>;
  /** Words and shapes on a stance's colour. */
  readonly onStance: string;
  /** The font of the numbers, as CSS has it. */
  readonly font: string;
}

/** The palette as the tokens stand at `element`; a token that is missing reads as black. */
export function readMarkPalette(element: Element): MarkPalette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim() || "black";
  const inks = (kind: string): Record<InkColourName, string> => ({
    ink: token(`--${kind}-ink`),
    clay: token(`--${kind}-clay`),
    moss: token(`--${kind}-moss`),
    sky: token(`--${kind}-sky`),
    plum: token(`--${kind}-plum`),
    honey: token(`--${kind}-honey`),
  });
  const pen = inks("pen");
  return {
    pen,
    penOnTable: { ...pen, ink: token("--pen-ink-on-table") },
    highlighter: inks("marker"),
    stance: { notice: pen.sky, wonder: pen.plum, interpretation: pen.moss, plain: pen.ink },
    onStance: token("--on-person"),
    font: style.getPropertyValue("--font").trim() || "sans-serif",
  };
}

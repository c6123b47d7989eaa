/**
 * Notice, wonder, talk, what was read differently, and tags, as small drawings for cards that are no React: an
 * eye, a question mark, glasses, two bubbles, a way that parts, a label with a hole.
 */
const drawings = {
  notice: ["M2 12c3-6 17-6 20 0-3 6-17 6-20 0z", "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"],
  wonder: ["M7 8.5C7.4 2 18 2.4 17 9c-.5 3.6-5 3.4-5 7.5", "M12 21.2v.1"],
  interpretation: [
    "M7 17.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z",
    "M17 17.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z",
    "M11 11.5c.6-.8 1.4-.8 2 0",
  ],
  talk: ["M15 4H3v13l3.5-3.5H15z", "M19 9h2v12l-3.5-3.5H10V17"],
  tag: ["M12 3H4a1 1 0 0 0-1 1v8l9 9 9-9z", "M7.5 7.4v.2"],
  between: ["M12 22v-8.5L4 5", "M12 13.5 20 5", "M4 11V4.5h6.5", "M20 11V4.5h-6.5"],
} as const;
export type CardSign = keyof typeof drawings;

export function cardSign(sign: CardSign): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const drawing of drawings[sign]) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", drawing);
    svg.append(path);
  }
  return svg;
}

/** The marks of notice and wonder as small drawings for cards that are no React: an eye, a question mark. */
const drawings = {
  notice: ["M2 12c3-6 17-6 20 0-3 6-17 6-20 0z", "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"],
  wonder: ["M7 8.5C7.4 2 18 2.4 17 9c-.5 3.6-5 3.4-5 7.5", "M12 21.2v.1"],
} as const;

export function stanceIcon(stance: keyof typeof drawings): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const drawing of drawings[stance]) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", drawing);
    svg.append(path);
  }
  return svg;
}

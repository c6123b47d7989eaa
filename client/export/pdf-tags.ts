/**
 * The structure tree of a file: what a screen reader walks, and the links in it.
 *
 * Elements come into being as their first content is drawn, so their order is the order of drawing.
 */
import type PDFDocument from "pdfkit";
import type { PdfElement } from "pdfkit";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { Anchor } from "../../shared/report/report.ts";
import type { LinkArea, LinkTarget, Mark, Tag, TextMark } from "./sheets.ts";

export function createTags(doc: PDFDocument) {
  const elements = new Map<Tag, PdfElement>();

  function elementOf(tag: Tag): PdfElement {
    let element = elements.get(tag);
    if (element) return element;
    const { alt, box, says, numbering } = tag;
    element = doc.struct(tag.is, {
      ...(alt === undefined ? {} : { alt }),
      ...(says === undefined ? {} : { actual: says }),
      ...(box === undefined ? {} : { bbox: [box.x, box.y, box.x + box.w, box.y + box.h] as const }),
    });
    if (numbering) element.dictionary.data["A"] = { O: "List", ListNumbering: numbering };
    elements.set(tag, element);
    if (tag.within) elementOf(tag.within).add(element);
    else doc.addStructure(element);
    return element;
  }

  return {
    mark(tag: Tag | undefined, draw: () => void): void {
      if (!tag) {
        doc.markContent("Artifact");
        draw();
        doc.endMarkedContent();
        return;
      }
      const element = elementOf(tag);
      const content = doc.markStructureContent(tag.is);
      draw();
      doc.endMarkedContent();
      element.add(content);
    },
    /**
     * Makes the links of this sheet active and ends their elements: pdfkit writes the page of a link's
     * annotation as its element ends. A link that goes on overleaf is a new element there.
     */
    closeLinks(marks: readonly Mark[], nameOf: (anchor: Anchor) => string): void {
      const places = new Map<Tag, Rect[]>();
      for (const mark of marks) {
        if (mark.tag?.is !== "Link" || !elements.has(mark.tag)) continue;
        // Lines and tints lie on the words that they belong to.
        if (mark.is !== "text" && mark.is !== "area") continue;
        const known = places.get(mark.tag);
        if (!known) places.set(mark.tag, [rectOf(mark)]);
        else addPlace(known, rectOf(mark));
      }
      for (const [tag, rects] of places) {
        const element = elementOf(tag);
        for (const { x, y, w, h } of rects)
          if (tag.link)
            doc.annotate(x, y, w, h, {
              Subtype: "Link",
              ...actionOf(tag.link, nameOf),
              Contents: new String(tag.link.says),
              structParent: element,
            });
        element.end();
        elements.delete(tag);
      }
    },
  };
}

/** Words of several looks in one line are one place to press on. */
function addPlace(places: Rect[], rect: Rect): void {
  const last = places.at(-1);
  const goesOn =
    last && last.y === rect.y && last.h === rect.h && Math.abs(last.x + last.w - rect.x) < 0.5;
  if (goesOn) places[places.length - 1] = { ...last, w: rect.x + rect.w - last.x };
  else places.push(rect);
}

function actionOf(link: LinkTarget, nameOf: (anchor: Anchor) => string) {
  if ("to" in link) return { Dest: new String(nameOf(link.to)) };
  return { A: { Type: "Action", S: "URI", URI: new String(link.address) } };
}

function rectOf(mark: TextMark | LinkArea): Rect {
  if (mark.is === "area") return mark.rect;
  const { x, baseline, width, size } = mark;
  return { x, y: baseline - size, w: width, h: size * 1.35 };
}

/**
 * The structure tree of a file: what a screen reader walks, and the links in it.
 *
 * Elements come into being as their first content is drawn, so their order is the order of drawing.
 */
import type PDFDocument from "pdfkit";
import type { PdfElement } from "pdfkit";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { Anchor } from "../../shared/report/report.ts";
import type { Mark, Tag } from "./sheets.ts";

export function createTags(doc: PDFDocument) {
  const elements = new Map<Tag, PdfElement>();

  function elementOf(tag: Tag): PdfElement {
    let element = elements.get(tag);
    if (element) return element;
    const { alt, box } = tag;
    element = doc.struct(tag.is, {
      ...(alt === undefined ? {} : { alt }),
      ...(box === undefined ? {} : { bbox: [box.x, box.y, box.x + box.w, box.y + box.h] as const }),
    });
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
        places.set(mark.tag, [...(places.get(mark.tag) ?? []), rectOf(mark)]);
      }
      for (const [tag, rects] of places) {
        const element = elementOf(tag);
        for (const { x, y, w, h } of rects)
          if (tag.link)
            doc.annotate(x, y, w, h, {
              Subtype: "Link",
              Dest: new String(nameOf(tag.link.to)),
              Contents: new String(tag.link.says),
              structParent: element,
            });
        element.end();
        elements.delete(tag);
      }
    },
  };
}

function rectOf(mark: Mark): Rect {
  if (mark.is === "text") {
    const { x, baseline, width, size } = mark;
    return { x, y: baseline - size, w: width, h: size * 1.35 };
  }
  return mark.is === "ink" ? mark.within : mark.rect;
}

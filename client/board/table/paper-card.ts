/**
 * A paper on the table as a DOM card: its open pages, its code, and how much was noticed and wondered.
 *
 * Owns its elements only. The pictures stay with the table when the card leaves the view.
 */
import type { Page } from "../../../shared/papers/papers.ts";
import type { Card } from "../../canvas/near-plane.ts";
import type { Picture } from "../../canvas/pictures.ts";
import { words } from "../../words/words.ts";
import styles from "./paper-card.module.css";
import { stanceIcon } from "./stance-icon.ts";
import type { PaperItem } from "./table-items.ts";

export function createPaperCard(
  first: PaperItem,
  pictureOf: (page: Page) => Picture,
): Card<PaperItem> {
  const element = part("div", "paper");
  element.role = "button";
  const name = part("span", "name");
  const label = part("div", "label");
  const code = part("span", "code");
  const notices = counter("notice");
  const wonders = counter("wonder");
  const more = part("span", "more");
  // The name says all this in words.
  label.ariaHidden = "true";
  label.append(code, notices.element, wonders.element, more);
  element.append(name, label);
  let item = first;
  let sheets: { readonly picture: Picture; readonly sheet: HTMLElement }[] = [];
  let pages: readonly Page[] = [];

  function laySheets(): void {
    const { content } = item;
    if (pages !== content.pages) {
      pages = content.pages;
      for (const { sheet } of sheets) sheet.remove();
      sheets = content.openPages.flatMap((_rect, i) => {
        const page = pages[i];
        if (!page) return [];
        const sheet = part("div", "sheet");
        const picture = pictureOf(page);
        picture.element.className = styles["picture"] ?? "";
        sheet.append(picture.element);
        element.insertBefore(sheet, label);
        return [{ sheet, picture }];
      });
    }
    content.openPages.forEach((rect, i) => {
      const sheet = sheets[i]?.sheet;
      if (sheet) place(sheet, rect);
    });
  }

  function update(next: PaperItem): void {
    item = next;
    const { content, rect } = item;
    element.style.width = `${rect.w + 2 * bleed}px`;
    element.style.height = `${rect.h + 2 * bleed}px`;
    element.tabIndex = content.current ? 0 : -1;
    element.ariaPressed = String(content.selected);
    name.textContent = words.board.paperName(content);
    code.textContent = content.code;
    notices.show(content.notices);
    wonders.show(content.wonders);
    const hidden = content.pages.length - content.openPages.length;
    more.textContent = hidden > 0 ? words.board.morePages(hidden) : "";
    laySheets();
  }
  update(first);

  return {
    element,
    update,
    seen(pxPerUnit, distance) {
      item.content.openPages.forEach((rect, i) => {
        sheets[i]?.picture.show(rect.w * pxPerUnit, distance);
      });
    },
    destroy() {
      for (const { picture } of sheets) picture.rest();
    },
  };
}

/** A card paints nothing outside its box: this much of the box is for shadow and ring. As in the styles. */
const bleed = 8;

function part(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = styles[name] ?? "";
  return element;
}

function place(element: HTMLElement, rect: { x: number; y: number; w: number; h: number }): void {
  const { style } = element;
  style.left = `${rect.x + bleed}px`;
  style.top = `${rect.y + bleed}px`;
  style.width = `${rect.w}px`;
  style.height = `${rect.h}px`;
}

function counter(stance: "notice" | "wonder") {
  const element = part("span", "count");
  element.dataset["stance"] = stance;
  const number = document.createElement("span");
  element.append(stanceIcon(stance), number);
  return {
    element,
    show(count: number): void {
      element.hidden = count === 0;
      number.textContent = String(count);
    },
  };
}

/**
 * A paper on the table as a DOM card: its open pages, its code, how much was noticed and wondered and
 * is talked about, its tags, and its number among those read differently.
 *
 * Owns its elements only. The pictures stay with the table when the card leaves the view.
 */
import { ownSize } from "../../../shared/geometry/turned-page.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import type { Card } from "../../canvas/near-plane.ts";
import type { Picture } from "../../canvas/pictures.ts";
import { turnedStyle } from "../../canvas/turned-style.ts";
import { words } from "../../words/words.ts";
import { type CardSign, cardSign } from "./card-sign.ts";
import styles from "./paper-card.module.css";
import type { PaperItem } from "./table-items.ts";

export function createPaperCard(
  first: PaperItem,
  pictureOf: (page: Page) => Picture | undefined,
): Card<PaperItem> {
  const element = part("div", "paper");
  element.role = "button";
  const label = part("div", "label");
  const code = part("span", "code");
  const numbers = part("span", "numbers");
  const tags = createSaying("tag", "tags");
  const notices = createCounter("notice");
  const wonders = createCounter("wonder");
  const interpretations = createCounter("interpretation");
  const threads = createCounter("talk", "threads");
  const between = createCounter("between", "between");
  const more = part("span", "more");
  // The name says all this in words.
  label.ariaHidden = "true";
  element.append(label);
  let item = first;
  let sheets: { readonly picture: Picture | undefined; readonly sheet: HTMLElement }[] = [];
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
        if (picture) {
          picture.element.className = styles["picture"] ?? "";
          sheet.append(picture.element);
          picture.come();
        } else {
          sheet.ariaHidden = "true";
          sheet.dataset["covered"] = "";
          drawn(sheet, words.board.covered);
        }
        return [{ sheet, picture }];
      });
    }
    content.openPages.forEach((page, i) => {
      const shown = sheets[i];
      if (!shown) return;
      place(shown.sheet, page);
      if (shown.picture) Object.assign(shown.picture.element.style, turnedStyle(page, page.turn));
    });
  }

  function update(next: PaperItem): void {
    item = next;
    const { content, rect } = item;
    element.style.width = `${rect.w + 2 * bleed}px`;
    element.style.height = `${rect.h + 2 * bleed}px`;
    element.tabIndex = content.current ? 0 : -1;
    element.ariaPressed = String(content.selected);
    element.toggleAttribute("data-overlaps", content.overlaps);
    element.toggleAttribute("data-dimmed", content.dimmed);
    element.ariaLabel = words.talk.with(words.board.paperName(content), content.threads);
    code.textContent = content.code;
    const hidden = content.pages.length - content.openPages.length;
    hold(label, [
      code,
      drawn(numbers, content.drawnNumbers),
      notices.saying(content.notices),
      wonders.saying(content.wonders),
      interpretations.saying(content.interpretations),
      tags.saying(content.tags),
      drawn(more, hidden > 0 ? words.board.morePages(hidden) : ""),
    ]);
    laySheets();
    const corners = [threads.saying(content.threads), between.saying(content.between)];
    for (const sign of corners) if (sign) sign.ariaHidden = "true";
    hold(element, [...sheets.map(({ sheet }) => sheet), label, ...corners]);
  }
  update(first);

  return {
    element,
    update,
    seen(pxPerUnit, distance) {
      item.content.openPages.forEach((drawn, i) => {
        sheets[i]?.picture?.show(ownSize(drawn).w * pxPerUnit, distance);
      });
    },
    isShown: () => sheets.every(({ picture }) => picture?.isShown() ?? true),
    destroy() {
      for (const { picture } of sheets) picture?.rest();
    },
  };
}

/** So much of the card's box is around the paper, for shadow and ring. As in the styles. */
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

/** Makes these its children, in this order; what is there already is left as it is. */
function hold(parent: HTMLElement, wanted: readonly (HTMLElement | undefined)[]): void {
  const children = wanted.filter((child) => child !== undefined);
  const isSame = children.every((child, i) => parent.children[i] === child);
  if (!isSame || parent.children.length !== children.length) parent.replaceChildren(...children);
}

/**
 * Words that are seen and are no text: the card's name says them otherwise, and what is seen must be in it.
 * No element where nothing is said.
 */
function drawn(element: HTMLElement, said: string): HTMLElement | undefined {
  element.dataset["drawn"] = said;
  return said === "" ? undefined : element;
}

/** How many there are, beside their sign. */
function createCounter(of: CardSign, place?: string) {
  const { saying } = createSaying(of, place);
  return { saying: (count: number) => saying(count === 0 ? "" : String(count)) };
}

/** Something said beside its sign. Made for papers that have any: most cards are a picture and a code. */
function createSaying(of: CardSign, place?: string) {
  let made: { readonly element: HTMLElement; readonly said: HTMLElement } | undefined;
  function make() {
    const element = part("span", "count");
    if (place) element.classList.add(styles[place] ?? "");
    element.dataset["of"] = of;
    const said = document.createElement("span");
    element.append(cardSign(of), said);
    return { element, said };
  }
  return {
    saying(words: string): HTMLElement | undefined {
      if (words === "") return undefined;
      made ??= make();
      drawn(made.said, words);
      return made.element;
    },
  };
}

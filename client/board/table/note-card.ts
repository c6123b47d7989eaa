/**
 * A note on the table as a DOM card that grows with its words.
 *
 * Owns its elements only. While somebody writes, the words make way for the field that the frame puts
 * into `host`; every other time they are drawn.
 */
import { noteSize } from "../../../shared/board/notes.ts";
import type { Size } from "../../../shared/geometry/rect.ts";
import type { Block } from "../../../shared/text/blocks.ts";
import type { Card } from "../../canvas/near-plane.ts";
import { drawBlocks } from "../../text/draw-blocks.ts";
import { words } from "../../words/words.ts";
import { cardSign } from "./card-sign.ts";
import styles from "./note-card.module.css";
import type { NoteItem } from "./table-items.ts";

/** Where in a note's card the field for its words goes. */
export function writingHost(card: HTMLElement): HTMLElement | undefined {
  return card.querySelector<HTMLElement>("[data-writing-host]") ?? undefined;
}

/** `onSize` tells the card's own size in board units, whenever its words made it another. */
export function createNoteCard(first: NoteItem, onSize: (size: Size) => void): Card<NoteItem> {
  const element = document.createElement("div");
  element.className = styles["note"] ?? "";
  element.role = "button";
  const name = document.createElement("span");
  name.className = styles["name"] ?? "";
  const text = document.createElement("div");
  text.className = styles["words"] ?? "";
  text.dir = "auto";
  const host = document.createElement("div");
  host.className = styles["host"] ?? "";
  host.dataset["writingHost"] = "";
  // The name says them too.
  text.ariaHidden = "true";
  element.append(name, text, host);
  let sign: { readonly element: HTMLElement; readonly count: HTMLElement } | undefined;

  let drawn: readonly Block[] | undefined;
  function update({ content, rect }: NoteItem): void {
    const { note, box, threads, selected, current, writing } = content;
    // The card stands where the upright rectangle round it does.
    element.style.margin = note.turn === 0 ? "" : `${box.y - rect.y}px 0 0 ${box.x - rect.x}px`;
    element.style.rotate = note.turn === 0 ? "" : `${note.turn}deg`;
    element.style.width = `${note.size.w}px`;
    element.style.minHeight = `${note.size.h}px`;
    // A note made on a table seen from afar is as large as it looked then, and so are its words.
    element.style.setProperty("--size", String(note.size.w / noteSize.w));
    element.dataset["colour"] = note.colour;
    element.tabIndex = current && !writing ? 0 : -1;
    // A button may hold no field: while it is written on, the card is a group.
    element.role = writing ? "group" : "button";
    element.ariaPressed = writing ? null : String(selected);
    const called = words.talk.with(words.board.noteName(note.words), threads);
    element.ariaLabel = writing ? called : null;
    name.hidden = writing;
    if (name.textContent !== called) name.textContent = called;
    element.toggleAttribute("data-own-pointer", writing);
    element.dataset["selected"] = String(selected);
    if (threads > 0) sign ??= createTalkSign(element);
    if (sign) {
      sign.element.hidden = threads === 0;
      sign.count.textContent = String(threads);
    }
    text.hidden = writing;
    host.hidden = !writing;
    if (note.words === "") text.textContent = words.board.emptyNote;
    else if (drawn !== note.blocks) drawBlocks(text, note.blocks, "no links");
    drawn = note.words === "" ? undefined : note.blocks;
    text.dataset["empty"] = String(note.words === "");
  }
  update(first);

  const watching = new ResizeObserver(() =>
    onSize({ w: element.offsetWidth, h: element.offsetHeight }),
  );
  watching.observe(element);

  return {
    element,
    update,
    destroy: () => watching.disconnect(),
  };
}

/** That it is talked about; most notes are not, and go without. */
function createTalkSign(card: HTMLElement) {
  const element = document.createElement("span");
  element.className = styles["sign"] ?? "";
  element.ariaHidden = "true";
  const count = document.createElement("span");
  element.append(cardSign("talk"), count);
  card.append(element);
  return { element, count };
}

/**
 * A shape on the table as a DOM card: one picture of lines, its words over it, growing with them.
 *
 * Owns its elements only. A line's card is drawn again from outside while what it joins is on its way. While
 * somebody writes, the words make way for the field that the frame puts into the host.
 */
import type { LinePath } from "../../../shared/board/connectors.ts";
import { hasWords, type Shape } from "../../../shared/board/shapes.ts";
import type { Point, Size } from "../../../shared/geometry/rect.ts";
import type { Block } from "../../../shared/text/blocks.ts";
import type { Card } from "../../canvas/near-plane.ts";
import type { Picture } from "../../canvas/pictures.ts";
import { drawBlocks } from "../../text/draw-blocks.ts";
import { words } from "../../words/words.ts";
import { laidImage } from "./image-pictures.ts";
import {
  edgeLengthOf,
  fillOf,
  gapsOf,
  headOf,
  lengthOf,
  letterUnits,
  pathData,
  pointOn,
  weightUnits,
} from "./line-drawing.ts";
import styles from "./shape-card.module.css";
import type { ShapeItem } from "./shape-items.ts";

export interface ShapeCard extends Card<ShapeItem> {
  /** Draws a line along `path`, its card standing at `at`. */
  follow(path: LinePath, at: Point): void;
}

export interface ShapeCardPorts {
  /** The card's own size in board units, whenever its words made it another. */
  onSize(size: Size): void;
  /** Undefined where there is no image. */
  pictureOf(shape: Shape): Picture | undefined;
}

export function createShapeCard(first: ShapeItem, ports: ShapeCardPorts): ShapeCard {
  const element = part("shape");
  const name = part("name", "span");
  const body = part("body");
  const text = part("words");
  text.dir = "auto";
  // The name says them too.
  text.ariaHidden = "true";
  const host = part("host");
  host.dataset["writingHost"] = "";
  const ink = createInk(first.content.shape.kind);
  const image = first.content.shape.kind === "image" ? createImage(ports) : undefined;
  if (ink) body.append(ink.element);
  if (image) body.append(image.frame);
  body.append(text, host);
  element.append(name, body);

  let drawn: readonly Block[] | string | undefined;
  let standing = first;

  function update(item: ShapeItem): void {
    standing = item;
    const { shape, box, path, selected, current, writing } = item.content;
    const { dataset, style } = element;
    dataset["kind"] = shape.kind;
    dataset["colour"] = shape.colour;
    dataset["fill"] = fillOf(shape);
    dataset["selected"] = String(selected);
    style.setProperty("--w", `${weightUnits[shape.weight]}px`);
    style.setProperty("--letters", `${letterUnits[shape.textSize]}px`);
    const outline = path ? lengthOf(path) : edgeLengthOf(box);
    const gaps = gapsOf(shape.dash, weightUnits[shape.weight], outline);
    style.setProperty("--gaps", gaps.join(" ") || "none");
    element.tabIndex = current && !writing ? 0 : -1;
    // A button may hold no field: while it is written on, the card is a group.
    element.role = writing ? "group" : "button";
    element.ariaPressed = writing ? null : String(selected);
    element.toggleAttribute("data-own-pointer", writing);
    const called = words.shapes.called(shape.kind, shape.name || shape.words);
    element.ariaLabel = writing ? called : null;
    name.hidden = writing;
    if (name.textContent !== called) name.textContent = called;
    host.hidden = !writing;
    if (path) {
      style.width = `${item.rect.w}px`;
      style.height = `${item.rect.h}px`;
      follow(path, item.rect);
    } else layBody(shape, item, box);
    showWords(shape, writing);
    image?.lay(shape);
  }

  function layBody(shape: Shape, { rect }: ShapeItem, box: ShapeItem["content"]["box"]): void {
    const { style } = body;
    if (shape.kind === "text") {
      // Room to the right, in which the words are as wide as they are.
      element.style.width = `${shape.size.w}px`;
    } else {
      style.width = `${shape.size.w}px`;
      style.minHeight = `${shape.size.h}px`;
    }
    style.transform =
      shape.turn === 0
        ? ""
        : `translate(${box.x - rect.x}px, ${box.y - rect.y}px) rotate(${shape.turn}deg)`;
  }

  function showWords(shape: Shape, writing: boolean): void {
    const isFrame = shape.kind === "frame";
    const said = isFrame ? shape.name : shape.words;
    const isShown = isFrame || (hasWords(shape) && (said !== "" || shape.kind === "text"));
    text.hidden = writing || !isShown;
    text.dataset["empty"] = String(said === "");
    if (said === "") {
      drawn = undefined;
      text.textContent = isFrame ? words.shapes.unnamedFrame : words.shapes.writeHere;
    } else if (isFrame) {
      if (drawn !== said) text.textContent = said;
      drawn = said;
    } else if (drawn !== shape.blocks) {
      drawBlocks(text, shape.blocks, "no links");
      drawn = shape.blocks;
    }
  }

  function follow(path: LinePath, at: Point): void {
    ink?.draw(path, at, standing.content.shape);
    const { x, y } = pointOn(path, 0.5);
    const place = `translate(${x - at.x}px, ${y - at.y}px) translate(-50%, -50%)`;
    text.style.transform = place;
    host.style.transform = place;
  }

  update(first);
  const { kind } = first.content.shape;
  const grows = kind === "text" || kind === "box" || kind === "ellipse";
  const watching = grows
    ? new ResizeObserver(() => ports.onSize({ w: body.offsetWidth, h: body.offsetHeight }))
    : undefined;
  watching?.observe(body);

  return {
    element,
    update,
    follow,
    ...image?.card,
    destroy() {
      watching?.disconnect();
      image?.card.destroy();
    },
  };
}

function part(name: string, tag = "div"): HTMLElement {
  const element = document.createElement(tag);
  element.className = styles[name] ?? "";
  return element;
}

function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: { readonly [name: string]: string } = {},
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** What is drawn of a shape: an outline that grows with its card by itself, or a line by its path. */
function createInk(kind: Shape["kind"]) {
  if (kind === "text" || kind === "image") return undefined;
  const element = svg("svg", { class: styles["ink"] ?? "", "aria-hidden": "true" });
  if (kind === "ellipse") {
    element.append(svg("ellipse", { cx: "50%", cy: "50%", rx: "50%", ry: "50%" }));
  } else if (kind === "box" || kind === "frame") {
    element.append(svg("rect", { width: "100%", height: "100%", rx: "8" }));
  }
  const ring = svg("path", { class: styles["ring"] ?? "" });
  const line = svg("path", { class: styles["line"] ?? "" });
  const head = svg("path", { class: styles["head"] ?? "" });
  if (kind === "line" || kind === "arrow") element.append(ring, line, head);
  return {
    element,
    draw(path: LinePath, at: Point, shape: Shape): void {
      const way = pathData(path, at);
      ring.setAttribute("d", way);
      line.setAttribute("d", way);
      const wings = headOf(path, weightUnits[shape.weight]);
      const points = wings.map(({ x, y }) => `${x - at.x} ${y - at.y}`);
      head.setAttribute("d", shape.kind === "arrow" ? `M${points.join("L")}` : "");
    },
  };
}

/** An image, of which the part within its crop shows, straightened as somebody wanted it. */
function createImage({ pictureOf }: ShapeCardPorts) {
  const frame = part("crop");
  const straight = part("straight");
  frame.append(straight);
  let picture: Picture | undefined;
  let shownUnits = 0;
  return {
    frame,
    lay(shape: Shape): void {
      const next = pictureOf(shape);
      if (next !== picture) {
        picture?.rest();
        picture = next;
        straight.replaceChildren(...(next ? [next.element] : []));
        if (next) next.element.className = styles["picture"] ?? "";
      }
      const { frame: lies, straighten, scale } = laidImage(shape);
      shownUnits = lies.w * scale;
      const { style } = straight;
      const share = (of: number, all: number): string => `${(100 * of) / all}%`;
      style.left = share(lies.x, shape.size.w);
      style.top = share(lies.y, shape.size.h);
      style.width = share(lies.w, shape.size.w);
      style.height = share(lies.h, shape.size.h);
      style.transform = straighten === 0 ? "" : `rotate(${straighten}deg) scale(${scale})`;
    },
    card: {
      seen(pxPerUnit: number, distance: number): void {
        picture?.show(shownUnits * pxPerUnit, distance);
      },
      isShown: (): boolean => picture?.isShown() ?? true,
      destroy: (): void => picture?.rest(),
    },
  };
}

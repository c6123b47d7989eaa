/**
 * What the editor is made of: one block for each block of the flat text, all of them children of the root,
 * with text, line breaks, links and embeds inside. A list is a row of blocks, not a tree: so a block in
 * the editor is a block in the document, whatever two people do to a list at once.
 *
 * Owns how these look in the page and how a block behaves at Enter and Backspace; what they mean in the
 * document is blocks-of.ts.
 */
import {
  $applyNodeReplacement,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  ParagraphNode,
  type RangeSelection,
  TextNode,
} from "lexical";
import {
  type BlockLook,
  type BlockType,
  isList,
  paragraph,
  type Run,
  sameBlockLook,
} from "../../shared/text/blocks.ts";
import { checkedUrl } from "../../shared/text/links.ts";

const tags: { readonly [type in BlockType]: string } = {
  p: "p",
  h1: "h1",
  h2: "h2",
  h3: "h3",
  q: "blockquote",
  ul: "div",
  ol: "div",
  cl: "div",
};

export class BlockNode extends ParagraphNode {
  __look: BlockLook = paragraph;

  override $config() {
    return this.config("noticeboard-block", { extends: ParagraphNode });
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before);
    this.__look = before.__look;
  }

  getLook(): BlockLook {
    return this.getLatest().__look;
  }

  setLook(look: BlockLook): this {
    if (sameBlockLook(this.getLook(), look)) return this;
    const writable = this.getWritable();
    writable.__look = look;
    return writable;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(tags[this.__look.type]);
    dress(element, this.__look);
    return element;
  }

  override updateDOM(before: this, element: HTMLElement): boolean {
    if (tags[before.__look.type] !== tags[this.__look.type]) return true;
    if (before.__look !== this.__look) dress(element, this.__look);
    return false;
  }

  override insertNewAfter(selection: RangeSelection, restoreSelection: boolean): BlockNode {
    const fresh = $createBlock(this.lookOfNext(selection));
    this.insertAfter(fresh, restoreSelection);
    return fresh;
  }

  /** A list and a quotation go on; behind a heading comes a paragraph. */
  private lookOfNext({ anchor }: RangeSelection): BlockLook {
    const { type } = this.getLook();
    if (isList(type)) return { ...this.getLook(), checked: false };
    if (type === "p" || type === "q") return this.getLook();
    const last = this.getLastDescendant();
    const node = anchor.getNode();
    const atEnd =
      last === null ||
      (node.is(last) && anchor.offset === last.getTextContentSize()) ||
      (node.is(this) && anchor.offset === this.getChildrenSize());
    return atEnd ? paragraph : this.getLook();
  }

  /** Backspace at its beginning takes away what it is, before it takes away anything else. */
  override collapseAtStart(): boolean {
    const { type, depth } = this.getLook();
    if (type === "p") return super.collapseAtStart();
    this.setLook(depth > 0 ? { ...this.getLook(), depth: depth - 1 } : paragraph);
    return true;
  }

  override canIndent(): boolean {
    return false;
  }
}

function dress(element: HTMLElement, { type, depth, checked }: BlockLook): void {
  element.dataset["block"] = type;
  element.dir = "auto";
  // No item's role: there is no list around it here. Its sign is read out with its words.
  if (isList(type)) element.dataset["depth"] = String(depth);
  else delete element.dataset["depth"];
  if (type === "cl") element.dataset["checked"] = String(checked);
  else delete element.dataset["checked"];
}

export function $createBlock(look: BlockLook = paragraph): BlockNode {
  const node = new BlockNode();
  node.__look = look;
  return $applyNodeReplacement(node);
}

export const $isBlock = (node: LexicalNode | null | undefined): node is BlockNode =>
  node instanceof BlockNode;

export class LinkNode extends ElementNode {
  __url = "";

  override $config() {
    return this.config("noticeboard-link", { extends: ElementNode });
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before);
    this.__url = before.__url;
  }

  getUrl(): string {
    return this.getLatest().__url;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement("a");
    // Whatever came into the editor by whatever way: no other link is ever in the page.
    const url = checkedUrl(this.__url);
    if (url !== undefined) element.href = url;
    element.rel = "noopener noreferrer";
    element.title = url ?? "";
    return element;
  }

  override updateDOM(before: this): boolean {
    return before.__url !== this.__url;
  }

  override isInline(): boolean {
    return true;
  }

  override canBeEmpty(): boolean {
    return false;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }
}

export function $createLink(url: string): LinkNode {
  const node = new LinkNode();
  node.__url = url;
  return $applyNodeReplacement(node);
}

export const $isLink = (node: LexicalNode | null | undefined): node is LinkNode =>
  node instanceof LinkNode;

export type Embed = Extract<Run, { kind: "mention" | "unknown" }>;

/** A mention, or what a newer client put there: one sign, deleted as a whole. */
export class EmbedNode extends TextNode {
  __embed: Embed = { kind: "unknown", json: undefined, marks: "", link: undefined };

  override $config() {
    return this.config("noticeboard-embed", { extends: TextNode });
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before);
    this.__embed = before.__embed;
  }

  getEmbed(): Embed {
    return this.getLatest().__embed;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.dataset["embed"] = this.__embed.kind;
    element.spellcheck = false;
    return element;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): true {
    return true;
  }
}

export function $createEmbed(embed: Embed): EmbedNode {
  const node = new EmbedNode(embed.kind === "mention" ? `@${embed.label}` : "\u25ab");
  node.__embed = embed;
  node.setMode("token");
  return $applyNodeReplacement(node);
}

export const $isEmbed = (node: LexicalNode | null | undefined): node is EmbedNode =>
  node instanceof EmbedNode;

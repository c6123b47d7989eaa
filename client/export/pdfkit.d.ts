/**
 * As much of pdfkit 0.20 as we stand on: objects, pages, tags, outline, images. Written by hand because
 * the published types are of an older version and bring Node's globals into the page's code.
 */
declare module "pdfkit" {
  /** A value of the file: a string is a name, a String a text, an array and an object what they are. */
  export type PdfValue = unknown;

  export interface PdfReference {
    readonly id: number;
    data: { [key: string]: PdfValue };
    compress: boolean;
    write(chunk: string | Uint8Array): void;
    end(chunk?: string | Uint8Array): void;
  }

  export interface PdfPage {
    readonly width: number;
    readonly height: number;
    readonly dictionary: PdfReference;
    readonly fonts: { [name: string]: PdfReference };
    readonly xobjects: { [name: string]: PdfReference };
    readonly ext_gstates: { [name: string]: PdfReference };
  }

  /** Content of one page that belongs to one element. */
  export interface PdfContent {
    readonly refs: readonly unknown[];
  }

  export interface PdfElement {
    readonly dictionary: PdfReference;
    add(child: PdfElement | PdfContent): this;
    end(): void;
  }

  export interface PdfElementOptions {
    readonly title?: string;
    readonly lang?: string;
    readonly alt?: string;
    /** What is read in place of the content. */
    readonly actual?: string;
    /** Left, top, right, bottom in points from the top left of the current page. */
    readonly bbox?: readonly [number, number, number, number];
  }

  export interface PdfOutline {
    addItem(
      title: string,
      options?: {
        readonly top?: number;
        readonly pageNumber?: number;
        readonly expanded?: boolean;
      },
    ): PdfOutline;
  }

  export interface PdfImage {
    readonly label: string;
    readonly obj: PdfReference | null;
    embed(document: PDFDocument): void;
  }

  export interface PdfOptions {
    readonly autoFirstPage?: boolean;
    readonly compress?: boolean;
    readonly pdfVersion?: string;
    readonly lang?: string;
    readonly tagged?: boolean;
    readonly displayTitle?: boolean;
    /** `null` keeps the built-in Helvetica out. */
    readonly font?: null;
    readonly info?: { readonly [key: string]: string | Date };
  }

  export interface PdfPageOptions {
    readonly size: readonly [number, number];
    readonly margin: number;
  }

  export default class PDFDocument {
    constructor(options?: PdfOptions);
    readonly page: PdfPage;
    readonly outline: PdfOutline;
    readonly _root: PdfReference;
    /** Replaced by us: pdfkit's own writes a title into XML as it stands. */
    endMetadata: () => void;
    addPage(options: PdfPageOptions): this;
    addContent(operators: string): this;
    addNamedDestination(name: string, ...args: readonly unknown[]): void;
    annotate(
      x: number,
      y: number,
      w: number,
      h: number,
      options: { readonly [key: string]: PdfValue },
    ): this;
    openImage(bytes: Uint8Array): PdfImage;
    ref(data?: { [key: string]: PdfValue }): PdfReference;
    struct(type: string, options?: PdfElementOptions): PdfElement;
    addStructure(element: PdfElement): this;
    markContent(tag: string, options?: { readonly type?: string }): this;
    markStructureContent(tag: string): PdfContent;
    endMarkedContent(): this;
    on(event: "data", listener: (chunk: Uint8Array) => void): this;
    on(event: "end", listener: () => void): this;
    on(event: "error", listener: (error: unknown) => void): this;
    end(): void;
  }
}

/**
 * At which scale a PDF page shows its scan pixel for pixel.
 *
 * Pure: looks for the pictures in a page's drawing operations and follows the transforms around them.
 * A page without a picture of some size (typed, drawn) has no resolution of its own.
 * test/unit/intake-resolution.test.ts holds it to its promises.
 */
import type { Size } from "../../../../shared/geometry/rect.ts";

/** The drawing operations of a page, as pdf.js lists them. */
export interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers pdf.js gives the operations looked at here. */
export interface OperationNames {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly paintImageXObject: number;
  readonly paintImageMaskXObject: number;
  readonly paintInlineImageXObject: number;
}

export type Matrix = readonly [number, number, number, number, number, number];

/** What a scanned page shows: pictures that cover a fifth of it or more each. */
export interface Scan {
  /** Picture pixels per point of the largest of them. */
  readonly density: number;
  /** pdf.js's names of them, under which it keeps their pixels. */
  readonly names: readonly string[];
}

/** A page that is one picture and nothing else, as copiers write them. */
export interface LonePicture {
  /** pdf.js's name of it. */
  readonly name: string;
  /** Where the unit square that it fills lies, in points from the bottom left. */
  readonly matrix: Matrix;
}

/**
 * The one picture that a page consists of; undefined where anything else is drawn, or anything that
 * would show it otherwise than as it is: a clip, a mask, a state of graphics, an annotation.
 */
export function lonePicture(
  { fnArray, argsArray }: Operations,
  names: LoneNames,
): LonePicture | undefined {
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let found: LonePicture | undefined;
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i];
    if (fn === names.save) saved.push(matrix);
    else if (fn === names.restore) matrix = saved.pop() ?? matrix;
    else if (fn === names.transform) matrix = times(matrix, readMatrix(args));
    else if (fn === names.paintImageXObject && !found) {
      const name: unknown = Array.isArray(args) ? args[0] : undefined;
      if (typeof name !== "string") return undefined;
      found = { name, matrix };
    } else if (fn !== names.dependency) return undefined;
  }
  return found;
}

/**
 * Whether a picture that lies so on a canvas fills it pixel for pixel and stands upright: then drawing
 * it would change nothing. `matrix` takes the unit square to the canvas, as pdf.js's viewport has it.
 */
export function isPixelForPixel(matrix: Matrix, picture: Size, canvas: Size): boolean {
  const { w, h } = picture;
  // The unit square's top is the picture's first row, and a canvas counts its rows from the top.
  const wanted: Matrix = [w, 0, 0, -h, 0, h];
  return (
    canvas.w === w &&
    canvas.h === h &&
    wanted.every((value, i) => Math.abs((matrix[i] ?? Number.NaN) - value) < mostOff)
  );
}

/** What a page's size in points, rounded to hundredths, may put a scan's edge off by. Pixels. */
const mostOff = 0.5;

type LoneNames = Pick<OperationNames, "save" | "restore" | "transform" | "paintImageXObject"> & {
  readonly dependency: number;
};

/** The page's scan; undefined where no picture covers a fifth of it. `pageArea` in square points. */
export function scanOn(
  { fnArray, argsArray }: Operations,
  names: OperationNames,
  pageArea: number,
): Scan | undefined {
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const least = pageArea / 5;
  let largest = { area: least, density: 0 };
  const found: string[] = [];
  fnArray.forEach((fn, i) => {
    const args = argsArray[i];
    if (fn === names.save) saved.push(matrix);
    else if (fn === names.restore || fn === names.paintFormXObjectEnd)
      matrix = saved.pop() ?? matrix;
    else if (fn === names.transform) matrix = times(matrix, readMatrix(args));
    else if (fn === names.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = times(matrix, readMatrix((args as readonly unknown[] | null)?.[0]));
    } else {
      const width = pictureWidth(fn, args, names);
      const across = Math.hypot(matrix[0], matrix[1]);
      const area = across * Math.hypot(matrix[2], matrix[3]);
      const name: unknown = Array.isArray(args) ? args[0] : undefined;
      if (width !== undefined && area > least && typeof name === "string") found.push(name);
      if (width !== undefined && area > largest.area) largest = { area, density: width / across };
    }
  });
  return largest.density ? { density: largest.density, names: found } : undefined;
}

function pictureWidth(fn: number, args: unknown, names: OperationNames): number | undefined {
  const list: readonly unknown[] = Array.isArray(args) ? args : [];
  const width =
    fn === names.paintImageXObject
      ? list[1]
      : fn === names.paintImageMaskXObject || fn === names.paintInlineImageXObject
        ? (list[0] as { readonly width?: unknown } | undefined)?.width
        : undefined;
  return typeof width === "number" && width > 0 ? width : undefined;
}

function readMatrix(value: unknown): Matrix {
  const list: readonly unknown[] =
    Array.isArray(value) || value instanceof Float32Array ? [...value] : [];
  const numbers = list.filter((n) => typeof n === "number");
  const [a, b, c, d, e, f] = numbers;
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? [1, 0, 0, 1, 0, 0]
    : [a, b, c, d, e, f];
}

/** `inner` within `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

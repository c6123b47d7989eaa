/**
 * At which scale a PDF page shows its scan pixel for pixel.
 *
 * Pure: looks for the pictures in a page's drawing operations and follows the transforms around them.
 * A page without a picture of some size (typed, drawn) has no resolution of its own.
 * test/unit/intake-resolution.test.ts holds it to its promises.
 */

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

type Matrix = readonly [number, number, number, number, number, number];

/**
 * Picture pixels per point of the largest picture on the page; undefined where pictures cover less than
 * a fifth of it. `pageArea` in square points.
 */
export function scanDensity(
  { fnArray, argsArray }: Operations,
  names: OperationNames,
  pageArea: number,
): number | undefined {
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let largest = { area: pageArea / 5, density: 0 };
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
      if (width !== undefined && area > largest.area) largest = { area, density: width / across };
    }
  });
  return largest.density || undefined;
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
function times(outer: Matrix, inner: Matrix): Matrix {
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

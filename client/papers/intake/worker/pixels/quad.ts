/**
 * Four corners of a sheet as it lies in a photo, and the rectangle it is in truth.
 *
 * Pure geometry. test/property/intake-quad.test.ts holds it to its promises.
 */
import type { Point, Size } from "../../../../../shared/geometry/rect.ts";

/** Top left, top right, bottom right, bottom left; fractions of the picture unless said otherwise. */
export type Quad = readonly [Point, Point, Point, Point];

export const wholePicture: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

export function mapQuad(quad: Quad, change: (corner: Point, index: number) => Point): Quad {
  const [a, b, c, d] = quad;
  return [change(a, 0), change(b, 1), change(c, 2), change(d, 3)];
}

const cross = (o: Point, a: Point, b: Point): number =>
  (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Without a corner turned in or sides crossed, and with some area: what can be flattened. */
export function isSheet(quad: Quad): boolean {
  return quad.every((corner, i) => {
    const before = quad[(i + 3) % 4] ?? corner;
    const after = quad[(i + 1) % 4] ?? corner;
    return cross(before, corner, after) > 1e-4;
  });
}

export function quadArea(quad: Quad): number {
  const [a, b, c, d] = quad;
  return (cross(a, b, c) + cross(a, c, d)) / 2;
}

/** The corners begun at the one nearest the top left, clockwise. */
export function inOrder(corners: readonly Point[]): Quad {
  const mid = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  };
  const angle = ({ x, y }: Point): number => Math.atan2(y - mid.y, x - mid.x);
  const round = corners.toSorted((a, b) => angle(a) - angle(b));
  const first = round.reduce(
    (best, { x, y }, i) => (x + y < (round[best]?.x ?? 0) + (round[best]?.y ?? 0) ? i : best),
    0,
  );
  const at = (i: number): Point => round[(first + i) % 4] ?? mid;
  return [at(0), at(1), at(2), at(3)];
}

/** Heights over widths of paper that schools use: Letter, A4, half a Letter, Legal. */
const paperShapes = [11 / 8.5, Math.SQRT2, 8.5 / 5.5, 14 / 8.5].flatMap((shape) => [
  shape,
  1 / shape,
]);
/**
 * How far off, as a logarithm, a measured shape may be and still be taken for one of them. Wide: a photo
 * that was cropped, or a sheet that curls, measures badly, and nearly all paper is of these shapes.
 */
const shapeTolerance = 0.17;

/**
 * The pixels that the flat sheet has: as tall over wide as the sheet is in truth, and no coarser than
 * the photo shows it. `quad` in pixels of a photo of `size`.
 */
export function flatSize(quad: Quad, size: Size): Size {
  const [a, b, c, d] = quad;
  const measured = trueShape(quad, size);
  const known = paperShapes
    .map((shape) => ({ shape, off: Math.abs(Math.log(measured / shape)) }))
    .toSorted((x, y) => x.off - y.off)[0];
  const shape = known && known.off < shapeTolerance ? known.shape : measured;
  const across = Math.max(distance(a, b), distance(d, c));
  const down = Math.max(distance(a, d), distance(b, c));
  const w = Math.max(across, down / shape);
  return { w: Math.max(1, Math.round(w)), h: Math.max(1, Math.round(w * shape)) };
}

/** Focal lengths of phones, in long sides of the picture; beyond, the corners say nothing about it. */
const focal = { least: 0.5, most: 3, usual: 0.75 } as const;

/**
 * Height over width of the sheet, from what perspective did to it, the camera's axis being taken to run
 * through the middle of the photo. Source: Zhang and He, "Whiteboard scanning and image enhancement"
 * (2007), section 3.3.
 */
function trueShape(quad: Quad, size: Size): number {
  const centred = mapQuad(quad, ({ x, y }) => ({ x: x - size.w / 2, y: y - size.h / 2 }));
  const [m1, m2, m4, m3] = centred.map(({ x, y }) => [x, y, 1] as const) as unknown as Vector[];
  if (!m1 || !m2 || !m3 || !m4) return 1;
  const k2 = dot(product(m1, m4), m3) / dot(product(m2, m4), m3);
  const k3 = dot(product(m1, m4), m2) / dot(product(m3, m4), m2);
  const n2 = m2.map((value, i) => k2 * value - (m1[i] ?? 0)) as unknown as Vector;
  const n3 = m3.map((value, i) => k3 * value - (m1[i] ?? 0)) as unknown as Vector;
  const long = Math.max(size.w, size.h);
  const squared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
  const isPlausible = squared > (focal.least * long) ** 2 && squared < (focal.most * long) ** 2;
  const f = isPlausible ? Math.sqrt(squared) : focal.usual * long;
  const length = ([x, y, z]: Vector): number => Math.hypot(x / f, y / f, z);
  const shape = length(n3) / length(n2);
  return Number.isFinite(shape) && shape > 0 ? shape : size.h / size.w;
}

type Vector = readonly [number, number, number];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const product = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

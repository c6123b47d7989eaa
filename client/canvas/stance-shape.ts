/**
 * The mark of a stance, drawn as a shape: an eye for a notice, a question mark for a wonder,
 * glasses for an interpretation, a dot for a note without a stance. So a stance is told by its shape, never by its colour alone.
 */
import type { MarkStance } from "./mark-palette.ts";

/** Draws the mark in the present fill and stroke colour, about (`x`, `y`), `size` wide. */
export function drawStanceShape(
  ctx: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  stance: MarkStance,
  x: number,
  y: number,
  size: number,
): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size / 24, size / 24);
  ctx.lineWidth = 2.6;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.beginPath();
  if (stance === "notice") {
    ctx.moveTo(-11, 0);
    ctx.bezierCurveTo(-7, -7.5, 7, -7.5, 11, 0);
    ctx.bezierCurveTo(7, 7.5, -7, 7.5, -11, 0);
    ctx.closePath();
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(0, 0, 3.4, 0, 2 * Math.PI);
    ctx.fill();
  } else if (stance === "wonder") {
    ctx.lineWidth = 3.2;
    ctx.moveTo(-5.4, -4.6);
    ctx.bezierCurveTo(-5, -11.5, 6.2, -11, 5.6, -4.2);
    ctx.bezierCurveTo(5.2, -0.2, 0, -0.4, 0, 4);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(0, 9.2, 2.2, 0, 2 * Math.PI);
    ctx.fill();
  } else if (stance === "interpretation") {
    ctx.arc(-6.2, 1.5, 4.6, 0, 2 * Math.PI);
    ctx.moveTo(10.8, 1.5);
    ctx.arc(6.2, 1.5, 4.6, 0, 2 * Math.PI);
    ctx.moveTo(-1.6, 0.4);
    ctx.quadraticCurveTo(0, -1.6, 1.6, 0.4);
    ctx.stroke();
  } else {
    ctx.arc(0, 0, 5, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
}

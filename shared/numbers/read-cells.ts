/**
 * What single cells of a table say: nothing, yes or no, a number as people in different countries write it.
 * Pure and total.
 */
import { most } from "./columns.ts";

const blanks = new Set(["", "-", "–", "—", ".", "n/a", "na", "#n/a", "null", "none"]);

export const isBlank = (cell: string): boolean => blanks.has(cell.trim().toLowerCase());

const yes = new Set(["yes", "y", "true", "sí", "si", "ja", "oui", "x", "✓", "✔"]);
const no = new Set(["no", "n", "false", "nein", "non", "✗", "✘"]);

export function yesOrNo(cell: string): boolean | undefined {
  const said = cell.trim().toLowerCase();
  if (yes.has(said)) return true;
  return no.has(said) ? false : undefined;
}

/** Digits with their sign and per cent; what parts them is told apart below. */
const numeric = /^[+\-−]?(?:\d[\d.,'’\s]*|[.,]\d+)\s*%?$/;

/**
 * Numbers as one column writes them: whether its comma is a decimal one is told from all of its cells.
 * Undefined for a cell that is no number, or one larger than any result.
 */
export function readNumbers(cells: readonly string[]): readonly (number | undefined)[] {
  const bare = cells.map((cell) => {
    const said = cell.trim();
    return numeric.test(said) ? said.replace(/[%'’\s]/g, "").replace("−", "-") : undefined;
  });
  const decimal = decimalOf(bare.filter((said) => said !== undefined));
  return bare.map((said) => {
    if (said === undefined) return undefined;
    const parted = decimal === "," ? said.replaceAll(".", "") : said.replaceAll(",", "");
    const value = Number(parted.replace(",", "."));
    return Number.isFinite(value) && Math.abs(value) <= most.number ? value : undefined;
  });
}

/** "1,5" is one and a half, "1,500" fifteen hundred, "1.500,5" both at once. */
function decimalOf(said: readonly string[]): "," | "." {
  const both = said.find((one) => one.includes(",") && one.includes("."));
  if (both) return both.lastIndexOf(",") > both.lastIndexOf(".") ? "," : ".";
  const withComma = said.filter((one) => one.includes(","));
  if (withComma.length === 0) return ".";
  const areThousands = withComma.every((one) => /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(one));
  return areThousands || said.some((one) => one.includes(".")) ? "." : ",";
}

/** The `Range` header of a request for one file (RFC 9110, section 14): one range, or the whole. */

export type RangeAnswer =
  | { readonly is: "whole" }
  | { readonly is: "part"; readonly first: number; readonly last: number }
  | { readonly is: "unsatisfiable" };

/** What to answer for a file of `size` bytes. Several ranges, or another unit, are answered whole. */
export function readRange(header: string | undefined, size: number): RangeAnswer {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (!match || (from === "" && to === "")) return { is: "whole" };
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0
      ? { is: "unsatisfiable" }
      : { is: "part", first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < first) return { is: "whole" };
  return first >= size ? { is: "unsatisfiable" } : { is: "part", first, last };
}

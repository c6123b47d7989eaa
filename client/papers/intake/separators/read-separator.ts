/** What a printed code says, if it is one of ours. Pure; apart from what draws codes, which the worker does not need. */
import type { Separator } from "../stack.ts";

export function readSeparator(text: string): Separator | undefined {
  const [, kind, code] = /^NB1:([CL]):([A-Z][A-Z0-9]{2,4})$/.exec(text) ?? [];
  if (!code) return undefined;
  return { is: kind === "C" ? "cover" : "label", code };
}

/** Web addresses as a PDF may hold them. test/unit/export-links.test.ts lists what is none. */
import { checkedUrl } from "../../shared/text/links.ts";

/**
 * The address in ASCII letters alone, as a PDF asks for; undefined where it is none that a link may have.
 * Checked again where it is used: a file of ours holds no other link, whoever made the report.
 */
export function webAddress(link: unknown): string | undefined {
  const checked = checkedUrl(link);
  if (checked === undefined) return undefined;
  try {
    return checkedUrl(new URL(checked).href);
  } catch {
    // Begins like an address and is none: its words are set without a link.
    return undefined;
  }
}

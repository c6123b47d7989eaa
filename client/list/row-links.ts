/** Where the words of a row lead: links in a row only look like links, for a press on it means the row. */
import type { Row } from "./rows.ts";

/** How many of a row's links have a button; the others are in its words. */
const most = 5;

export interface RowLink {
  /** A checked url. */
  readonly url: string;
  /** The site or the person it leads to; no two alike. */
  readonly where: string;
}

/** The links in the words of a row, in their order, each once. */
export function linksIn(row: Row | undefined): readonly RowLink[] {
  if (!row || !("blocks" in row)) return [];
  const urls = new Set<string>();
  for (const { runs } of row.blocks) {
    for (const { link } of runs) if (link !== undefined && urls.size < most) urls.add(link);
  }
  const links: RowLink[] = [];
  for (const url of urls) {
    const where = whereOf(url);
    const same = links.filter((one) => whereOf(one.url) === where).length;
    links.push({ url, where: same > 0 ? `${where} (${same + 1})` : where });
  }
  return links;
}

/** "example.org", "ann@example.org": who is there, whatever the address says besides. */
function whereOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return protocol === "mailto:" ? pathname : host.replace(/^www\./, "");
  } catch {
    // Nothing a browser can open; it says so itself.
    return url;
  }
}

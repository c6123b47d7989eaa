/**
 * The needs of a report: each with where it was seen, how many papers it stands on, and its evidence
 * as crops of the pages with the notes on them.
 */
import type { Evidence } from "../board/needs.ts";
import { standingOf } from "../board/standing.ts";
import { anchorOfNeed, anchorOfPage } from "./anchors.ts";
import { byStance, noteLines, said } from "./note-lines.ts";
import type { NumberedNeed } from "./numbered-needs.ts";
import type { Block, Crop, NeedBlock, Phrase } from "./report.ts";
import { codeOf, type Telling } from "./telling.ts";

export function needBlocks(telling: Telling): Block[] {
  const { needs, words } = telling;
  if (needs.length === 0) return [];
  return [
    { is: "heading", level: 2, words: words.needsHeading },
    ...needs.map((told) => needBlock(telling, told)),
  ];
}

function needBlock(telling: Telling, { need, number, evidence }: NumberedNeed): NeedBlock {
  const { words } = telling;
  const [first = "", ...more] = need.words.trim().split("\n");
  const says = words.needHeading(number, first.trim() || words.unwordedNeed);
  return {
    is: "need",
    heading: { is: "heading", level: 3, words: says, anchor: anchorOfNeed(need.id) },
    more: more.join("\n").trim(),
    standing: { is: "paragraph", tone: "soft", phrases: standing(telling, need) },
    evidence: evidence.flatMap((item) => cropOf(telling, item)),
  };
}

function standing({ view, words }: Telling, need: NumberedNeed["need"]): Phrase[] {
  const pile = view.piles.find(({ id }) => id === need.pile);
  const { papers, hunch } = standingOf(view, need.id);
  return [
    ...(pile ? [{ words: words.seenIn(words.pileName(pile)) }] : []),
    hunch
      ? { words: words.hunch(papers.length), strong: true as const }
      : { words: words.evidenceFrom(papers.length) },
  ];
}

function cropOf(telling: Telling, { region: regionId, paper }: Evidence): Crop[] {
  const { view, words, shown, ink } = telling;
  const pages = view.pagesOf.get(paper) ?? [];
  const region = regionId === undefined ? undefined : view.regions.get(regionId);
  const page = region ? view.pages.get(region.page) : pages[0];
  if (!page) return [];
  const code = codeOf(telling, paper);
  const number = pages.length > 1 ? pages.findIndex(({ id }) => id === page.id) + 1 : undefined;
  const notes = region ? noteLines(byStance(view.notesOn.get(region.id) ?? []), words) : [];
  return [
    {
      image: { tiers: page.tiers, size: page.size },
      rect: region?.rect,
      caption: region ? words.cropOf(code, number) : words.wholePaper(code, pages.length),
      alt: words.altCrop({
        code,
        page: number,
        whole: region === undefined,
        described: page.alt.trim(),
        notes: notes.map(said),
      }),
      to: shown.has(paper) ? anchorOfPage(page.id) : undefined,
      notes,
      ink: ink.get(page.id) ?? [],
    },
  ];
}

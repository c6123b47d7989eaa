/** What a report takes out of the team, counted from the very data that the file is made of. */
import type { Report, Section } from "../../shared/report/report.ts";

export interface WhatLeaves {
  readonly question: boolean;
  readonly piles: number;
  readonly codes: number;
  /** Reasons why papers were left where they are. */
  readonly settled: number;
  readonly moved: boolean;
  readonly needs: number;
  /** Pieces of evidence: parts of pages, or whole ones. */
  readonly evidence: number;
  /** What could meet the needs. */
  readonly resources: number;
  readonly steps: number;
  readonly tableNotes: number;
  readonly papers: number;
  readonly pages: number;
  /** On papers and on regions of them. */
  readonly tags: number;
  readonly notes: number;
  readonly strokes: number;
}

export function whatLeaves(report: Report): WhatLeaves {
  const blocks = report.sections.flatMap((section) => section.blocks);
  const piles = blocks.flatMap((block) => (block.is === "piles" ? block.piles : []));
  const needs = blocks.filter((block) => block.is === "need");
  const papers = blocks.filter((block) => block.is === "paper");
  const pages = papers.flatMap((paper) => paper.pages);
  const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
    items.reduce((all, item) => all + of(item), 0);
  return {
    question: blocks.some((block) => block.is === "paragraph" && block.tone === "lead"),
    // The papers that lie in no pile are not a pile.
    piles: piles.filter(({ colour }) => colour !== undefined).length,
    codes: sum(piles, ({ codes }) => codes.length),
    settled: itemsIn(report, "talk"),
    moved: report.sections.some(({ is }) => is === "moved"),
    needs: needs.length,
    evidence: sum(needs, (need) => need.evidence.length),
    resources: sum(needs, (need) => need.resources?.items.length ?? 0),
    steps: sum(needs, (need) => need.steps?.items.length ?? 0),
    tableNotes: itemsIn(report, "table"),
    papers: papers.length,
    pages: pages.length,
    tags: sum(
      [...papers, ...pages.flatMap(({ regions }) => regions)],
      ({ tags }) => tags?.count ?? 0,
    ),
    notes: sum(pages, (page) => page.regions.flatMap(({ notes }) => notes).length),
    strokes: sum(pages, (page) => page.ink.length),
  };
}

function itemsIn({ sections }: Report, section: Section["is"]): number {
  return sections
    .filter(({ is }) => is === section)
    .flatMap(({ blocks }) => blocks)
    .reduce((all, block) => all + (block.is === "list" ? block.items.length : 0), 0);
}

/**
 * What moved from the pupils' first papers to their last ones, on one board or from an earlier board of the team to
 * this one, beside what the team meant to try and tried. Each figure names its papers by their codes; where small
 * numbers are held back it names none, and none can be found from the others.
 */
import { type NextStep, saidOf, stepDetails } from "../board/next-steps.ts";
import type { BoardView } from "../board/reader.ts";
import { smallCell, suppressed } from "../sorting/movement.ts";
import {
  lastOf,
  type MovedPupil,
  movementOf,
  ofSet,
  type SetMovement,
  setsOn,
  ways,
} from "../sorting/sets.ts";
import { anchorOfPaper } from "./anchors.ts";
import { plainParagraph } from "./note-lines.ts";
import type { Block, NoteLine, Phrase } from "./report.ts";
import type { Telling } from "./telling.ts";

/** An earlier board of the team, as it may be seen now. */
export interface EarlierBoard {
  readonly title: string;
  readonly view: Pick<BoardView, "piles" | "papers" | "places" | "needs" | "stepsOf">;
}

/** `earlier`: where the earlier papers are; undefined = on this board. */
export function movedBlocks(telling: Telling, earlier?: EarlierBoard): Block[] {
  const { view, words } = telling;
  const compared = comparedWith(telling, earlier);
  if (!compared) return [];
  const { moved, about } = compared;
  if (moved.up + moved.same + moved.down === 0) return [];
  const meant = (earlier?.view.needs ?? []).flatMap(
    ({ id }) => earlier?.view.stepsOf.get(id)?.filter((step) => saidOf(step).length > 0) ?? [],
  );
  const tried = view.meta.tried.trim();
  const said = [{ words: `${words.triedTitle}  `, marks: "b" }, { words: tried }];
  const { told, isSuppressed } = tellable(telling, moved);
  return [
    { is: "heading", level: 2, words: words.movedHeading },
    { is: "paragraph", tone: "soft", phrases: [{ words: about }] },
    ...meant.map(
      (step) => ({ is: "paragraph", tone: "plain", phrases: meantPhrases(telling, step) }) as const,
    ),
    ...(tried === "" ? [] : [{ is: "paragraph", tone: "plain", phrases: said } as const]),
    // Where none may be told, one sentence says so better than a list.
    ...(told.flat().every((count) => count === undefined)
      ? []
      : [
          {
            is: "list",
            items: [...totals(telling, moved, told), ...figures(telling, moved, told)],
          } as const,
        ]),
    ...(isSuppressed
      ? [
          {
            is: "paragraph",
            tone: "soft",
            phrases: [{ words: words.heldBack(smallCell) }],
          } as const,
        ]
      : []),
  ];
}

/** What is compared, and in words; undefined where there are no two sets of papers. */
function comparedWith(
  { view, words }: Telling,
  earlier: EarlierBoard | undefined,
): { readonly moved: SetMovement; readonly about: string } | undefined {
  const sets = setsOn(view);
  const [first, last] = [sets[0], sets.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (earlier) {
    return {
      moved: movementOf(lastOf(earlier.view), ofSet(view, last)),
      about: words.movedFromBoard(earlier.title, sets.length > 1 ? last : undefined),
    };
  }
  if (first === last) return undefined;
  return {
    moved: movementOf(ofSet(view, first), ofSet(view, last)),
    about: words.movedAbout(first, last),
  };
}

/** A next step that the earlier board named, with all that is said of it, in one paragraph. */
function meantPhrases({ words }: Telling, step: NextStep): Phrase[] {
  const parts = stepDetails.filter((part) => step[part].trim() !== "");
  return [
    { words: `${words.meantTitle}  `, marks: "b" },
    { words: step.what.trim() },
    ...parts.flatMap((part, i): Phrase[] => [
      { words: i === 0 && step.what.trim() === "" ? "" : "  ·  " },
      { words: `${words.stepParts[part]}  `, marks: "b" },
      { words: step[part].trim() },
    ]),
  ].filter((phrase) => phrase.words !== "");
}

type Told = readonly (readonly (number | undefined)[])[];

/** The figures that may be said; undefined for what is held back. */
function tellable(
  { holdsBack }: Telling,
  { cells }: SetMovement,
): { readonly told: Told; readonly isSuppressed: boolean } {
  const counts = cells.map((row) => row.map((cell) => cell.length));
  const told = holdsBack ? suppressed(counts) : counts;
  return { told, isSuppressed: told.flat().includes(undefined) };
}

/** A sum in which something is held back is held back too. */
function totals({ words }: Telling, moved: SetMovement, told: Told): NoteLine[] {
  const shown = moved.isOrdered ? ways : ways.filter((way) => way === "same");
  return shown.map((way) => {
    const parts = told.flatMap((row, from) => row.filter((_, to) => moved.wayOf(from, to) === way));
    const sum = parts.includes(undefined)
      ? undefined
      : parts.reduce<number>((all, count) => all + (count ?? 0), 0);
    const said = sum === undefined ? words.notTold : words.codes(sum);
    return { label: words.ways[way], written: [plainParagraph([{ words: said }])] };
  });
}

function figures(telling: Telling, moved: SetMovement, told: Told): NoteLine[] {
  const { words } = telling;
  return moved.from.flatMap((pile, from) =>
    moved.to.flatMap((other, to): NoteLine[] => {
      const count = told[from]?.[to];
      if (count === 0) return [];
      const label = words.fromTo(words.pileName(pile), words.pileName(other));
      const pupils = moved.cells[from]?.[to] ?? [];
      const phrases: Phrase[] =
        count === undefined
          ? [{ words: words.notTold }]
          : [{ words: words.codes(count) }, ...named(telling, pupils)];
      return [{ label, written: [plainParagraph(phrases)] }];
    }),
  );
}

/** The codes, each the way to its later paper; none where small numbers are held back. */
function named({ shown, holdsBack }: Telling, pupils: readonly MovedPupil[]): Phrase[] {
  if (holdsBack) return [];
  return pupils.flatMap(({ code, papers: [, later] }, i): Phrase[] => [
    { words: i === 0 ? ": " : ", " },
    { words: code, ...(shown.has(later) ? { to: anchorOfPaper(later) } : {}) },
  ]);
}

/**
 * What the palette offers for some words: commands that mean something now, things on the board, people
 * who are here, other boards of the team. Best first within each group; groups in one order.
 *
 * Pure but for `run`. Without words it offers the commands alone.
 */
import type { BoardSummary } from "../../../shared/protocol/api.ts";
import type { Icon } from "../../ui/button.tsx";
import { type Command, iconOf, isOffered, nameOf, type Situation } from "../commands/command.ts";
import { answers } from "./match.ts";
import type { Thing } from "./things.ts";

export interface PersonHere {
  readonly memberId: string;
  readonly name: string;
}

export type AnswerKind = "commands" | "things" | "people" | "boards";

export interface Answer {
  readonly kind: AnswerKind;
  readonly id: string;
  readonly label: string;
  /** Beside it, softer: where a thing lies. */
  readonly detail?: string;
  readonly key?: string | undefined;
  readonly icon?: Icon | undefined;
  readonly of:
    | { readonly command: Command }
    | { readonly thing: Thing }
    | { readonly person: PersonHere }
    | { readonly board: BoardSummary };
}

export interface Sources {
  readonly commands: readonly Command[];
  readonly now: Situation;
  readonly things: readonly Thing[];
  readonly people: readonly PersonHere[];
  readonly boards: readonly BoardSummary[];
  follow(name: string): string;
}

const mostOfAKind = 12;

export function answersTo(query: string, sources: Sources): readonly Answer[] {
  const { now } = sources;
  const commands = sources.commands
    .filter((command) => !command.isKeyOnly && isOffered(command, now))
    .map((command): Answer => {
      const label = nameOf(command, now);
      const { keys } = command;
      const icon = iconOf(command, now);
      return { kind: "commands", id: command.id, label, icon, key: keys?.[0], of: { command } };
    });
  if (query.trim() === "") return commands;
  const things = sources.things.map(
    (thing): Answer => ({
      kind: "things",
      id: `thing.${thing.kind}.${thing.id}`,
      label: thing.words,
      detail: thing.where,
      of: { thing },
    }),
  );
  const people = sources.people.map(
    (person): Answer => ({
      kind: "people",
      id: `person.${person.memberId}`,
      label: sources.follow(person.name),
      of: { person },
    }),
  );
  const boards = sources.boards.map(
    (board): Answer => ({
      kind: "boards",
      id: `board.${board.boardId}`,
      label: board.title,
      of: { board },
    }),
  );
  return [commands, things, people, boards].flatMap((some) => best(some, query));
}

function best(some: readonly Answer[], query: string): readonly Answer[] {
  return some
    .flatMap((answer) => {
      const score = answers(`${answer.label} ${answer.detail ?? ""}`, query);
      return score === undefined ? [] : [{ answer, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostOfAKind)
    .map(({ answer }) => answer);
}

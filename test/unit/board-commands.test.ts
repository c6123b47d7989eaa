/** The one table of commands: what a key means, who is offered what, and what the help sheet says of it. */
import { describe, expect, test } from "vitest";
import { allCommands } from "../../client/board/commands/all-commands.ts";
import {
  commandOn,
  iconOf,
  isOffered,
  keysOf,
  nameOf,
  type Situation,
  situationOf,
} from "../../client/board/commands/command.ts";
import { helpRows } from "../../client/board/commands/help-rows.ts";
import { createTableState, type TableState } from "../../client/board/table-state.ts";
import { parseHotkey } from "../../client/ui/hotkeys.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { inventBoard } from "../fixtures/board.ts";

const invented = inventBoard({ papers: 6, marks: 4, notes: 3 });
const view = readBoard(invented.doc);
const [paper = "", other = ""] = invented.papers as readonly string[];
const [region = ""] = invented.regions as readonly string[];
const note = [...view.notes.values()].find((one) => one.region === undefined)?.id ?? "";

const member = { mayWrite: true, isMember: true };
const guest = { mayWrite: false, isMember: false };

function at(state: Partial<TableState> = {}, rights: typeof member = member): Situation {
  return situationOf(view, createTableState(state).get(), rights);
}
const having = (...ids: string[]): Partial<TableState> => ({ selection: new Set(ids) });
const offered = (now: Situation): readonly string[] =>
  allCommands.filter((command) => isOffered(command, now)).map(({ id }) => id);

/** Every kind of thing in hand, alone and together, for each kind of person, at the table and in the list. */
const situations: readonly Situation[] = [member, guest].flatMap((rights) =>
  (["table", "list"] as const).flatMap((look) =>
    [[], [paper], [paper, other], [note], [region], [paper, note], [paper, note, region]].flatMap(
      (ids) => at({ ...having(...ids), current: ids[0], look }, rights),
    ),
  ),
);

describe("the table of commands", () => {
  test("names each command once, and no two by the same words in one situation", () => {
    const ids = allCommands.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const now of situations) {
      const named = allCommands
        .filter((command) => isOffered(command, now) && !command.isKeyOnly)
        .map((command) => nameOf(command, now));
      expect(named.filter((name) => name === "")).toEqual([]);
      expect(named.filter((name, i) => named.indexOf(name) !== i)).toEqual([]);
    }
  });

  test("never offers two commands on one key", () => {
    const written = keysOf(allCommands).map((key) => JSON.stringify(parseHotkey(key)));
    expect(written).toEqual([...new Set(written)]);
    for (const now of situations) {
      for (const key of keysOf(allCommands)) {
        const meant = allCommands.filter(
          (command) => command.keys?.includes(key) && isOffered(command, now),
        );
        expect(meant.map(({ id }) => id).slice(1)).toEqual([]);
      }
    }
  });

  test("takes no key of the browser's that nothing here needs", () => {
    for (const key of ["mod+t", "mod+w", "mod+n", "mod+r", "mod+l", "mod+p", "tab", "f5"]) {
      expect(keysOf(allCommands)).not.toContain(key);
    }
  });

  test("has an icon for whatever stands in a menu", () => {
    for (const now of situations) {
      const bare = allCommands.filter(
        (command) => command.menus && isOffered(command, now) && !iconOf(command, now),
      );
      expect(bare.map(({ id }) => id)).toEqual([]);
    }
  });

  test("offers who only looks nothing that changes the board", () => {
    const looking = offered(at(having(paper), guest));
    for (const id of [
      "editing.remove",
      "editing.undo",
      "sorting.pile1",
      "tool.pen",
      "board.invite",
    ])
      expect(looking).not.toContain(id);
    expect(looking).toContain("editing.open");
    expect(offered(at(having(paper)))).toContain("sorting.pile1");
  });

  test("sends to as many piles as there are, and only papers", () => {
    const piles = (now: Situation): number =>
      offered(now).filter((id) => id.startsWith("sorting.pile")).length;
    expect(piles(at(having(paper)))).toBe(view.piles.length);
    expect(piles(at(having(note)))).toBe(0);
  });

  test("keeps keys of the table away from the list and from a paper being read", () => {
    const meant = (key: string, state: Partial<TableState>) =>
      commandOn(allCommands, key, at(state))?.id;
    expect(meant("1", having(paper))).toBe("sorting.pile1");
    expect(meant("1", { ...having(paper), look: "list" })).toBeUndefined();
    expect(meant("mod+z", { look: "list" })).toBe("editing.undo");
    const reading = { paper: invented.papers[0] as never, region: undefined };
    expect(meant("p", { reading })).toBeUndefined();
  });
});

describe("the help sheet", () => {
  const listed = (now: Situation): readonly string[] =>
    helpRows(allCommands, now).flatMap(({ rows }) => rows.flatMap(({ keys }) => keys));

  test("lists every key that acts, once, whatever is in hand", () => {
    const keys = listed(at());
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    const acting = situations
      .filter((now) => now.mayWrite)
      .flatMap((now) => keysOf(allCommands).filter((key) => commandOn(allCommands, key, now)));
    for (const key of new Set(acting)) expect(keys).toContain(key);
  });

  test("shows who only looks no key that would do nothing for them", () => {
    const keys = listed(at({}, guest));
    expect(keys).not.toContain("p");
    expect(keys).not.toContain("1");
    expect(keys).toContain("arrowleft");
  });
});

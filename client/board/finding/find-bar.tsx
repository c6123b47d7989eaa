/**
 * Find on the board: a field over the table or the list, what holds its words lit up, and the way from
 * one to the next. Looks through codes, what is typed out of papers, notes, marks, needs and piles.
 */
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useBoard } from "../../sync/use-board.tsx";
import { IconButton } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { finding } from "../../words/en/finding.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { change } from "../table-state.ts";
import styles from "./find-bar.module.css";
import { goTo } from "./go-to.ts";
import { folded, holds } from "./match.ts";
import { type Thing, thingsOn } from "./things.ts";

const say = finding;

export function FindBar() {
  const port = useCommandPort();
  const { state } = port;
  const asked = useStore(state, ({ finding }) => finding);
  const view = useBoard((board) => board);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState<string | undefined>();
  const field = useRef<HTMLInputElement>(null);
  const matches = useMemo(() => matching(thingsOn(view), query), [view, query]);
  const index = matches.findIndex(({ id }) => id === at);

  useEffect(() => field.current?.select(), [asked]);
  useEffect(() => {
    change(state, { found: { ids: new Set(matches.map(({ id }) => id)), at } });
  }, [state, matches, at]);
  useEffect(() => () => change(state, { found: undefined }), [state]);

  function stand(thing: Thing | undefined): void {
    setAt(thing?.id);
    if (thing) goTo(port, thing, false);
  }
  function step(by: 1 | -1): void {
    const from = index < 0 && by < 0 ? 0 : index;
    stand(matches.at((from + by) % Math.max(1, matches.length)));
  }
  function look(next: string): void {
    setQuery(next);
    const [first] = matching(thingsOn(view), next);
    stand(first);
  }
  function close(): void {
    const last = matches[index];
    change(state, { finding: undefined, found: undefined });
    if (last) goTo(port, last, true);
  }

  return (
    <search className={styles["bar"]} aria-label={say.find}>
      <input
        ref={field}
        className={styles["field"]}
        aria-label={say.findField}
        placeholder={say.findField}
        value={query}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for just now
        autoFocus
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
        }}
      />
      <output className={styles["count"]}>
        {query.trim() === ""
          ? ""
          : matches.length === 0
            ? say.none
            : say.place(index + 1, matches.length)}
      </output>
      <IconButton
        size="small"
        label={say.previous}
        icon={ChevronUp}
        shortcut="shift+enter"
        tooltipSide="bottom"
        disabled={matches.length === 0}
        onClick={() => step(-1)}
      />
      <IconButton
        size="small"
        label={say.next}
        icon={ChevronDown}
        shortcut="enter"
        tooltipSide="bottom"
        disabled={matches.length === 0}
        onClick={() => step(1)}
      />
      <IconButton
        size="small"
        label={say.close}
        icon={X}
        shortcut="escape"
        tooltipSide="bottom"
        onClick={close}
      />
    </search>
  );
}

function matching(things: readonly Thing[], query: string): readonly Thing[] {
  const wanted = folded(query).trim();
  if (wanted === "") return [];
  return things.filter((thing) => holds(thing.words, wanted) || holds(thing.written ?? "", wanted));
}

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no tag is a list whose options a field beside it has */
/** The palette: type what you want, and it is a command, a thing on the board, a colleague or a board. */
import {
  FileText,
  LayoutGrid,
  MapPin,
  MessageSquareHeart,
  Shapes,
  StickyNote,
  User,
} from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { MemberId } from "../../../shared/base/ids.ts";
import type { BoardSummary } from "../../../shared/protocol/api.ts";
import { useBoard, useOthers } from "../../sync/use-board.tsx";
import { boardsOf } from "../../team/api.ts";
import { boardPath } from "../../team/paths.ts";
import type { Icon } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showHotkey } from "../../ui/hotkeys.ts";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { finding } from "../../words/en/finding.ts";
import { words } from "../../words/words.ts";
import { allCommands } from "../commands/all-commands.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { change } from "../table-state.ts";
import { type Answer, type AnswerKind, answersTo } from "./answers.ts";
import { goTo } from "./go-to.ts";
import styles from "./palette.module.css";
import { type Thing, thingsOn } from "./things.ts";

const say = finding;

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const port = useCommandPort();
  const view = useBoard((board) => board);
  const others = useOthers();
  const boards = useOtherBoards();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** Whether the focus goes to what was chosen, not back to where it was. */
  const goes = useRef(false);
  const id = useId();
  const things = useMemo(() => thingsOn(view).filter(({ words: said }) => said !== ""), [view]);
  const people = useMemo(
    () => [...new Map(others.map((other) => [other.memberId, other])).values()],
    [others],
  );
  const found = useMemo(
    () =>
      answersTo(query, {
        commands: allCommands,
        now: port.situation(),
        things,
        people: people.filter(({ memberId }) => memberId !== port.session.me.memberId),
        boards,
        follow: words.together.follow,
      }),
    [query, port, things, people, boards],
  );
  const chosen = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  function run({ of }: Answer): void {
    goes.current = "thing" in of;
    // First away with the palette: what is run may open something of its own.
    flushSync(onClose);
    if ("command" in of) void of.command.run(port, port.situation());
    else if ("thing" in of) goTo(port, of.thing, true);
    else if ("board" in of) location.assign(boardPath(of.board.boardId));
    else change(port.state, { following: of.person.memberId as MemberId, look: "table" });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={say.palette}
      initialFocus={field}
      returnsFocus={() => !goes.current}
    >
      <input
        ref={field}
        className={styles["field"]}
        role="combobox"
        aria-label={say.paletteField}
        placeholder={say.paletteField}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const last = Math.max(0, found.length - 1);
          if (event.key === "ArrowDown") setAt(at >= last ? 0 : at + 1);
          else if (event.key === "ArrowUp") setAt(at <= 0 ? last : at - 1);
          else if (event.key === "Enter" && chosen) run(chosen);
          else return;
          event.preventDefault();
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className={styles["list"]}
        role="listbox"
        aria-label={say.results}
        tabIndex={-1}
      >
        {byKind(found).map(([kind, some]) => (
          <div key={kind} role="group" aria-label={say.groups[kind]}>
            <p className={styles["kind"]} aria-hidden>
              {say.groups[kind]}
            </p>
            {some.map((answer) => (
              <Option
                key={answer.id}
                id={`${id}-${answer.id}`}
                answer={answer}
                isChosen={answer === chosen}
                onRun={() => run(answer)}
              />
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles["none"]}>{say.nothing}</p>}
      <VisuallyHidden>
        <output>{query === "" ? "" : say.counted(found.length)}</output>
      </VisuallyHidden>
    </Dialog>
  );
}

const thingIcons: { readonly [kind in Thing["kind"]]: Icon } = {
  paper: FileText,
  mark: MapPin,
  note: StickyNote,
  shape: Shapes,
  need: MessageSquareHeart,
  pile: LayoutGrid,
};
const kindIcons = { commands: undefined, people: User, boards: LayoutGrid } as const;

function Option(props: {
  readonly id: string;
  readonly answer: Answer;
  readonly isChosen: boolean;
  readonly onRun: () => void;
}) {
  const { id, answer, isChosen, onRun } = props;
  const { of, kind, label, detail, key } = answer;
  const Icon =
    answer.icon ?? ("thing" in of ? thingIcons[of.thing.kind] : kindIcons[kind as "people"]);
  return (
    // The field has the keys: Enter runs the chosen one.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className={styles["option"]}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onClick={onRun}
    >
      <span className={styles["icon"]}>{Icon && <Icon size={18} aria-hidden />}</span>
      <span className={styles["label"]}>{label}</span>
      {detail && <span className={styles["detail"]}>{detail}</span>}
      {key && (
        <kbd className={styles["key"]} aria-hidden>
          {showHotkey(key)}
        </kbd>
      )}
    </div>
  );
}

function byKind(found: readonly Answer[]): readonly [AnswerKind, readonly Answer[]][] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, found.filter((answer) => answer.kind === kind)]);
}

/** The team's other boards, once they are known; none for a guest. */
function useOtherBoards(): readonly BoardSummary[] {
  const { board } = useCommandPort();
  const [boards, setBoards] = useState<readonly BoardSummary[]>([]);
  useEffect(() => {
    if (board.role !== "member") return;
    let isCurrent = true;
    void boardsOf(board.teamId).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      setBoards(answer.value.boards.filter(({ boardId }) => boardId !== board.boardId));
    });
    return () => {
      isCurrent = false;
    };
  }, [board]);
  return boards;
}

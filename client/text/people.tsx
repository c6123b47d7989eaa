/** The people an @ being typed may mean: chosen with the arrows and Enter, or by pointer. */
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { MemberSummary } from "../../shared/protocol/api.ts";
import { useLane } from "../sync/use-board.tsx";
import { useStore } from "../ui/store.ts";
import { words } from "../words/words.ts";
import styles from "./people.module.css";
import { standAt } from "./stand-at.ts";
import type { Writing } from "./writing.ts";

const most = 6;

function meant(members: readonly MemberSummary[], asked: string): readonly MemberSummary[] {
  const wanted = asked.toLocaleLowerCase();
  return members
    .filter(({ name }) => {
      const said = name.toLocaleLowerCase();
      return said.startsWith(wanted) || said.split(/\s+/).some((part) => part.startsWith(wanted));
    })
    .slice(0, most);
}

export function People(props: {
  readonly writing: Writing;
  readonly field: RefObject<HTMLElement | null>;
}) {
  const { writing } = props;
  const { members } = useLane();
  const asked = useStore(writing.state, (state) => state.asked);
  const [closed, setClosed] = useState<string | undefined>(undefined);
  if (closed !== undefined && (asked === undefined || !asked.startsWith(closed)))
    setClosed(undefined);
  if (asked === undefined || closed !== undefined) return null;
  const people = meant(members, asked);
  if (people.length === 0) return null;
  return <Choice {...props} key={asked} people={people} onClose={() => setClosed(asked)} />;
}

function Choice(props: {
  readonly writing: Writing;
  readonly field: RefObject<HTMLElement | null>;
  readonly people: readonly MemberSummary[];
  readonly onClose: () => void;
}) {
  const { writing, field, people, onClose } = props;
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    return standAt(element, () => caretRect() ?? field.current?.getBoundingClientRect(), "below");
  }, [field]);

  useEffect(() => {
    const element = field.current;
    element?.setAttribute("aria-controls", id);
    element?.setAttribute("aria-activedescendant", `${id}-${at}`);
    return () => {
      element?.removeAttribute("aria-controls");
      element?.removeAttribute("aria-activedescendant");
    };
  }, [field, id, at]);

  function choose(person: MemberSummary | undefined): void {
    if (person) writing.mention(person.memberId, person.name);
  }

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    switch (event.key) {
      case "ArrowDown":
        setAt((at + 1) % people.length);
        return true;
      case "ArrowUp":
        setAt((at + people.length - 1) % people.length);
        return true;
      case "Enter":
      case "Tab":
        // Not while the editor is still at work on the key.
        queueMicrotask(() => choose(people[at]));
        return true;
      case "Escape":
        onClose();
        return true;
      default:
        return false;
    }
  });
  useEffect(() => writing.onKey((event) => onKey(event)), [writing]);

  return (
    // A select could not stand beside the caret while the words keep the focus.
    <div
      ref={list}
      id={id}
      popover="manual"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={-1}
      aria-label={words.writing.people}
      className={styles["people"]}
      data-own-pointer
    >
      {people.map((person, i) => (
        <div
          key={person.memberId}
          id={`${id}-${i}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          className={styles["person"]}
          onPointerEnter={() => setAt(i)}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(person);
          }}
        >
          {person.name}
        </div>
      ))}
    </div>
  );
}

function caretRect(): DOMRect | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const rect = selection.getRangeAt(0).getBoundingClientRect();
  return rect.height > 0 ? rect : undefined;
}

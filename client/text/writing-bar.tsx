/**
 * The bar of looks above the field being written in, the people a mention may mean, and the emoji. All
 * stand in the browser's top layer, so they are as large as all buttons whatever the table's zoom, and
 * belong to the field as far as the focus is concerned.
 */
import {
  AtSign,
  Bold,
  Code,
  Heading1,
  Heading2,
  Heading3,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  Quote,
  Smile,
  Strikethrough,
  Underline,
} from "lucide-react";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { BlockType } from "../../shared/text/blocks.ts";
import { Button, type Icon, IconButton } from "../ui/button.tsx";
import { useStore } from "../ui/store.ts";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.tsx";
import { writing as say } from "../words/en/writing.ts";
import { type EmojiChunk, fetchEmoji } from "./emoji/fetch-emoji.ts";
import { TypedEmoji } from "./emoji/typed-emoji.tsx";
import { barAct, barKeys, indentKeys, markKeys, signKeys, typeKeys } from "./keys.ts";
import { People } from "./people.tsx";
import { standAt } from "./stand-at.ts";
import type { Writing } from "./writing.ts";
import styles from "./writing-bar.module.css";

const markIcons: readonly (readonly [mark: keyof typeof say.marks, icon: Icon])[] = [
  ["b", Bold],
  ["i", Italic],
  ["u", Underline],
  ["s", Strikethrough],
  ["c", Code],
];
const typeIcons: readonly (readonly [type: BlockType, icon: Icon])[] = [
  ["h1", Heading1],
  ["h2", Heading2],
  ["h3", Heading3],
  ["q", Quote],
  ["ul", List],
  ["ol", ListOrdered],
  ["cl", ListChecks],
];

export interface WritingBarProps {
  readonly writing: Writing;
  readonly field: RefObject<HTMLElement | null>;
}

export function WritingBar({ writing, field }: WritingBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { marks, type, link } = useStore(writing.state);
  const [isLinking, setLinking] = useState(false);
  const [picking, setPicking] = useState<EmojiChunk | undefined>(undefined);
  const inList = type === "ul" || type === "ol" || type === "cl";

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    return standAt(element, () => field.current?.getBoundingClientRect(), "above");
  }, [field]);

  // Before the name of a button that is shown takes the key for itself.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && bar.current?.contains(document.activeElement)) writing.focus();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [writing]);

  const pick = useCallback((): void => {
    fetchEmoji().then(
      (chunk) => setPicking(() => chunk),
      () => toast({ title: say.emoji.notHere, kind: "problem" }),
    );
  }, []);
  const onPicked = useCallback(
    (goesBack: boolean): void => {
      setPicking(undefined);
      if (goesBack) writing.focus();
    },
    [writing],
  );

  useEffect(
    () =>
      writing.onKey((event) => {
        switch (barAct(event)) {
          case "link":
            setLinking(true);
            return true;
          case "emoji":
            pick();
            return true;
          case "bar":
            bar.current?.querySelector("button")?.focus();
            return true;
          case undefined:
            return false;
        }
      }),
    [writing, pick],
  );

  return (
    <>
      <div
        ref={bar}
        popover="manual"
        role="toolbar"
        aria-label={say.bar}
        tabIndex={-1}
        className={styles["bar"]}
        data-own-pointer
        // The caret stays in the words.
        onMouseDown={(event) => {
          if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
        }}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {isLinking ? (
          <LinkForm
            link={link}
            onDone={(typed) => {
              if (typed !== "kept" && !writing.setLink(typed)) return false;
              setLinking(false);
              writing.focus();
              return true;
            }}
          />
        ) : (
          <>
            {markIcons.map(([mark, icon]) => (
              <IconButton
                key={mark}
                size="small"
                icon={icon}
                label={say.marks[mark]}
                shortcut={markKeys[mark]}
                pressed={marks.includes(mark)}
                onClick={() => writing.mark(mark)}
              />
            ))}
            <span className={styles["gap"]} />
            {typeIcons.map(([of, icon]) => (
              <IconButton
                key={of}
                size="small"
                icon={icon}
                label={say.types[of]}
                shortcut={typeKeys[of]}
                pressed={type === of}
                onClick={() => writing.setType(of)}
              />
            ))}
            {inList && (
              <>
                <IconButton
                  size="small"
                  icon={IndentDecrease}
                  label={say.outdent}
                  shortcut={indentKeys.outdent}
                  onClick={() => writing.indent(-1)}
                />
                <IconButton
                  size="small"
                  icon={IndentIncrease}
                  label={say.indent}
                  shortcut={indentKeys.indent}
                  onClick={() => writing.indent(1)}
                />
              </>
            )}
            <span className={styles["gap"]} />
            <IconButton
              size="small"
              icon={Link2}
              label={say.link}
              shortcut={barKeys.link}
              pressed={link !== undefined}
              onClick={() => setLinking(true)}
            />
            <IconButton
              size="small"
              icon={AtSign}
              label={say.mention}
              shortcut={signKeys.mention}
              onClick={() => writing.askMention()}
            />
            <IconButton
              size="small"
              icon={Smile}
              label={say.emoji.put}
              shortcut={barKeys.emoji}
              pressed={picking !== undefined}
              onClick={() => (picking ? onPicked(true) : pick())}
            />
          </>
        )}
      </div>
      <People writing={writing} field={field} />
      <TypedEmoji writing={writing} field={field} />
      {picking && <picking.EmojiPicker writing={writing} field={field} onClose={onPicked} />}
    </>
  );
}

function LinkForm(props: {
  readonly link: string | undefined;
  /** False where what was typed is no address. */
  readonly onDone: (typed: string | undefined) => boolean;
}) {
  const { link, onDone } = props;
  const [typed, setTyped] = useState(link ?? "");
  const [isWrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      className={styles["link"]}
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(!onDone(typed.trim() === "" ? undefined : typed));
      }}
    >
      <TextField
        ref={input}
        label={say.linkTo}
        value={typed}
        error={isWrong ? say.noLink : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button size="small" type="submit">
        {say.setLink}
      </Button>
      {link !== undefined && (
        <Button size="small" variant="quiet" onClick={() => onDone(undefined)}>
          {say.removeLink}
        </Button>
      )}
    </form>
  );
}

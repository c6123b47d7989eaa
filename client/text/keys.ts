/** Keys while writing, besides those the browser and the editor know: what each of them asks for. */
import type { BlockType } from "../../shared/text/blocks.ts";
import { isApple, type KeyPress, matchesHotkey, parseHotkey } from "../ui/hotkeys.ts";

export type KeyAct =
  | { readonly do: "done" | "undo" | "redo" }
  | { readonly do: "type"; readonly type: BlockType }
  | { readonly do: "mark"; readonly mark: string }
  | { readonly do: "indent"; readonly by: 1 | -1 };

export const typeKeys: { readonly [type in BlockType]: string } = {
  p: "mod+alt+0",
  h1: "mod+alt+1",
  h2: "mod+alt+2",
  h3: "mod+alt+3",
  q: "mod+alt+4",
  ol: "mod+shift+7",
  ul: "mod+shift+8",
  cl: "mod+shift+9",
};

export const markKeys: { readonly [mark: string]: string } = {
  b: "mod+b",
  i: "mod+i",
  u: "mod+u",
  s: "mod+shift+x",
  c: "mod+e",
};

export const stepKeys = {
  done: ["escape", "mod+enter"],
  undo: ["mod+z"],
  redo: ["mod+shift+z", "mod+y"],
} as const;
export const indentKeys = { indent: "tab", outdent: "shift+tab" } as const;

/** Keys of what the bar of looks asks for by itself, and of the way there. */
export const barKeys = { link: "mod+k", emoji: "mod+.", bar: "alt+f10" } as const;
/** What begins a mention, and what an emoji, while typing. */
export const signKeys = { mention: "@", emoji: ":" } as const;

const table: readonly (readonly [hotkey: string, act: KeyAct])[] = [
  ...stepKeys.done.map((key) => [key, { do: "done" }] as const),
  ...stepKeys.undo.map((key) => [key, { do: "undo" }] as const),
  ...stepKeys.redo.map((key) => [key, { do: "redo" }] as const),
  [indentKeys.indent, { do: "indent", by: 1 }],
  [indentKeys.outdent, { do: "indent", by: -1 }],
  ...Object.entries(typeKeys).map(
    ([type, key]) => [key, { do: "type", type: type as BlockType }] as const,
  ),
  ...Object.entries(markKeys).map(([mark, key]) => [key, { do: "mark", mark }] as const),
];
/** Every key that `keyActs` knows. */
export const actKeys: readonly string[] = table.map(([hotkey]) => hotkey);
const known = table.map(([hotkey, act]) => ({ hotkey: parseHotkey(hotkey), act }));

export function keyActs(event: KeyPress): KeyAct | undefined {
  const apple = isApple();
  return known.find(({ hotkey }) => matchesDigit(hotkey, event, apple))?.act;
}

const barActs = Object.entries(barKeys).map(
  ([name, hotkey]) => [name as keyof typeof barKeys, parseHotkey(hotkey)] as const,
);

/** What a key asks of the bar. */
export function barAct(event: KeyPress): keyof typeof barKeys | undefined {
  const apple = isApple();
  return barActs.find(([, hotkey]) => matchesHotkey(hotkey, event, apple))?.[0];
}

/** With Shift or Alt a digit's key writes another sign; its place on the keyboard is what counts. */
function matchesDigit(
  hotkey: ReturnType<typeof parseHotkey>,
  event: KeyPress,
  apple: boolean,
): boolean {
  if (!/^\d$/.test(hotkey.key)) return matchesHotkey(hotkey, event, apple);
  if (event.code !== `Digit${hotkey.key}`) return false;
  return matchesHotkey(hotkey, { ...event, key: hotkey.key, ...heldOf(event) }, apple);
}

/** An event's fields are not its own properties. */
const heldOf = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyPress) => ({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
});

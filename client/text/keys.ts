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

const table: readonly (readonly [hotkey: string, act: KeyAct])[] = [
  ["escape", { do: "done" }],
  ["mod+enter", { do: "done" }],
  ["mod+z", { do: "undo" }],
  ["mod+shift+z", { do: "redo" }],
  ["mod+y", { do: "redo" }],
  ["tab", { do: "indent", by: 1 }],
  ["shift+tab", { do: "indent", by: -1 }],
  ...Object.entries(typeKeys).map(
    ([type, key]) => [key, { do: "type", type: type as BlockType }] as const,
  ),
  ...Object.entries(markKeys).map(([mark, key]) => [key, { do: "mark", mark }] as const),
];
const known = table.map(([hotkey, act]) => ({ hotkey: parseHotkey(hotkey), act }));

export function keyActs(event: KeyPress): KeyAct | undefined {
  const apple = isApple();
  return known.find(({ hotkey }) => matchesDigit(hotkey, event, apple))?.act;
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

/** Keys as they are written, pressed and shown. */
import { describe, expect, test } from "vitest";
import {
  ariaHotkey,
  isSingleKey,
  type KeyPress,
  matchesHotkey,
  parseHotkey,
  showHotkey,
  writesLetter,
} from "../../../client/ui/hotkeys.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const fits = (hotkey: string, pressed: KeyPress, apple = false): boolean =>
  matchesHotkey(parseHotkey(hotkey), pressed, apple);

describe("a key", () => {
  test("is Ctrl on most keyboards and Command on Apple's, never the other", () => {
    expect(fits("mod+z", press("z", { ctrlKey: true }))).toBe(true);
    expect(fits("mod+z", press("z", { metaKey: true }))).toBe(false);
    expect(fits("mod+z", press("z", { metaKey: true }), true)).toBe(true);
    expect(fits("mod+z", press("z", { ctrlKey: true }), true)).toBe(false);
  });

  test("is not taken when more is held than it asks for", () => {
    expect(fits("n", press("n"))).toBe(true);
    expect(fits("n", press("n", { ctrlKey: true }))).toBe(false);
    expect(fits("n", press("n", { altKey: true }))).toBe(false);
    expect(fits("n", press("N", { shiftKey: true }))).toBe(false);
    expect(fits("mod+z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(fits("mod+shift+z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  test("means a digit by its place, where Shift or the layout writes something else there", () => {
    expect(fits("shift+1", press("!", { code: "Digit1", shiftKey: true }))).toBe(true);
    expect(fits("1", press("&", { code: "Digit1" }))).toBe(true);
    expect(fits("1", press("!", { code: "Digit1", shiftKey: true }))).toBe(false);
    expect(fits("1", press("1", { code: "Numpad1" }))).toBe(true);
  });

  test("is a single key only as a letter, digit or sign: those alone can be switched off", () => {
    for (const key of ["n", "shift+p", "1", "?", "+"])
      expect(isSingleKey(parseHotkey(key))).toBe(true);
    for (const key of ["mod+z", "escape", "arrowleft", "enter", "delete", "space"])
      expect(isSingleKey(parseHotkey(key))).toBe(false);
  });

  test("works the same with caps lock on", () => {
    expect(fits("n", press("N"))).toBe(true);
  });

  test("that is a sign is found wherever a keyboard keeps it, with shift or without", () => {
    expect(fits("?", press("?", { shiftKey: true }))).toBe(true);
    expect(fits("?", press("?"))).toBe(true);
    expect(fits("mod++", press("+", { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(fits("+", press("+"))).toBe(true);
    expect(fits("mod+-", press("-", { ctrlKey: true }))).toBe(true);
  });

  test("of a letter is found by its place where the layout has other letters", () => {
    expect(fits("mod+z", press("я", { ctrlKey: true, code: "KeyZ" }))).toBe(true);
    // On a German keyboard the key in that place writes y, and y is what was meant.
    expect(fits("mod+z", press("y", { ctrlKey: true, code: "KeyZ" }))).toBe(false);
  });

  test("of a digit needs no shift and is not its sign", () => {
    expect(fits("1", press("1"))).toBe(true);
    expect(fits("1", press("!", { shiftKey: true }))).toBe(false);
  });

  test("may have a name", () => {
    expect(fits("space", press(" "))).toBe(true);
    expect(fits("escape", press("Escape"))).toBe(true);
    expect(fits("shift+arrowleft", press("ArrowLeft", { shiftKey: true }))).toBe(true);
  });
});

describe("a key in a hint", () => {
  test.each([
    ["mod+shift+z", "Ctrl+Shift+Z", "⇧⌘Z", "Control+Shift+z", "Meta+Shift+z"],
    ["n", "N", "N", "n", "n"],
    ["arrowleft", "←", "←", "ArrowLeft", "ArrowLeft"],
    ["f2", "F2", "F2", "F2", "F2"],
    ["delete", "Del", "Del", "Delete", "Delete"],
    ["space", "Space", "Space", "Space", "Space"],
    ["alt+enter", "Alt+Enter", "⌥Enter", "Alt+Enter", "Alt+Enter"],
  ])("%s reads as people know it", (written, usual, apple, aria, ariaApple) => {
    expect(showHotkey(written, false)).toBe(usual);
    expect(showHotkey(written, true)).toBe(apple);
    expect(ariaHotkey(written, false)).toBe(aria);
    expect(ariaHotkey(written, true)).toBe(ariaApple);
  });
});

describe("a press that writes", () => {
  const writes = (key: string, held: Partial<KeyPress> = {}, altGraph = false): boolean =>
    writesLetter({
      ...press(key, held),
      getModifierState: (name) => altGraph && name === "AltGraph",
    });

  test("is a letter, a digit or a sign, with Shift or the right Alt too", () => {
    expect(["a", "é", "7", "?", "ß", "字", "😀"].map((key) => writes(key))).not.toContain(false);
    expect(writes("A", { shiftKey: true })).toBe(true);
    expect(writes("@", { ctrlKey: true, altKey: true }, true)).toBe(true);
    expect(writes("Dead") && writes("Process")).toBe(true);
  });

  test("is none that moves, deletes, or belongs to a shortcut", () => {
    const named = ["Enter", "Escape", "Tab", "ArrowLeft", "F2", "Shift", "Delete", " "];
    expect(named.map((key) => writes(key))).not.toContain(true);
    expect(writes("z", { ctrlKey: true }) || writes("z", { metaKey: true })).toBe(false);
    expect(writes("c", { altKey: true })).toBe(false);
  });
});

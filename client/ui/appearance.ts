/**
 * What a person has chosen for this browser: the frame light or dark, and whether single keys act.
 * Kept in this browser's storage, where there is one; never sent.
 */
import { words } from "../words/words.ts";
import { singleKeys } from "./hotkeys.ts";
import type { MenuEntry } from "./menu.tsx";
import { createStore, useStore } from "./store.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const theme = createStore<Theme>("system");
const themeKey = "noticeboard/theme";
const singleKeysKey = "noticeboard/single-keys";

/** Takes up what was chosen last time. Called once, before anything is drawn. */
export function applyAppearance(): void {
  const kept = read(themeKey);
  theme.set(themes.find((name) => name === kept) ?? "system");
  singleKeys.set(read(singleKeysKey) !== "off");
  showTheme();
  theme.subscribe(() => {
    showTheme();
    keep(themeKey, theme.get());
  });
  singleKeys.subscribe(() => keep(singleKeysKey, singleKeys.get() ? "on" : "off"));
}

/** The choices as entries of any menu. */
export function useAppearanceEntries(): readonly MenuEntry[] {
  const chosen = useStore(theme);
  const keysOn = useStore(singleKeys);
  const say = words.ui.appearance;
  return [
    ...themes.map((name) => ({
      label: say[name],
      checked: name === chosen,
      onSelect: () => theme.set(name),
    })),
    "separator",
    { label: say.singleKeys, checked: keysOn, onSelect: () => singleKeys.set(!keysOn) },
  ];
}

function showTheme(): void {
  const { dataset } = document.documentElement;
  if (theme.get() === "system") delete dataset["theme"];
  else dataset["theme"] = theme.get();
}

// A browser that refuses storage forgets the choice with the tab, which is no reason to stop.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

/** The table of commands as the help sheet shows it: every key once, under words that say what it does. */
import {
  type Command,
  type CommandGroup,
  groups,
  mayEver,
  nameOf,
  type Situation,
} from "./command.ts";

export interface HelpGroup {
  readonly group: CommandGroup;
  readonly rows: readonly { readonly what: string; readonly keys: readonly string[] }[];
}

/**
 * All commands with keys that this person can ever be offered, whatever is selected now; groups and rows
 * without any are left out.
 */
export function helpRows(commands: readonly Command[], now: Situation): readonly HelpGroup[] {
  return groups.flatMap((group) => {
    const rows = new Map<string, string[]>();
    for (const command of commands) {
      if (command.group !== group || !command.keys || !mayEver(command, now)) continue;
      const what = command.help ?? nameOf(command, now);
      // One key may mean two acts by what is in hand; under the same words it is one row, once.
      rows.set(what, [...new Set([...(rows.get(what) ?? []), ...command.keys])]);
    }
    if (rows.size === 0) return [];
    return [{ group, rows: [...rows].map(([what, keys]) => ({ what, keys })) }];
  });
}

/** The bar over the table: which board this is, who is here, what is saved, and the ways in and out. */
import { Ellipsis, LayoutGrid, ListTree, LogOut } from "lucide-react";
import { useState } from "react";
import { retitleBoard } from "../../../shared/board/meta.ts";
import type { BoardAnswer } from "../../../shared/protocol/api.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import { useBoard, useHistory, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Mark } from "../../team/mark.tsx";
import { teamPath } from "../../team/paths.ts";
import { SignOut } from "../../team/sharing/sign-out.tsx";
import { useAppearanceEntries } from "../../ui/appearance.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import {
  bringIn,
  changed,
  exportPdf,
  help,
  invite,
  keyBook,
  notebook,
  task,
  versions,
} from "../commands/board-commands.ts";
import type { Command, NamedCommand } from "../commands/command.ts";
import { redo, undo } from "../commands/editing-commands.ts";
import { find, palette } from "../commands/finding-commands.ts";
import { bringInNumbers, drawPapers, numbers } from "../commands/numbers-commands.ts";
import { questions } from "../commands/questions-commands.ts";
import { bringEveryone } from "../commands/together-commands.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { EditableWords } from "../editable-words.tsx";
import { change } from "../table-state.ts";
import { CommandButton } from "./command-button.tsx";
import { PeopleHere } from "./people-here.tsx";
import { SavedMark } from "./saved-mark.tsx";
import { TalkButton } from "./talk-button.tsx";
import styles from "./top-bar.module.css";

const looks = [
  { value: "table", label: words.board.looks.table, icon: LayoutGrid },
  { value: "list", label: words.board.looks.list, icon: ListTree },
] as const;

export function TopBar({ board }: { readonly board: BoardAnswer }) {
  const session = useSession();
  const port = useCommandPort();
  const { state } = port;
  const look = useStore(state, (value) => value.look);
  const title = useBoard((view) => view.meta.title);
  const isEmpty = useBoard((view) => view.papers.size === 0);
  const { canUndo, canRedo } = useHistory();
  const mayWrite = useMayWrite();
  const followed = useStore(state, (value) => value.following);
  const [isSigningOut, setSigningOut] = useState(false);
  const appearance = useAppearanceEntries();
  const say = words.board;
  const isGuest = board.role !== "member";
  const run = (command: Command): void => void command.run(port, port.situation());
  const entry = (command: NamedCommand): MenuEntry => ({
    label: command.name,
    icon: command.icon,
    shortcut: command.keys?.[0],
    onSelect: () => run(command),
  });

  return (
    <header className={styles["bar"]}>
      <div className={styles["side"]}>
        {isGuest ? (
          <span className={styles["home"]}>
            <Mark size={30} />
          </span>
        ) : (
          <a href={teamPath(board.teamId)} className={styles["home"]} aria-label={say.home}>
            <Mark size={30} />
          </a>
        )}
        <h1 className={styles["title"]}>
          <EditableWords
            value={mayWrite ? title : title || say.untitled}
            placeholder={say.untitled}
            label={say.title}
            maxLength={limits.titleLength}
            onChange={(next) => session.act((origin) => retitleBoard(session.doc, next, origin))}
          />
        </h1>
        <SavedMark />
        {mayWrite && (
          <div className={styles["history"]}>
            <CommandButton command={undo} size="small" tooltipSide="bottom" disabled={!canUndo} />
            <CommandButton command={redo} size="small" tooltipSide="bottom" disabled={!canRedo} />
          </div>
        )}
      </div>
      <div className={styles["looks"]}>
        <Segmented
          label={say.look}
          hideLabel
          value={look}
          options={looks}
          onChange={(next) => change(state, { look: next })}
        />
      </div>
      <div className={styles["ways"]}>
        <PeopleHere
          following={{
            member: followed,
            follow: (following) => change(state, { following, look: "table" }),
            more: isGuest ? [] : [entry(bringEveryone)],
          }}
        />
        <CommandButton command={find} size="small" tooltipSide="bottom" />
        {!isGuest && <CommandButton command={invite} size="small" tooltipSide="bottom" />}
        <TalkButton />
        {mayWrite && (
          <Button
            size="small"
            variant={isEmpty ? "primary" : "plain"}
            icon={bringIn.icon}
            onClick={() => run(bringIn)}
          >
            {say.bringIn}
          </Button>
        )}
        {!isGuest && (
          <Button size="small" icon={exportPdf.icon} onClick={() => run(exportPdf)}>
            {say.exportPdf}
          </Button>
        )}
        <Menu
          align="end"
          trigger={
            <IconButton label={say.more} icon={Ellipsis} size="small" tooltipSide="bottom" />
          }
          items={[
            ...(isGuest ? [] : [...[changed, versions, notebook].map(entry), "separator" as const]),
            entry(questions),
            entry(numbers),
            ...(mayWrite && !isEmpty ? [entry(bringInNumbers)] : []),
            ...(isEmpty ? [] : [entry(drawPapers)]),
            ...(isGuest ? [] : [entry(task)]),
            ...(isEmpty || isGuest ? [] : [entry(keyBook)]),
            "separator",
            entry(palette),
            entry(help),
            "separator",
            ...appearance,
            "separator",
            {
              label: words.team.signOut.here,
              icon: LogOut,
              onSelect: () => setSigningOut(true),
            },
          ]}
        />
      </div>
      {isSigningOut && <SignOut onClose={() => setSigningOut(false)} />}
    </header>
  );
}

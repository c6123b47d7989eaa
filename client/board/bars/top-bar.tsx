/** The bar over the table: which board this is, who is here, what is saved, and the ways in and out. */
import {
  CalendarClock,
  Ellipsis,
  FileDown,
  FileStack,
  History,
  Keyboard,
  LayoutGrid,
  ListTree,
  LogOut,
  NotebookPen,
  Redo2,
  Undo2,
  UserPlus,
} from "lucide-react";
import { useState } from "react";
import { retitleBoard } from "../../../shared/board/meta.ts";
import type { BoardAnswer } from "../../../shared/protocol/api.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import { useBoard, useHistory, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Mark } from "../../team/mark.tsx";
import { notebookPath, teamPath } from "../../team/paths.ts";
import { SignOut } from "../../team/sharing/sign-out.tsx";
import { useAppearanceEntries } from "../../ui/appearance.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { EditableWords } from "../editable-words.tsx";
import { change, type TableState } from "../table-state.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { PeopleHere } from "./people-here.tsx";
import { SavedMark } from "./saved-mark.tsx";
import styles from "./top-bar.module.css";

const looks = [
  { value: "table", label: words.board.looks.table, icon: LayoutGrid },
  { value: "list", label: words.board.looks.list, icon: ListTree },
] as const;

export function TopBar({ board }: { readonly board: BoardAnswer }) {
  const session = useSession();
  const { state } = useHands();
  const look = useStore(state, (value) => value.look);
  const title = useBoard((view) => view.meta.title);
  const isEmpty = useBoard((view) => view.papers.size === 0);
  const { canUndo, canRedo } = useHistory();
  const mayWrite = useMayWrite();
  const [isInviting, setInviting] = useState(false);
  const [isSigningOut, setSigningOut] = useState(false);
  const appearance = useAppearanceEntries();
  const say = words.board;
  const openDialog = (dialog: TableState["dialog"]) => () => change(state, { dialog });

  const isGuest = board.role !== "member";
  const past: readonly MenuEntry[] = [
    { label: words.keeping.changed, icon: CalendarClock, onSelect: openDialog("changed") },
    { label: words.keeping.versions, icon: History, onSelect: openDialog("versions") },
    {
      label: words.inquiry.notebook,
      icon: NotebookPen,
      onSelect: () => location.assign(notebookPath(board.teamId)),
    },
    "separator",
  ];

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
            <IconButton
              label={say.undo}
              shortcut="mod+z"
              icon={Undo2}
              size="small"
              tooltipSide="bottom"
              disabled={!canUndo}
              onClick={session.history.undo}
            />
            <IconButton
              label={say.redo}
              shortcut="mod+shift+z"
              icon={Redo2}
              size="small"
              tooltipSide="bottom"
              disabled={!canRedo}
              onClick={session.history.redo}
            />
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
        <PeopleHere />
        {!isGuest && (
          <IconButton
            label={say.invite}
            icon={UserPlus}
            size="small"
            tooltipSide="bottom"
            onClick={() => setInviting(true)}
          />
        )}
        {mayWrite && (
          <Button
            size="small"
            variant={isEmpty ? "primary" : "plain"}
            icon={FileStack}
            onClick={openDialog("bringIn")}
          >
            {say.bringIn}
          </Button>
        )}
        {!isGuest && (
          <Button size="small" icon={FileDown} onClick={openDialog("export")}>
            {say.exportPdf}
          </Button>
        )}
        <Menu
          align="end"
          trigger={
            <IconButton label={say.more} icon={Ellipsis} size="small" tooltipSide="bottom" />
          }
          items={[
            ...(isGuest ? [] : past),
            { label: say.keys, icon: Keyboard, shortcut: "?", onSelect: openDialog("help") },
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
      {isInviting && <InviteDialog board={board} onClose={() => setInviting(false)} />}
    </header>
  );
}

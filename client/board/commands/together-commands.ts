/** Being at one board together: calling everyone, ending a chase, and links that a colleague can open. */
import { Link2, LocateOff, Megaphone } from "lucide-react";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import { linkToPlace } from "../address.ts";
import { copyLink } from "../copy-link.ts";
import { change } from "../table-state.ts";
import { callEveryone } from "../together/calling.ts";
import type { Command, NamedCommand } from "./command.ts";

export const bringEveryone: NamedCommand = {
  id: "together.bring",
  group: "together",
  name: words.together.bring,
  icon: Megaphone,
  where: "everywhere",
  menus: ["table"],
  right: "member",
  run({ session }) {
    callEveryone(session.presence, Date.now());
    toast({ title: words.together.called });
  },
};

export const stopFollowing: NamedCommand = {
  id: "together.stop",
  group: "together",
  name: words.together.stop,
  icon: LocateOff,
  where: "everywhere",
  isOffered: ({ state }) => state.following !== undefined,
  run: ({ state }) => change(state, { following: undefined }),
};

export const copyPlaceLink: NamedCommand = {
  id: "together.copyPlace",
  group: "together",
  name: words.together.copyPlaceLink,
  icon: Link2,
  menus: ["table"],
  run({ session, table }) {
    const view = table.get()?.seen();
    return view && copyLink(linkToPlace(session.boardId, { view }));
  },
};

export const togetherCommands: readonly Command[] = [bringEveryone, stopFollowing, copyPlaceLink];

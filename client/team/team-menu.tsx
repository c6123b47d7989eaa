/** The menu of a team's home: the person's other teams, another one, and how this browser looks. */
import { LogOut, Menu as MenuIcon, Plus } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import type { TeamId } from "../../shared/base/ids.ts";
import { useAppearanceEntries } from "../ui/appearance.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu, type MenuEntry } from "../ui/menu.tsx";
import { arriving } from "../words/en/arriving.ts";
import { words } from "../words/words.ts";
import { me } from "./api.ts";
import { startPath, teamPath } from "./paths.ts";
import { SignOut } from "./sharing/sign-out.tsx";
import { useAnswer } from "./use-answer.ts";

const say = arriving.home;

export function TeamMenu({ teamId }: { readonly teamId: TeamId }) {
  const [, goTo] = useLocation();
  const { answer } = useAnswer("me", me);
  const [isSigningOut, setSigningOut] = useState(false);
  const appearance = useAppearanceEntries();
  const teams = answer?.ok ? answer.value.teams : [];
  const items: MenuEntry[] = [
    ...(teams.length > 1
      ? teams.map((team) => ({
          label: team.teamName,
          checked: team.teamId === teamId,
          onSelect: () => goTo(teamPath(team.teamId)),
        }))
      : []),
    { label: say.anotherTeam, icon: Plus, onSelect: () => goTo(startPath) },
    "separator",
    ...appearance,
    "separator",
    { label: words.team.signOut.here, icon: LogOut, onSelect: () => setSigningOut(true) },
  ];
  return (
    <>
      <Menu trigger={<IconButton label={say.menu} icon={MenuIcon} />} items={items} align="end" />
      {isSigningOut && <SignOut onClose={() => setSigningOut(false)} />}
    </>
  );
}

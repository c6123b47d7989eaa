/** The kinds and states of what could meet a need as icons; the words beside them are resources.ts in client/words. */
import {
  CircleCheck,
  CircleDashed,
  Clock,
  Coins,
  DoorOpen,
  GraduationCap,
  Package,
  UserRound,
} from "lucide-react";
import type { ResourceKind, ResourceState } from "../../shared/board/resources.ts";
import type { Icon } from "../ui/button.tsx";

export const resourceIcons: { readonly [kind in ResourceKind]: Icon } = {
  person: UserRound,
  time: Clock,
  material: Package,
  visit: DoorOpen,
  expert: GraduationCap,
  money: Coins,
};

export const stateIcons: { readonly [state in ResourceState]: Icon } = {
  wanted: CircleDashed,
  have: CircleCheck,
};

/**
 * Seeing what a colleague sees: this view follows theirs until this person moves, or they leave.
 *
 * Owns what this page tells of its view and the chase after another's. Never moves anybody else: when a
 * leader goes, followers stay where they are. Who follows somebody that follows a third follows the
 * third; where that comes back to oneself nobody moves.
 */
import type { MemberId } from "../../../shared/base/ids.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { type Insets, viewOf } from "../../canvas/camera.ts";
import type { Stage } from "../../canvas/stage.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { Other } from "../../sync/presence.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import { change, type TableStore } from "../table-state.ts";
import type { TableItem } from "./table-items.ts";

export interface Following {
  /** This person moved: they follow nobody any more. */
  letGo(): void;
  /** What this person sees of the table, without what bars cover. */
  seen(): Rect;
  destroy(): void;
}

export function createFollowing(
  session: BoardSession,
  state: TableStore,
  stage: Stage<TableItem>,
  insets: () => Insets,
): Following {
  const { presence, me } = session;
  let followed: { readonly member: MemberId; readonly name: string } | undefined;
  let shown: Rect | undefined;

  function seen(): Rect {
    const { top, right, bottom, left } = insets();
    const { scale } = stage.camera();
    const { x, y, w, h } = viewOf(stage.camera(), stage.size());
    return {
      x: x + left / scale,
      y: y + top / scale,
      w: Math.max(1, w - (left + right) / scale),
      h: Math.max(1, h - (top + bottom) / scale),
    };
  }

  function follow(): void {
    const member = state.get().following;
    if (member !== followed?.member) {
      shown = undefined;
      followed = member && { member, name: "" };
      presence.set({ follows: member });
    }
    if (!followed) return;
    const others = presence.others();
    const there = others.find(({ memberId }) => memberId === member);
    if (!there) {
      toast({ title: words.together.left(followed.name) });
      return change(state, { following: undefined });
    }
    followed = { ...followed, name: there.name };
    const view = leaderOf(others, followed.member, me.memberId)?.view;
    if (!view || isSame(view, shown)) return;
    shown = view;
    stage.fit(view, "chasing", Number.POSITIVE_INFINITY);
  }

  const tell = (): void => presence.set({ view: seen() });
  const stops = [presence.subscribe(follow), state.subscribe(follow), stage.onCamera(tell)];
  return {
    letGo() {
      if (state.get().following) change(state, { following: undefined });
    },
    seen,
    destroy() {
      for (const stop of stops) stop();
      presence.set({ view: undefined, follows: undefined });
    },
  };
}

/** Whom one follows who follows `member`: undefined where that is oneself, or leads round in a circle. */
export function leaderOf(
  others: readonly Other[],
  member: MemberId,
  me: MemberId,
): Other | undefined {
  const passed = new Set<MemberId>([me]);
  for (let at: MemberId | undefined = member; at && !passed.has(at); ) {
    passed.add(at);
    const tabs: readonly Other[] = others.filter(({ memberId }) => memberId === at);
    // Of somebody's tabs the one they have their pointer in.
    const tab: Other | undefined = tabs.find((one) => one.at) ?? tabs.find((one) => one.view);
    if (!tab?.follows) return tab;
    at = tab.follows;
  }
  return undefined;
}

const isSame = (a: Rect, b: Rect | undefined): boolean =>
  a.x === b?.x && a.y === b.y && a.w === b.w && a.h === b.h;

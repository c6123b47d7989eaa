/** What anybody may do with a round that is on: reveal it, give it time, end it. */
import { CircleStop, Ellipsis, ScanEye, Timer, TimerOff } from "lucide-react";
import { endRound, setRoundEnd } from "../../shared/sorting/rounds.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { serverNow } from "../sync/server-clock.ts";
import { useSession } from "../sync/use-board.tsx";
import { IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { toast } from "../ui/toast.tsx";
import { alone as say } from "../words/en/alone.ts";

const fiveMinutes = 5 * 60_000;

export function RoundMenu(props: {
  readonly now: RoundNow;
  /** Undefined where a button beside it does the same. */
  readonly onReveal: (() => void) | undefined;
}) {
  const session = useSession();
  const { id, endsAt } = props.now.round;
  const setEnd = (next: number | undefined): void =>
    session.act((origin) => setRoundEnd(session.doc, id, next, origin));
  return (
    <Menu
      align="end"
      trigger={<IconButton label={say.more} icon={Ellipsis} size="small" tooltipSide="bottom" />}
      items={[
        ...(props.onReveal
          ? [
              { label: say.revealNow, icon: ScanEye, onSelect: props.onReveal },
              "separator" as const,
            ]
          : []),
        {
          label: say.moreTime,
          icon: Timer,
          onSelect: () => setEnd(Math.max(endsAt ?? 0, serverNow()) + fiveMinutes),
        },
        ...(endsAt === undefined
          ? []
          : [{ label: say.noClock, icon: TimerOff, onSelect: () => setEnd(undefined) }]),
        "separator",
        {
          label: say.end,
          icon: CircleStop,
          danger: true,
          onSelect: () => {
            session.act((origin) => endRound(session.doc, id, origin));
            toast({ title: say.ended });
          },
        },
      ]}
    />
  );
}

/** What is left of the time the team took, in whole minutes: a help, no judge. Nothing turns red, nothing stops. */
import { Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { serverNow } from "../sync/server-clock.ts";
import { alone as say } from "../words/en/alone.ts";
import styles from "./round-clock.module.css";

const lookEveryMs = 5_000;

export function RoundClock({ endsAt }: { readonly endsAt: number }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.ceil((endsAt - now) / 60_000);
  return (
    <span className={styles["clock"]}>
      <Clock size={18} strokeWidth={1.9} aria-hidden />
      {minutes > 0 ? say.timeLeft(minutes) : say.timeOver}
    </span>
  );
}

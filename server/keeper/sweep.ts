/**
 * Folds the lanes that are never written enough to be folded by themselves, some times a day: so what
 * was deleted on a quiet board is gone for good some hours after its time of grace, as on a busy one.
 */
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import { deletedStayMs, type Keeper } from "./keeper.ts";

export interface SweepOptions {
  readonly keeper: Pick<Keeper, "run" | "fold">;
  readonly clock: Clock;
  readonly journal: Log;
}

const periodMs = 6 * 3_600_000;
/** After the start, which has enough to do. */
const firstMs = 60_000;

/** The returned function ends it. */
export function startSweep({ keeper, clock, journal }: SweepOptions): () => void {
  let ended = false;
  async function sweep(): Promise<void> {
    const lanes = await keeper.run("overdue", { before: clock.now() - deletedStayMs });
    // One after another: nobody waits for it. One that cannot be folded keeps no other from it.
    for (const lane of lanes) if (!ended) await keeper.fold(lane).catch(failed);
  }
  const failed = (error: unknown): void => {
    if (!ended) journal.warn({ reason: String(error) }, "a lane was not folded for its age");
  };
  const begin = (): void => {
    sweep().catch(failed);
  };
  const callOff = [clock.after(firstMs, begin), clock.every(periodMs, begin)];
  return () => {
    ended = true;
    for (const end of callOff) end();
  };
}

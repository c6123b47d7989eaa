/**
 * The intake's workers: started when there is work for them, ended all together. One that breaks down
 * takes the others along, as nobody knows what it left half done.
 */
import { type Remote, wrap } from "comlink";
import type { IntakeWork } from "./worker/intake-worker.ts";

export interface Crew {
  /** Gives the work to whoever has least to do; rejects with the reason once the crew has ended. */
  ask<T>(work: (worker: Remote<IntakeWork>) => Promise<T>): Promise<T>;
  end(reason: Error): void;
}

interface Hand {
  readonly worker: Worker;
  readonly remote: Remote<IntakeWork>;
  busy: number;
}

export interface CrewOptions {
  /** Workers at once. */
  readonly most: number;
  /** Hears of a worker's error; it is to end the crew. */
  readonly onBroken: (event: Event) => void;
  /**
   * Whether an answer says that a part of the worker did not come. Browsers may remember that in the
   * worker: it gets no more work, and another try is another worker's.
   */
  readonly isSpoilt: (error: unknown) => boolean;
}

export function createCrew({ most, onBroken, isSpoilt }: CrewOptions): Crew {
  const hands: Hand[] = [];
  /** They end once they have answered what they were asked. */
  const retired = new Set<Hand>();
  let refuse: (reason: Error) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  // Nobody may be waiting when it ends.
  ended.catch(() => {});

  function start(): Hand {
    const worker = new Worker(new URL("./worker/intake-worker.ts", import.meta.url), {
      type: "module",
    });
    worker.addEventListener("error", onBroken);
    const hand = { worker, remote: wrap<IntakeWork>(worker), busy: 0 };
    hands.push(hand);
    return hand;
  }

  function leastBusy(): Hand {
    const [first, ...others] = hands;
    if (!first) return start();
    const least = others.reduce((best, each) => (each.busy < best.busy ? each : best), first);
    return least.busy > 0 && hands.length < most ? start() : least;
  }

  return {
    async ask(work) {
      const hand = leastBusy();
      hand.busy++;
      try {
        return await Promise.race([work(hand.remote), ended]);
      } catch (error) {
        const at = isSpoilt(error) ? hands.indexOf(hand) : -1;
        if (at >= 0) for (const spoilt of hands.splice(at, 1)) retired.add(spoilt);
        throw error;
      } finally {
        hand.busy--;
        if (hand.busy === 0 && retired.delete(hand)) hand.worker.terminate();
      }
    },
    end(reason) {
      for (const { worker } of [...hands, ...retired]) worker.terminate();
      retired.clear();
      refuse(reason);
    },
  };
}

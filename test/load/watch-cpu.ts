/**
 * Who worked how long: the processor time of every thread of some processes, by what the thread is. Unlike time
 * on the wall it says nearly the same on a busy machine as on a quiet one. Linux only, as `/proc` is.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of each kind of thread since it began: its own, and the system's on its behalf. */
export type CpuAccount = ReadonlyMap<string, Worked>;

interface Worked {
  readonly own: number;
  readonly system: number;
}

export interface CpuWatch {
  now(): Promise<CpuAccount>;
  stop(): void;
}

/** Clock ticks in `/proc` are a hundredth of a second on every Linux that we run on. */
const tickMs = 10;
/** Threads end; what they did until shortly before counts. */
const everyMs = 500;

export function watchCpu(processes: () => Promise<readonly number[]>): CpuWatch {
  const threads = new Map<string, Worked & { readonly name: string }>();
  const look = async (): Promise<void> => {
    for (const process of await processes())
      for (const thread of threadsOf(process)) threads.set(`${process}/${thread.id}`, thread);
  };
  const timer = setInterval(() => void look(), everyMs);
  return {
    async now() {
      await look();
      const account = new Map<string, Worked>();
      for (const { name, own, system } of threads.values()) {
        const before = account.get(name) ?? { own: 0, system: 0 };
        account.set(name, { own: before.own + own, system: before.system + system });
      }
      return account;
    },
    stop: () => clearInterval(timer),
  };
}

/** What was worked between two readings, most first: a line each, and the sum. What worked little is left out. */
export function cpuBetween(before: CpuAccount, after: CpuAccount): readonly string[] {
  const spent = [...after]
    .map(([name, { own, system }]) => ({
      name,
      system: system - (before.get(name)?.system ?? 0),
      all: own + system - (before.get(name)?.own ?? 0) - (before.get(name)?.system ?? 0),
    }))
    .toSorted((a, b) => b.all - a.all);
  const sum = spent.reduce((total, { all }) => total + all, 0);
  return [
    `  ${seconds(sum)} of processor time in all`,
    ...spent
      .filter(({ all }) => all > sum / 50)
      .map(
        ({ name, system, all }) =>
          `  ${seconds(all).padStart(7)}  ${name}, ${Math.round((100 * system) / all)} % in the system`,
      ),
  ];
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function threadsOf(
  process: number,
): readonly (Worked & { readonly id: string; readonly name: string })[] {
  try {
    const kind = /--type=([a-z-]+)/.exec(readFileSync(`/proc/${process}/cmdline`, "utf8"))?.[1];
    return readdirSync(`/proc/${process}/task`).map((id) => {
      const stat = readFileSync(`/proc/${process}/task/${id}/stat`, "utf8");
      const name = /\((.*)\)/.exec(stat)?.[1] ?? "";
      // Fields 14 and 15 of proc(5), which counts the two that are cut off here.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const [own, system] = [Number(fields[11]) * tickMs, Number(fields[12]) * tickMs];
      return { id, name: `${kind ?? "browser"}: ${name}`, own, system };
    });
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

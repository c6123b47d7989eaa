/**
 * Figures of the harness's rounds as ratios to the better of the peers, and what our table is to show.
 * Each figure is the median of its rounds; a goal holds for every board and speed that was measured.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const ours = "noticeboard";

const median = (numbers) => {
  const sorted = numbers.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * On a busy machine the harness may take another process for the page's: then its main thread did next
 * to nothing while the page's processes worked, and the figure is none.
 */
const mainThread = (of) => (of && of.mainCpu > 30 * (of.cpuRenderer ?? 0) ? of.mainCpu : undefined);

const moving = ["panWork", "panOverview", "zoom"];
const handling = ["drag1", "marquee", "drag200", "ink"];

/** `goal`: `[most, of]`: a ratio to the better peer, or a plain figure of ours. */
const figures = [
  { kind: "start", what: "open, ms", read: (r) => r.cold?.ready, goal: [0.5, "ratio"] },
  { kind: "start", what: "open again, ms", read: (r) => r.warm?.ready },
  ...moving.flatMap((gesture) => [
    {
      kind: "interact",
      what: `${gesture}: main thread, ms`,
      read: (r) => mainThread(r.gestures?.[gesture]),
      goal: [0.5, "ratio"],
    },
    {
      kind: "interact",
      what: `${gesture}: all threads of the page, s`,
      read: (r) => r.gestures?.[gesture]?.cpuRenderer,
    },
    {
      kind: "interact",
      what: `${gesture}: dropped frames, %`,
      read: (r) => r.gestures?.[gesture]?.droppedPct,
      // A frame or two are the machine's: nothing is dropped where the clock is as it is.
      goal: (cpu) => [cpu > 1 ? 10 : 1, "plain"],
    },
  ]),
  ...handling.flatMap((gesture) => [
    {
      kind: "interact",
      what: `${gesture}: main thread, ms`,
      read: (r) => mainThread(r.gestures?.[gesture]),
    },
    {
      kind: "interact",
      what: `${gesture}: frame p95, ms`,
      read: (r) => r.gestures?.[gesture]?.p95,
      ...(gesture === "drag200" ? { goal: [50, "plain"] } : {}),
    },
  ]),
  { kind: "interact", what: "idle: main thread, ms", read: (r) => r.gestures?.idle?.mainCpu },
  {
    kind: "memory",
    what: "memory of all processes, loaded, MB",
    read: (r) => r.load?.allPssMB,
    goal: [0.5, "ratio"],
  },
  {
    kind: "memory",
    what: "the same after a tour, MB",
    read: (r) => r.toured?.allPssMB,
    goal: [0.5, "ratio"],
  },
  { kind: "bytes", what: "first load, JS + CSS gzip, KB", read: gzipKB, goal: [250, "plain"] },
];

/** Every figure that was measured: ours, the peers', the ratio, and its goal where there is one. */
export function rowsOf(records, pageFolder) {
  const boards = [...new Set(records.map(({ n, m, cpu }) => `${n}:${m}:${cpu}`))];
  const apps = [...new Set(records.map(({ app }) => app))];
  return boards.flatMap((board) => {
    const [notes, papers, cpu] = board.split(":").map(Number);
    return figures.flatMap(({ kind, what, read, goal }) => {
      const of = (app) =>
        median(
          records
            .filter((r) => r.app === app && r.kind === kind && !r.error)
            .filter((r) => r.n === notes && r.m === papers && r.cpu === cpu)
            .map((r) => read(r, pageFolder) ?? Number.NaN),
        );
      const mine = of(ours);
      const theirs = apps.filter((app) => app !== ours).map((app) => ({ app, value: of(app) }));
      const best = Math.min(...theirs.flatMap(({ value }) => value ?? []));
      if (mine === undefined) return [];
      const ratio = Number.isFinite(best) && best > 0 ? mine / best : undefined;
      const [most, by] = (typeof goal === "function" ? goal(cpu) : goal) ?? [];
      const judged = by === "ratio" ? ratio : mine;
      const met = most === undefined || judged === undefined ? undefined : judged <= most;
      return [{ what, notes, papers, cpu, mine, theirs, ratio, most, by, met }];
    });
  });
}

export function tableOf(rows) {
  const apps = rows[0]?.theirs.map(({ app }) => app) ?? [];
  const number = (value) =>
    value === undefined ? "–" : value.toFixed(Math.abs(value) < 10 ? 1 : 0);
  const lines = rows.map(({ what, notes, papers, cpu, mine, theirs, ratio, most, by, met }) => {
    const goal = most === undefined ? "" : `${by === "ratio" ? "ratio " : ""}≤ ${most}`;
    const verdict = met === undefined ? "" : met ? "yes" : "NO";
    const others = theirs.map(({ value }) => number(value));
    return `| ${what} | ${notes} + ${papers} | ${cpu}x | ${number(mine)} | ${others.join(" | ")} | ${ratio?.toFixed(2) ?? "–"} | ${goal} | ${verdict} |`;
  });
  return [
    `| figure | notes + papers | CPU | ours | ${apps.join(" | ")} | ratio to the better | goal | met |`,
    `|---|---|---|---|${apps.map(() => "---|").join("")}---|---|---|`,
    ...lines,
  ].join("\n");
}

export function goalsOf(rows) {
  const judged = rows.filter(({ met }) => met !== undefined);
  const missed = judged.filter(({ met }) => !met);
  const names = missed.map(
    ({ what, notes, papers, cpu }) => `${what} (${notes} + ${papers}, ${cpu}x)`,
  );
  return `${judged.length - missed.length} of ${judged.length} goals met${missed.length > 0 ? `; missed: ${names.join("; ")}` : ""}.`;
}

/** The harness weighs its peers as it serves them; ours is weighed from the build, by what was asked for. */
function gzipKB(record, pageFolder) {
  if (record.app !== ours) return record.ready?.code.gz / 1000;
  const loaded = new Set(
    record.net.list
      .slice(0, record.net.atReady)
      .map(({ url }) => new URL(url, "http://x").pathname)
      .filter((path) => /\.(js|css)$/.test(path)),
  );
  const sizes = [...loaded].map(
    (path) => gzipSync(readFileSync(join(pageFolder, path)), { level: 9 }).byteLength,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

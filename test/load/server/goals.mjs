/**
 * What our server is to show beside the others, read from the results of the harness's `compare.mjs`.
 * Each figure is the median of the rounds; what is compared is compared with the better of the peers.
 */
const median = (numbers) => {
  const sorted = numbers.filter(Number.isFinite).toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const level = (name, value, figure) => (round) =>
  round.levels.find((one) => one[name] === value)?.[figure] ?? Number.NaN;
const summary = (figure) => (round) => round.summary[figure] ?? Number.NaN;
const ratios = [
  ["fanout", "CPU per delivery, 600 moves/s", level("rate", 600, "cpuPer100k"), 0.5],
  ["fanout", "CPU per delivery, 1,500 moves/s", level("rate", 1500, "cpuPer100k"), 0.5],
  ["awareness", "CPU, 30 cursors at 30 Hz", level("hz", 30, "cpuPer100kSent"), 0.5],
  ["awareness", "CPU, 30 cursors at 60 Hz", level("hz", 60, "cpuPer100kSent"), 0.5],
  ["coldjoin", "cold join of 5 MB, one: time", ({ coldOne }) => coldOne.max, 0.1],
  ["coldjoin", "cold join of 5 MB, 30 at once: time", ({ coldMany }) => coldMany.max, 0.1],
  ["coldjoin", "cold join, one: peak memory", ({ coldOne }) => coldOne.peakRss, 0.4],
  ["coldjoin", "cold join, 30: peak memory", ({ coldMany }) => coldMany.peakRss, 0.4],
  ["idle", "memory of an idle room", summary("heapKbPerLeftRoom"), 0.1],
];

const plain = [
  ["fanout", "p95 at 100 moves/s, ms", level("rate", 100, "p95"), "at most 8", (ms) => ms <= 8],
  ["durability", "seen updates lost", summary("lostSeen"), "0", (lost) => lost === 0],
  ["coldjoin", "the board came whole", summary("correct"), "1", (correct) => correct === 1],
  ["idle", "rooms that came back whole", summary("restored"), "20", (rooms) => rooms === 20],
];

/** `{ goal, limit, measured, met }` for every goal of the scenarios that were run. */
export function goalsOf({ peers, candidates: [ours], scenarios }) {
  const figures = (scenario, target, read) =>
    median((scenarios[scenario].rounds[target] ?? []).map(read));
  const goals = [];
  for (const [scenario, goal, read, most] of ratios) {
    if (!scenarios[scenario]) continue;
    const mine = figures(scenario, ours, read);
    const best = Math.min(
      ...peers.map((peer) => figures(scenario, peer, read)).filter(Number.isFinite),
    );
    const ratio = mine / best;
    const measured = `${ratio.toFixed(2)} (${mine} / ${best})`;
    goals.push({ goal, limit: `at most ${String(most)}`, measured, met: ratio <= most });
  }
  if (scenarios.fanout) {
    // Each move is delivered to all the others: the same ratio as of deliveries.
    const read = summary("maxRateP95Under100");
    const mine = figures("fanout", ours, read);
    const best = Math.max(...peers.map((peer) => figures("fanout", peer, read)));
    const measured = `${(mine / best).toFixed(2)} (${mine} / ${best})`;
    const goal = "most moves/s delivered with p95 under 100 ms";
    goals.push({ goal, limit: "at least 1", measured, met: mine >= best });
  }
  for (const [scenario, goal, read, limit, isMet] of plain) {
    if (!scenarios[scenario]) continue;
    const mine = figures(scenario, ours, read);
    const theirs = peers.map((peer) => `${peer} ${figures(scenario, peer, read)}`).join(", ");
    goals.push({ goal, limit, measured: `${mine} (${theirs})`, met: isMet(mine) });
  }
  if (scenarios.badinput) {
    const bad = (scenarios.badinput.rounds[ours] ?? []).flatMap(({ cases }) => cases);
    const failed = [...new Set(bad.filter(({ ok }) => !ok).map((one) => one.case))];
    const measured = failed.length === 0 ? "all ok" : `not ok: ${failed.join(", ")}`;
    const met = bad.length > 0 && failed.length === 0;
    goals.push({ goal: "broken and hostile input", limit: "every case ok", measured, met });
  }
  return goals;
}

/** As a Markdown table. */
export function tableOf(goals) {
  const rows = goals.map(
    ({ goal, limit, measured, met }) =>
      `| ${goal} | ${limit} | ${measured} | ${met ? "yes" : "NO"} |`,
  );
  return [
    "| goal (against the better peer) | limit | measured | met |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

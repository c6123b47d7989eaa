/** How much of anything admission lets in. Far beyond what a board holds; far below what hurts a browser. */
export const admissionLimits = {
  /** UTF-8 bytes of a root's name or a map's key. */
  keyBytes: 256,
  /** One string, binary or plain value. */
  valueBytes: 1024 * 1024,
  /** One format's or embed's JSON. */
  jsonBytes: 64 * 1024,
  /** Arrays and objects inside one plain value. */
  valueDepth: 32,
  /** Shared types inside one another, a root's own things being at depth 1. */
  typeDepth: 8,
  /** Names at the top of one lane. */
  roots: 64,
  structsPerUpdate: 500_000,
  /** Ranges of deleted clocks; a socket that hands over brings all it knows of. */
  deletesPerUpdate: 500_000,
  /** How far one update may move clocks on, all clients together. */
  clocksPerUpdate: 4_000_000,
  /** No clock passes it; so sums of clocks and lengths stay exact. */
  clock: 2 ** 47,
  /** How many runs may be passed on the way from origins to right origins, in one update. */
  originSteps: 200_000,
  newClientsPerUpdate: 64,
  clientsPerAuthor: 4_000,
  clientsPerLane: 20_000,
} as const;

/**
 * The memory V8 keeps for new objects. While the programs are loaded it would be doubled several times for
 * what is thrown away at once, and stay so: 9 MB of the 100 that a server with nothing to do takes.
 * So it stays as it is until the server is ready, and may then grow with what there is to do.
 */
import { setFlagsFromString } from "node:v8";

const growthFactor = (factor: number): void =>
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/** To be called before the bulk of the programs is loaded. */
export const holdYoungSpace = (): void => growthFactor(1);

export const releaseYoungSpace = (): void => growthFactor(2);

/** `npm test`: whatever is missing or stale first, then every default test; arguments go to vitest. */
import { checkNode, ensureBuilt, ensurePackages, ensureTestTools, run } from "./prepare.mjs";

checkNode();
ensurePackages();
ensureTestTools();
ensureBuilt();
run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]);

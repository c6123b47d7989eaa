/** `npm test`: whatever is missing or stale first, then every default test; arguments go to vitest. */
import { checkNode, ensureBuilt, ensurePackages, ensureTestTools, run } from "./prepare.mjs";

const defaults = ["fast", "integration", "e2e"].flatMap((project) => ["--project", project]);
const asked = process.argv.slice(2);

checkNode();
ensurePackages();
ensureTestTools();
ensureBuilt();
run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...(asked.length > 0 ? asked : defaults)]);

/** `npm run fuzz`: the tests that draw by chance, with another draw; the seed is printed, and SEED repeats it. */
import { run } from "./prepare.mjs";

const seed = process.env["SEED"] ?? String(Math.floor(Math.random() * 2 ** 31));
process.stdout.write(`SEED=${seed}\n`);
const env = { ...process.env, SEED: seed };
const drawing = ["test/property", "test/unit", "test/integration/rights", "test/integration/reveal"];
run(process.execPath, [".ci/test.mjs", "--project", "fast", "--project", "integration", ...drawing], { env });

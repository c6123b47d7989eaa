/**
 * What a fresh clone or a bare machine lacks: packages, the build, a browser for the tests. Each step
 * looks first and does nothing where nothing is missing. Runs before any package is installed, so it
 * uses Node alone.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Ends with one sentence, not with a stack, where a person has to do something. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Runs a command with its output shown; gives up where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) giveUp(`${command} could not be started: ${error.message}`);
  if (status !== 0) giveUp(`${[command, ...args].join(" ")} ended with ${status}.`);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(`Noticeboard needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  }
}

/** Installs packages where what is installed is not what package-lock.json names. */
export function ensurePackages() {
  const read = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  const isInstalled = () => {
    if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
    const installed = read("node_modules/.package-lock.json");
    return Object.entries(read("package-lock.json")).every(
      ([path, { version, optional }]) =>
        path === "" || optional || installed[path]?.version === version,
    );
  };
  if (isInstalled()) return;
  process.stdout.write("Installing packages …\n");
  // Not `npm ci`: it refuses a lock file made where a registry lacks other platforms' binaries.
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
}

const sources = ["client", "server", "shared", "vite.config.ts", "tsconfig.json", "package-lock.json"];

/** A fingerprint of everything the build is made from. */
function fingerprint() {
  const hash = createHash("sha256");
  const add = (path) => hash.update(path).update(readFileSync(join(root, path)));
  for (const source of sources) {
    if (!existsSync(join(root, source))) continue;
    if (!source.includes(".")) {
      readdirSync(join(root, source), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath.slice(root.length), entry.name))
        .sort()
        .forEach(add);
    } else add(source);
  }
  return hash.digest("hex");
}

const stamp = join(root, "dist/.built-from");

/** Whether dist/ holds what the sources say now. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

/** Builds page and server into dist/ where the sources have changed since the last build. */
export function ensureBuilt() {
  if (isBuilt()) return;
  const now = fingerprint();
  process.stdout.write("Building …\n");
  // A test that builds runs with NODE_ENV=test, which would ship React's development build.
  const env = { ...process.env, NODE_ENV: "production" };
  const build = ["node_modules/vite/bin/vite.js", "build", "--app", "--logLevel", "warn"];
  run(process.execPath, build, { env });
  writeFileSync(stamp, now);
}

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const tools = ["pdftotext", "pdfinfo", "pdftoppm", "qpdf"];

const has = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

/** The browser the tests drive, and the PDF tools they check exports with; from Debian where it may. */
export function ensureTestTools() {
  const browser = () => process.env["CHROMIUM"] ?? browsers.find((path) => existsSync(path));
  const missing = () => [...(browser() ? [] : ["chromium"]), ...tools.filter((tool) => !has(tool))];
  if (missing().length > 0 && process.getuid?.() === 0 && has("apt-get")) {
    process.stdout.write(`Installing ${missing().join(", ")} …\n`);
    const packages = ["chromium", "fonts-liberation", "poppler-utils", "qpdf"];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-q"], { env, stdio: ["ignore", "ignore", "inherit"] });
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  if (missing().length > 0) {
    giveUp(
      `The tests need ${missing().join(", ")}. On Debian or Ubuntu: apt-get install chromium poppler-utils qpdf. A browser elsewhere can be named in CHROMIUM.`,
    );
  }
  process.env["CHROMIUM"] = browser();
}

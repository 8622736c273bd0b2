import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { stopWith } from "./ensure-installed.mjs";

const MARIADB_PACKAGES = ["mariadb-server-core", "mariadb-client-core"];
const CHROMIUM_PACKAGES = ["chromium", "fonts-noto-core", "fonts-noto-color-emoji"];
const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * Finds the MariaDB and the Chromium that the tests need; on Debian as root installs what is missing. Ends the
 * process with what to install when something is still missing: a missing server is an error, not a skip.
 * @returns the environment that tells the runners where things are
 */
export async function requireTestPrograms() {
  let chromium = await findChromium();
  const packages = [...(hasMariaDb() ? [] : MARIADB_PACKAGES), ...(chromium ? [] : CHROMIUM_PACKAGES)];
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    installPackages(packages);
    chromium = await findChromium();
  }

  const missing = [];
  if (!hasMariaDb()) {
    missing.push(
      "MariaDB (the programs mariadbd and mariadb-install-db):",
      "    Debian, Ubuntu: apt-get install mariadb-server     macOS: brew install mariadb",
      "    or set TEST_DATABASE_URL=mysql://root:password@127.0.0.1:3306/ to a server that tests may use",
    );
  }
  if (!chromium) {
    missing.push(
      "Chromium:",
      "    npx playwright install chromium",
      "    or set CHROMIUM_PATH to a Chromium or Chrome that is already there",
    );
  }
  if (missing.length > 0) stopWith(`The tests need programs that were not found:\n  ${missing.join("\n  ")}`);
  return chromium === "playwright" ? {} : { CHROMIUM_PATH: chromium };
}

function hasMariaDb() {
  if (process.env.TEST_DATABASE_URL) return true;
  const server = onPath("mariadbd") ?? onPath("mysqld");
  const installer = onPath("mariadb-install-db") ?? onPath("mysql_install_db");
  return Boolean(server && installer);
}

async function findChromium() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return "playwright";
  return CHROMIUM_NAMES.map(onPath).find(Boolean);
}

function onPath(program) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

function installPackages(packages) {
  console.log(`Installing ${packages.join(", ")} (apt-get) ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", ["-q", ...args], { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
  if (!apt("update") || !apt("install", "-y", "--no-install-recommends", ...packages)) {
    stopWith(`apt-get could not install ${packages.join(", ")} (see above).`);
  }
}

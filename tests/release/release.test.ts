import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "@/scripts/pack.mjs";
import { freePort } from "@/tests/support/mariadb";
import { type SmallMatomo, startSmallMatomo } from "@/tests/support/small-matomo";

const root = path.join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const TITLED = `public-access-for-matomo-${version}`;
const LIMIT_MIB = 45;

let folder = "";
/** Two releases of the same commit, from clones in different places. RELEASE names one that is made already. */
let dist: string[] = [];
/** Where the first is unpacked: outside of the project. */
let unpacked = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "pa-released-"));
  dist = process.env.RELEASE ? [process.env.RELEASE] : ["one", "another/place"].map(released);
  run("tar", ["-xzf", path.join(dist[0] ?? "", `${TITLED}.tar.gz`), "-C", folder]);
  unpacked = path.join(folder, TITLED);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = () => randomBytes(32).toString("base64url");
const commit = run("git", ["rev-parse", "HEAD"], { cwd: root }).trim();

function released(place: string): string {
  const clone = path.join(folder, place);
  mkdirSync(path.dirname(clone), { recursive: true });
  run("git", ["clone", "--quiet", root, clone]);
  run("git", ["checkout", "--quiet", commit], { cwd: clone });
  const installed = path.join(root, "node_modules");
  // Links, where they can be: it is a gigabyte.
  if (spawnSync("cp", ["-al", installed, clone]).status !== 0) run("cp", ["-a", installed, clone]);
  run(process.execPath, ["scripts/release.mjs"], { cwd: clone, env: { ...process.env, NODE_ENV: undefined } });
  rmSync(path.join(clone, "node_modules"), { recursive: true });
  return path.join(clone, "dist");
}

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)));
}

describe("a release", () => {
  it.skipIf(process.env.RELEASE)("of one commit is the same bytes, wherever and whenever it is made", () => {
    const [one, another] = dist.map((place) =>
      readdirSync(place)
        .sort()
        .map((name) => [name, run("sha256sum", ["-b", path.join(place, name)]).slice(0, 64)]),
    );
    expect(one).toHaveLength(4);
    expect(another).toEqual(one);
  });

  it(`is no larger than ${LIMIT_MIB} MiB, without SQLite, pictures, tests or a place of the machine that built it`, () => {
    const files = filesIn(unpacked);
    const size = files.reduce((sum, name) => sum + statSync(path.join(unpacked, name)).size, 0);
    expect(size / 2 ** 20).toBeLessThan(LIMIT_MIB);
    // What the build cut into chunks loads SQLite from where it is not.
    const packages = files.filter((name) => !name.includes("/chunks/"));
    expect(packages.filter((name) => /libsql|sqlite|sharp|@img|\.test\.|tsx\/|\.env$/.test(name))).toEqual([]);
    expect(readFileSync(path.join(unpacked, "server/server.js"), "utf8")).not.toContain(folder);
    for (const needed of ["LICENSE", "THIRD-PARTY-LICENSES.txt", "CHANGELOG.md", ".env.example", "docs/operations.md"])
      expect(files).toContain(needed);
  });

  it("comes with checksums that fit, a list of its packages and the notes of its version", () => {
    const place = dist[0] ?? "";
    expect(run("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: place })).toBe("");
    const sbom = JSON.parse(readFileSync(path.join(place, `${TITLED}.cdx.json`), "utf8"));
    const listed: string[] = sbom.components.map(({ name }: { name: string }) => name);
    expect(sbom).toMatchObject({
      bomFormat: "CycloneDX",
      metadata: { component: { name: "public-access-for-matomo", version } },
    });
    expect(listed).toEqual(expect.arrayContaining(["next", "react", "mariadb", "@node-rs/argon2-linux-arm64-musl"]));
    expect(listed.filter((name) => /libsql|sharp|vitest|darwin|win32/.test(name))).toEqual([]);
    expect(readFileSync(path.join(place, `${TITLED}.md`), "utf8")).toMatch(
      new RegExp(`^# Public Access for Matomo ${version} `),
    );
  });
});

describe("unpacked where nothing but Node is", () => {
  let matomo: SmallMatomo;
  let port = 0;
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    matomo = await startSmallMatomo({ alone: true });
    port = await freePort();
    mkdirSync(path.join(folder, "bin"));
    symlinkSync(process.execPath, path.join(folder, "bin/node"));
  });
  afterAll(async () => {
    server?.kill("SIGKILL");
    await matomo.stop();
  });

  const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
    NODE_ENV: "production",
    PATH: path.join(folder, "bin"),
    HOME: folder,
    ...more,
  });
  const program = () => path.join(unpacked, "bin/public-access");
  function called(words: string[], more?: Record<string, string>) {
    const { status, stdout, stderr } = spawnSync(program(), words, {
      encoding: "utf8",
      cwd: "/",
      env: environment(more),
    });
    return { status, said: `${stdout}${stderr}`.trim() };
  }
  const asBigAccount = () => ({ DATABASE_URL: matomo.url, MATOMO_TABLE_PREFIX: matomo.prefix });

  it("makes the tables and gives the account its rights", async () => {
    await matomo.raw.script("CREATE USER 'portal'@'%' IDENTIFIED BY 'pw'");
    expect(called(["migrate"], asBigAccount())).toMatchObject({ status: 0, said: expect.stringContaining("Done: ") });
    expect(called(["migrate"], asBigAccount())).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^Nothing to do/),
    });
    expect(called(["grants", "--account", "portal@%", "--apply"], asBigAccount())).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^Done: \d+ GRANT/),
    });
  });

  it("is installed by one command in less than 30 seconds", () => {
    const other = path.join(folder, "other.env");
    const began = performance.now();
    const { status, said } = called(
      ["setup", "--account", "set_up@127.0.0.1", "--set", "NEXTAUTH_URL=https://public-access.house.example"],
      {
        ...{ ...asBigAccount(), ENV_FILE: other, MAIL_TRANSPORT: "mailbox", MAILBOX_DIR: folder },
        MAIL_FROM: "alerts@house.example",
      },
    );
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining(`EnvironmentFile=${other}`) });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(said).toContain(`WorkingDirectory=${unpacked}/server`);
    expect(called(["audit", "verify"], { ENV_FILE: other })).toMatchObject({ status: 0 });
  });

  it("says of SQLite that it is not there, in a sentence", () => {
    const file = path.join(folder, "matomo.db");
    writeFileSync(file, "");
    expect(called(["migrate"], { DATABASE_URL: `file:${file}` })).toEqual({
      status: 1,
      said: expect.stringContaining("SQLite is not part of a release"),
    });
  });

  it("starts by .env beside bin/, from any folder, and the doctor finds nothing bad", async () => {
    const own = new URL(matomo.url);
    own.username = "portal";
    own.password = "pw";
    const settings = {
      ...{
        DATABASE_URL: own.href,
        MATOMO_TABLE_PREFIX: matomo.prefix,
        NEXTAUTH_URL: `http://127.0.0.1:${port}`,
        PORT: String(port),
      },
      ...{ NEXTAUTH_SECRET: secret(), CRON_SECRET: secret(), CRON: "internal" },
      ...{ MAIL_TRANSPORT: "mailbox", MAIL_FROM: "alerts@portal.example", MAILBOX_DIR: path.join(folder, "mailbox") },
    };
    writeFileSync(
      path.join(unpacked, ".env"),
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(""),
    );
    const child = spawn(program(), ["start"], { cwd: "/", env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    server = child;
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += String(piece)));
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${port}/api/healthz`).then(
            (answer) => answer.json(),
            () => said,
          ),
        { timeout: 60_000 },
      )
      .toEqual({ status: "ok" });
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("</form>")]);
    await expect
      .poll(() => called(["doctor"]), { timeout: 90_000, interval: 3_000 })
      .toEqual({ status: 0, said: expect.stringMatching(/^bad: 0, unknown: 0/m) });
    expect(called(["audit", "verify"])).toMatchObject({ status: 0 });
    expect(called(["test-alert", "--wait", "20"])).toMatchObject({
      status: 0,
      said: expect.stringContaining("2 of 2 accepted"),
    });
    expect(called(["block"])).toMatchObject({ status: 0 });
    expect(existsSync(path.join(folder, "mailbox"))).toBe(true);
  });

  it("ends when it is told to", async () => {
    server?.kill("SIGTERM");
    const ended = await Promise.race([once(server as ChildProcess, "exit"), sleep(20_000)]);
    expect(ended).toEqual([143, null]);
  });
});

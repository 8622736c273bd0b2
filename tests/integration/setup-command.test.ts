import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEnv as parseDotEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callScript } from "@/tests/support/call-script";
import { type BareMatomo, bareMatomo, dialect, tablePrefix } from "@/tests/support/database";

describe.skipIf(dialect === "sqlite")("bin/public-access setup", () => {
  let folder = "";
  let account = "";
  let matomo: BareMatomo;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "pa-setup-"));
    account = `pa_${randomBytes(6).toString("hex")}`;
    matomo = await bareMatomo();
    mkdirSync(path.join(folder, "matomo/config"), { recursive: true });
  });
  afterEach(async () => {
    await matomo.raw.script(`DROP USER IF EXISTS '${account}'@'127.0.0.1'`);
    await matomo.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const envFile = () => path.join(folder, ".env");
  const matomosOwn = (password = "") => {
    const { hostname, port, username, pathname } = new URL(matomo.url);
    writeFileSync(
      path.join(folder, "matomo/config/config.ini.php"),
      `; <?php exit; ?> DO NOT REMOVE THIS LINE
[database]
host = "${hostname}"
username = "${username}"
password = "${password}"
dbname = "${pathname.slice(1)}"
tables_prefix = "${tablePrefix}"
port = ${port}

[General]
salt = "0123456789abcdef0123456789abcdef"
trusted_hosts[] = "stats.example.org"
`,
    );
  };
  const setup = (args: readonly string[], env: Record<string, string> = {}) =>
    callScript("setup", ["--account", `${account}@127.0.0.1`, ...args], {
      ...{
        NODE_ENV: "test",
        PATH: process.env.PATH,
        ENV_FILE: envFile(),
        MAIL_FROM: "Public Access <pa@house.example>",
      },
      ...{ MAIL_TRANSPORT: "mailbox", MAILBOX_DIR: folder, ...env },
    });
  const address = ["--set", "NEXTAUTH_URL=https://public-access.house.example"];
  const tables = async () => (await matomo.raw.rows("SHOW TABLES LIKE 'portal%'")).length;
  const accounts = () => matomo.raw.rows("SELECT user FROM mysql.user WHERE user = ?", [account]);

  it("installs by what Matomo's configuration says: tables, an account with its rights alone, .env, and no other secret", async () => {
    matomosOwn();
    const { code, stdout, stderr } = await setup([...["--matomo", path.join(folder, "matomo")], ...address]);
    expect(stderr).toBe("");
    expect(code).toBeLessThan(2);
    expect(statSync(envFile()).mode & 0o777).toBe(0o600);
    const made = parseDotEnv(readFileSync(envFile(), "utf8"));
    expect(made).toMatchObject({
      NEXTAUTH_URL: "https://public-access.house.example",
      MATOMO_TABLE_PREFIX: tablePrefix,
      MATOMO_SALT: "0123456789abcdef0123456789abcdef",
      MAIL_FROM: "Public Access <pa@house.example>",
      CRON: "internal",
    });
    expect(new URL(made.DATABASE_URL ?? "")).toMatchObject({
      username: account,
      pathname: new URL(matomo.url).pathname,
    });
    expect(await tables()).toBeGreaterThan(15);
    const rights = (await matomo.raw.rows(`SHOW GRANTS FOR '${account}'@'127.0.0.1'`)).map((row) =>
      String(Object.values(row)[0]),
    );
    expect(
      rights.filter((right) => / ON `[^`]+`\.\*|ON \*\.\*/.test(right) && !right.startsWith("GRANT USAGE")),
    ).toEqual([]);
    expect(rights.join()).toMatch(/INSERT \([^)]*`option_name`/);
    for (const said of [
      "WorkingDirectory=",
      `EnvironmentFile=${envFile()}`,
      "server_name public-access.house.example;",
      "\nbad: ",
    ])
      expect(stdout).toContain(said);
    for (const name of ["NEXTAUTH_SECRET", "CRON_SECRET", "STATEMENT_KEY", "MATOMO_SALT"]) {
      expect(made[name]?.length).toBeGreaterThan(20);
      expect(stdout).not.toContain(made[name]);
    }
    expect(stdout).not.toContain("Schedule");
  });

  it("never overwrites a configuration", async () => {
    matomosOwn();
    writeFileSync(envFile(), "KEPT=1\n");
    const { code, stderr } = await setup([...["--matomo", path.join(folder, "matomo")], ...address]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("exists already, and nothing is overwritten")]);
    expect(readFileSync(envFile(), "utf8")).toBe("KEPT=1\n");
    expect([await tables(), await accounts()]).toEqual([0, []]);
  });

  it.each([
    ["an address is missing", [], {}, /NEXTAUTH_URL is missing/],
    [
      "there is no such variable",
      ["--set", "NO_SUCH=1"],
      {},
      /--set takes NAME=VALUE as in \.env\.example, not NO_SUCH/,
    ],
    ["there is no Matomo under the prefix", [...address, "--set", "MATOMO_TABLE_PREFIX=other_"], {}, /other_user/],
  ] as const)("changes nothing where %s", async (_what, args, env, sentence) => {
    const { code, stderr } = await setup(args, { DATABASE_URL: matomo.url, ...env });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^Public Access is not installed\. /)]);
    expect(stderr).toMatch(sentence);
    expect(existsSync(envFile())).toBe(false);
    expect([await tables(), await accounts()]).toEqual([0, []]);
  });

  it("leaves an account that is there already as it is, and writes no configuration", async () => {
    await matomo.raw.script(`CREATE USER '${account}'@'127.0.0.1' IDENTIFIED BY 'kept'`);
    const { code, stderr } = await setup([...address, "--set", `MATOMO_TABLE_PREFIX=${tablePrefix}`], {
      DATABASE_URL: matomo.url,
    });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/could not be created.*name another with --account/s)]);
    expect(existsSync(envFile())).toBe(false);
    const again = await setup(
      ["--account", `${account}b@127.0.0.1`, ...address, "--set", `MATOMO_TABLE_PREFIX=${tablePrefix}`],
      { DATABASE_URL: matomo.url },
    );
    expect(again.code).toBeLessThan(2);
    await matomo.raw.script(`DROP USER '${account}b'@'127.0.0.1'`);
  });
});

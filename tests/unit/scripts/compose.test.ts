import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "@/tests/support/dockerfile";

const compose = readFileSync(path.join(root, "compose.yaml"), "utf8");
const bin = mkdtempSync(path.join(tmpdir(), "pa-compose-"));
afterAll(() => rmSync(bin, { recursive: true }));

/** The networks of each service, and `environment` as it stands. */
const services = new Map(
  compose
    .slice(compose.indexOf("\nservices:"), compose.indexOf("\nnetworks:"))
    .split(/^ {2}(?=[a-z]+:$)/m)
    .slice(1)
    .map((text) => [
      text.slice(0, text.indexOf(":")),
      { text, networks: /networks: \[(.*)\]/.exec(text)?.[1]?.split(", ") ?? [] },
    ]),
);

/** A command in front of the real ones, which writes down how it was called and ends as it is told. */
function standIn(name: string, script: string): void {
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(bin, name), 0o755);
}

const run = (file: string, env: Record<string, string>, words: string[] = []) =>
  spawnSync("sh", [path.join(root, "docs/deployment", file), ...words], {
    encoding: "utf8",
    env: { NODE_ENV: "test", PATH: `${bin}:${process.env.PATH}`, ...env },
  });

describe("compose.yaml", () => {
  it("gives Matomo and the portal no network in common, and the database none that leads outside", () => {
    const networksOf = (name: string) => services.get(name)?.networks ?? [];
    expect(networksOf("matomo").length).toBeGreaterThan(0);
    for (const name of ["portal", "migrate", "tools"]) {
      expect(networksOf(name)).toContain("portal-database");
      expect(networksOf(name).filter((network) => networksOf("matomo").includes(network))).toEqual([]);
    }
    expect(networksOf("migrate")).toEqual(["portal-database"]);
    for (const network of networksOf("db")) expect(compose).toContain(`  ${network}:\n    internal: true`);
  });

  it("keeps no account that may do everything: root signs in inside its container, the other is made when it is needed", () => {
    const lasting = readFileSync(path.join(root, "docs/deployment/database-accounts.sh"), "utf8");
    expect(lasting).not.toMatch(/GRANT|portal_migrate/);
    expect(services.get("db")?.text).toContain("MARIADB_ROOT_HOST: localhost");
    for (const [name, { text }] of services) {
      if (name !== "migrate") expect(text).not.toContain("portal_migrate:");
      if (name !== "db") expect(text).not.toContain("ROOT_PASSWORD");
    }
    expect(services.get("migrate")?.text).toContain("profiles: [migrate]");
  });
});

describe("docs/deployment/migrate.sh", () => {
  const log = path.join(bin, "called");

  it.each([
    ["the migrations go well", "exit 0", 0],
    ["the migrations fail", 'case "$*" in *"run --rm migrate") exit 7;; esac', 7],
  ])("drops the account that may do everything when %s, and its password serves once", (_what, end, status) => {
    writeFileSync(log, "");
    standIn("docker", `echo "$* $PORTAL_MIGRATE_PASSWORD" >> "${log}"\n${end}`);
    expect(run("migrate.sh", {}).status).toBe(status);
    const called = readFileSync(log, "utf8").trim().split("\n");
    const account = "compose exec -T -e PORTAL_MIGRATE_PASSWORD db sh /usr/local/share/migrate-account.sh";
    expect(called.map((line) => line.replace(/ [0-9a-f]{48}$/, ""))).toEqual([
      `${account} open`,
      "compose run --rm migrate",
      `${account} close`,
    ]);
    const passwords = new Set(called.map((line) => line.split(" ").at(-1)));
    expect(passwords.size).toBe(1);
    writeFileSync(log, "");
    run("migrate.sh", {});
    expect(readFileSync(log, "utf8")).not.toContain([...passwords][0]);
  });
});

describe("docs/deployment/migrate-account.sh", () => {
  it("makes and drops one account, and nothing for a word that it does not know", () => {
    standIn("mariadb", "cat");
    const env = { MARIADB_ROOT_PASSWORD: "root", MARIADB_DATABASE: "matomo", PORTAL_MIGRATE_PASSWORD: "once" };
    const said = (word: string) => run("migrate-account.sh", env, [word]).stdout.replace(/\s+/g, " ").trim();
    expect(said("open")).toBe(
      "CREATE OR REPLACE USER 'portal_migrate'@'%' IDENTIFIED BY 'once'; " +
        "GRANT ALL PRIVILEGES ON `matomo`.* TO 'portal_migrate'@'%' WITH GRANT OPTION;",
    );
    expect(said("close")).toBe("DROP USER IF EXISTS 'portal_migrate'@'%';");
    expect(run("migrate-account.sh", env, ["both"])).toMatchObject({ status: 64, stdout: "" });
  });
});

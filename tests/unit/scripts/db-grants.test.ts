import { describe, expect, it } from "vitest";
import { type OptionalRights, portalGrants, USUAL_RIGHTS } from "@/lib/platform/db/grants";
import { callScript } from "@/tests/support/call-script";

const usual = { NODE_ENV: "test", PATH: process.env.PATH, DATABASE_URL: "mysql://big:pw-canary@db.example/stats" };

async function grants(words: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await callScript("db:grants", words, { ...usual, ...env });
  return { status: code, out: stdout.trim(), err: stderr };
}

const grantsWith = (whoWasActive: OptionalRights["whoWasActive"]) =>
  portalGrants("stats", "matomo_", "'portal'@'%'", { ...USUAL_RIGHTS, whoWasActive });
const printed = (statements: string[]) => statements.map((statement) => `${statement};`).join("\n");

describe("bin/public-access grants", () => {
  it("prints the rights of the portal for the database and prefix that are configured", async () => {
    const { status, out, err } = await grants(["--account", "portal@10.0.0.%"], { MATOMO_TABLE_PREFIX: "piwik_" });
    expect([status, err]).toEqual([0, ""]);
    expect(out).toBe(printed(portalGrants("stats", "piwik_", "'portal'@'10.0.0.%'")));
  });

  it("takes the account as SQL writes it, a Matomo without invitations, and the salt", async () => {
    const { out } = await grants(["--account", "'portal'@'%'", "--before-4.11"], { MATOMO_SALT: "a-salt" });
    expect(out).toBe(
      printed(
        portalGrants("stats", "matomo_", "'portal'@'%'", {
          pendingInvites: false,
          matomoSalt: true,
          whoWasActive: "tokens",
        }),
      ),
    );
  });

  it("prints no column that tells who used Matomo where the house has switched that off, and one less before 5.4", async () => {
    const off = await grants(["--account", "portal@%"], { WHO_WAS_ACTIVE: "off" });
    expect(off.out).not.toMatch(/user_token_auth|ts_last_seen|last_used/);
    expect(off.out).toBe(printed(grantsWith("off")));
    expect((await grants(["--account", "portal@%", "--before-5.4"])).out).toBe(printed(grantsWith("tokens")));
  });

  it.each([
    ["no account", []],
    ["an account that ends the statement", ["--account", "portal@%'; DROP TABLE x; --"]],
    ["an account without a host", ["--account", "portal"]],
    ["a word that is unknown", ["--account", "portal@%", "--all"]],
  ])("given %s prints nothing but what is wrong", async (_what, words) => {
    const { status, out, err } = await grants(words);
    expect([status, out]).toEqual([1, ""]);
    expect(err.trim()).not.toBe("");
    expect(err).not.toMatch(/pw-canary|\bat .*\.ts:/);
  });

  it.each(["file:./matomo.db", "mysql://big:pw-canary@db.example", "mysql://big@db.example/a%60b"])(
    "of the database %s knows no rights",
    async (DATABASE_URL) => {
      const { status, out, err } = await grants(["--account", "portal@%"], { DATABASE_URL });
      expect([status, out]).toEqual([1, ""]);
      expect(err).toMatch(/^DATABASE_URL/);
    },
  );

  it("says which statement was refused, and no password, when the database cannot be reached", async () => {
    const url = "mysql://big:pw-canary@127.0.0.1:9/stats";
    const { status, err } = await grants(["--account", "portal@%", "--apply"], { DATABASE_URL: url });
    expect(status).toBe(1);
    expect(err).toMatch(/127\.0\.0\.1:9\/stats cannot be opened/);
    expect(err).not.toContain("pw-canary");
  });
});

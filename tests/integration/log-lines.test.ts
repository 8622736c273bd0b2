import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { connect } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { AppError } from "@/lib/platform/errors";
import { buildLogger } from "@/lib/platform/logger";
import { dialect, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { HOSTILE } from "@/tests/support/hostile";

useDatabase();

const root = path.join(import.meta.dirname, "../..");
const SECRETS = {
  DATABASE_URL: "mysql://portal:s3cr3t%2Dof%2Dthe%2Ddatabase@127.0.0.1:3306/matomo",
  NEXTAUTH_SECRET: "a-secret-of-the-tests-with-more-than-32-characters",
  CRON_SECRET: "cron-secret-of-the-tests",
  RESEND_API_KEY: "re_a-key-of-the-tests",
  SMTP_URL: "smtp://portal:smtp-password@127.0.0.1:25",
  OIDC_CLIENT_SECRET: "client-secret-of-the-tests",
  MATOMO_SALT: 'salt "with" quotes',
  RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw==",
  ALERT_WEBHOOK_SECRET: "whsec_YW5vdGhlci1zZWNyZXQtb2YtdGhlLXRlc3Rz",
  METRICS_TOKEN: "metrics-token-of-the-tests",
  STATEMENT_KEY: "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC",
  HEARTBEAT_URL: "https://monitor.example/ping/secret-of-the-monitor",
  ALERT_WEBHOOK_URL: "https://chat.example/hooks/secret-of-the-chat",
  FALLBACK_SMTP_URL: "smtp://portal:fallback-password@127.0.0.1:26",
};
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** A logger as the portal builds it, and what it has written. */
function listening(secrets: Partial<typeof SECRETS> = SECRETS) {
  let written = "";
  const write = (line: string) => {
    written += line;
  };
  const log = buildLogger({ LOG_LEVEL: "debug", ...secrets }, { write });
  return { log, text: () => written, lines: () => written.split("\n").slice(0, -1) };
}

describe("a line of the log", () => {
  it.each(HOSTILE)("is one line that can be read back, whatever it is about ($what)", ({ text }) => {
    const { log, lines } = listening();
    log.warn({ siteName: text, nested: { reason: text, [text]: 1 }, err: new Error(text) }, text);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).not.toMatch(UNSEEN);
    const line = JSON.parse(lines()[0] ?? "");
    expect(line).toMatchObject({ msg: text, siteName: text, nested: { reason: text }, err: { message: text } });
  });

  it("hides what stands under the name of a secret", () => {
    const { log, text } = listening();
    const secrets = {
      password: "hunter2",
      cookie: "c0okie",
      authorization: "Bearer x9",
      proofId: "pr00f",
    };
    log.error({ ...secrets, headers: secrets, request: { headers: secrets } }, "refused");
    for (const secret of Object.values(secrets)) expect(text()).not.toContain(secret);
    expect(text().split("[secret]")).toHaveLength(1 + 3 * Object.keys(secrets).length);
  });

  it.each(Object.entries(SECRETS))("never holds the value of %s, wherever it comes up", (name, value) => {
    const { log, text, lines } = listening();
    const url = URL.canParse(value) ? new URL(value) : null;
    const secret = url?.password ? decodeURIComponent(url.password) : value;
    log.error(
      { err: new Error(`failed with ${value} and ${secret}`, { cause: new Error(secret) }), [name]: value },
      secret,
    );
    expect(text()).not.toContain(secret);
    expect(text()).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(() => JSON.parse(lines()[0] ?? "")).not.toThrow();
  });

  it("says of an error its name, code, words and causes, and nothing that others have hung on it", () => {
    const { log, lines } = listening();
    const cause = Object.assign(new Error("inner"), { code: "P2010", meta: { parameters: ["anna@people.example"] } });
    const error = Object.assign(new AppError("unexpected", { cause }), { config: { auth: "hunter2" } });
    log.error({ err: error }, "failed");
    const { err } = JSON.parse(lines()[0] ?? "");
    expect(err).toMatchObject({ type: "AppError", code: "unexpected", cause: { code: "P2010", message: "inner" } });
    expect(Object.keys(err).sort()).toEqual(["cause", "code", "message", "stack", "type"]);
    expect(lines()[0]).not.toContain("people.example");
  });
});

describe("a failure of the database", () => {
  const PASSWORD = "pass-of-the-database-0815";

  async function failureAt(url: string): Promise<unknown> {
    const client = connect(url, tablePrefix);
    try {
      await client.setting.findMany();
    } catch (error) {
      return translateDatabaseError(error);
    } finally {
      await client.$disconnect();
    }
    throw new Error("it did not fail");
  }

  it.runIf(dialect === "mysql").each([
    ["a wrong password", "127.0.0.1"],
    ["a host that nobody knows", "no-such-host.invalid"],
    ["a port where nobody listens", "127.0.0.1:9"],
  ])("by %s never writes the password", async (_, host) => {
    const url = new URL(process.env.DATABASE_URL ?? "");
    if (host !== "127.0.0.1") url.host = host;
    url.password = PASSWORD;
    const error = await failureAt(url.href);
    expect(error).toMatchObject({ code: "database_unreachable" });
    const { log, text } = listening({}); // not told what to hide: it must not be there at all
    log.error({ err: error }, "failed");
    expect(text().length).toBeGreaterThan(50);
    expect(text()).not.toContain(PASSWORD);
    expect(error instanceof Error ? error.message : "").not.toContain(PASSWORD);
  });

  it("in a statement never writes the values that it carried", async () => {
    const hidden = "value-of-a-parameter";
    const { log, text } = listening();
    const failing = [
      () =>
        testDb().setting.create({
          data: { name: hidden.repeat(20), value: hidden, updatedAt: new Date(), updatedBy: hidden },
        }),
      () => testDb().$executeRaw`INSERT INTO portal_setting (name, value) VALUES (${hidden}, ${hidden})`,
      () => testDb().$queryRaw`SELECT ${hidden} FROM portal_nowhere WHERE name = ${hidden}`,
    ];
    for (const fail of failing) {
      await fail().catch((error: unknown) => log.error({ err: translateDatabaseError(error) }, "failed"));
    }
    expect(text().split("\n").length - 1).toBeGreaterThanOrEqual(2);
    expect(text()).not.toContain(hidden);
  });
});

describe("the audit log leaves the host", () => {
  /** What a process of the portal writes to standard output while it does what tests/support/audit-lines.ts does. */
  async function standardOutput(): Promise<{ audit: Record<string, unknown> }[]> {
    const env = { ...process.env, LOG_LEVEL: "info" };
    const script = path.join(root, "tests/support/audit-lines.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script], { cwd: root, env });
    let out = "";
    let err = "";
    child.stdout.on("data", (piece) => {
      out += String(piece);
    });
    child.stderr.on("data", (piece) => {
      err += String(piece);
    });
    const [code] = await once(child, "close");
    expect([code, err]).toEqual([0, ""]);
    return out
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }

  it("as one line for each event that was committed, none for what was rolled back or tried again", {
    timeout: 120_000,
  }, async () => {
    const lines = await standardOutput();
    const events = await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["sign-out", "reminder.nothing-public", "public-access.baseline"]);
    expect(lines.map(({ audit }) => [audit.seq, audit.type, audit.hash])).toEqual(
      events.map(({ seq, type, hash }) => [Number(seq), type, hash]),
    );
    expect(lines[0]).toMatchObject({
      level: 30,
      msg: "audit",
      audit: {
        at: "2026-11-24T09:00:00.000Z",
        actor: { type: "superUser", login: "anna\r\n\u2028{}" },
        ip: "203.0.113.7",
        sessionRef: "a".repeat(64),
        facts: {},
      },
    });
    // A line of a hundred thousand ids would be cut by whoever ships it.
    expect(lines[2]?.audit.facts).toMatchObject({ siteIdsCount: 1_000, sites: [] });
    expect(JSON.stringify(lines[2]).length).toBeLessThan(2_000);
  });
});

it.runIf(dialect === "mysql")(
  "what the database refuses the account is logged without its statement's values",
  async () => {
    const { log, text } = listening();
    await testDb().$executeRaw`UPDATE portal_audit_event SET facts = ${"value-of-a-parameter"}`.catch(
      (error: unknown) => log.error({ err: error }, "failed"),
    );
    expect(text()).toContain("1142");
    expect(text()).not.toContain("value-of-a-parameter");
  },
);

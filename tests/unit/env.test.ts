import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { databaseEnv, EnvError, parseEnv, settingStates } from "@/lib/platform/env";
import { variableNames } from "@/lib/platform/env/variables";

const COMPLETE: Record<string, string | undefined> = {
  DATABASE_URL: "mysql://portal:pw-canary@db.example:3306/matomo",
  NEXTAUTH_URL: "https://portal.example",
  NEXTAUTH_SECRET: "a-canary-that-is-longer-than-32-characters",
  CRON_SECRET: "a-canary-of-16-or-more",
  MAIL_TRANSPORT: "smtp",
  MAIL_FROM: "Public Access <alerts@portal.example>",
  SMTP_URL: "smtp://mail.example:587",
};

/** An example of each variable that may be left out. */
const SOUND: Record<string, string> = {
  MATOMO_TABLE_PREFIX: "piwik_",
  MATOMO_URL: "https://matomo.example/",
  CANARY_SITE_ID: "7",
  MAIL_REPLY_TO: "help@portal.example",
  PROXY_ENDS_TLS: "true",
  TRUSTED_PROXIES: "10.0.0.5",
  MATOMO_SALT: "a-salt",
  TOTP_WINDOW: "1",
  OIDC_ISSUER: "https://id.example",
  OIDC_CLIENT_ID: "portal",
  OIDC_CLIENT_SECRET: "a-secret-of-the-provider",
  OIDC_LOGIN_CLAIM: "login",
  OIDC_NAME: "Example",
  RESEND_API_KEY: "re_key",
  RESEND_BASE_URL: "https://resend.example",
  MAILBOX_DIR: "/var/mailbox",
  RESEND_WEBHOOK_SECRET: "whsec_AAAA",
  FALLBACK_SMTP_URL: "smtp://second.example:587",
  ALERT_WEBHOOK_URL: "https://hooks.example/1",
  ALERT_WEBHOOK_SECRET: `whsec_${"A".repeat(32)}`,
  HEARTBEAT_URL: "https://beat.example/1",
  METRICS_TOKEN: "a-token-of-16-or-more",
  STATEMENT_KEY: `MC4CAQAwBQYDK2VwBCIEI${"A".repeat(43)}`,
  WATCH_INTERVAL_MINUTES: "7",
  ORIGIN_RETENTION_DAYS: "30",
  MAIL_RETENTION_DAYS: "90",
  WHO_WAS_ACTIVE: "off",
  CRON: "internal",
  PORT: "4000",
  LOG_LEVEL: "warn",
};

function problemsWith(changes: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnv({ ...COMPLETE, ...changes });
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

/** The variables that are named, each by the first word of its sentence. */
const named = (problems: readonly string[]) => problems.map((problem) => problem.split(" ")[0]);

describe("the configuration", () => {
  it("is accepted when it is complete, with the defaults of Matomo's installer", () => {
    expect(parseEnv(COMPLETE)).toMatchObject({ MATOMO_TABLE_PREFIX: "matomo_", PORT: 3000, LOG_LEVEL: "info" });
  });

  it("may ask for TLS to the database, in the one word that is understood", () => {
    for (const words of ["ssl=true", "ssl=false", "socketPath=/run/s&ssl=true", "connection_limit=5"]) {
      expect(problemsWith({ DATABASE_URL: `mysql://portal:pw@db.example/matomo?${words}` })).toEqual([]);
    }
  });

  it("may have an empty table prefix, which is not the default one", () => {
    expect(parseEnv({ ...COMPLETE, MATOMO_TABLE_PREFIX: "" }).MATOMO_TABLE_PREFIX).toBe("");
  });

  it("treats an optional variable left blank as one that is not set", () => {
    expect(parseEnv({ ...COMPLETE, MATOMO_URL: "", RESEND_BASE_URL: "", PORT: "", LOG_LEVEL: "" })).toMatchObject({
      PORT: 3000,
      LOG_LEVEL: "info",
    });
  });

  it.each([
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", ""],
    ["DATABASE_URL", "postgres://portal:pw-canary@db.example/matomo"],
    ["DATABASE_URL", "db.example"],
    ["DATABASE_URL", "mysql://portal:pw-canary@db.example/matomo?sslmode=require"],
    ["DATABASE_URL", "mysql://portal:pw-canary@db.example/matomo?ssl=yes"],
    ["DATABASE_URL", "mysql://portal:pw-canary@db.example/matomo?timeout=3&useSSL=true"],
    ["MATOMO_TABLE_PREFIX", "matomo-`; DROP"],
    ["MATOMO_TABLE_PREFIX", "x".repeat(33)],
    ["MATOMO_URL", "matomo.example"],
    ["MATOMO_URL", "javascript:alert(1)"],
    ["CANARY_SITE_ID", "0"],
    ["CANARY_SITE_ID", "-3"],
    ["CANARY_SITE_ID", "1.5"],
    ["CANARY_SITE_ID", "7 "],
    ["CANARY_SITE_ID", "4294967296"],
    ["NEXTAUTH_URL", undefined],
    ["NEXTAUTH_URL", "ftp://portal.example"],
    ["NEXTAUTH_URL", "http://portal.example"],
    ["NEXTAUTH_URL", "http://127.0.0.1.evil.example"],
    ["NEXTAUTH_URL", "http://localhost.example"],
    ["NEXTAUTH_URL", "http://192.168.0.4:3000"],
    ["NEXTAUTH_URL", "https://portal.example/portal"],
    ["NEXTAUTH_URL", "https://portal.example?canary=1"],
    ["NEXTAUTH_URL", "https://portal.example/#canary"],
    ["NEXTAUTH_URL", "https://somebody:canary@portal.example"],
    ["PROXY_ENDS_TLS", "yes"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TRUSTED_PROXIES", "10.0.0.1,proxy.example"],
    ["TRUSTED_PROXIES", "all"],
    ["TRUSTED_PROXIES", "0x7f.1"],
    ["TOTP_WINDOW", "3"],
    ["NEXTAUTH_SECRET", undefined],
    ["NEXTAUTH_SECRET", "canary-of-31-characters-0123456"],
    ["CRON_SECRET", undefined],
    ["CRON_SECRET", ""],
    ["CRON_SECRET", "canary-15-chars"],
    ["MAIL_TRANSPORT", undefined],
    ["MAIL_TRANSPORT", "pigeon"],
    ["MAIL_FROM", undefined],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@b.example\r\nBcc: canary@c.example"],
    ["SMTP_URL", undefined],
    ["SMTP_URL", "https://mail.example"],
    ["RESEND_BASE_URL", "api.resend.example"],
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["PORT", "0"],
    ["PORT", "80.5"],
    ["LOG_LEVEL", "loud"],
    ["RESEND_WEBHOOK_SECRET", "canary without its prefix"],
    ["FALLBACK_SMTP_URL", "https://canary.example"],
    ["ALERT_WEBHOOK_SECRET", "whsec_canary"],
    ["HEARTBEAT_URL", "canary.example"],
    ["METRICS_TOKEN", "canary-15-chars"],
    ["STATEMENT_KEY", "canary"],
    // A key of another kind, and one that is cut off.
    ["STATEMENT_KEY", "MC4CAQAwBQYDK2VuBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC"],
    ["STATEMENT_KEY", "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVh"],
    ["WATCH_INTERVAL_MINUTES", "-5"],
    ["WATCH_INTERVAL_MINUTES", "1441"],
    ["WATCH_INTERVAL_MINUTES", "often"],
    ["ORIGIN_RETENTION_DAYS", "-1"],
    ["ORIGIN_RETENTION_DAYS", "1.5"],
    ["ORIGIN_RETENTION_DAYS", "3651"],
    ["ORIGIN_RETENTION_DAYS", "for ever"],
    ["MAIL_RETENTION_DAYS", "59"],
    ["MAIL_RETENTION_DAYS", "3651"],
    ["MAIL_RETENTION_DAYS", "for ever"],
    ["CRON", "sometimes"],
    ["WHO_WAS_ACTIVE", "no"],
  ])("E48: with %s = %j is refused, naming exactly that variable and not its value", (name, value) => {
    const problems = problemsWith({ [name]: value });
    expect(named(problems)).toEqual([name]);
    if (value) expect(problems.join()).not.toContain(value);
    expect(problems.join()).not.toMatch(/canary/);
  });

  it.each([
    ["https://portal.example/", "https://portal.example"],
    ["HTTPS://Portal.Example:443", "https://portal.example"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://portal.localhost", "http://portal.localhost"],
    ["http://127.8.9.10:3000", "http://127.8.9.10:3000"],
    ["http://[::1]:3000", "http://[::1]:3000"],
  ])("with NEXTAUTH_URL = %j has the portal's own origin %j", (given, origin) => {
    expect(parseEnv({ ...COMPLETE, NEXTAUTH_URL: given }).NEXTAUTH_URL).toBe(origin);
  });

  it("with plain http elsewhere than on this machine says what to do", () => {
    expect(problemsWith({ NEXTAUTH_URL: "http://portal.example" }).join()).toMatch(/Use https, or set PROXY_ENDS_TLS/);
  });

  it("takes a canary with Matomo's address alone", () => {
    const MATOMO_URL = "https://matomo.example/";
    expect(parseEnv({ ...COMPLETE, MATOMO_URL, CANARY_SITE_ID: "12" }).CANARY_SITE_ID).toBe(12);
    expect(parseEnv({ ...COMPLETE, MATOMO_URL, CANARY_SITE_ID: "" }).CANARY_SITE_ID).toBeUndefined();
    expect(problemsWith({ MATOMO_URL: "", CANARY_SITE_ID: "12" }).join()).toMatch(/MATOMO_URL is missing/);
  });

  it("on Matomo's own host name says what could happen, and to use another (S34)", () => {
    for (const MATOMO_URL of ["https://portal.example/", "http://PORTAL.example:8080/matomo/"]) {
      expect(problemsWith({ NEXTAUTH_URL: "https://portal.example", MATOMO_URL }).join()).toMatch(
        /host name of its own/,
      );
    }
    const apart = { NEXTAUTH_URL: "https://portal.example", MATOMO_URL: "https://matomo.portal.example/" };
    expect(problemsWith(apart)).toEqual([]);
    expect(problemsWith({ NEXTAUTH_URL: "http://localhost:3000", MATOMO_URL: "http://localhost/" })).toEqual([]);
  });

  it("with a proxy that ends TLS has the https address as the portal's own", () => {
    const behind = { ...COMPLETE, PROXY_ENDS_TLS: "true" };
    expect(parseEnv({ ...behind, NEXTAUTH_URL: "http://portal.example" }).NEXTAUTH_URL).toBe("https://portal.example");
    expect(parseEnv({ ...behind, NEXTAUTH_URL: "https://portal.example" }).NEXTAUTH_URL).toBe("https://portal.example");
  });

  it("E48: with a second channel that could not be told from a forger is refused", () => {
    expect(named(problemsWith({ ALERT_WEBHOOK_URL: "https://chat.example/hook" }))).toEqual(["ALERT_WEBHOOK_SECRET"]);
  });

  it("takes single sign-on whole or not at all, over https or on this machine", () => {
    const whole = { OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "portal", OIDC_CLIENT_SECRET: "canary" };
    expect(problemsWith(whole)).toEqual([]);
    for (const name of Object.keys(whole)) expect(named(problemsWith({ ...whole, [name]: "" }))).toEqual([name]);
    expect(named(problemsWith({ ...whole, OIDC_ISSUER: "http://id.example" }))).toEqual(["OIDC_ISSUER"]);
    expect(problemsWith({ ...whole, OIDC_ISSUER: "http://localhost:4000" })).toEqual([]);
  });

  it.each(variableNames)("holds no blank and no line end around %s, which nobody else would send or show", (name) => {
    const value = SOUND[name] ?? COMPLETE[name] ?? expect.fail(`no example of ${name}`);
    const all = { ...COMPLETE, ...SOUND };
    const plain = parseEnv({ ...all, [name]: value });
    if (name === "CANARY_SITE_ID") return expect(named(problemsWith({ ...all, [name]: `${value}\n` }))).toEqual([name]);
    for (const around of [`${value}\n`, `${value}\r\n`, ` ${value}\t`, `\ufeff${value} `]) {
      expect(parseEnv({ ...all, [name]: around })).toEqual(plain);
      expect(settingStates({ ...all, [name]: around })).toEqual(settingStates({ ...all, [name]: value }));
    }
    const isNeeded = name in COMPLETE;
    expect(named(problemsWith({ [name]: " \n" }))).toEqual(isNeeded ? [name] : []);
  });

  it.each(["CRON_SECRET", "METRICS_TOKEN"])("refuses a %s that no header carries unchanged", (name) => {
    for (const value of [
      "sixteen-letters-ä",
      "sixteen\nletters-and",
      "sixteen-letters-\u200b",
      "sixteen\u0000letters",
    ]) {
      expect(named(problemsWith({ [name]: value }))).toEqual([name]);
    }
    expect(problemsWith({ [name]: "words with blanks between" })).toEqual([]);
  });

  it("trusts proxies by address and range, and none by default", () => {
    const trusted = "10.0.0.5, 192.168.0.0/16, ::1,fd00::/8";
    expect(parseEnv({ ...COMPLETE, TRUSTED_PROXIES: trusted }).TRUSTED_PROXIES).toBe(trusted);
    expect(parseEnv(COMPLETE).TRUSTED_PROXIES).toBe("");
  });

  it.each([
    ["resend", "RESEND_API_KEY"],
    ["smtp", "SMTP_URL"],
    ["mailbox", "MAILBOX_DIR"],
  ])("with MAIL_TRANSPORT=%s needs %s", (transport, needed) => {
    const bare = { MAIL_TRANSPORT: transport, SMTP_URL: undefined };
    expect(named(problemsWith(bare))).toEqual([needed]);
    expect(problemsWith({ ...bare, [needed]: "smtp://mail.example" })).toEqual([]);
  });

  it("names every bad variable at once, so that nobody repairs them one by one", () => {
    const problems = problemsWith({
      DATABASE_URL: undefined,
      NEXTAUTH_SECRET: "short",
      MAIL_TRANSPORT: "resend",
      PORT: "x",
    });
    expect(named(problems).sort()).toEqual(["DATABASE_URL", "NEXTAUTH_SECRET", "PORT", "RESEND_API_KEY"]);
  });

  it("is needed in part only by commands on the database", () => {
    expect(databaseEnv({ DATABASE_URL: "file:./x.db", MATOMO_TABLE_PREFIX: "piwik_" })).toEqual({
      DATABASE_URL: "file:./x.db",
      MATOMO_TABLE_PREFIX: "piwik_",
      WHO_WAS_ACTIVE: "on",
    });
    expect(() => databaseEnv({ MATOMO_TABLE_PREFIX: "piwik-" })).toThrow(/DATABASE_URL[\s\S]*MATOMO_TABLE_PREFIX/);
  });
});

describe(".env.example", () => {
  const lines = readFileSync(path.join(import.meta.dirname, "../../.env.example"), "utf8").split("\n");

  it("has every variable once, and no other", () => {
    const names = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split("=")[0]);
    expect(names.sort()).toEqual([...variableNames].sort());
  });

  it("explains each variable in the lines above it", () => {
    for (const [index, line] of lines.entries()) {
      if (/^[A-Z]/.test(line)) expect(lines[index - 1], line).toMatch(/^# .{10,}/);
    }
  });

  it("is refused as it is: its secrets are for the operator to make", () => {
    const values = Object.fromEntries(
      lines
        .filter((line) => /^[A-Z]/.test(line))
        .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
    expect(() => parseEnv(values)).toThrow(EnvError);
    const filled = { ...values, NEXTAUTH_SECRET: "n".repeat(32), CRON_SECRET: "c".repeat(16) };
    expect(parseEnv(filled).MAIL_TRANSPORT).toBe("smtp");
  });
});

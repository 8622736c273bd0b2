import { createServer, type RequestListener } from "node:http";
import { createServer as createTcpServer, type Server } from "node:net";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { listMailbox } from "@/lib/messaging/mail/mailbox";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import { type DbClient, db, disconnect } from "@/lib/platform/db/client";
import { FAULT_WORDS } from "@/lib/platform/db/connection-fault";
import { EXPECTED_MIGRATIONS } from "@/lib/platform/db/expected-migrations";
import { replaceBadSettings } from "@/lib/platform/env";
import { examine, examineOutside } from "@/lib/reports/doctor/examine";
import { exitCodeOf } from "@/lib/reports/doctor/policy";
import type { Line } from "@/lib/reports/doctor/schema";
import { sendTest } from "@/lib/reports/doctor/send-test";
import { sectionsInWords } from "@/lib/reports/doctor/words";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { aMail, aRun } from "@/tests/support/builders-portal";
import { advance, freezeClock } from "@/tests/support/clock";
import {
  dialect,
  fourByteNames,
  hasInvites,
  hasLastSeen,
  ownerDb,
  portalAccount,
  rawRun,
  tablePrefix,
  testDb,
  useDatabase,
} from "@/tests/support/database";

useDatabase();

const onMariaDb = dialect === "mysql";
const SECRETS = {
  NEXTAUTH_SECRET: "kJ8s0dLq2nBx7RvTz4WyH1cEoU9mGpA6fIr",
  CRON_SECRET: "Vb3xZq8LmT0pKs7WdYc5RjNh2Gf9",
  STATEMENT_KEY: "MC4CAQAwBQYDK2VwBCIEIJ0c3gL7w8XbFq2kVt5RnYpAoZs9dHuMxE1jTi6vGyBC",
};
const HEALTHY = {
  ...SECRETS,
  NEXTAUTH_URL: "https://portal.example",
  MATOMO_URL: "https://matomo.example/",
  MAIL_TRANSPORT: "smtp",
  SMTP_URL: "smtp://mailer:smtp-pass-word-9@127.0.0.1:1/",
  FALLBACK_SMTP_URL: "smtp://mailer:fall-back-word-9@127.0.0.1:1/",
  HEARTBEAT_URL: "https://monitor.example/ping/f00d-f00d",
  CANARY_SITE_ID: "7",
  TRUSTED_PROXIES: "",
  PROXY_ENDS_TLS: "false",
};
const HIDDEN = [...Object.values(SECRETS), "smtp-pass-word-9", "fall-back-word-9", "f00d-f00d"];
const before = { ...process.env };

/** Settings as the server finds them at its start. */
async function withSettings(settings: Record<string, string>): Promise<void> {
  Object.assign(process.env, settings);
  replaceBadSettings();
  await disconnect();
}

beforeEach(async () => {
  await withSettings(HEALTHY);
  await aSite({ idsite: 7, name: "Secret Project" });
  await aSuperUser({ login: "anna.berg", email: "anna.berg@people.example" });
  for (const job of ["watch", "deliver", "reminders", "probe"]) await aRun({ job });
});

afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await withSettings({});
});

/** What is so in this test's database, whatever is broken: SQLite is for the demo, 4.10 has narrow tables. */
const ALWAYS = [
  ...(onMariaDb ? [] : ["database databaseEmbedded warning"]),
  ...(fourByteNames ? [] : ["characters charactersNarrow warning"]),
];

const brief = ({ args, check, code, verdict }: Line) =>
  [check, args.name ?? args.place, code, verdict].filter(Boolean).join(" ");

/** Every line that is not good, beyond what always is so; proves on the way that nothing secret is said. */
async function found(reader: DbClient = db()): Promise<string[]> {
  const sections = await examine(reader);
  saysNothingSecret(sections.flatMap(({ lines }) => lines));
  const lines = sections.flatMap((section) => section.lines).filter(({ verdict }) => verdict !== "good");
  return lines.map(brief).filter((line) => !ALWAYS.includes(line));
}

function saysNothingSecret(lines: Line[]): void {
  const text = JSON.stringify([lines, ...["en", "ar"].map((one) => sectionsInWords([{ group: "mail", lines }], one))]);
  for (const hidden of [...HIDDEN, "anna.berg", "Secret Project"]) expect(text).not.toContain(hidden);
}

async function exitCode(): Promise<number> {
  return exitCodeOf((await examine(db())).flatMap(({ lines }) => lines));
}

async function meanwhile(change: string, back: string, work: () => Promise<void>): Promise<void> {
  await rawRun(change);
  try {
    await work();
  } finally {
    await rawRun(back);
  }
}

it("finds nothing to do where everything is as it should be", async () => {
  expect(await found()).toEqual([]);
  expect(await exitCode()).toBe(0);
});

describe("one thing broken is one line, and the exit code follows", () => {
  const inSql: [name: string, line: string, change: string][] = [
    ["no user anonymous", "anonymous anonymousMissing warning", "DELETE FROM `matomo_user` WHERE login = 'anonymous'"],
    [
      "anonymous spelled otherwise",
      "anonymous anonymousRenamed bad",
      "UPDATE `matomo_user` SET login = 'Anonymous' WHERE login = 'anonymous'",
    ],
    [
      "anonymous with a password",
      "anonymous anonymousSignsIn bad",
      "UPDATE `matomo_user` SET password = ' ' WHERE login = 'anonymous'",
    ],
    [
      "anonymous as Super User",
      "anonymous anonymousSuperUser bad",
      "UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anonymous'",
    ],
    [
      "no Super User",
      "superUsers superUsersNone bad",
      "UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna.berg'",
    ],
    [
      "no Super User with an address",
      "superUsers superUsersDeaf bad",
      "UPDATE `matomo_user` SET email = '' WHERE login = 'anna.berg'",
    ],
    [
      "a Matomo of yesteryear",
      "version tooOld bad",
      "UPDATE `matomo_option` SET option_value = '4.9.1' WHERE option_name = 'version_core'",
    ],
    [
      "a Matomo of tomorrow",
      "version versionNew warning",
      "UPDATE `matomo_option` SET option_value = '6.1.0' WHERE option_name = 'version_core'",
    ],
    ["no version", "version versionUnread unknown", "DELETE FROM `matomo_option` WHERE option_name = 'version_core'"],
    ["no watch ever", "watch jobNever bad", "DELETE FROM portal_run WHERE job = 'watch'"],
    ["a canary that is not there", "canary canaryMissing bad", "DELETE FROM `matomo_site` WHERE idsite = 7"],
  ];
  it.each(inSql)("%s", async (_name, line, change) => {
    await rawRun(change);
    // To older tables another version says that they have columns, which the account then cannot read.
    if (!hasInvites && /versionUnread|versionNew/.test(line)) return expect(await found()).toContain(line);
    if (!hasLastSeen && /versionNew/.test(line)) return expect(await found()).toContain(line);
    expect(await found()).toEqual([line]);
    const verdict = line.split(" ").at(-1) ?? "";
    expect(await exitCode()).toBe({ bad: 1, unknown: 2, warning: 0 }[verdict]);
  });

  it("one Super User of two without an address", async () => {
    await aSuperUser({ login: "jonas", email: "jonas@example.org" });
    expect(await found()).toEqual(["superUsers superUsersDeaf warning"]);
  });

  it("a canary that is public", async () => {
    await anonymousAccess(7);
    expect(await found()).toEqual(["canary canaryPublic bad"]);
  });

  it("a canary that a look from outside found open", async () => {
    await ownerDb().finding.create({
      data: { kind: "canary-readable", subject: "7", detail: "", since: new Date(), eventSeq: 1 },
    });
    expect(await found()).toEqual(["canaryLook canaryOpen bad"]);
  });

  it("a watch that is late", async () => {
    await testDb().run.deleteMany({ where: { job: "watch" } });
    await aRun({ job: "watch", startedAt: plus(new Date(), -20 * MINUTE_MS) });
    expect(await found()).toEqual(["watch jobLate bad"]);
  });

  it.each([
    ["deliver", 20],
    ["reminders", 200],
    ["probe", 200],
  ])("%s that nobody calls any more, or never did", async (job, minutes) => {
    await testDb().run.deleteMany({ where: { job } });
    // The portal is so young that it need not have happened yet.
    expect(await found()).toEqual([]);
    const longAgo = plus(new Date(), -minutes * MINUTE_MS);
    await aRun({ job: "watch", startedAt: longAgo });
    expect(await found()).toEqual(["job jobNever bad"]);
    await aRun({ job, startedAt: longAgo });
    expect(await found()).toEqual(["job jobLate bad"]);
    await aRun({ job });
    expect(await found()).toEqual([]);
  });

  it("a mail that has failed for good", async () => {
    await aMail({ state: "dead" });
    expect(await found()).toEqual(["mails mailsFailed bad"]);
  });

  it("a migration that is missing", async () => {
    await meanwhile(
      `UPDATE _prisma_migrations SET rolled_back_at = started_at WHERE migration_name = '${EXPECTED_MIGRATIONS[1]}'`,
      "UPDATE _prisma_migrations SET rolled_back_at = NULL",
      async () => expect(await found()).toEqual([`migrations ${EXPECTED_MIGRATIONS[1]} ownMissing bad`]),
    );
  });

  it("a database that was never migrated: the portal's tables are missing, and what they hold is unknown", async () => {
    await meanwhile("ALTER TABLE portal_run RENAME TO away", "ALTER TABLE away RENAME TO portal_run", async () => {
      expect(await found()).toEqual([
        "rights portal_run ownMissing bad",
        "watch notReadable unknown",
        ...Array(3).fill("job notReadable unknown"),
      ]);
    });
  });

  it("a clock that differs", async () => {
    freezeClock(new Date().toISOString());
    advance(20_000);
    expect(await found()).toEqual(["clock clockOff warning"]);
    advance(-100_000);
    expect((await found()).filter((line) => line.startsWith("clock"))).toEqual(["clock clockOff bad"]);
  });

  it("another prefix: says the one that is there, and nothing of what it could not look at is good", async () => {
    await withSettings({ MATOMO_TABLE_PREFIX: "stats_" });
    const lines = (await examine(db())).flatMap((section) => section.lines);
    expect(lines.filter(({ verdict }) => verdict === "bad").map(brief)).toEqual(["tables tablesElsewhere bad"]);
    const elsewhere = lines.find(({ check }) => check === "tables");
    expect(elsewhere?.args.found).toBe(tablePrefix || '""');
    const dark = lines.filter(({ verdict }) => verdict === "unknown");
    expect(dark.every(({ args }) => args.because === "MATOMO_TABLE_PREFIX")).toBe(true);
    expect(dark.map(({ check }) => check)).toEqual(expect.arrayContaining(["rights", "migrations", "anonymous"]));
    await withSettings({ MATOMO_TABLE_PREFIX: tablePrefix });
  });

  it("a database that cannot be reached", async () => {
    await withSettings({ DATABASE_URL: onMariaDb ? "mysql://u:p-a-s-s@127.0.0.1:1/m" : "file:/nowhere/at/all.db" });
    const lines = (await examine(db())).flatMap((section) => section.lines);
    expect(lines.filter(({ verdict }) => verdict === "bad").map(brief)).toEqual(["database databaseUnreachable bad"]);
    expect(lines.filter(({ verdict }) => verdict === "unknown").length).toBeGreaterThan(10);
    expect(JSON.stringify(lines)).not.toMatch(/p-a-s-s|nowhere/);
  });

  describe.runIf(onMariaDb)("on MariaDB", () => {
    const access = `\`${tablePrefix}access\``;
    it("a right that was revoked", async () => {
      const account = portalAccount();
      await meanwhile(
        `REVOKE DELETE ON ${access} FROM ${account}`,
        `GRANT DELETE ON ${access} TO ${account}`,
        async () => expect(await found()).toEqual(["rights rightMissing bad"]),
      );
    });

    it("a right on one column", async () => {
      const [words, on, account] = ["SELECT (main_url)", `\`${tablePrefix}site\``, portalAccount()];
      await meanwhile(`REVOKE ${words} ON ${on} FROM ${account}`, `GRANT ${words} ON ${on} TO ${account}`, async () =>
        expect(await found()).toEqual(["rights rightMissing bad"]),
      );
    });

    it("a right too many", async () => {
      const [on, account] = ["portal_audit_event", portalAccount()];
      await meanwhile(`GRANT DELETE ON ${on} TO ${account}`, `REVOKE DELETE ON ${on} FROM ${account}`, async () =>
        expect(await found()).toEqual(["rights rightToRewrite warning"]),
      );
    });

    it("tables that compare text in different ways", async () => {
      const charset = fourByteNames ? "utf8mb4" : "utf8";
      const was = await collationOf("access");
      const alter = (collation: string) =>
        `ALTER TABLE ${access} MODIFY login VARCHAR(100) CHARACTER SET ${charset} COLLATE ${collation} NOT NULL`;
      await meanwhile(alter(`${charset}_swedish_ci`), alter(was), async () => {
        expect((await found()).filter((line) => !line.includes("Narrow"))).toEqual([
          "characters charactersMixed warning",
        ]);
      });
    });

    it("a session with a time zone of its own", async () => {
      await db().$transaction(async (tx) => {
        await tx.$executeRaw`SET time_zone = '-03:30'`;
        expect(await found(tx)).toEqual(["timeZone timeZoneSet bad"]);
        await tx.$executeRaw`SET time_zone = @@global.time_zone`;
      });
    });

    it("an account that the database does not know", async () => {
      const url = new URL(before.DATABASE_URL ?? process.env.DATABASE_URL ?? "");
      url.username = "nobody";
      url.password = "p-a-s-s";
      await withSettings({ DATABASE_URL: url.href });
      const [line] = (await examine(db())).flatMap(({ lines }) => lines).filter(({ check }) => check === "database");
      expect(line).toMatchObject({ verdict: "bad", code: "databaseUnreachable" });
      expect([FAULT_WORDS.account, FAULT_WORDS.silence]).toContain(line?.args.words);
    });
  });
});

async function collationOf(table: string): Promise<string> {
  const rows = await ownerDb().$queryRaw<{ collation: string }[]>`
    SELECT collation_name AS collation FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = ${tablePrefix + table} AND column_name = 'login'`;
  return rows[0]?.collation ?? "";
}

describe("settings", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["a weak secret", { NEXTAUTH_SECRET: "ab".repeat(20) }, ["secret NEXTAUTH_SECRET secretWeak bad"]],
    ["the secret of an example", { CRON_SECRET: "change-me-change-me-1" }, ["secret CRON_SECRET secretWeak bad"]],
    ["a short secret", { CRON_SECRET: "kJ8s0dLq2nBx7RvTz" }, ["secret CRON_SECRET secretWeak warning"]],
    [
      "one secret for two",
      { CRON_SECRET: SECRETS.NEXTAUTH_SECRET },
      ["secret NEXTAUTH_SECRET secretWeak bad", "secret CRON_SECRET secretWeak bad"],
    ],
    [
      "a secret too short to start with",
      { NEXTAUTH_SECRET: "short" },
      ["setting NEXTAUTH_SECRET settingBad bad", "secret NEXTAUTH_SECRET notLooked unknown"],
    ],
    [
      "the host name of Matomo",
      { NEXTAUTH_URL: "https://matomo.example" },
      ["setting NEXTAUTH_URL settingBad bad", "address notLooked unknown", "hostnames notLooked unknown"],
    ],
    [
      "a trial on this machine",
      { NEXTAUTH_URL: "http://localhost:3000", MATOMO_URL: "http://localhost:8080" },
      ["address addressPlain warning", "hostnames hostnamesSame warning"],
    ],
    ["a proxy that is not named", { PROXY_ENDS_TLS: "true" }, ["proxies proxiesMissing warning"]],
    ["proxies that are everybody", { TRUSTED_PROXIES: "10.0.0.1, 0.0.0.0/0" }, ["proxies proxiesEverybody bad"]],
    [
      "proxies that are everybody together",
      { TRUSTED_PROXIES: "::1, 0.0.0.0/1, 128.0.0.0/1" },
      ["proxies proxiesEverybody bad"],
    ],
    ["no second channel", { FALLBACK_SMTP_URL: "" }, ["secondChannel secondNone warning"]],
    ["no monitor", { HEARTBEAT_URL: "" }, ["monitor monitorNone warning"]],
    ["no canary", { CANARY_SITE_ID: "" }, ["canary canaryNone warning"]],
    ["statements without a key", { STATEMENT_KEY: "" }, ["statementKey statementsUnsigned warning"]],
    ["mail into a folder", { MAIL_TRANSPORT: "mailbox" }, ["transport transportMailbox warning"]],
    [
      "Resend without its webhook",
      { MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_kJ8s0dLq2nBx7RvT" },
      ["feedback feedbackPolling warning"],
    ],
  ])("%s", async (_name, settings, lines) => {
    await withSettings(settings);
    expect(await found()).toEqual(lines);
  });
});

describe("over the network", () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  async function listening(server: Server): Promise<number> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  async function closedPort(): Promise<number> {
    const server = createTcpServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    return port;
  }

  async function matomoThat(answer: RequestListener): Promise<void> {
    const port = await listening(createServer(answer));
    await withSettings({
      MATOMO_URL: `http://127.0.0.1:${port}/`,
      SMTP_URL: await mailServer(),
      FALLBACK_SMTP_URL: "",
    });
  }

  /** Takes every connection and every greeting; asks for no account. */
  async function mailServer(): Promise<string> {
    const port = await listening(
      createTcpServer((socket) => {
        socket.write("220 mail.example ESMTP\r\n");
        socket.on("data", (data) => {
          const isEnd = /^QUIT/i.test(data.toString());
          socket.write(isEnd ? "221 bye\r\n" : "250 mail.example\r\n");
        });
        socket.on("error", () => {});
      }),
    );
    return `smtp://127.0.0.1:${port}`;
  }

  async function seen(): Promise<string[]> {
    const { lines } = await examineOutside(db());
    saysNothingSecret(lines);
    return lines
      .filter(({ verdict }) => verdict !== "good")
      .map((line) => `${brief(line)} ${line.args.reason ?? ""}`.trim());
  }

  it("a Matomo that answers with the right time is good", async () => {
    await matomoThat((_, response) => response.end("sign in"));
    expect(await seen()).toEqual([]);
  });

  it("a Matomo that sends to its own pages is good; to another host it is not followed", async () => {
    const own = "/index.php?module=Login";
    await matomoThat(({ url }, response) => {
      if (url === own) response.end("sign in");
      else response.writeHead(302, { location: own }).end();
    });
    expect(await seen()).toEqual([]);
    await matomoThat((_, response) => response.writeHead(302, { location: "https://elsewhere.example/" }).end());
    expect(await seen()).toEqual(["matomo matomoSilent bad elsewhere"]);
  });

  it("a Matomo with an error of its own is bad", async () => {
    await matomoThat((_, response) => response.writeHead(500).end("<b>Secret Project</b>"));
    expect(await seen()).toEqual(["matomo matomoSilent bad failing"]);
  });

  it.each([
    [404, {}, "nowhere"],
    [503, {}, "maintenance"],
    [401, { "www-authenticate": "Basic" }, "password"],
  ])("a Matomo that answers %i is bad", async (status, headers, reason) => {
    await matomoThat((_, response) => response.writeHead(status, headers).end());
    expect(await seen()).toEqual([`matomo matomoSilent bad ${reason}`]);
  });

  it.each([401, 403])("a Matomo that refuses strangers with %i answers", async (status) => {
    await matomoThat((_, response) => response.writeHead(status).end());
    expect(await seen()).toEqual([]);
  });

  it.each([
    ["bad host", 403, '<pre>[General]\ntrusted_hosts[] = "matomo"</pre>'],
    ["warning list", 401, "Your IP 203.0.113.9 is not allowed."],
    ["bad upgrade", 200, '{"result":"error","message":"Database Upgrade Required."}'],
  ])("a Matomo that does not show itself to this server says why: %s", async (said, status, body) => {
    await matomoThat((_, response) => response.writeHead(status).end(body));
    expect(await seen()).toEqual([`matomo matomoSilent ${said}`]);
  });

  it("a Matomo that requires https, which nobody speaks there, is bad", async () => {
    await matomoThat(({ headers, url }, response) =>
      response.writeHead(302, { location: `https://${headers.host}${url}` }).end(),
    );
    expect(await seen()).toEqual(["matomo matomoSilent bad https"]);
  });

  it("a Matomo whose clock is off is a warning", async () => {
    await matomoThat((_, response) => {
      response.sendDate = false;
      response.writeHead(200, { date: new Date(Date.now() - 10 * MINUTE_MS).toUTCString() }).end();
    });
    expect(await seen()).toEqual(["matomoClock clockOff warning"]);
  });

  it("a Matomo and mail servers that nobody reaches are bad", async () => {
    await withSettings({ MATOMO_URL: `http://127.0.0.1:${await closedPort()}/` });
    expect(await seen()).toEqual([
      "matomo matomoSilent bad connection",
      "mailServer mailServerRefuses bad port",
      "mailServer mailServerRefuses bad port",
    ]);
  });
});

describe("the test mail", () => {
  it("goes out once, marked, and only when it is asked for", async () => {
    await withSettings({ MAIL_TRANSPORT: "mailbox" });
    await examineOutside(db());
    expect(await mailbox()).toEqual([]);
    const line = await sendTest("anna.berg@people.example");
    expect(line).toMatchObject({ verdict: "good", code: "testAccepted" });
    saysNothingSecret([line]);
    expect(await mailbox()).toEqual([
      { to: "anna.berg@people.example", subject: "[Test] Public Access for Matomo at portal.example" },
    ]);
  });

  it("that no server takes is bad, and the answer holds neither address nor password", async () => {
    const line = await sendTest("anna.berg@people.example");
    expect(line).toMatchObject({ verdict: "bad", code: "testRefused", args: { address: "a…@people.example" } });
    expect(line.args.words).toMatch(/ECONNREFUSED/);
    saysNothingSecret([line]);
  });

  it("is not sent to what is no address, or by settings that are bad", async () => {
    expect(brief(await sendTest("anna"))).toBe("testMail testNoAddress bad");
    await withSettings({ SMTP_URL: "pigeon://" });
    expect(brief(await sendTest("anna.berg@people.example"))).toBe("testMail notLooked unknown");
  });
});

async function mailbox(): Promise<{ to: string; subject: string }[]> {
  const mails = await listMailbox();
  return mails.map(({ to, subject }) => ({ to, subject }));
}

import { describe, expect, it } from "vitest";
import { recordedTables } from "@/prisma/matomo/recording";
import { matomoTables } from "@/prisma/matomo/tables";
import { aSite } from "@/tests/support/builders";
import {
  dialect,
  matomoInstall,
  matomoVersion,
  ownerDb,
  rawRun,
  rawSql,
  tablePrefix,
  testDb,
  useDatabase,
  versionCore,
} from "@/tests/support/database";
import { mappedModels } from "@/tests/support/prisma-models";

useDatabase();

const models = mappedModels();
const moment = new Date("2026-03-29T01:30:00.123Z");
const second = new Date("2026-03-29T01:30:00.000Z");
const hash = "a".repeat(64);
const words = "Füchse &amp; Hasen أرشيف";

/** One row of each model with its extremes, and a change to it. */
const ROWS: Record<string, { row: Record<string, unknown>; change: Record<string, unknown> }> = {
  matomoUser: {
    row: {
      login: "claire",
      password: hash,
      email: "claire@example.org",
      twofactorSecret: "",
      superuserAccess: 1,
      dateRegistered: second,
      tsPasswordModified: null,
    },
    change: { superuserAccess: 0, tsPasswordModified: second },
  },
  matomoAccess: { row: { idaccess: 7, login: "anonymous", idsite: 5, access: "view" }, change: { access: null } },
  matomoSite: {
    row: {
      idsite: 9,
      name: words,
      mainUrl: "https://example.org",
      tsCreated: second,
      timezone: "Europe/Berlin",
      currency: "EUR",
      group: "",
      type: "website",
      creatorLogin: null,
    },
    change: { group: "Küste", creatorLogin: "claire" },
  },
  matomoSiteUrl: { row: { idsite: 9, url: "https://alias.example" }, change: { url: "https://other.example" } },
  matomoOption: { row: { name: "piwikUrl", value: words, autoload: 1 }, change: { autoload: 0 } },
  matomoPluginSetting: {
    row: { id: 4n, pluginName: "Live", settingName: "x", value: "0", jsonEncoded: 0, userLogin: "" },
    change: { value: "1" },
  },
  matomoSiteSetting: {
    row: { id: 4n, idsite: 9, pluginName: "Live", settingName: "x", value: "0", jsonEncoded: 0 },
    change: { value: "1" },
  },
  matomoUserLanguage: { row: { login: "claire", language: "", use12HourClock: 0 }, change: { language: "de" } },
  matomoLock: { row: { key: "k", value: "v", expiryTime: 9_999_999_999n }, change: { value: null } },
  publication: {
    row: {
      idsite: 9,
      channel: "portal",
      since: moment,
      grantedBy: "claire",
      reason: `${words} 🦊`,
      until: null,
      eventSeq: 2n ** 53n - 1n,
      warnedDays: null,
      reviewedAt: null,
      reviewedBy: null,
      reviewNote: null,
      lapsesAt: null,
      lapseWarnedDays: null,
      missingSince: null,
      siteName: `${words} 🦊`,
      siteUrl: "https://fox.example",
      siteCreated: "2026-01-02 03:04:05",
      earlierBy: null,
      earlierReason: null,
      earlierUntil: null,
    },
    change: {
      ...{ missingSince: moment, earlierBy: "claire", earlierReason: `${words} 🦊`, earlierUntil: moment },
      siteName: null,
      siteUrl: null,
      siteCreated: null,
      until: moment,
      warnedDays: 7,
      reviewedAt: moment,
      reviewedBy: "claire",
      reviewNote: `${words} 🦊`,
    },
  },
  formerPublication: {
    row: {
      idsite: 9,
      siteName: words,
      siteUrl: "https://fox.example",
      siteCreated: null,
      grantedBy: "claire",
      reason: `${words} 🦊`,
      until: moment,
      endedAt: moment,
    },
    change: { until: null, grantedBy: null, reason: null, siteName: null, siteUrl: null },
  },
  auditEvent: {
    row: {
      seq: 1n,
      at: moment,
      type: "sign-in.succeeded",
      actorType: "superUser",
      actorName: "claire",
      ip: "2001:db8::1",
      userAgent: null,
      sessionRef: hash,
      facts: JSON.stringify({ reason: `${words} 🦊` }),
      prevHash: hash,
      originDigest: hash,
      hash,
    },
    change: { ip: null, originDigest: null },
  },
  auditOrigin: {
    row: { seq: 1n, salt: "a".repeat(32), ip: "2001:db8::1", userAgent: words, sessionRef: hash },
    change: { ip: null, userAgent: null, sessionRef: null },
  },
  auditHead: { row: { id: 2, seq: 5n, hash, holder: "" }, change: { seq: 6n, holder: "x".repeat(36) } },
  message: {
    row: {
      id: 3n,
      eventKey: "grant-1",
      kind: "made-public",
      language: "de",
      facts: "{}",
      createdAt: moment,
      subject: null,
      html: null,
      text: null,
      actor: null,
      digestKey: null,
      threads: `["${words}"]`,
      forgottenAt: null,
    },
    change: { subject: words, html: "<p>🦊</p>", text: "🦊", forgottenAt: moment },
  },
  outboxMail: {
    row: {
      id: 3n,
      messageId: 3n,
      eventKey: "grant-1",
      kind: "made-public",
      recipient: "claire@example.org",
      address: "Claire@example.org",
      logins: '["claire"]',
      state: "due",
      attempts: 0,
      nextAttemptAt: moment,
      claim: null,
      claimedUntil: null,
      sentAt: null,
      providerId: null,
      lastError: null,
      createdAt: moment,
      sentVia: null,
      polledAt: null,
      handledAt: null,
      identity: "installation/mail",
    },
    change: {
      sentVia: "resend",
      polledAt: moment,
      handledAt: moment,
      state: "sent",
      sentAt: moment,
      providerId: "p-1",
    },
  },
  proof: {
    row: {
      id: hash,
      sessionRef: hash,
      login: "claire",
      action: "grant",
      subject: hash,
      issuedAt: moment,
      expiresAt: moment,
      consumedAt: null,
      method: "password-and-code",
    },
    change: { consumedAt: moment },
  },
  commit: { row: { id: hash.slice(0, 36), at: moment }, change: { at: new Date("2026-03-29T02:30:00.000Z") } },
  burntCode: { row: { id: hash, burntAt: moment }, change: { burntAt: new Date("2026-03-29T02:30:00.000Z") } },
  session: {
    row: {
      ref: hash,
      login: "claire",
      createdAt: moment,
      provedAt: moment,
      expiresAt: moment,
      endedAt: null,
      credentialsStamp: hash,
      ip: null,
      userAgent: null,
      lastSeenAt: moment,
      method: "password",
    },
    change: { endedAt: moment },
  },
  lease: { row: { name: "watch", holder: hash, fence: 1n, expiresAt: moment }, change: { fence: 2n } },
  run: {
    row: {
      id: 1n,
      job: "watch",
      startedAt: moment,
      finishedAt: null,
      outcome: "running",
      counts: "{}",
      executionId: null,
    },
    change: { finishedAt: moment, outcome: "done" },
  },
  setting: {
    row: { name: "test.setting", value: "Europe/Berlin", updatedAt: moment, updatedBy: "claire" },
    change: { value: "UTC" },
  },
  finding: {
    row: {
      kind: "writable",
      subject: "9",
      detail: "admin",
      since: moment,
      eventSeq: 2n ** 53n - 1n,
      acknowledgedAt: null,
      acknowledgedBy: null,
      ackReason: null,
      ackUntil: null,
    },
    change: { acknowledgedAt: moment, acknowledgedBy: "claire", ackReason: `${words} 🦊`, ackUntil: moment },
  },
  rosterEntry: {
    row: {
      login: "claire",
      email: "claire@example.org",
      seenAt: moment,
      unreachableSince: null,
      unreachableWhy: null,
    },
    change: { unreachableSince: moment, unreachableWhy: "bounced" },
  },
  blockedPublication: {
    row: {
      idsite: 9,
      channel: "portal",
      since: moment,
      grantedBy: "claire",
      reason: `${words} 🦊`,
      until: null,
      reviewedAt: moment,
      reviewedBy: "claire",
      reviewNote: words,
      siteName: `${words} 🦊`,
      siteUrl: "https://fox.example",
      siteCreated: "2026-01-02 03:04:05",
    },
    change: { until: moment, siteName: null, siteUrl: null, siteCreated: null },
  },
  mailEvent: {
    row: {
      id: "msg_1",
      providerId: "p-1",
      fate: "bounced",
      recipient: "claire@example.org",
      at: moment,
      receivedAt: moment,
      detail: words,
    },
    change: { fate: "complained" },
  },
  escalation: {
    row: {
      eventKey: "event/1",
      kind: "made-public",
      state: "due",
      attempts: 0,
      nextAttemptAt: moment,
      createdAt: moment,
      sentAt: null,
      lastError: null,
    },
    change: { state: "sent", sentAt: moment, attempts: 1 },
  },
  slowReminders: {
    row: { recipient: "claire@example.org", since: moment, chosenIn: "one-click" },
    change: { chosenIn: "settings" },
  },
  probe: {
    row: {
      id: 3n,
      at: moment,
      askedBy: null,
      outcome: "seen",
      trouble: null,
      likelyReason: null,
      readable: 7,
      configured: 8,
      unexpectedTotal: 0,
      unreadableTotal: 1,
      differences: "{}",
      canary: null,
      durationMs: 812,
    },
    change: { outcome: "trouble", trouble: "timeout", readable: null },
  },
  probeSite: {
    row: {
      idsite: 9,
      lookedAt: moment,
      dashboard: "shown",
      reports: "shown",
      visitsLog: "refused",
      userIds: "empty",
      personal: null,
      personalCount: null,
      trouble: "not-json",
      annotations: "shown",
      annotationAuthors: null,
    },
    change: { personal: "[]", personalCount: 0, trouble: null, annotationAuthors: 3 },
  },
};

type Delegate = {
  createMany: (args: { data: unknown }) => Promise<unknown>;
  findMany: (args: { where: unknown }) => Promise<unknown[]>;
  updateMany: (args: { where: unknown; data: unknown }) => Promise<{ count: number }>;
  deleteMany: (args: { where: unknown }) => Promise<{ count: number }>;
};

/** The delegates have no common type, although they have these four methods in common: hence the cast. */
function delegate(name: string): Delegate {
  return (ownerDb() as unknown as Record<string, Delegate>)[name] ?? expect.fail(`no model ${name}`);
}

describe("the models", () => {
  it("are all tried below", () => {
    const names = models.map(({ model }) => model.charAt(0).toLowerCase() + model.slice(1));
    expect(Object.keys(ROWS).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(ROWS))(
    "%s: what is written is what is read, changed and deleted",
    async (name, { row, change }) => {
      const rows = delegate(name);
      const [[key, value] = ["", ""]] = Object.entries(row);
      const where = { [key]: value };

      // Matomo fills columns of `site` that the portal does not map; the portal makes no sites.
      if (name === "matomoSite") await aSite({ idsite: 9, name: words, url: "https://example.org", createdAt: second });
      else await rows.createMany({ data: [row] });
      expect(await rows.findMany({ where })).toEqual([row]);

      expect((await rows.updateMany({ where, data: change })).count).toBe(1);
      const changed = { ...row, ...change };
      expect(await rows.findMany({ where: { ...where, ...change } })).toEqual([changed]);

      const now = key in change ? { [key]: change[key] } : where;
      expect((await rows.deleteMany({ where: now })).count).toBe(1);
      expect(await rows.findMany({ where: now })).toEqual([]);
    },
  );
});

describe.runIf(dialect === "mysql")("Matomo's tables as they were recorded", () => {
  const recorded = (["4.10.1", "4.16.1", "5.2.0-b5"] as const).find((version) => version === versionCore);

  it.runIf(recorded)(`are those of Matomo ${versionCore}: columns, types, defaults, indexes`, async () => {
    if (!recorded) return expect.fail("runs only where there is a recording");
    for (const { name, columns, indexes } of recordedTables(recorded)) {
      const table = tablePrefix + name;
      const real = await rawSql(
        `SELECT column_name AS name, column_type AS type, is_nullable = 'YES' AS nullable,
           NULLIF(column_default, 'NULL') AS fallback, extra = 'auto_increment' AS counted
         FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position`,
        [table],
      );
      expect(
        real.map(({ nullable, counted, ...column }) => ({
          ...column,
          nullable: Number(nullable) === 1,
          isCounted: Number(counted) === 1,
        })),
        name,
      ).toEqual(columns);
      expect((await realUniques(table)).sort(), name).toEqual(
        indexes.flatMap(({ isUnique, columns: on }) => (isUnique ? [on.join()] : [])).sort(),
      );
    }
  });

  it("and of every version: InnoDB, under the collation of the installation", async () => {
    const tables = await rawSql(
      `SELECT table_name AS name, engine, table_collation AS collation FROM information_schema.tables
       WHERE table_schema = DATABASE() AND table_name NOT LIKE 'portal%' AND table_name NOT LIKE '!_prisma%' ESCAPE '!'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(
      matomoTables(matomoVersion)
        .map((name) => tablePrefix + name)
        .sort(),
    );
    expect(new Set(tables.map(({ engine }) => engine))).toEqual(new Set(["InnoDB"]));
    expect([...new Set(tables.map(({ collation }) => String(collation)))]).toEqual([
      expect.stringMatching(new RegExp(`^${matomoInstall.collation.replace(/^utf8_/, "utf8(mb3)?_")}$`)),
    ]);
  });
});

describe.each(models)("the table of $model", ({ table, columns, uniques }) => {
  const name = table.startsWith("matomo_") ? tablePrefix + table.slice("matomo_".length) : table;

  it("has every column that Prisma maps, as nullable as mapped", async () => {
    const real = await realColumns(name);
    for (const column of columns) {
      const found = real.get(column.name);
      expect(found, column.name).toBeDefined();
      expect({ name: column.name, nullable: found?.nullable }).toEqual({
        name: column.name,
        nullable: column.nullable,
      });
      if (dialect === "mysql") expect(`${column.name} ${found?.type}`).toBe(`${column.name} ${column.type}`);
    }
  });

  it("has no column that is needed but not mapped, when the portal writes it", async () => {
    if (!table.startsWith("portal_")) return;
    expect([...(await realColumns(name)).keys()].sort()).toEqual(columns.map((column) => column.name).sort());
  });

  it("lets no second row in where Prisma says unique", async () => {
    for (const unique of uniques) expect(await realUniques(name)).toContain(unique.join());
  });
});

describe("moments", () => {
  it("of Matomo are read as the UTC they were written in, whatever the server's zone", async () => {
    const idsite = await aSite({ createdAt: new Date("2026-07-01T12:34:56Z") });
    const site = await testDb().matomoSite.findUniqueOrThrow({ where: { idsite }, select: { tsCreated: true } });
    expect(site.tsCreated).toEqual(new Date("2026-07-01T12:34:56Z"));
    const [row] = await rawSql("SELECT ts_created FROM `matomo_site`");
    expect(String(row?.ts_created)).toContain(dialect === "mysql" ? "2026-07-01 12:34:56" : "2026-07-01T12:34:56");
  });
});

describe("the way outside", () => {
  it("sees at once what the portal wrote, and the other way round", async () => {
    await rawRun("INSERT INTO `matomo_access` (login, idsite, access) VALUES ('ANONYMOUS', 1, 'view')");
    expect(await testDb().$queryRaw`SELECT login FROM \`matomo_access\` WHERE idsite = 1`).toHaveLength(1);
    await testDb().$executeRaw`DELETE FROM \`matomo_access\` WHERE login = 'anonymous'`;
    expect(await rawSql("SELECT * FROM `matomo_access`")).toEqual([]);
  });
});

async function realColumns(table: string): Promise<Map<string, { type: string; nullable: boolean }>> {
  if (dialect === "sqlite") {
    const rows = await rawSql(`PRAGMA table_info(\`${table}\`)`);
    return new Map(
      rows.map((row) => [
        String(row.name),
        // An INTEGER PRIMARY KEY is the row id, which is never null, although it is not declared so.
        { type: String(row.type), nullable: row.notnull === 0 && row.pk === 0 },
      ]),
    );
  }
  const rows = await rawSql(
    "SELECT column_name AS name, column_type AS type, is_nullable AS nullable FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
    [table],
  );
  return new Map(
    rows.map((row) => [
      String(row.name),
      // Display widths of integers mean nothing: int(10) unsigned is int unsigned.
      { type: String(row.type).replace(/^(\w*int)\(\d+\)/, "$1"), nullable: row.nullable === "YES" },
    ]),
  );
}

async function realUniques(table: string): Promise<string[]> {
  if (dialect === "sqlite") {
    const indexes = await rawSql(`PRAGMA index_list(\`${table}\`)`);
    const unique = indexes.filter((index) => index.unique === 1);
    return Promise.all(
      unique.map(async (index) => (await rawSql(`PRAGMA index_info(\`${index.name}\`)`)).map((row) => row.name).join()),
    );
  }
  const rows = await rawSql(
    "SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index) AS names FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = 0 GROUP BY index_name",
    [table],
  );
  return rows.map((row) => String(row.names));
}

import { describe, expect, it } from "vitest";
import { findUser, listSuperUsers } from "@/lib/matomo/users";
import { disconnect } from "@/lib/platform/db/client";
import { portalGrants, portalRights, rightLabel, tracesRights, USUAL_RIGHTS } from "@/lib/platform/db/grants";
import { missingPrivileges } from "@/lib/platform/db/privileges";
import { constantSql } from "@/lib/platform/db/sql";
import { checkPrivileges } from "@/lib/reports/doctor/check-database";
import { anonymousAccess, aPendingInvite, aSite, aSuperUser } from "@/tests/support/builders";
import {
  dialect,
  hasInvites,
  hasLastSeen,
  installedRights,
  portalAccount,
  rawRun,
  rawSql,
  tablePrefix,
  testDb,
  useDatabase,
} from "@/tests/support/database";
import { makePrivate, publish, signIn } from "@/tests/support/people";
import { everything } from "@/tests/support/state";

useDatabase();

const onMariaDb = dialect === "mysql";
const USED = installedRights;
const NOTHING_WRONG = { missing: [], wanting: [], absent: [], tooMuch: [] };
const ask = () => missingPrivileges(testDb(), tablePrefix, USED);

/** Runs `work` while the account has lost or gained something. */
async function meanwhile(change: string, back: string, work: () => Promise<void>): Promise<void> {
  await rawRun(change);
  try {
    await work();
  } finally {
    await rawRun(back);
  }
}

describe.runIf(onMariaDb)("the portal's database account", () => {
  const MATOMO = ["user", "access", "site", "option", "plugin_setting", "brute_force_log", "twofactor_recovery_code"];

  it.each([
    ["change an event", "UPDATE portal_audit_event SET facts = '{}'"],
    ["delete an event", "DELETE FROM portal_audit_event"],
    ["empty the audit log", "TRUNCATE TABLE portal_audit_event"],
    ["put another head in the place of the audit log's", "UPDATE portal_audit_head SET id = 2"],
    ["change what kind of mail it is", "UPDATE portal_message SET kind = 'reminder'"],
    ["change which event a mail is about", "UPDATE portal_outbox SET event_key = 'event/1'"],
    ["change for whom a mail is", "UPDATE portal_outbox SET logins = '[]'"],
    ["change since when a mail waits", "UPDATE portal_outbox SET created_at = NOW()"],
    ["change what became of a mail", "UPDATE portal_mail_event SET fate = 'delivered'"],
    ["drop a mail", "DELETE FROM portal_outbox"],
    ["move a proof to other sites", "UPDATE portal_proof SET subject = 'x'"],
    ["lengthen a session", "UPDATE portal_session SET expires_at = '2099-01-01 00:00:00'"],
    ["say that a password was proven", "UPDATE portal_session SET proved_at = '2099-01-01 00:00:00'"],
    ["make somebody a Super User", "UPDATE `matomo_user` SET superuser_access = 1"],
    ["change a level of access", "UPDATE `matomo_access` SET access = 'admin'"],
    ["rename a site", "UPDATE `matomo_site` SET name = 'x'"],
    ["change an option", "UPDATE `matomo_option` SET option_value = 'x'"],
    ["write an option", "INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES ('x', 'y', 0)"],
    ["add a user", "INSERT INTO `matomo_user` (login, password, email) VALUES ('eve', '', 'eve@people.example')"],
    ["delete a user", "DELETE FROM `matomo_user`"],
    ["delete failed attempts", "DELETE FROM `matomo_brute_force_log`"],
    [
      "give out a recovery code",
      "INSERT INTO `matomo_twofactor_recovery_code` (login, recovery_code) VALUES ('a', 'b')",
    ],
    ["read when somebody registered", "SELECT date_registered FROM `matomo_user`"],
    ["read tokens of the API", "SELECT password FROM `matomo_user_token_auth`"],
    ["read since when there are tokens", "SELECT date_created FROM `matomo_user_token_auth`"],
    ["read sessions of Matomo", "SELECT data FROM `matomo_session`"],
    ["read a site's excluded addresses", "SELECT excluded_ips FROM `matomo_site`"],
    ["drop a table of Matomo", "DROP TABLE `matomo_site`"],
    ["drop a table of its own", "DROP TABLE portal_setting"],
    ["make a table", "CREATE TABLE portal_more (id INT)"],
    ["change a table", "ALTER TABLE `matomo_access` ADD COLUMN x INT"],
    ["make a trigger", "CREATE TRIGGER t BEFORE INSERT ON `matomo_access` FOR EACH ROW SET @x = 1"],
    ["hand on its rights", "GRANT SELECT ON `matomo_site` TO CURRENT_USER()"],
    ["read another database", "SELECT User FROM mysql.user"],
    ["write a file", "SELECT 1 INTO OUTFILE '/tmp/portal-was-here'"],
  ])("cannot %s: the server refuses", async (_, statement) => {
    const before = await everything();
    const own = statement.replace(/`matomo_(\w+)`/g, (_whole, table: string) => `\`${tablePrefix}${table}\``);
    await expect(testDb().$executeRaw(constantSql(own))).rejects.toThrow(/Code: `(1142|1143|1044|1045|1227)`/);
    expect(await everything()).toEqual(before);
  });

  it("has UPDATE on no table of Matomo's and DELETE on three", () => {
    const all = { ...USUAL_RIGHTS, matomoSalt: true };
    const rights = [...portalRights(tablePrefix, all), ...tracesRights(tablePrefix, all)];
    const matomo = rights.filter(({ table }) => !/^(portal_|_prisma)/.test(table));
    expect(matomo.map(({ table }) => table)).toEqual(
      expect.arrayContaining(MATOMO.map((table) => tablePrefix + table)),
    );
    expect(matomo.filter(({ update }) => update.length > 0)).toEqual([]);
    expect(matomo.filter((table) => table.delete).map(({ table }) => table.slice(tablePrefix.length))).toEqual([
      "access",
      "locks",
      "twofactor_recovery_code",
    ]);
  });

  it("has on the server what is published, neither more nor less", async () => {
    const account = portalAccount();
    const shown = (await rawSql(`SHOW GRANTS FOR ${account}`)).map((row) => String(Object.values(row)[0]));
    const published = oncePerTable(portalGrants("x", tablePrefix, account, USED));
    const asSet = (grant: string) => {
      const [, rights = "", table = ""] = /^GRANT (.*) ON (?:`[^`]+`\.)?(\S+) TO /.exec(grant) ?? [];
      const parts = rights.split(/,\s*(?=SELECT|INSERT|UPDATE|DELETE)/).map((part) => {
        const [, right = "", columns = ""] = /^(\w+)(?: \((.*)\))?$/.exec(part.trim()) ?? [];
        return `${right}(${columns.replaceAll("`", "").split(/,\s*/).sort().join()})`;
      });
      return `${table.split(".").at(-1)} ${parts.sort().join(" ")}`;
    };
    const tables = shown.filter((grant) => !grant.includes("ON *.*"));
    expect(tables.map(asSet).sort()).toEqual(published.map(asSet).sort());
    expect(shown.filter((grant) => grant.includes("ON *.*"))).toEqual([expect.stringMatching(/^GRANT USAGE /)]);
  });

  it("suffices to sign in, publish and make private", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const id = await aSite();
    expect(await publish(anna, [id])).toMatchObject({ ok: true });
    expect(await makePrivate(anna, [id])).toMatchObject({ ok: true });
  });

  it.runIf(hasInvites)("sees who is only invited, with rights by column", async () => {
    await aPendingInvite({ login: "nia", superUser: true });
    await aSuperUser({ login: "anna" });
    expect((await listSuperUsers(testDb())).map(({ login }) => login)).toEqual(["anna"]);
    expect((await findUser(testDb(), "nia"))?.isSuperUser).toBe(false);
  });
});

/** A server shows one line for each table: the column that may be granted apart stands with the others there. */
function oncePerTable(grants: string[]): string[] {
  if (!hasLastSeen) return grants;
  const apart = grants.find((grant) => grant.startsWith("GRANT SELECT (`ts_last_seen`)"));
  return grants
    .filter((grant) => grant !== apart)
    .map((grant) => grant.replace("`ts_password_modified`", "`ts_password_modified`, `ts_last_seen`"));
}

describe("missing rights are named", () => {
  it("none, when all are there", async () => {
    expect(await ask()).toEqual(NOTHING_WRONG);
  });

  it("without touching a row", async () => {
    await anonymousAccess(await aSite());
    const before = await everything();
    await ask();
    expect(await everything()).toEqual(before);
  });

  const each = portalRights(tablePrefix, USED).flatMap((table) =>
    (["select", "insert", "update", "delete"] as const)
      .filter((right) => (right === "delete" ? table.delete : table[right].length > 0))
      .map((right) => ({ table, right })),
  );

  it.runIf(onMariaDb).each(each)("$right on $table.table, as the GRANT that mends it", async ({ table, right }) => {
    const columns = right === "delete" ? "all" : table[right];
    const name = right.toUpperCase();
    const words = rightLabel(name, columns);
    const on = `\`${table.table}\``;
    const account = portalAccount();
    await meanwhile(`REVOKE ${words} ON ${on} FROM ${account}`, `GRANT ${words} ON ${on} TO ${account}`, async () => {
      const { missing } = await ask();
      expect(missing).toContainEqual({ table: table.table, right: name, columns, grant: `GRANT ${words} ON ${on}` });
      // Without SELECT a row cannot be chosen, so that DELETE and UPDATE may be named beside it; of other tables nothing.
      expect(missing.filter((other) => other.table !== table.table)).toEqual([]);
    });
    expect(await ask()).toEqual(NOTHING_WRONG);
  });

  const traces = tracesRights(tablePrefix, USED).map(({ table, select }) => ({ table, select }));

  it.runIf(onMariaDb).each(traces)(
    "SELECT on $table that only tells who used Matomo: apart from those without which something fails",
    async ({ table, select }) => {
      const on = `\`${table}\``;
      const words = rightLabel("SELECT", select);
      const account = portalAccount();
      await meanwhile(`REVOKE ${words} ON ${on} FROM ${account}`, `GRANT ${words} ON ${on} TO ${account}`, async () => {
        const grant = `GRANT ${words} ON ${on}`;
        const wanting = [{ table, right: "SELECT", columns: select, grant }];
        expect(await ask()).toEqual({ ...NOTHING_WRONG, wanting });
        expect((await missingPrivileges(testDb(), tablePrefix, { ...USED, whoWasActive: "off" })).wanting).toEqual([]);
        const lines = await checkPrivileges(testDb());
        expect(lines).toMatchObject([{ verdict: "warning", code: "tracesRightMissing", args: { grant } }]);
      });
    },
  );

  it.runIf(onMariaDb)("of a column: that one alone", async () => {
    const account = portalAccount();
    const right = "SELECT (twofactor_secret)";
    const on = `\`${tablePrefix}user\``;
    await meanwhile(`REVOKE ${right} ON ${on} FROM ${account}`, `GRANT ${right} ON ${on} TO ${account}`, async () => {
      expect((await ask()).missing).toEqual([
        {
          table: `${tablePrefix}user`,
          right: "SELECT",
          columns: ["twofactor_secret"],
          grant: `GRANT SELECT (\`twofactor_secret\`) ON ${on}`,
        },
      ]);
    });
  });

  it.runIf(onMariaDb && hasInvites)(
    "of invite_token, where Matomo has it: else an invitation would count",
    async () => {
      const account = portalAccount();
      const on = `\`${tablePrefix}user\``;
      const right = "SELECT (invite_token)";
      await meanwhile(`REVOKE ${right} ON ${on} FROM ${account}`, `GRANT ${right} ON ${on} TO ${account}`, async () => {
        expect((await ask()).missing).toMatchObject([{ right: "SELECT", columns: ["invite_token"] }]);
      });
    },
  );

  it.runIf(onMariaDb)("of the option that a salt asks for, only with a salt", async () => {
    const { missing } = await missingPrivileges(testDb(), tablePrefix, { ...USED, matomoSalt: true });
    expect(missing).toMatchObject([{ table: `${tablePrefix}option`, right: "INSERT" }]);
  });

  it.runIf(onMariaDb)("not when they come by a role, which the account's own list does not show", async () => {
    const account = portalAccount();
    const on = `\`${tablePrefix}site_setting\``;
    const columns = portalRights(tablePrefix).find(({ table }) => table === `${tablePrefix}site_setting`)?.select;
    const words = rightLabel("SELECT", columns ?? []);
    const role = `${new URL(process.env.DATABASE_URL ?? "").username}_role`;
    await rawRun(`CREATE ROLE ${role}`);
    await rawRun(`GRANT ${words} ON ${on} TO ${role}`);
    await rawRun(`GRANT ${role} TO ${account}`);
    await rawRun(`SET DEFAULT ROLE ${role} FOR ${account}`);
    await meanwhile(`REVOKE ${words} ON ${on} FROM ${account}`, `GRANT ${words} ON ${on} TO ${account}`, async () => {
      await disconnect(); // a role is taken on at the beginning of a connection
      expect((await ask()).missing).toEqual([]);
      const own = await rawSql(`SHOW GRANTS FOR ${account}`);
      expect(JSON.stringify(own)).not.toContain("site_setting");
    });
    await rawRun(`DROP ROLE ${role}`);
    await disconnect();
  });

  it.runIf(onMariaDb).each([
    ["UPDATE", "UPDATE"],
    ["UPDATE (`hash`)", "UPDATE"],
    ["DELETE", "DELETE"],
  ])("%s on the audit log is said to be too much", async (right, said) => {
    const account = portalAccount();
    await meanwhile(
      `GRANT ${right} ON portal_audit_event TO ${account}`,
      `REVOKE ${right} ON portal_audit_event FROM ${account}`,
      async () => expect(await ask()).toEqual({ ...NOTHING_WRONG, tooMuch: [said] }),
    );
  });

  it.each(["locks", "brute_force_log"])(
    "a table of Matomo's that is absent (%s) is said to be absent",
    async (table) => {
      const name = `${tablePrefix}${table}`;
      await rawRun(`ALTER TABLE \`${name}\` RENAME TO \`${name}_away\``);
      try {
        const report = await ask();
        // The server tells nobody that a table is absent who has no right there.
        expect([...report.absent.map((one) => one.table), ...report.missing.map((one) => one.table)]).toContain(name);
      } finally {
        await rawRun(`ALTER TABLE \`${name}_away\` RENAME TO \`${name}\``);
      }
      expect(await ask()).toEqual(NOTHING_WRONG);
    },
  );

  it("a column that is absent is said to be absent", async () => {
    await rawRun("ALTER TABLE `matomo_site` RENAME COLUMN `main_url` TO `address`");
    try {
      const { absent } = await ask();
      expect(absent).toEqual([{ table: `${tablePrefix}site`, column: "main_url" }]);
    } finally {
      await rawRun("ALTER TABLE `matomo_site` RENAME COLUMN `address` TO `main_url`");
    }
  });
});

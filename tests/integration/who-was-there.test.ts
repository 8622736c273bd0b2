import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSiteDetails } from "@/lib/domain/public-access/site-details";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { appendEvent } from "@/lib/ledger/audit/append-event";
import { NO_ORIGIN } from "@/lib/ledger/audit/schema";
import { MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import { rightLabel, tracesRights } from "@/lib/platform/db/grants";
import { inTransaction } from "@/lib/platform/db/transaction";
import { replaceBadSettings } from "@/lib/platform/env";
import { siteIdSchema } from "@/lib/platform/site-id";
import { statementsOf } from "@/tests/bench/count-statements";
import {
  anonymousAccess,
  aPendingInvite,
  aSite,
  aSuperUser,
  aToken,
  aUser,
  lastSeenOption,
  seenInMatomo,
  userAccess,
} from "@/tests/support/builders";
import { aRun } from "@/tests/support/builders-portal";
import { freezeClock } from "@/tests/support/clock";
import {
  dialect,
  hasInvites,
  hasLastSeen,
  installedRights,
  portalAccount,
  rawRun,
  tablePrefix,
  useDatabase,
} from "@/tests/support/database";
import { eventSites, WATCH } from "@/tests/support/events";
import { manySites } from "@/tests/support/many-sites";
import { auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const PREVIOUS = new Date("2026-11-23T10:00:00Z");
const FOUND = new Date("2026-11-23T10:05:00Z");
const during = plus(PREVIOUS, 2 * MINUTE_MS);
const onMariaDb = dialect === "mysql";

const watch = () => runWatch();

/** A good watch at 10:00, at which nothing is public. */
beforeEach(async () => {
  freezeClock(PREVIOUS.toISOString());
  await aSuperUser({ login: "anna" });
  await watch();
  await aRun({ job: "watch", startedAt: PREVIOUS });
});

/** At 10:05 the watch finds that these became public. @returns what the event keeps of who was there */
async function foundPublic(...siteIds: number[]) {
  for (const id of siteIds) await anonymousAccess(id);
  freezeClock(FOUND.toISOString());
  expect(await watch()).toMatchObject({ appeared: siteIds.length });
  const event = (await auditOf("public-access.granted-outside")).at(-1);
  return event?.traces;
}

const found = async (...siteIds: number[]) => (await foundPublic(...siteIds))?.found;

/** Runs `work` while the account may not read these columns. */
async function without(table: string, columns: readonly string[], work: () => Promise<void>): Promise<void> {
  const right = `${rightLabel("SELECT", columns)} ON \`matomo_${table}\``;
  await rawRun(`REVOKE ${right} FROM ${portalAccount()}`);
  try {
    await work();
  } finally {
    await rawRun(`GRANT ${right} TO ${portalAccount()}`);
  }
}

describe("a site made public outside: who could have, and was active between the two checks", () => {
  it("stands in the event and in the alert, as it was then", async () => {
    const site = await aSite();
    await aUser({ login: "ben" });
    await userAccess("ben", site, "admin");
    await seenInMatomo("ben", during);
    await aToken("anna", { description: "Export &amp; &lt;CI&gt;", lastUsed: plus(during, SECOND_MS) });

    const traces = await foundPublic(site);
    expect(traces).toEqual({
      from: PREVIOUS.toISOString(),
      to: FOUND.toISOString(),
      found: {
        ...{ pages: true, tokens: true, activityLog: false },
        counts: { active: 2, possible: 0, unknown: 0, absent: 0 },
        people: [
          {
            ...{ login: "anna", right: "super-user", sites: 1, was: "active", pages: null, moreTokens: 0 },
            tokens: [{ description: "Export & <CI>", was: "active", at: plus(during, SECOND_MS).toISOString() }],
          },
          {
            ...{ login: "ben", right: "admin", sites: 1, was: "active", tokens: [], moreTokens: 0 },
            pages: { was: "active", at: during.toISOString() },
          },
        ],
      },
    });
    await seenInMatomo(hasLastSeen ? "ben" : "anna", FOUND);
    expect(await auditOf("public-access.granted-outside")).toMatchObject([{ traces }]);
    const [mail] = await mailFacts("public-outside");
    const { people, ...rest } = traces?.found ?? { people: [] };
    expect(mail?.traces).toMatchObject({ to: mail?.at, found: rest });
    expect(mail?.traces?.found?.people).toEqual([
      { ...people[0], tokens: [{ description: "Export & <CI>", was: "active" }] },
      { ...people[1], pages: { was: "active" } },
    ]);
    expect(mail?.traces?.from.utc).toBe("2026-11-23 10:00 UTC");
    await expectChainHolds();
    const { history } = await readSiteDetails(siteIdSchema.parse(site));
    expect(history.entries).toMatchObject([{ facts: { type: "public-access.granted-outside", traces } }]);
  });

  it("made private outside: who was active between the check that last saw it public and the first that did not", async () => {
    const id = await aSite();
    await foundPublic(id);
    await aRun({ job: "watch", startedAt: FOUND, finishedAt: FOUND });
    const [missed, believed] = [plus(FOUND, 5 * MINUTE_MS), plus(FOUND, 10 * MINUTE_MS)];
    await rawRun("DELETE FROM `matomo_access` WHERE login = 'anonymous'");
    await seenInMatomo("anna", plus(FOUND, 2 * MINUTE_MS));
    freezeClock(missed.toISOString());
    await watch();
    await aRun({ job: "watch", startedAt: missed, finishedAt: missed });
    freezeClock(believed.toISOString());
    expect(await watch()).toMatchObject({ vanished: 1 });
    const [event] = await auditOf("public-access.revoked-outside");
    expect(event?.traces).toMatchObject({ from: FOUND.toISOString(), to: missed.toISOString() });
    expect(event?.traces?.found?.people).toMatchObject([{ login: "anna", was: "active" }]);
    expect((await mailFacts("private-outside"))[0]?.traces?.found?.people).toMatchObject([
      { login: "anna", was: "active" },
    ]);
    await expectChainHolds();
  });

  it("an event from before the portal looked at this verifies, and is shown as it was", async () => {
    const site = await aSite();
    await recordOutside(site);
    await expectChainHolds();
    const { history } = await readSiteDetails(siteIdSchema.parse(site));
    expect(history.entries).toMatchObject([{ facts: { siteIds: [site] } }]);
    expect(history.entries[0]?.facts).not.toHaveProperty("traces");
  });

  it("seen only later: possibly, for the earlier is written over; seen long before, or never: not", async () => {
    for (const login of ["later", "before", "long", "never"]) await aSuperUser({ login });
    await seenInMatomo("later", plus(FOUND, 2 * MINUTE_MS));
    await seenInMatomo("before", plus(PREVIOUS, -4 * MINUTE_MS));
    await seenInMatomo("long", plus(PREVIOUS, -60 * MINUTE_MS));
    expect((await found(await aSite()))?.people.map(({ login, was }) => [login, was])).toEqual([
      ["before", "possible"],
      ["later", "possible"],
      ["anna", "absent"],
      ["long", "absent"],
      ["never", "absent"],
    ]);
  });

  it("only those who had the right: Super Users by any flag but 0, and admins of this site, byte for byte", async () => {
    const [site, other] = [await aSite(), await aSite()];
    for (const login of ["ben", "elsewhere", "viewer", "shouting", "writer", "Cara", "flag2"]) await aUser({ login });
    await userAccess("ben", site, "admin");
    await userAccess("ben", site, "admin");
    await userAccess("elsewhere", other, "admin");
    await userAccess("viewer", site, "view");
    await userAccess("shouting", site, "ADMIN");
    await userAccess("writer", site, "write");
    await userAccess("cara", site, "admin");
    await userAccess("deleted-user", site, "admin");
    await rawRun("UPDATE `matomo_user` SET superuser_access = 2 WHERE login = 'flag2'");
    if (hasInvites) await aPendingInvite({ login: "invited", superUser: true });
    expect((await found(site))?.people.map(({ login, right }) => [login, right])).toEqual([
      ["anna", "super-user"],
      ["flag2", "super-user"],
      ["Cara", "admin"],
      ["ben", "admin"],
    ]);
  });

  it("a token of somebody without the right, and that of anonymous, which any stranger moves, say nothing", async () => {
    const site = await aSite();
    await aUser({ login: "viewer" });
    for (const login of ["viewer", "anonymous"]) await aToken(login, { lastUsed: during });
    await userAccess("anonymous", site, "admin");
    await rawRun("UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anonymous'");
    expect((await found(site))?.people).toMatchObject([{ login: "anna", was: "absent", tokens: [] }]);
  });

  it("of many sites: those who could have changed them all first, and on how many the others are admins", async () => {
    const sites = [await aSite(), await aSite(), await aSite()];
    for (const login of ["all", "some"]) await aUser({ login });
    for (const id of sites) await userAccess("all", id, "admin");
    await userAccess("some", sites[1] ?? 0, "admin");
    expect((await found(...sites))?.people.map(({ login, sites: count }) => [login, count])).toEqual([
      ["anna", 3],
      ["all", 3],
      ["some", 1],
    ]);
  });

  it("a failed watch in between has seen nothing: the time begins with the one that went well", async () => {
    await aRun({ job: "watch", startedAt: plus(PREVIOUS, 4 * MINUTE_MS), outcome: "failed" });
    await aRun({ job: "watch", startedAt: plus(FOUND, -SECOND_MS), outcome: "running" });
    await aRun({ job: "deliver", startedAt: plus(PREVIOUS, 4 * MINUTE_MS) });
    expect(await foundPublic(await aSite())).toMatchObject({ from: PREVIOUS.toISOString(), to: FOUND.toISOString() });
  });

  it("what fails while it is read is unknown, and the change is announced all the same", async () => {
    await rawRun("ALTER TABLE `matomo_user_token_auth` RENAME COLUMN description TO words");
    try {
      expect(await found(await aSite())).toMatchObject({ pages: true, tokens: false, people: [{ was: "unknown" }] });
      expect(await mails()).toMatchObject([{ kind: "public-outside" }]);
    } finally {
      await rawRun("ALTER TABLE `matomo_user_token_auth` RENAME COLUMN words TO description");
    }
  });

  it("nobody was ever seen and there is no token: nobody is called active", async () => {
    await rawRun("DELETE FROM `matomo_user_token_auth`");
    expect(await found(await aSite())).toMatchObject({
      ...{ pages: true, tokens: true },
      people: [{ login: "anna", was: "absent" }],
    });
  });

  it("Matomo's activity log is pointed out where its plugin is", async () => {
    await rawRun(
      "INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES ('version_ActivityLog', '5.0.1', 1)",
    );
    expect(await found(await aSite())).toMatchObject({ activityLog: true });
  });

  it("names 10 of 10,000 and counts all, in as many statements as for one", async () => {
    const one = await statementsOf(async () => void (await foundPublic(await aSite())));
    const admins = await manyAdmins(10_000);
    const sites = await manySites(20);
    for (const id of sites) await userAccess("u1", id, "admin");
    await seenInMatomo("u1", FOUND);
    await rawRun(
      `INSERT INTO \`matomo_access\` (login, idsite, access) SELECT login, ${sites[0]}, 'admin' FROM \`matomo_user\` WHERE login LIKE 'u%'`,
    );
    let traces: Awaited<ReturnType<typeof foundPublic>>;
    const many = await statementsOf(async () => {
      traces = await foundPublic(...sites);
    });
    expect(traces?.found?.counts).toEqual({ active: 1, possible: 0, unknown: 0, absent: admins });
    expect(traces?.found?.people).toHaveLength(10);
    const reads = (statements: string[]) =>
      statements.filter((text) => /user_token_auth|last_?seen|'admin'|WEIGHT|LOWER/i.test(text));
    // One more for each further 5,000 people.
    expect(reads(many).length).toBeLessThanOrEqual(reads(one).length + 2 * 2);
  });
});

/** As an older portal recorded that a site was made public outside. */
const recordOutside = (site: number) =>
  inTransaction((tx) =>
    appendEvent(tx, {
      ...{ actor: WATCH, origin: NO_ORIGIN, at: FOUND },
      facts: { type: "public-access.granted-outside", ...eventSites([site]) },
    }),
  );

/** So many more users `u1`, `u2`, ... in few statements. */
async function manyAdmins(count: number): Promise<number> {
  for (let from = 1; from <= count; from += 1_000) {
    const rows = Array.from(
      { length: Math.min(1_000, count - from + 1) },
      (_, n) => `('u${from + n}', '', 'u${from + n}@people.example')`,
    );
    await rawRun(`INSERT INTO \`matomo_user\` (login, password, email) VALUES ${rows.join(",")}`);
  }
  return count;
}

describe("where Matomo keeps when its users were last seen", () => {
  it.runIf(hasLastSeen)("since 5.4 with the user: an option that was left over says nothing", async () => {
    await lastSeenOption("anna", during);
    expect((await found(await aSite()))?.people).toMatchObject([{ login: "anna", was: "absent" }]);
  });

  it.runIf(!hasLastSeen)("before 5.4 as an option; what is no number of seconds is passed over", async () => {
    await aSuperUser({ login: "broken" });
    await lastSeenOption("anna", during);
    await rawRun(
      "INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES ('UsersManager.lastSeen.broken', 'a:0:{}', 1)",
    );
    expect((await found(await aSite()))?.people).toMatchObject([
      { login: "anna", was: "active", pages: { at: during.toISOString() } },
      { login: "broken", was: "absent" },
    ]);
  });

  it.runIf(!hasLastSeen && hasInvites)(
    "a version that should have the column and shows none: unknown, whatever the options say",
    async () => {
      await rawRun("UPDATE `matomo_option` SET option_value = '5.4.1' WHERE option_name = 'version_core'");
      expect(await found(await aSite())).toMatchObject({ pages: false, people: [{ login: "anna", was: "unknown" }] });
      await rawRun("DELETE FROM `matomo_option` WHERE option_name = 'version_core'");
      expect(await found(await aSite())).toMatchObject({ pages: false, people: [{ was: "unknown" }] });
    },
  );
});

describe.runIf(onMariaDb)(
  "an account that was given its rights before: unknown, and the change is announced all the same",
  () => {
    const rights = tracesRights(tablePrefix, installedRights);
    const table = (name: string) => name.slice(tablePrefix.length);

    it.each(rights.map((right) => [table(right.table), right.select as readonly string[]] as const))(
      "without its right on %s",
      async (name, columns) => {
        await aToken("anna", { lastUsed: during });
        await without(name, columns, async () => {
          expect(await found(await aSite())).toMatchObject(
            name === "user"
              ? { pages: false, tokens: true, people: [{ was: "active" }] }
              : { pages: true, tokens: false, people: [{ was: "unknown" }] },
          );
          expect(await mails()).toMatchObject([{ kind: "public-outside" }]);
        });
      },
    );

    it("without the table of tokens", async () => {
      await rawRun("RENAME TABLE `matomo_user_token_auth` TO `matomo_tokens_away`");
      try {
        expect(await found(await aSite())).toMatchObject({ tokens: false });
      } finally {
        await rawRun("RENAME TABLE `matomo_tokens_away` TO `matomo_user_token_auth`");
      }
    });

    it("logins in tables of another collation are put together all the same", async () => {
      const site = await aSite();
      await aUser({ login: "ben" });
      await userAccess("BEN", site, "admin");
      await aToken("Ben", { lastUsed: during });
      await rawRun("ALTER TABLE `matomo_user_token_auth` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
      expect((await found(site))?.people[0]).toMatchObject({ login: "ben", was: "active", right: "admin" });
    });
  },
);

describe("a house that may not look at who was active when", () => {
  afterEach(() => replaceBadSettings());

  it("switches it off: no column of it is read, and neither event nor alert says anything of it", async () => {
    replaceBadSettings({ ...process.env, WHO_WAS_ACTIVE: "off" });
    const site = await aSite();
    await aToken("anna", { lastUsed: during });
    let traces: unknown = "not read";
    const statements = await statementsOf(async () => {
      traces = await foundPublic(site);
    });
    expect(traces).toBeUndefined();
    expect((await mailFacts("public-outside"))[0]).not.toHaveProperty("traces");
    expect(statements.filter((text) => /user_token_auth|last_?seen|last_used|information_schema/i.test(text))).toEqual(
      [],
    );
    expect(statements.length).toBeGreaterThan(0);
  });
});

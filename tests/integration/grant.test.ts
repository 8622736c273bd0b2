import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser, aUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { connectOwner, dialect, rawRun, rawSql, testDb, useDatabase } from "@/tests/support/database";
import { askToPublish, BROWSER, publish, signIn, stepUp } from "@/tests/support/people";
import { accessRows, auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-23T12:00:00Z";

/** Keeps every writer waiting, as another server in the middle of a transaction does. */
async function holdTheWriteMutex() {
  const other = await connectOwner();
  await other.script("BEGIN; UPDATE portal_audit_head SET id = 1 WHERE id = 1");
  return {
    release: async () => {
      await other.script("COMMIT");
      await other.close();
    },
  };
}

async function annaAndTwoOthers() {
  const anna = await aSuperUser({ login: "anna", email: "anna@people.example" });
  await aSuperUser({ login: "jonas", email: "jonas@people.example" });
  await aSuperUser({ login: "samira", email: "samira@people.example" });
  return signIn(anna);
}

describe("making sites public", () => {
  it("E1: commits access rows, publications, audit event and one mail per Super User together", async () => {
    freezeClock(NOON);
    const anna = await annaAndTwoOthers();
    const ids = [await aSite({ name: "Energie &amp; Wasser" }), await aSite({ name: "Shop" })];

    const result = await publish(anna, ids, { endsOn: "2026-12-24" });

    expect(result).toMatchObject({ ok: true, data: { grantedCount: 2, mailCount: 3, alreadyPublicCount: 0 } });
    expect(await accessRows()).toEqual(ids.map((id) => [id, "anonymous", "view"]));
    const publications = await testDb().publication.findMany({ orderBy: { idsite: "asc" } });
    expect(publications).toMatchObject(
      ids.map((idsite) => ({
        idsite,
        channel: "portal",
        grantedBy: "anna",
        reason: "Press release of the spring campaign",
        since: new Date(NOON),
        until: new Date("2026-12-25T00:00:00Z"),
      })),
    );
    expect(await auditOf("public-access.granted")).toMatchObject([
      { siteIds: ids, reason: "Press release of the spring campaign" },
    ]);
    expect(await mails("made-public")).toMatchObject([
      { to: "anna@people.example", logins: ["anna"], state: "due" },
      { to: "jonas@people.example", logins: ["jonas"], state: "due" },
      { to: "samira@people.example", logins: ["samira"], state: "due" },
    ]);
    await expectChainHolds();
  });

  it("freezes in the mail which sites, who, when in two zones, from where, why and until when", async () => {
    freezeClock(NOON);
    await rawRun(
      "INSERT INTO `matomo_option` (option_name, option_value) VALUES ('SitesManager_DefaultTimezone', 'Europe/Berlin')",
    );
    const anna = await annaAndTwoOthers();
    const id = await aSite({ name: "Energie &amp; Wasser", url: "https://e.example/?a=1&amp;b=2" });

    await publish(anna, [id], { endsOn: "2026-12-24" });

    expect(await mailFacts("made-public")).toMatchObject([
      {
        total: 1,
        sites: [
          {
            id,
            name: "Energie & Wasser",
            url: "https://e.example/?a=1&b=2",
            link: `http://localhost:3000/public-access?site=${id}`,
          },
        ],
        actor: { login: "anna", ip: BROWSER.ip, browser: "Firefox 145 on Linux" },
        at: { utc: "2026-11-23 12:00 UTC", local: "2026-11-23 13:00 (Europe/Berlin)" },
        reason: "Press release of the spring campaign",
        until: { utc: "2026-12-24 23:00 UTC", local: "2026-12-25 00:00 (Europe/Berlin)" },
        exposure: { visitsLog: "shown", userIds: "shown" },
        host: "matomo.example",
      },
    ]);
  });

  it("sends one mail that names both to two Super Users with one address", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna", email: "Team@people.example" }));
    await aSuperUser({ login: "jonas", email: " team@people.example" });

    const result = await publish(anna, [await aSite()]);

    expect(result).toMatchObject({ ok: true, data: { mailCount: 1 } });
    expect(await mails("made-public")).toMatchObject([{ logins: ["anna", "jonas"] }]);
  });

  it("names the Super Users who would not hear, and tells the others", async () => {
    const anna = await annaAndTwoOthers();
    await aSuperUser({ login: "ldap", email: "ldap@example.org" });

    const result = await publish(anna, [await aSite()]);

    expect(result).toMatchObject({ ok: true, data: { mailCount: 3, unreachable: ["ldap"] } });
    expect(await auditOf("public-access.granted")).toMatchObject([{ unreachable: ["ldap"] }]);
  });

  it("keeps the recipients of the moment: removing a Super User afterwards does not remove the mail", async () => {
    const anna = await annaAndTwoOthers();
    await publish(anna, [await aSite()]);
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'jonas'");
    expect((await mails("made-public")).map((mail) => mail.to)).toContain("jonas@people.example");
  });
});

describe("refuses to publish", () => {
  async function refusedWith(code: string, attempt: () => Promise<unknown>) {
    const before = await everything();
    expect(await attempt()).toMatchObject({ ok: false, code });
    expect(await everything()).toEqual(before);
    expect((await auditOf("action.refused")).at(-1)).toMatchObject({ action: "grant", code });
    await expectChainHolds();
  }

  it("with a session but no proof", async () => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await refusedWith("step_up_required", () => askToPublish(anna, [id]));
  });

  it("with a proof for another site, for fewer, for more, or for another command", async () => {
    const anna = await annaAndTwoOthers();
    const [one, two] = [await aSite(), await aSite()];
    await stepUp(anna, "grant", [one]);
    await refusedWith("proof_foreign", () => askToPublish(anna, [two]));
    await refusedWith("proof_foreign", () => askToPublish(anna, [one, two]));
    await stepUp(anna, "grant", [one, two]);
    await refusedWith("proof_foreign", () => askToPublish(anna, [one]));
    await stepUp(anna, "tighten", [one]);
    await refusedWith("proof_foreign", () => askToPublish(anna, [one]));
  });

  it("with a proof of another session or another person", async () => {
    const anna = await annaAndTwoOthers();
    const again = await signIn(anna.user);
    const jonas = await signIn({ login: "jonas", email: "", password: "secret of jonas" });
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    for (const thief of [again, jonas]) {
      thief.context = { ...thief.context, proofId: anna.context.proofId };
      await refusedWith("proof_foreign", () => askToPublish(thief, [id]));
    }
  });

  it("with a proof that was used once", async () => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await publish(anna, [id]);
    await rawRun("DELETE FROM `matomo_access`");
    await refusedWith("proof_used", () => askToPublish(anna, [id]));
  });

  it("with a proof older than 2 minutes, and publishes with one a second younger", async () => {
    freezeClock(NOON);
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    advance(2 * MINUTE_MS);
    await refusedWith("proof_expired", () => askToPublish(anna, [id]));
    await stepUp(anna, "grant", [id]);
    advance(2 * MINUTE_MS - 1000);
    expect(await askToPublish(anna, [id])).toMatchObject({ ok: true });
  });

  it("with the session id from before the step-up: it is dead", async () => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    const old = { ...anna, context: { ...anna.context } };
    await stepUp(anna, "grant", [id]);
    await refusedWith("session_ended", () => askToPublish(old, [id]));
    old.context.proofId = anna.context.proofId;
    await refusedWith("session_ended", () => askToPublish(old, [id]));
  });

  it.each([
    ["is no Super User any more", "UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'"],
    ["was deleted", "DELETE FROM `matomo_user` WHERE login = 'anna'"],
    [
      "changed the password",
      "UPDATE `matomo_user` SET ts_password_modified = '2026-11-23 12:34:56' WHERE login = 'anna'",
    ],
    ["got a second factor", "UPDATE `matomo_user` SET twofactor_secret = 'ABCDEFGHIJKLMNOP' WHERE login = 'anna'"],
  ])("when somebody with a valid proof %s", async (_, sql) => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    await rawRun(sql);
    await refusedWith("session_ended", () => askToPublish(anna, [id]));
  });

  it.each([[null], ["null"], ["https://evil.example"], ["http://localhost:3000.evil.example"], [""]])(
    "from the origin %s",
    async (origin) => {
      const anna = await annaAndTwoOthers();
      const id = await aSite();
      await stepUp(anna, "grant", [id]);
      anna.context = { ...anna.context, origin };
      await refusedWith("foreign_origin", () => askToPublish(anna, [id]));
    },
  );

  it("the whole change when one site does not exist, naming it", async () => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    const gone = id + 1000;
    await stepUp(anna, "grant", [id, gone]);
    await refusedWith("unknown_sites", () => askToPublish(anna, [id, gone]));
    const result = await askToPublish(anna, [id, gone]);
    expect(result).toMatchObject({ siteIds: [gone], fields: { siteIds: "notInMatomo" } });
  });

  it("while the user anonymous is missing, saying why", async () => {
    const anna = await annaAndTwoOthers();
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'anonymous'");
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    await refusedWith("anonymous_user_missing", () => askToPublish(anna, [id]));
    await rawRun("INSERT INTO `matomo_user` (login, password, email) VALUES ('Anonymous', '', 'a@example.org')");
    await refusedWith("anonymous_user_renamed", () => askToPublish(anna, [id]));
  });

  it("when nobody at all could be told", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna", email: "anna@example.org" }));
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    await refusedWith("nobody_to_alert", () => askToPublish(anna, [id]));
  });

  it("an end date in the past, at the field, and accepts today", async () => {
    freezeClock(NOON);
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    await refusedWith("invalid_input", () => askToPublish(anna, [id], { endsOn: "2026-11-22" }));
    expect(await askToPublish(anna, [id], { endsOn: "2026-11-22" })).toMatchObject({
      fields: { endsOn: "endInPast" },
    });
    expect(await askToPublish(anna, [id], { endsOn: "2026-11-23" })).toMatchObject({ ok: true });
  });

  it.each([
    ["no site", { siteIds: [] }, { siteIds: "chooseSites" }],
    ["no list of sites", { siteIds: null }, { siteIds: "chooseSites" }],
    ["10,001 sites", { siteIds: Array.from({ length: 10_001 }, (_, index) => index + 1) }, { siteIds: "tooManySites" }],
    ["an id that is text", { siteIds: ["1 "] }, { siteIds: "notInMatomo" }],
    ["a negative id", { siteIds: [-1] }, { siteIds: "notInMatomo" }],
    ["a fractional id", { siteIds: [1.5] }, { siteIds: "notInMatomo" }],
    ["an id beyond 32 bits", { siteIds: [2 ** 53] }, { siteIds: "notInMatomo" }],
    ["a nested id", { siteIds: [["1"]] }, { siteIds: "notInMatomo" }],
    ["a reason over 500 characters", { reason: "x".repeat(501) }, { reason: "tooLong 500" }],
    ["a reason of spaces", { reason: "   " }, { reason: "sayWhy" }],
    ["a reason that nobody can see", { reason: "\u200b\u200d" }, { reason: "sayWhy" }],
    ["a reason with a line break", { reason: "a\nBcc: x@y.example" }, { reason: "plainText" }],
    ["a reason with a bidi override", { reason: "a\u202eb" }, { reason: "plainText" }],
    ["a date that does not exist", { endsOn: "2027-02-30" }, { endsOn: "chooseDate" }],
    ["a wrong typed count", { siteIds: [1, 2], typedCount: 3 }, { typedCount: "typeExactCount" }],
  ])("%s, with the message at the field", async (_, changes, fields) => {
    const anna = await annaAndTwoOthers();
    await refusedWith("invalid_input", () => askToPublish(anna, [1], changes));
    expect(await askToPublish(anna, [1], changes)).toMatchObject({ fields });
  });
});

describe("sites that are public already", () => {
  it("are left as they are, and said so with who and since when", async () => {
    freezeClock(NOON);
    const anna = await annaAndTwoOthers();
    const [old, fresh] = [await aSite({ name: "Old" }), await aSite({ name: "Fresh" })];
    await publish(anna, [old], { reason: "first" });
    advance(MINUTE_MS);

    const result = await publish(anna, [old, fresh], { reason: "second" });

    expect(result).toMatchObject({
      ok: true,
      data: {
        grantedCount: 1,
        granted: [{ id: fresh }],
        alreadyPublic: [{ id: old, grantedBy: "anna", since: NOON.replace("Z", ".000Z") }],
      },
    });
    expect(await accessRows()).toEqual([
      [old, "anonymous", "view"],
      [fresh, "anonymous", "view"],
    ]);
    expect(await testDb().publication.findUnique({ where: { idsite: old } })).toMatchObject({ reason: "first" });
    expect((await mailFacts("made-public")).map((facts) => facts.sites.map((site) => site.id))).toEqual([
      [old],
      [fresh],
    ]);
  });

  it("count in every spelling that the database takes for anonymous, at every level that Matomo honours", async () => {
    const anna = await annaAndTwoOthers();
    const ids: number[] = [];
    for (const row of [
      { login: "Anonymous" },
      { login: "ANONYMOUS" },
      { access: "write" },
      { access: "admin" },
      { access: "superuser" },
    ]) {
      const id = await aSite();
      await anonymousAccess(id, row);
      ids.push(id);
    }
    expect(await publish(anna, ids)).toMatchObject({
      ok: true,
      data: { grantedCount: 0, alreadyPublicCount: 5, mailCount: 0 },
    });
    expect(await accessRows()).toHaveLength(5);
  });

  it("do not count at values that Matomo ignores", async () => {
    const anna = await annaAndTwoOthers();
    const ids: number[] = [];
    for (const access of ["VIEW", "view ", "noaccess", "", "tagmanager_write", null]) {
      const id = await aSite();
      await anonymousAccess(id, { access });
      ids.push(id);
    }
    expect(await publish(anna, ids)).toMatchObject({ ok: true, data: { grantedCount: 6 } });
  });

  it("when two Super Users publish the same site at once: one row, one alert, the second is told", async () => {
    const anna = await annaAndTwoOthers();
    const jonas = await signIn({ login: "jonas", email: "", password: "secret of jonas" });
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    await stepUp(jonas, "grant", [id]);

    const results = await Promise.all([askToPublish(anna, [id]), askToPublish(jonas, [id])]);

    const counts = results.map((result) =>
      result.ok ? [result.data.grantedCount, result.data.alreadyPublicCount] : result.code,
    );
    expect(counts.sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
    expect(await mails("made-public")).toHaveLength(3);
    expect(await auditOf("public-access.granted")).toHaveLength(1);
  });
});

describe("nothing at all is written when a part of it fails", () => {
  it.each(["portal_publication", "portal_audit_event", "portal_message", "portal_outbox"])("at %s", async (table) => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await publish(anna, [await aSite()]);
    await stepUp(anna, "grant", [id]);
    const before = await everything();

    await rawRun(`ALTER TABLE ${table} RENAME TO ${table}_away`);
    const result = await askToPublish(anna, [id]).finally(() => rawRun(`ALTER TABLE ${table}_away RENAME TO ${table}`));

    expect(result).toMatchObject({ ok: false, code: "schema_not_understood" });
    expect(await everything()).toEqual(before);
    expect(await askToPublish(anna, [id])).toMatchObject({ ok: true });
    await expectChainHolds();
  });
});

describe("Matomo's own change lock", () => {
  const KEY = "UsersManager.changePermissionsanonymous";
  const hold = (until: number) =>
    rawRun("INSERT INTO `matomo_locks` (`key`, `value`, expiry_time) VALUES (?, 'matomo', ?)", [KEY, until]);
  const release = () => rawRun("DELETE FROM `matomo_locks`");
  const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

  it("is waited for while Matomo holds it", async () => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await hold(inAnHour());
    const publishing = publish(anna, [id]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await accessRows()).toEqual([]);
    await release();
    expect(await publishing).toMatchObject({ ok: true });
  });

  it("refuses the change when Matomo does not let go, and writes nothing", async () => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await hold(inAnHour());
    expect(await publish(anna, [id])).toMatchObject({ ok: false, code: "matomo_busy" });
    expect(await accessRows()).toEqual([]);
  });

  it("is taken over when it has expired, and left behind by nobody", async () => {
    const anna = await annaAndTwoOthers();
    await hold(Math.floor(Date.now() / 1000) - 10);
    expect(await publish(anna, [await aSite()])).toMatchObject({ ok: true });
    expect(await rawSql("SELECT * FROM `matomo_locks`")).toEqual([]);
  });
});

it("the whole change is refused for a user who is no Super User, whose password is right", async () => {
  const user = await aUser({ login: "viewer" });
  await expect(signIn(user)).rejects.toThrow("could not sign in");
});

it.runIf(dialect === "mysql")(
  "is refused when the Super User is demoted after the first check and before the write",
  async () => {
    const anna = await annaAndTwoOthers();
    const id = await aSite();
    await stepUp(anna, "grant", [id]);
    const holding = await holdTheWriteMutex();
    const publishing = askToPublish(anna, [id]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    await holding.release();
    expect(await publishing).toMatchObject({ ok: false, code: "session_ended" });
    expect(await accessRows()).toEqual([]);
  },
);

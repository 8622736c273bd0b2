import { describe, expect, it } from "vitest";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { MINUTE_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, expectRefused, extend } from "@/tests/support/emergency";
import { publish, signIn, stepUp } from "@/tests/support/people";
import { accessRows, auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-23T12:00:00Z";

async function annaAndJonas() {
  freezeClock(NOON);
  const user = await aSuperUser({ login: "anna" });
  return { anna: await signIn(user), jonas: await signIn(await aSuperUser({ login: "jonas" })) };
}

describe("another end date", () => {
  it("is set, recorded and alerted once, in the instance's time zone; warnings begin anew", async () => {
    await rawRun(
      "INSERT INTO `matomo_option` (option_name, option_value) VALUES ('SitesManager_DefaultTimezone', 'Europe/Berlin')",
    );
    const { anna, jonas } = await annaAndJonas();
    const ids = [await aSite(), await aSite()];
    await publish(anna, ids, { endsOn: "2026-11-24" });
    await rawRun("UPDATE portal_publication SET warned_days = 1");
    const rows = await accessRows();

    expect(await extend(jonas, ids, "2026-12-24")).toEqual({
      ok: true,
      data: { extendedCount: 2, notPublicCount: 0, until: "2026-12-24T23:00:00.000Z", mailCount: 2 },
    });

    expect(await testDb().publication.findMany()).toMatchObject(
      ids.map((idsite) => ({
        idsite,
        until: new Date("2026-12-24T23:00:00Z"),
        warnedDays: null,
        grantedBy: "anna",
        since: new Date(NOON),
      })),
    );
    expect(await accessRows()).toEqual(rows);
    expect(await auditOf("public-access.extended")).toMatchObject([
      { siteIds: ids, until: "2026-12-24T23:00:00.000Z" },
    ]);
    expect(await mailFacts("extended")).toMatchObject([
      { total: 2, actor: { login: "jonas" }, until: { local: "2026-12-25 00:00 (Europe/Berlin)" } },
    ]);
    expect(await mails("extended")).toHaveLength(2);
    const page = await listSites(sitesQuerySchema.parse({ state: "public" }));
    expect(page.rows[0]?.publication).toMatchObject({ until: "2026-12-24T23:00:00.000Z", kept: null, lapsesAt: null });
    await expectChainHolds();
  });

  it("may be none, said explicitly, or an earlier one", async () => {
    const { anna } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id], { endsOn: "2026-12-24" });
    expect(await extend(anna, [id], "2026-11-30")).toMatchObject({ ok: true, data: { extendedCount: 1 } });
    expect(await extend(anna, [id], null)).toMatchObject({ ok: true, data: { until: null } });
    expect(await testDb().publication.findUnique({ where: { idsite: id } })).toMatchObject({ until: null });
    expect((await mailFacts("extended")).at(-1)).toMatchObject({ until: null });
  });

  it("leaves sites that are not public and counts them, also those unknown; none at all sends nothing", async () => {
    const { anna } = await annaAndJonas();
    const [open, shut] = [await aSite(), await aSite()];
    await publish(anna, [open]);
    expect(await extend(anna, [open, shut, shut + 999], "2026-12-24")).toMatchObject({
      ok: true,
      data: { extendedCount: 1, notPublicCount: 2 },
    });
    expect(await auditOf("public-access.extended")).toMatchObject([{ siteIds: [open] }]);
    expect(await extend(anna, [shut], "2026-12-24")).toMatchObject({ data: { extendedCount: 0, mailCount: 0 } });
    expect(await auditOf("public-access.extended")).toHaveLength(1);
    expect(await accessRows()).toHaveLength(1);
  });

  it("of a site made public outside and unseen so far is set after that was announced", async () => {
    const { anna } = await annaAndJonas();
    await publish(anna, [await aSite()]);
    const id = await aSite();
    await anonymousAccess(id);
    expect(await extend(anna, [id], "2026-12-24")).toMatchObject({ data: { extendedCount: 1 } });
    expect(await mailFacts("public-outside")).toMatchObject([{ sites: [{ id }] }]);
    expect(await testDb().publication.findUnique({ where: { idsite: id } })).toMatchObject({
      channel: "outside",
      until: new Date("2026-12-25T00:00:00Z"),
    });
  });

  it("takes a fresh proof for exactly these sites", async () => {
    const { anna, jonas } = await annaAndJonas();
    const [one, other] = [await aSite(), await aSite()];
    await publish(anna, [one, other], { endsOn: "2026-12-24" });
    jonas.context.proofId = null;
    await expectRefused("step_up_required", () => ask.extend(jonas, [one], null));
    await stepUp(anna, "extend", [other]);
    await expectRefused("proof_foreign", () => ask.extend(anna, [one], null));
    await expectRefused("proof_foreign", () => ask.extend(anna, [one, other], null));
    await stepUp(anna, "grant", [one]);
    await expectRefused("proof_foreign", () => ask.extend(anna, [one], null));
    await stepUp(anna, "extend", [one]);
    advance(2 * MINUTE_MS);
    await expectRefused("proof_expired", () => ask.extend(anna, [one], null));
    await extend(anna, [one], null);
    await expectRefused("proof_used", () => ask.extend(anna, [one], null));
  });

  it("needs a second factor where publishing does, and a day that is not over", async () => {
    const { anna } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id], { endsOn: "2026-12-24" });
    await stepUp(anna, "extend", [id]);
    await expectRefused("invalid_input", () => ask.extend(anna, [id], "2026-11-22"));
    expect(await ask.extend(anna, [id], "2026-11-22")).toMatchObject({ fields: { endsOn: "endInPast" } });
    await rawRun(
      "INSERT INTO portal_setting (name, value, updated_at, updated_by) VALUES ('publishing.second-factor', 'required', '2026-01-01 00:00:00', 'jonas')",
    );
    await expectRefused("second_factor_missing", () => ask.extend(anna, [id], null));
  });

  it("is refused for somebody who is no Super User any more, and when nobody could be told", async () => {
    const { anna, jonas } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id], { endsOn: "2026-12-24" });
    for (const person of [anna, jonas]) await stepUp(person, "extend", [id]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'jonas'");
    await expectRefused("session_ended", () => ask.extend(jonas, [id], null));
    await rawRun("UPDATE `matomo_user` SET email = 'anna@example.org' WHERE login = 'anna'");
    await expectRefused("nobody_to_alert", () => ask.extend(anna, [id], null));
  });

  it.each(["portal_publication", "portal_outbox"])("writes nothing when %s fails", async (table) => {
    const { anna } = await annaAndJonas();
    const id = await aSite();
    await publish(anna, [id], { endsOn: "2026-12-24" });
    await stepUp(anna, "extend", [id]);
    await rawRun(`ALTER TABLE ${table} RENAME TO ${table}_away`);
    const failed = await ask
      .extend(anna, [id], null)
      .finally(() => rawRun(`ALTER TABLE ${table}_away RENAME TO ${table}`));
    expect(failed).toMatchObject({ ok: false, code: "schema_not_understood" });
    expect(await testDb().publication.findUnique({ where: { idsite: id } })).toMatchObject({
      until: new Date("2026-12-25T00:00:00Z"),
    });
    expect(await ask.extend(anna, [id], null)).toMatchObject({ ok: true });
  });
});

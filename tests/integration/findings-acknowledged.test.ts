import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { acknowledgeFindingCommand } from "@/lib/domain/findings/commands";
import { readFindings } from "@/lib/domain/findings/queries";
import { MAX_LISTED_FINDINGS } from "@/lib/domain/findings/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, type SignedIn, signIn } from "@/tests/support/people";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";
import { watchUntilBelieved } from "@/tests/support/watch";

useDatabase();

const watch = () => runWatch();
const acknowledge = (person: SignedIn, siteIds: number[], changes = {}) =>
  runWithRecentAuth(acknowledgeFindingCommand, person.context, {
    ...{ kind: "writable", siteIds, reason: "Kiosk in the lobby", endsOn: "2026-11-30" },
    ...changes,
  });
const levels = (texts: string) => ({ type: "texts", texts, more: 0 });
const inTheList = async () => (await readFindings()).findings.filter(({ kind }) => kind === "writable");

async function aWritableSite() {
  freezeClock("2026-11-23T12:00:00Z");
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  await aSuperUser({ login: "jonas" });
  await watch();
  const id = await aSite({ name: "Shop" });
  await anonymousAccess(id, { access: "write" });
  await watch();
  return { anna, id };
}

describe("acknowledging a finding", () => {
  it("is recorded with who, why and until when, and every Super User is told", async () => {
    const { anna, id } = await aWritableSite();
    expect(await acknowledge(anna, [id])).toMatchObject({ ok: true, data: { acknowledgedCount: 1, mailCount: 2 } });
    expect(await auditOf("finding.acknowledged")).toMatchObject([
      { finding: "writable", siteIds: [id], reason: "Kiosk in the lobby", until: "2026-12-01T00:00:00.000Z" },
    ]);
    expect(await mailFacts("acknowledged")).toMatchObject([
      {
        finding: "writable",
        total: 1,
        actor: { login: "anna", ip: BROWSER.ip },
        until: { utc: "2026-12-01 00:00 UTC" },
      },
    ]);
    expect(await mails("acknowledged")).toHaveLength(2);
    await expectChainHolds();
  });

  it("quiets its need for attention and never the list, until its day has passed", async () => {
    const { anna, id } = await aWritableSite();
    expect(await inTheList()).toMatchObject([{ site: { id }, needsAttention: true, acknowledged: null }]);
    await acknowledge(anna, [id]);
    const quiet = {
      needsAttention: false,
      acknowledged: { by: "anna", reason: "Kiosk in the lobby", until: "2026-12-01T00:00:00.000Z" },
    };
    expect(await inTheList()).toMatchObject([{ site: { id, name: "Shop" }, seen: levels("write"), ...quiet }]);
    expect(await readFindings()).toMatchObject({ total: 2, needAttention: 1 });
    advance(7 * DAY_MS + 12 * 3_600_000 - 1);
    expect(await watch()).toMatchObject({ opened: 0, changed: 0 });
    expect(await inTheList()).toMatchObject([quiet]);
    advance(1);
    expect(await inTheList()).toMatchObject([{ needsAttention: true, acknowledged: { by: "anna" } }]);
  });

  it("never quiets the next change: it is mailed, recorded and asks for attention again", async () => {
    const { anna, id } = await aWritableSite();
    await acknowledge(anna, [id], { endsOn: null });
    await rawRun("UPDATE `matomo_access` SET access = 'admin'");
    expect(await watch()).toMatchObject({ changed: 1 });
    expect(await inTheList()).toMatchObject([{ seen: levels("admin"), needsAttention: true, acknowledged: null }]);
    expect(await mailFacts("public-outside")).toMatchObject([{ also: [{ finding: "writable", phase: "found" }] }]);
    expect(await mailFacts("finding")).toMatchObject([{ finding: "writable", phase: "worse" }]);

    await acknowledge(anna, [id], { endsOn: null });
    await rawRun("UPDATE `matomo_access` SET access = 'write'");
    await watch();
    expect(await inTheList()).toMatchObject([{ seen: levels("write"), needsAttention: true, acknowledged: null }]);
  });

  it("is of that finding alone: what else is wrong on the site, and what ends and comes again, asks for attention", async () => {
    const { anna, id } = await aWritableSite();
    await acknowledge(anna, [id], { endsOn: null });
    await anonymousAccess(id, { access: null });
    expect(await watch()).toMatchObject({ opened: 1 });
    expect((await readFindings()).findings.map(({ kind, needsAttention }) => [kind, needsAttention])).toEqual([
      ["null-access", true],
      ["public-outside", true],
      ["writable", false],
    ]);
    await rawRun("DELETE FROM `matomo_access`");
    await watchUntilBelieved();
    await anonymousAccess(id, { access: "write" });
    expect(await watch()).toMatchObject({ appeared: 1, opened: 1 });
    expect(await inTheList()).toMatchObject([{ needsAttention: true, acknowledged: null }]);
  });

  it("works for the user anonymous itself", async () => {
    const { anna } = await aWritableSite();
    await rawRun("UPDATE `matomo_user` SET password = 'x' WHERE login = 'anonymous'");
    await watch();
    const result = await acknowledge(anna, [], { kind: "anonymous-can-sign-in", endsOn: null });
    expect(result).toMatchObject({ ok: true, data: { acknowledgedCount: 1 } });
    expect(await auditOf("finding.acknowledged")).toMatchObject([
      { finding: "anonymous-can-sign-in", siteIds: [], until: null },
    ]);
    expect((await readFindings()).findings.find(({ site }) => site === null)).toMatchObject({
      kind: "anonymous-can-sign-in",
      needsAttention: false,
    });
  });

  it("is refused as a whole when one of them is not open, with nothing written", async () => {
    const { anna, id } = await aWritableSite();
    const before = await everything();
    const other = await aSite();
    expect(await acknowledge(anna, [id, other])).toMatchObject({ ok: false, code: "finding_gone", siteIds: [other] });
    expect(await acknowledge(anna, [], { kind: "anonymous-missing" })).toMatchObject({
      ok: false,
      code: "finding_gone",
    });
    expect(await acknowledge(anna, [id], { endsOn: "2026-11-22" })).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { endsOn: "endInPast" },
    });
    expect(await acknowledge(anna, [])).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await everything()).toEqual(before);
    expect(await inTheList()).toMatchObject([{ acknowledged: null }]);
  });

  it("takes a password proven within 15 minutes, and somebody who still is a Super User", async () => {
    const { anna, id } = await aWritableSite();
    advance(15 * MINUTE_MS + 1);
    expect(await acknowledge(anna, [id])).toMatchObject({ ok: false, code: "step_up_required" });
    advance(-1);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await acknowledge(anna, [id])).toMatchObject({ ok: false, code: "session_ended" });
    expect(await auditOf("finding.acknowledged")).toEqual([]);
    expect(await inTheList()).toMatchObject([{ acknowledged: null }]);
  });

  it("writes nothing when a part of it fails", async () => {
    const { anna, id } = await aWritableSite();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await acknowledge(anna, [id]).finally(() =>
      rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"),
    );
    expect(result).toMatchObject({ ok: false });
    expect(await inTheList()).toMatchObject([{ acknowledged: null }]);
    expect(await auditOf("finding.acknowledged")).toEqual([]);
  });
});

describe("the list of findings", () => {
  it("names those that need attention first, the worst of them first, and counts all", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await watch();
    const [calm, bad] = [await aSite({ name: "Calm &amp; quiet" }), await aSite({ name: "Bad" })];
    await anonymousAccess(calm, { access: "VIEW" });
    await anonymousAccess(bad, { access: "admin" });
    await anonymousAccess(4711);
    await rawRun("UPDATE `matomo_user` SET twofactor_secret = 'ABC' WHERE login = 'anonymous'");
    await watch();
    await acknowledge(anna, [], { kind: "anonymous-can-sign-in" });

    const page = await readFindings();
    expect(page).toMatchObject({ total: 5, needAttention: 4 });
    expect(page.findings.map(({ kind, site }) => [kind, site?.name ?? null])).toEqual([
      ["writable", "Bad"],
      ["public-outside", "Bad"],
      ["orphan-rows", null],
      ["unclear-access", "Calm & quiet"],
      ["anonymous-can-sign-in", null],
    ]);
    expect(page.findings[0]?.since).toBe("2026-11-23T12:00:00.000Z");
  });

  it("is short however many there are, and read with as many statements", async () => {
    await aSuperUser();
    await watch();
    for (let more = 0; more < MAX_LISTED_FINDINGS + 5; more++) await anonymousAccess(1_000 + more);
    const ofNone = await statementsOf(readFindings);
    await watch();
    const ofMany = await statementsOf(readFindings);
    const page = await readFindings();
    expect([page.findings.length, page.total, page.needAttention]).toEqual([
      MAX_LISTED_FINDINGS,
      MAX_LISTED_FINDINGS + 5,
      MAX_LISTED_FINDINGS + 5,
    ]);
    expect(ofNone.length).toBeLessThanOrEqual(ofMany.length);
    expect(ofMany.length).toBe(3);
  });

  it("that cannot be read is a failure, never an empty list", async () => {
    expect(await readFindings()).toEqual({ findings: [], total: 0, needAttention: 0 });
    await rawRun("ALTER TABLE portal_finding RENAME TO portal_finding_away");
    const failed = readFindings().finally(() => rawRun("ALTER TABLE portal_finding_away RENAME TO portal_finding"));
    await expect(failed).rejects.toMatchObject({ code: "schema_not_understood" });
    expect(await testDb().finding.count()).toBe(0);
  });
});

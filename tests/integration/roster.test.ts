import { describe, expect, it } from "vitest";
import { guardRoster, rosterHasChanged } from "@/lib/domain/roster/guard-roster";
import { listSuperUsers } from "@/lib/matomo/users";
import { unreachableAmong } from "@/lib/messaging/alerts/recipients";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { statementsOf } from "@/tests/bench/count-statements";
import { aPendingInvite, aSite, aSuperUser, aUser } from "@/tests/support/builders";
import { freezeClock } from "@/tests/support/clock";
import { hasInvites, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { publish, signIn } from "@/tests/support/people";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-24T12:00:00Z";
const guard = () => inTransaction((tx) => guardRoster(tx, now()));
const rows = () => testDb().rosterEntry.findMany({ orderBy: { login: "asc" } });
const told = async () => (await mails("roster-changed")).map((mail) => [mail.to, mail.logins]);
const unreachableNow = async () => unreachableAmong(testDb(), await listSuperUsers(testDb()));
const demote = (login: string) => rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = ?", [login]);
const move = (login: string, email: string) =>
  rawRun("UPDATE `matomo_user` SET email = ? WHERE login = ?", [email, login]);

/** Anna and Jonas, seen once. */
async function annaAndJonas() {
  freezeClock(NOON);
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await guard();
  return anna;
}

describe("the first look at the Super Users", () => {
  it("records who they are, mails nobody, and is not repeated", async () => {
    freezeClock(NOON);
    await aSuperUser({ login: "anna" });
    await aUser({ login: "viewer" });
    expect(await rosterHasChanged(testDb())).toBe(true);
    expect(await guard()).toBe(0);
    expect(await rosterHasChanged(testDb())).toBe(false);
    expect(await guard()).toBe(0);
    expect(await rows()).toMatchObject([{ login: "anna", email: "anna@people.example", seenAt: new Date(NOON) }]);
    expect(await auditOf("roster.baseline")).toMatchObject([{ logins: ["anna"] }]);
    expect(await mails()).toEqual([]);
    await expectChainHolds();
  });

  it("happens once in the life of a portal: who comes after all were gone is alerted, not taken for it", async () => {
    await annaAndJonas();
    await demote("anna");
    await demote("jonas");
    expect(await guard()).toBe(2);
    expect(await rows()).toEqual([]);
    await aSuperUser({ login: "eve" });
    expect(await rosterHasChanged(testDb())).toBe(true);
    expect(await guard()).toBe(1);
    expect(await auditOf("roster.baseline")).toHaveLength(1);
    expect((await mailFacts("roster-changed")).map(({ added }) => added.map(({ login }) => login))).toEqual([
      [],
      ["eve"],
    ]);
  });
});

describe("a change of the roster", () => {
  it("added: the old and the new ones hear", async () => {
    await annaAndJonas();
    await aSuperUser({ login: "mia" });
    expect(await rosterHasChanged(testDb())).toBe(true);
    expect(await guard()).toBe(1);
    expect(await told()).toEqual([
      ["anna@people.example", ["anna"]],
      ["jonas@people.example", ["jonas"]],
      ["mia@people.example", ["mia"]],
    ]);
    expect(await mailFacts("roster-changed")).toMatchObject([
      { added: [{ login: "mia", address: "mia@people.example" }], removed: [], moved: [], total: 1 },
    ]);
    expect(await auditOf("roster.changed")).toEqual([
      { type: "roster.changed", added: [{ login: "mia", email: "mia@people.example" }], removed: [], moved: [] },
    ]);
    expect(await rosterHasChanged(testDb())).toBe(false);
  });

  it("removed: whoever was removed hears too, at the old address", async () => {
    await annaAndJonas();
    await demote("jonas");
    expect(await guard()).toBe(1);
    expect((await told()).map(([to]) => to)).toEqual(["anna@people.example", "jonas@people.example"]);
    expect((await rows()).map(({ login }) => login)).toEqual(["anna"]);
  });

  it("deleted in Matomo altogether: the same", async () => {
    await annaAndJonas();
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'jonas'");
    expect(await guard()).toBe(1);
    expect((await told()).map(([to]) => to)).toEqual(["anna@people.example", "jonas@people.example"]);
  });

  it("another address: the old and the new one hear, and what the provider said of the old one is forgotten", async () => {
    await annaAndJonas();
    await testDb().rosterEntry.updateMany({
      where: { login: "jonas" },
      data: { unreachableSince: now(), unreachableWhy: "bounced" },
    });
    await move("jonas", "eve@evil.example");
    expect(await guard()).toBe(1);
    expect(await told()).toEqual([
      ["anna@people.example", ["anna"]],
      ["eve@evil.example", ["jonas"]],
      ["jonas@people.example", ["jonas"]],
    ]);
    expect(await mailFacts("roster-changed")).toMatchObject([
      { moved: [{ login: "jonas", from: "jonas@people.example", to: "eve@evil.example" }], total: 1 },
    ]);
    expect(await rows()).toMatchObject([
      { login: "anna" },
      { login: "jonas", email: "eve@evil.example", unreachableSince: null, unreachableWhy: null },
    ]);
  });

  it("letters in another case or spaces around an address are none", async () => {
    await annaAndJonas();
    await move("jonas", " Jonas@PEOPLE.example ");
    expect(await rosterHasChanged(testDb())).toBe(false);
    expect(await guard()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  it("two that swap their addresses are told once each, with both named", async () => {
    await annaAndJonas();
    await move("anna", "away@people.example");
    await move("jonas", "anna@people.example");
    await move("anna", "jonas@people.example");
    expect(await guard()).toBe(2);
    expect(await told()).toEqual([
      ["anna@people.example", ["jonas", "anna"]],
      ["jonas@people.example", ["anna", "jonas"]],
    ]);
  });

  it.runIf(hasInvites)("an invitation that is not accepted is none; accepting it is", async () => {
    await annaAndJonas();
    await aPendingInvite({ login: "mia", superUser: true });
    expect(await rosterHasChanged(testDb())).toBe(false);
    await rawRun("UPDATE `matomo_user` SET invite_token = NULL WHERE login = 'mia'");
    expect(await guard()).toBe(1);
  });

  it("an address that cannot be used gets no mail; the change is recorded all the same", async () => {
    freezeClock(NOON);
    await aSuperUser({ login: "anna", email: "anna@example.org" });
    await guard();
    await move("anna", "");
    expect(await guard()).toBe(1);
    expect(await auditOf("roster.changed")).toMatchObject([{ moved: [{ login: "anna", to: "" }] }]);
    expect(await mails()).toEqual([]);
    expect(await rosterHasChanged(testDb())).toBe(false);
  });

  it("is told once though twenty watches come at once", async () => {
    await annaAndJonas();
    await demote("jonas");
    const counts = await Promise.all(Array.from({ length: 20 }, guard));
    expect(counts.filter((count) => count === 1)).toHaveLength(1);
    expect(await auditOf("roster.changed")).toHaveLength(1);
    expect(await told()).toHaveLength(2);
  });

  it("leaves nothing behind when the mail cannot be queued, and is told by the next look", async () => {
    await annaAndJonas();
    await demote("jonas");
    const before = [await everything(), await rows()];
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    await expect(
      guard().finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox")),
    ).rejects.toThrow();
    expect([await everything(), await rows()]).toEqual(before);
    expect(await auditOf("roster.changed")).toEqual([]);
    expect(await guard()).toBe(1);
  });

  it("of many people takes the same number of statements as of one, and names 50 of each kind", async () => {
    await annaAndJonas();
    const more = (count: number) =>
      Promise.all(Array.from({ length: count }, () => aSuperUser({ passwordHash: "none" })));
    await more(1);
    const one = await statementsOf(guard);
    await more(120);
    const many = await statementsOf(guard);
    expect(many.length).toBe(one.length);
    const [, facts] = await mailFacts("roster-changed");
    expect([facts?.added.length, facts?.total]).toEqual([50, 120]);
  });
});

it("a Super User who removes another and publishes at once: the removed one hears of the removal", async () => {
  const anna = await signIn(await annaAndJonas());
  await demote("jonas");
  const id = await aSite();
  expect(await publish(anna, [id])).toMatchObject({ ok: true });
  expect((await mails("made-public")).map(({ to }) => to)).toEqual(["anna@people.example"]);
  expect((await told()).map(([to]) => to)).toEqual(["anna@people.example", "jonas@people.example"]);
  expect(await auditOf("roster.changed")).toHaveLength(1);
});

describe("who would not hear", () => {
  it("is named with why: no usable address, or what the provider said; and mailed nevertheless", async () => {
    const anna = await signIn(await annaAndJonas());
    await aSuperUser({ login: "mia", email: "mia@example.org" });
    await guard();
    await testDb().rosterEntry.updateMany({
      where: { login: "jonas" },
      data: { unreachableSince: now(), unreachableWhy: "complained" },
    });
    expect(await unreachableNow()).toEqual([
      { login: "jonas", why: "complained" },
      { login: "mia", why: "no-address" },
    ]);
    const result = await publish(anna, [await aSite()]);
    expect(result).toMatchObject({ ok: true, data: { unreachable: ["jonas", "mia"], mailCount: 2 } });
    expect((await mails("made-public")).map(({ to }) => to)).toEqual(["anna@people.example", "jonas@people.example"]);
  });

  it("does not hold for a new address before the watch has seen it", async () => {
    await annaAndJonas();
    await testDb().rosterEntry.updateMany({ data: { unreachableSince: now(), unreachableWhy: "bounced" } });
    await move("jonas", "jonas@new.example");
    expect((await unreachableNow()).map(({ login }) => login)).toEqual(["anna"]);
  });
});

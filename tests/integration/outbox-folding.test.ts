import { describe, expect, it } from "vitest";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { batchAlerts } from "@/lib/messaging/alerts/batch-alerts";
import { rendering } from "@/lib/messaging/mail/rendering";
import { deliver } from "@/lib/messaging/outbox/deliver";
import { SECOND_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { Provider } from "@/tests/support/every-change/provider";
import { makePrivate, publish, signIn } from "@/tests/support/people";
import { queueAlertBy, queueAlertOf } from "@/tests/support/queue-alerts";
import { auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";
import { EXAMPLES } from "@/tests/unit/mail/facts";

useDatabase();

async function annaAndJonas() {
  freezeClock("2026-11-23T12:00:00Z");
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  return anna;
}

async function run() {
  const folded = await batchAlerts();
  const provider = new Provider();
  return { folded, ...(await deliver(provider, rendering)), inbox: [...provider.inbox.values()] };
}

const states = async (kind?: Parameters<typeof mails>[0]) => (await mails(kind)).map(({ state }) => state);

describe("alerts about one person's changes within a minute", () => {
  it("E13, E14: ten changes are the first mail at once and one digest of the other nine, for each Super User", async () => {
    const anna = await signIn(await annaAndJonas());
    const sites: number[] = [];
    for (let index = 0; index < 5; index++) sites.push(await aSite());
    for (const site of sites) await publish(anna, [site]);
    for (const site of sites) await makePrivate(anna, [site]);

    // The first try follows the commit: nothing is waited for.
    expect(await run()).toMatchObject({ sent: 2, folded: 0 });
    expect(await testDb().outboxMail.count({ where: { state: "held" } })).toBe(18);

    advance(60 * SECOND_MS);
    const { inbox, ...counts } = await run();
    expect(counts).toEqual({ folded: 18, sent: 2, retried: 0, failed: 0 });
    expect(inbox.map((mail) => mail.to).sort()).toEqual(["anna@people.example", "jonas@people.example"]);
    expect(inbox[0]?.subject).toContain("Made public by anna: 4 sites");
    const [digest] = await mailFacts("digest");
    expect(digest).toMatchObject({ total: 9, opened: { changes: 4, sites: 4 }, actor: { login: "anna" } });
    expect(digest?.changes.map(({ kind }) => kind)).toEqual([
      ...Array(4).fill("made-public"),
      ...Array(5).fill("made-private"),
    ]);
    expect(await auditOf("alerts.folded")).toEqual([{ type: "alerts.folded", login: "anna", count: 9, shown: 9 }]);
    expect(await testDb().outboxMail.count({ where: { state: "folded" } })).toBe(18);
    expect(await run()).toMatchObject({ folded: 0, sent: 0 });
    await expectChainHolds();
  });

  it("S27: a flood is capped at 50 named changes, and mail and audit log say how many there were", async () => {
    await annaAndJonas();
    for (let index = 0; index < 101; index++) await queueAlertBy("anna");
    advance(60 * SECOND_MS);
    const { inbox } = await run();
    expect(inbox).toHaveLength(4);
    expect(inbox.find((mail) => mail.subject.startsWith("More changes by anna within a minute: 100"))?.text).toMatch(
      /50 more/,
    );
    const [digest] = await mailFacts("digest");
    expect(digest?.changes).toHaveLength(50);
    expect(await auditOf("alerts.folded")).toMatchObject([{ count: 100, shown: 50 }]);
  });

  it("say in the subject that sites became public, though the change that did it is not among the 50 that are named", async () => {
    const anna = await signIn(await annaAndJonas());
    for (let index = 0; index < 60; index++) await queueAlertBy("anna");
    await publish(anna, [await aSite(), await aSite(), await aSite()]);
    advance(60 * SECOND_MS);
    const { inbox } = await run();
    expect(await mailFacts("digest")).toMatchObject([{ total: 60, opened: { changes: 1, sites: 3 } }]);
    const digests = inbox.filter(({ text }) => text.startsWith("More changes by anna within a minute: 60"));
    expect(digests).toHaveLength(2);
    for (const { subject } of digests) expect(subject).toMatch(/^Made public by anna: 3 sites on /);
  });

  it("go out as they are when only one was held", async () => {
    await annaAndJonas();
    await queueAlertBy("anna");
    advance(30 * SECOND_MS);
    await queueAlertBy("anna");
    expect(await states()).toEqual(["due", "held", "due", "held"]);
    advance(30 * SECOND_MS);
    expect(await run()).toMatchObject({ folded: 0, sent: 4 });
    expect(await mailFacts("digest")).toEqual([]);
    expect(await auditOf("alerts.folded")).toEqual([]);
  });

  it("reach each mailbox as exactly the changes that were held for it", async () => {
    await annaAndJonas();
    await queueAlertBy("anna");
    await queueAlertBy("anna");
    await aSuperUser({ login: "samira" });
    await queueAlertBy("anna");
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = ?", ["jonas"]);
    await queueAlertBy("anna");
    advance(60 * SECOND_MS);
    await batchAlerts();
    const digests = await testDb().outboxMail.findMany({ where: { kind: "digest" }, include: { message: true } });
    const totals = digests.map(({ recipient, message }) => [recipient, JSON.parse(message.facts).total]);
    expect(Object.fromEntries(totals)).toEqual({
      "anna@people.example": 3,
      "jonas@people.example": 2,
      "samira@people.example": 2,
    });
    expect(new Set(digests.map(({ eventKey }) => eventKey)).size).toBe(3);
  });

  it("of two people are two stories: nobody's first change waits for another's", async () => {
    await annaAndJonas();
    await queueAlertBy("anna");
    await queueAlertBy("jonas");
    await queueAlertBy("anna");
    expect((await states()).filter((state) => state === "due")).toHaveLength(4);
  });

  it("begin anew after the minute: the next first goes out at once", async () => {
    await annaAndJonas();
    await queueAlertBy("anna");
    advance(59_999);
    await queueAlertBy("anna");
    advance(1);
    await queueAlertBy("anna");
    expect((await states()).sort()).toEqual(["due", "due", "due", "due", "held", "held"]);
  });

  it("never hold what jobs do or find", async () => {
    const anna = await signIn(await annaAndJonas());
    await runWatch();
    await publish(anna, [await aSite()]);
    await anonymousAccess(await aSite());
    await runWatch();
    await queueAlertOf({ ...EXAMPLES["made-private"], actor: null, cause: "expired" });
    await queueAlertOf({ ...EXAMPLES["made-private"], actor: null, cause: "expired" });
    expect(new Set(await states())).toEqual(new Set(["due"]));
    expect(await testDb().message.count({ where: { actor: { not: null } } })).toBe(1);
  });

  it("are folded once by two servers at once", async () => {
    await annaAndJonas();
    for (let index = 0; index < 4; index++) await queueAlertBy("anna");
    advance(60 * SECOND_MS);
    const folded = await Promise.all([batchAlerts(), batchAlerts(), batchAlerts()]);
    expect(folded.sort()).toEqual([0, 0, 6]);
    expect(await states("digest")).toEqual(["due", "due"]);
  });

  it("are not held for longer by a clock that is set back", async () => {
    await annaAndJonas();
    await queueAlertBy("anna");
    await queueAlertBy("anna");
    await queueAlertBy("anna");
    advance(-7_200 * SECOND_MS);
    await queueAlertBy("anna");
    expect((await states()).filter((state) => state === "due")).toHaveLength(4);
    expect(await batchAlerts()).toBe(4);
    // The clock is put right, the minute is not over yet, and somebody goes on.
    advance(7_210 * SECOND_MS);
    await queueAlertBy("anna");
    await queueAlertBy("anna");
    advance(60 * SECOND_MS);
    expect(await batchAlerts()).toBe(4);
    expect(await states("digest")).toEqual(["due", "due", "due", "due"]);
  });

  it("go out one by one when a digest of them cannot be made", async () => {
    await annaAndJonas();
    for (let index = 0; index < 3; index++) await queueAlertBy("anna");
    await ownerDb().message.updateMany({ where: { digestKey: { not: null } }, data: { facts: '{"kind":"?"}' } });
    advance(60 * SECOND_MS);
    expect(await batchAlerts()).toBe(0);
    expect(new Set(await states())).toEqual(new Set(["due"]));
  });

  it.each([
    ["facts that are no JSON", { facts: "{ no JSON" }],
    ["facts of nothing", { facts: "null" }],
  ])("of everybody else are folded though one of them has %s: that one's go out one by one", async (_, broken) => {
    await annaAndJonas();
    for (const login of ["anna", "jonas"]) for (let index = 0; index < 3; index++) await queueAlertBy(login);
    const [first] = await testDb().message.findMany({ where: { actor: "jonas", digestKey: { not: null } } });
    await ownerDb().message.updateMany({ where: { id: first?.id ?? 0n }, data: broken });
    advance(60 * SECOND_MS);
    expect(await batchAlerts()).toBe(4);
    expect(await states("digest")).toEqual(["due", "due"]);
    expect((await states()).filter((state) => state === "held")).toEqual([]);
  });

  it("are folded and sent though it cannot be read whom one of them is for", async () => {
    await annaAndJonas();
    for (let index = 0; index < 3; index++) await queueAlertBy("anna");
    await rawRun("UPDATE portal_outbox SET logins = 'anna' WHERE address = 'anna@people.example'");
    await run();
    advance(60 * SECOND_MS);
    expect(await run()).toMatchObject({ folded: 4, sent: 2, retried: 0, failed: 0 });
  });

  it("are due once their minute is over, though folding fails altogether", async () => {
    await annaAndJonas();
    for (let index = 0; index < 3; index++) await queueAlertBy("anna");
    advance(60 * SECOND_MS);
    await rawRun("ALTER TABLE portal_message RENAME COLUMN digest_key TO digest_key_away");
    expect(await batchAlerts()).toBe(0);
    await rawRun("ALTER TABLE portal_message RENAME COLUMN digest_key_away TO digest_key");
    expect(new Set(await states())).toEqual(new Set(["due"]));
  });

  it("wait no longer than their minute, whatever stands in their row", async () => {
    await annaAndJonas();
    for (let index = 0; index < 3; index++) await queueAlertBy("anna");
    await rawRun("UPDATE portal_outbox SET next_attempt_at = '2037-01-01 00:00:00' WHERE state = 'held'");
    advance(60 * SECOND_MS);
    expect(await batchAlerts()).toBe(4);
  });

  it("name those who share a mailbox together", async () => {
    await annaAndJonas();
    await aSuperUser({ login: "anna.ops", email: " anna@people.example" });
    for (let index = 0; index < 3; index++) await queueAlertBy("anna");
    advance(60 * SECOND_MS);
    await batchAlerts();
    expect(await mails("digest")).toMatchObject([{ logins: ["anna", "anna.ops"] }, { logins: ["jonas"] }]);
  });
});

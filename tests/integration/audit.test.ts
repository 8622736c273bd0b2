import { describe, expect, it } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { verifyChain } from "@/lib/audit/verify";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { dialect, fourByteNames, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { makePrivate, publish, signIn } from "@/tests/support/people";

useDatabase();

async function someEvents() {
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  const id = await aSite({ name: fourByteNames ? "Emoji 🎉 \u202e and Arabic متحف" : "Umlauts ÄÖÜ \u202e" });
  await publish(anna, [id]);
  await makePrivate(anna, [id]);
}

describe("the audit chain", () => {
  it("verifies from the first event to the last", async () => {
    await someEvents();
    const verdict = await verifyChain(testDb());
    expect(verdict).toEqual({ ok: true, events: await testDb().auditEvent.count() });
  });

  it("verifies when it is empty", async () => {
    expect(await verifyChain(testDb())).toEqual({ ok: true, events: 0 });
  });

  it.each([
    ["was edited", "UPDATE portal_audit_event SET facts = '{}' WHERE seq = 3", "3", "was edited"],
    ["has another author", "UPDATE portal_audit_event SET actor_name = 'jonas' WHERE seq = 2", "2", "was edited"],
    [
      "has another time",
      "UPDATE portal_audit_event SET at = '2020-01-01 00:00:00.000' WHERE seq = 2",
      "2",
      "was edited",
    ],
    ["is missing", "DELETE FROM portal_audit_event WHERE seq = 2", "2", "is missing"],
    ["is the first and is missing", "DELETE FROM portal_audit_event WHERE seq = 1", "1", "is missing"],
    [
      "is the last and is missing",
      "DELETE FROM portal_audit_event WHERE seq = (SELECT seq FROM portal_audit_head)",
      null,
      "is missing",
    ],
  ])("names the event that %s", async (_, sql, seq, problem) => {
    await someEvents();
    const last = (await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 } })).seq.toString();
    await rawRun(sql);
    expect(await verifyChain(testDb())).toEqual({ ok: false, seq: seq ?? last, problem });
  });

  it("names the first of two events that changed places", async () => {
    await someEvents();
    await rawRun("UPDATE portal_audit_event SET seq = 1000 WHERE seq = 2");
    await rawRun("UPDATE portal_audit_event SET seq = 2 WHERE seq = 3");
    await rawRun("UPDATE portal_audit_event SET seq = 3 WHERE seq = 1000");
    expect(await verifyChain(testDb())).toMatchObject({ ok: false, seq: "2" });
  });

  it.runIf(dialect === "mysql")("cannot be changed by the portal's own database account", async () => {
    await someEvents();
    await expect(testDb().$executeRaw`UPDATE portal_audit_event SET facts = '{}'`).rejects.toThrow();
    await expect(testDb().$executeRaw`DELETE FROM portal_audit_event`).rejects.toThrow();
    expect(await verifyChain(testDb())).toMatchObject({ ok: true });
  });
});

it("the activity lists events newest first, page by page, with their facts", async () => {
  await someEvents();
  const total = await testDb().auditEvent.count();
  const page = await listAudit({ page: 1, pageSize: 2 });
  expect(page).toMatchObject({
    total,
    entries: [
      { seq: total, facts: { type: "public-access.revoked" } },
      { seq: total - 1, facts: { type: "public-access.granted" } },
    ],
  });
  expect(page.entries[0]?.actor).toEqual({ type: "superUser", login: "anna" });
});

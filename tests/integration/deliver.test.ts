import { describe, expect, it } from "vitest";
import { rendering } from "@/lib/messaging/mail/rendering";
import { deliver } from "@/lib/messaging/outbox/deliver";
import type { Rendering } from "@/lib/messaging/outbox/prepare";
import { MAX_TRIES } from "@/lib/messaging/outbox/retry-policy";
import type { OutgoingMail, Sender, SendOutcome } from "@/lib/messaging/outbox/sender";
import { HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { ownerDb, testDb, useDatabase } from "@/tests/support/database";
import { publish, signIn } from "@/tests/support/people";
import { auditOf, expectChainHolds, mails } from "@/tests/support/state";

useDatabase();

const ACCEPTED: SendOutcome = { outcome: "accepted", providerId: "id-1" };
const LATER: SendOutcome = { outcome: "later", error: "503 try later", retryAfterMs: null };
const REFUSED: SendOutcome = { outcome: "refused", error: "550 no such mailbox" };

/** A way out whose answers the test decides; it keeps everything it was handed. */
function senderThat(answer: (mail: OutgoingMail) => SendOutcome) {
  const handed: OutgoingMail[] = [];
  const sender: Sender = {
    name: "test",
    send: async (mail) => {
      handed.push(mail);
      return answer(mail);
    },
  };
  return { sender, handed };
}

async function threeMails() {
  freezeClock("2026-11-23T12:00:00Z");
  const anna = await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await aSuperUser({ login: "samira" });
  await publish(await signIn(anna), [await aSite({ name: "Shop &amp; Co" })]);
}

describe("the outbox", () => {
  it("sends each mail once, to one person each, and marks it sent", async () => {
    await threeMails();
    const { sender, handed } = senderThat(() => ACCEPTED);
    expect(await deliver(sender, rendering)).toEqual({ sent: 3, retried: 0, failed: 0 });
    expect(await deliver(sender, rendering)).toEqual({ sent: 0, retried: 0, failed: 0 });
    expect(handed.map((mail) => mail.to).sort()).toEqual([
      "anna@people.example",
      "jonas@people.example",
      "samira@people.example",
    ]);
    for (const mail of handed) {
      expect(mail.subject).toContain("Shop & Co");
      expect(
        handed
          .filter((other) => other !== mail)
          .every((other) => !mail.html.includes(other.to) && !mail.text.includes(other.to)),
      ).toBe(true);
    }
    expect(await auditOf("mail.sent")).toMatchObject([{ kind: "made-public", count: 3 }]);
    expect(await testDb().outboxMail.findMany()).toMatchObject([{ providerId: "id-1", attempts: 1 }, {}, {}]);
    await expectChainHolds();
  });

  it("E3: hands over identical bytes under the same key at every try", async () => {
    await threeMails();
    const failing = senderThat(() => LATER);
    expect(await deliver(failing.sender, rendering)).toEqual({ sent: 0, retried: 3, failed: 0 });
    advance(HOUR_MS);
    const working = senderThat(() => ACCEPTED);
    const otherWords: Rendering = {
      ...rendering,
      render: async () => ({ subject: "other", html: "other", text: "other" }),
    };
    expect(await deliver(working.sender, otherWords)).toEqual({ sent: 3, retried: 0, failed: 0 });
    const byKey = (all: OutgoingMail[]) => [...all].sort((a, b) => a.idempotencyKey.localeCompare(b.idempotencyKey));
    expect(byKey(working.handed)).toEqual(byKey(failing.handed));
    expect(new Set(working.handed.map((mail) => mail.idempotencyKey)).size).toBe(3);
  });

  it("does not let one bad address hold up the others", async () => {
    await threeMails();
    const { sender } = senderThat((mail) => (mail.to.startsWith("jonas") ? REFUSED : ACCEPTED));
    expect(await deliver(sender, rendering)).toEqual({ sent: 2, retried: 0, failed: 1 });
    expect((await mails()).map((mail) => mail.state)).toEqual(["sent", "dead", "sent"]);
    expect(await auditOf("mail.failed")).toMatchObject([
      { logins: ["jonas"], final: true, error: "550 no such mailbox" },
    ]);
  });

  it("E4: tries ten times within 20 hours, then says that the mail failed for good", async () => {
    await threeMails();
    const { sender, handed } = senderThat(() => LATER);
    const began = Date.now();
    let last = began;
    for (let step = 0; step < 24 * 60; step++) {
      const before = handed.length;
      await deliver(sender, rendering);
      if (handed.length > before) last = Date.now();
      if ((await mails()).every((mail) => mail.state === "dead")) break;
      advance(step < 20 ? 10_000 : 5 * MINUTE_MS);
    }
    expect(handed).toHaveLength(3 * MAX_TRIES);
    expect(last - began).toBeLessThan(20 * HOUR_MS);
    expect((await mails()).map((mail) => mail.state)).toEqual(["dead", "dead", "dead"]);
    expect((await auditOf("mail.failed")).filter((event) => event.final)).toHaveLength(3);
  });

  it("waits as long as the provider asks, without counting the try", async () => {
    await threeMails();
    const limited = senderThat(() => ({ outcome: "later", error: "429", retryAfterMs: 30_000 }));
    await deliver(limited.sender, rendering);
    expect(await testDb().outboxMail.findMany()).toMatchObject([{ attempts: 0 }, { attempts: 0 }, { attempts: 0 }]);
    const working = senderThat(() => ACCEPTED);
    advance(29_999);
    expect(await deliver(working.sender, rendering)).toMatchObject({ sent: 0 });
    advance(1);
    expect(await deliver(working.sender, rendering)).toMatchObject({ sent: 3 });
  });

  it("E2: hands each mail to one of five runs at once", async () => {
    await threeMails();
    const { sender, handed } = senderThat(() => ACCEPTED);
    const counts = await Promise.all(Array.from({ length: 5 }, () => deliver(sender, rendering)));
    expect(counts.reduce((sum, count) => sum + count.sent, 0)).toBe(3);
    expect(handed).toHaveLength(3);
  });

  it("E2: holds one mail for each event, mailbox and kind: a second is refused, and with it what it was part of", async () => {
    await threeMails();
    const [mail] = await testDb().outboxMail.findMany();
    const { id: _id, ...again } = mail ?? expect.fail("no mail");
    await expect(ownerDb().outboxMail.create({ data: again })).rejects.toMatchObject({ code: "P2002" });
    expect(await mails()).toHaveLength(3);
  });

  it("E2: sends what a run that died had claimed, once its claim is over", async () => {
    await threeMails();
    const died: Sender = { name: "died", send: () => Promise.reject(new Error("the process died")) };
    await expect(deliver(died, rendering)).rejects.toThrow("the process died");
    const { sender } = senderThat(() => ACCEPTED);
    expect(await deliver(sender, rendering)).toMatchObject({ sent: 0 });
    advance(5 * MINUTE_MS);
    expect(await deliver(sender, rendering)).toMatchObject({ sent: 3 });
  });

  it("keeps other mails going when one message cannot be rendered", async () => {
    await threeMails();
    await publish(await signIn({ login: "jonas", email: "", password: "secret of jonas" }), [await aSite()]);
    await ownerDb().message.updateMany({
      where: { kind: "made-public", facts: { contains: "Shop" } },
      data: { facts: "{}" },
    });
    const { sender } = senderThat(() => ACCEPTED);
    expect(await deliver(sender, rendering)).toEqual({ sent: 3, retried: 3, failed: 0 });
    expect(await auditOf("mail.failed")).toMatchObject([
      { error: expect.stringContaining("could not be rendered") },
      {},
      {},
    ]);
  });
});

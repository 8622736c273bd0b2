import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { rendering } from "@/lib/messaging/mail/rendering";
import { smtpSender } from "@/lib/messaging/mail/smtp-sender";
import { deliver } from "@/lib/messaging/outbox/deliver";
import type { OutgoingMail, SendOutcome } from "@/lib/messaging/outbox/sender";
import { MINUTE_MS } from "@/lib/platform/clock";
import { aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/database";
import { freePort } from "@/tests/support/mariadb";
import { queueAlertBy } from "@/tests/support/queue-alerts";
import { auditOf } from "@/tests/support/state";

useDatabase();

const arrived: string[] = [];
let refusing = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onRcptTo: (_address, _session, done) =>
    done(refusing ? Object.assign(new Error("no relaying"), { responseCode: 550 }) : null),
  onData(stream, session, done) {
    stream.resume().on("end", () => {
      arrived.push(...session.envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});
const port = await freePort();
server.listen(port, "127.0.0.1");
await once(server.server, "listening");
afterAll(() => new Promise<void>((closed) => server.close(closed)));

const fallback = smtpSender({ url: `smtp://127.0.0.1:${port}`, from: "alerts@portal.example", name: "fallback-smtp" });
const LATER: SendOutcome = { outcome: "later", error: "503", retryAfterMs: null };

const handed: string[] = [];
/** A run in which the first way out answers like this. */
function run(answer: SendOutcome | ((mail: OutgoingMail) => SendOutcome)) {
  const first = {
    name: "first",
    send: async (mail: OutgoingMail) => {
      handed.push(mail.to);
      return typeof answer === "function" ? answer(mail) : answer;
    },
  };
  return deliver(first, rendering, { fallback, pause: async (ms) => advance(ms) });
}

beforeEach(async () => {
  arrived.length = 0;
  handed.length = 0;
  refusing = false;
  freezeClock("2026-11-23T12:00:00Z");
  for (const login of ["anna", "jonas", "samira"]) await aSuperUser({ login });
  await queueAlertBy("anna");
});

describe("E15: the second way out", () => {
  it("takes, in the same try, what the first has failed for 15 minutes, and the outbox says who took it", async () => {
    await run(LATER);
    advance(14 * MINUTE_MS);
    expect(await run(LATER)).toMatchObject({ sent: 0, retried: 3 });
    expect(arrived).toEqual([]);
    advance(MINUTE_MS);
    expect(
      await run((mail) => (mail.to.startsWith("anna") ? { outcome: "accepted", providerId: "1" } : LATER)),
    ).toEqual({
      sent: 3,
      retried: 0,
      failed: 0,
    });
    expect(arrived.sort()).toEqual(["jonas@people.example", "samira@people.example"]);
    const mails = await testDb().outboxMail.findMany({ orderBy: { recipient: "asc" } });
    expect(mails.map(({ sentVia, attempts }) => [sentVia, attempts])).toEqual([
      ["first", 3],
      ["fallback-smtp", 3],
      ["fallback-smtp", 3],
    ]);
  });

  it("is not asked at the first try of a mail, however long nobody called", async () => {
    advance(60 * MINUTE_MS);
    expect(await run(LATER)).toMatchObject({ retried: 3 });
    expect(arrived).toEqual([]);
  });

  it("never takes what was refused for good", async () => {
    await run(LATER);
    advance(20 * MINUTE_MS);
    expect(await run({ outcome: "refused", error: "550 no such mailbox" })).toMatchObject({ failed: 3 });
    expect(arrived).toEqual([]);
  });

  it("that takes nothing either leaves the ladder as it is, and its words are kept", async () => {
    await run(LATER);
    advance(20 * MINUTE_MS);
    refusing = true;
    expect(await run(LATER)).toMatchObject({ retried: 3 });
    expect((await auditOf("mail.failed")).at(-1)?.error).toMatch(/^503 The fallback did not take it: .*550/);
  });

  it("takes what is overdue while the first way asks to be left alone, at the cost of one request to it", async () => {
    const resting: SendOutcome = { outcome: "later", error: "429", retryAfterMs: 30 * MINUTE_MS };
    await run(LATER);
    advance(20 * MINUTE_MS);
    handed.length = 0;
    expect(await run(resting)).toMatchObject({ sent: 3 });
    expect(handed).toHaveLength(1);
    expect(arrived).toHaveLength(3);
  });
});

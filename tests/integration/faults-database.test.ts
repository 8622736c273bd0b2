import { createTranslator } from "use-intl/core";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as readyz } from "@/app/api/readyz/route";
import { signInLabel } from "@/components/auth/next-auth-labels";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { toClientErrorCode } from "@/lib/auth/to-client-error-code";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { rendering } from "@/lib/messaging/mail/rendering";
import { deliver } from "@/lib/messaging/outbox/deliver";
import { statementChannel } from "@/lib/platform/db/statement-channel";
import { examine } from "@/lib/reports/doctor/examine";
import { messagesIn } from "@/messages/catalogue";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { ownerDb, rawRun, rawSql, reconnect, testDb, useDatabase } from "@/tests/support/database";
import { Provider } from "@/tests/support/every-change/provider";
import { startOwnMariaDb } from "@/tests/support/mariadb";
import { askToPublish, BROWSER, makePrivate, signIn, stepUp } from "@/tests/support/people";
import { accessRows, expectChainHolds, mails } from "@/tests/support/state";

const server = await startOwnMariaDb({ durable: true });
afterAll(server.stop);
useDatabase({ server: server.url });

const TIMEOUT = { timeout: 300_000 };
/** How many statements `work` takes. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const counting = () => {
    count++;
  };
  statementChannel.subscribe(counting);
  await work().finally(() => statementChannel.unsubscribe(counting));
  return count;
}

/** Does `work` on a server whose power goes as statement number `point` (from 0) sets out; then it is up again. */
async function withPowerCutAt(point: number, work: () => Promise<unknown>): Promise<void> {
  let count = 0;
  const counting = () => {
    if (count++ === point) server.crash();
  };
  statementChannel.subscribe(counting);
  await work()
    .catch(() => {})
    .finally(() => statementChannel.unsubscribe(counting));
  expect(count, "the power was cut on the way").toBeGreaterThan(point);
  await server.restart();
  await reconnect();
}

/** Every second point, and the last one. */
function pointsOf(statements: number): number[] {
  return Array.from({ length: statements }, (_, index) => index).filter(
    (index) => index % 2 === 0 || index === statements - 1,
  );
}

it(
  "a MariaDB that dies at any statement of a grant leaves all of the grant or nothing, and it can be made again",
  TIMEOUT,
  async () => {
    const user = await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "jonas" });
    await runWatch();
    const anna = await signIn(user);
    const first = await aSite();
    await stepUp(anna, "grant", [first]);
    const statements = await statementsOf(() => askToPublish(anna, [first]));
    for (const point of pointsOf(statements)) {
      const siteId = await aSite();
      await stepUp(anna, "grant", [siteId]);
      await withPowerCutAt(point, () => askToPublish(anna, [siteId]));

      const isPublic = (await accessRows()).some(([id]) => id === siteId);
      expect(await testDb().publication.count({ where: { idsite: siteId } })).toBe(isPublic ? 1 : 0);
      expect(await testDb().message.count({ where: { facts: { contains: `"id":${siteId},` } } })).toBe(
        isPublic ? 1 : 0,
      );
      await expectChainHolds();
      if (!isPublic) expect(await askToPublish(anna, [siteId])).toMatchObject({ ok: true });
      const alerts = await rawSql(
        "SELECT COUNT(*) AS n FROM portal_outbox o JOIN portal_message m ON m.id = o.message_id WHERE m.facts LIKE ?",
        [`%"id":${siteId},%`],
      );
      expect(Number(alerts[0]?.n), "one alert for each of the two Super Users").toBe(2);
    }
    await expectChainHolds();
  },
);

it("a MariaDB that dies at any statement of a watch costs no alert and doubles none", TIMEOUT, async () => {
  await aSuperUser({ login: "anna" });
  await aSuperUser({ login: "jonas" });
  await runWatch();
  await anonymousAccess(await aSite());
  const statements = await statementsOf(() => runWatch());
  let changes = 1;
  for (const point of pointsOf(statements)) {
    await anonymousAccess(await aSite());
    changes++;
    await withPowerCutAt(point, () => runWatch());
    await runWatch();
    expect(await mails("public-outside")).toHaveLength(2 * changes);
    expect(await testDb().publication.count()).toBe(changes);
  }
  await expectChainHolds();
});

it(
  "a MariaDB that dies at any statement of a delivery loses no mail, and the provider keeps every one once",
  TIMEOUT,
  async () => {
    await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "jonas" });
    await runWatch();
    const provider = new Provider();
    const send = () => deliver(provider, rendering);
    const change = async () => {
      await anonymousAccess(await aSite());
      await runWatch();
    };
    await change();
    const statements = await statementsOf(send);
    let mailCount = 2;
    for (const point of pointsOf(statements)) {
      await change();
      mailCount += 2;
      await withPowerCutAt(point, send);
      // As if the claim of the run that met the power cut, and the pause after a failed try, were over.
      await rawRun("UPDATE portal_outbox SET claimed_until = NULL, next_attempt_at = created_at WHERE state = 'due'");
      await send();
      expect(provider.inbox.size).toBe(mailCount);
      expect((await mails()).filter((mail) => mail.state !== "sent")).toEqual([]);
    }
    await expectChainHolds();
  },
);

describe("a MariaDB that can only be read", () => {
  const SECRET = { authorization: "Bearer cron-secret-of-the-tests" };
  beforeEach(async () => {
    await aSuperUser({ login: "anna" });
  });
  afterEach(() => ownerDb().$executeRaw`SET GLOBAL read_only = OFF`);

  it("is named at sign-in, by every action and by jobs, in words; nothing is called refused", async () => {
    const user = await aSuperUser({ login: "jonas" });
    const jonas = await signIn(user);
    const siteId = await aSite();
    await stepUp(jonas, "grant", [siteId]);
    await ownerDb().$executeRaw`SET GLOBAL read_only = ON`;

    const typed = { identifier: user.login, password: user.password, code: "" };
    const code = await signInWithMatomo(typed, BROWSER).then(() => "signed in", toClientErrorCode);
    expect(code).toBe("database_read_only");
    const t = createTranslator({ locale: "en", messages: messagesIn("en"), namespace: "auth" });
    expect(signInLabel(t, code)).toMatch(/is read-only/);
    const published = await askToPublish(jonas, [siteId]);
    expect(published).toMatchObject({ ok: false, code: "database_read_only" });
    expect(await makePrivate(jonas, [siteId])).toMatchObject({ ok: false, code: "database_read_only" });
    const job = await doJob("watch", () => runWatch());
    expect(job).toEqual({ outcome: "failed", code: "database_read_only" });
    expect(await accessRows()).toEqual([]);
    expect(await testDb().auditEvent.count({ where: { type: "action.refused" } })).toBe(0);
  });

  it("makes the portal not ready, and the doctor says in one line what to do", async () => {
    await ownerDb().$executeRaw`SET GLOBAL read_only = ON`;
    const answer = await readyz(new Request("http://localhost:3000/api/readyz", { headers: SECRET }));
    expect(answer.status).toBe(503);
    const { problems } = await answer.json();
    expect(problems[0]).toMatch(/Read-only: .*Point DATABASE_URL at the primary server/);
    const lines = (await examine(testDb())).flatMap((section) => section.lines);
    expect(lines.filter(({ check, verdict }) => check === "database" && verdict === "bad")).toMatchObject([
      { code: "databaseReadOnly" },
    ]);
  });
});

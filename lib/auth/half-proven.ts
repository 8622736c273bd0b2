import { recordAudit } from "@/lib/ledger/audit/record";
import { countRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { withOrigins } from "@/lib/ledger/audit/with-origins";
import { recordFailedAttempt } from "@/lib/matomo/brute-force";
import type { MatomoUserRecord } from "@/lib/matomo/users";
import { announce } from "@/lib/messaging/alerts/announce";
import { rosterOf } from "@/lib/messaging/alerts/recipients";
import { HOUR_MS, plus } from "@/lib/platform/clock";
import { joinSql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";

/** As long as Matomo's own lock of a login looks back. */
const WINDOW_MS = HOUR_MS;
/** People look for their phone: so often the password alone is no failure. */
const FORGIVEN = 3;
const STRANGE_ASKED = 3;
const WRONG_CODES = 5;
/** Refusals that are recorded whatever a flood of others has used up, so that a flood hides no known password. */
const ALWAYS_RECORDED = 10;
const MAIL_EVERY_MS = 12 * HOUR_MS;

type Attempt = { user: MatomoUserRecord; request: Omit<Origin, "sessionRef">; at: Date };
type Half = { asked: boolean; ip: string | null };

const NO_CODE = "code missing";
const WRONG: readonly string[] = ["code wrong", "code used"];

/**
 * Records that somebody gave the right password of a user with a second factor, and no code. Within an hour the first
 * three are events in this person's name; each further one is a failure, here and in Matomo's log, as a wrong password
 * is. The third from addresses that this person never signed in from is mailed to them.
 */
export async function recordCodeAsked(tx: Tx, attempt: Attempt): Promise<void> {
  const { user, request, at } = attempt;
  const earlier = (await halfProven(tx, attempt)).filter(({ asked }) => asked);
  if (earlier.length < FORGIVEN) {
    await recordAudit(tx, {
      by: { login: user.login, origin: { ...request, sessionRef: null } },
      at,
      facts: { type: "sign-in.code-asked" },
    });
  } else {
    await refuse(tx, attempt, NO_CODE);
  }
  const strange = await strangeAmong(tx, user.login, [...earlier, { asked: true, ip: request.ip }]);
  if (strange >= STRANGE_ASKED) await alertOwner(tx, attempt, "no-code", strange);
}

/**
 * Records a wrong or used code after the right password, here and in Matomo's log. The fifth within an hour is mailed to
 * this person.
 */
export async function recordWrongCode(tx: Tx, attempt: Attempt, factor: "wrong" | "used"): Promise<void> {
  await refuse(tx, attempt, `code ${factor}`);
  const wrong = (await halfProven(tx, attempt)).filter(({ asked }) => !asked).length;
  if (wrong >= WRONG_CODES) await alertOwner(tx, attempt, "wrong-codes", wrong);
}

async function refuse(tx: Tx, { user: { login }, request, at }: Attempt, reason: string): Promise<void> {
  await recordFailedAttempt(tx.db, { ip: request.ip, login, at });
  const facts = { type: "sign-in.refused", login, reason } as const;
  const origin = { ...request, sessionRef: null };
  const since = plus(at, -WINDOW_MS);
  const recorded = await tx.db.auditEvent.count({ where: refusalsOf(login, [NO_CODE, ...WRONG], since, at) });
  if (recorded < ALWAYS_RECORDED) await recordAudit(tx, { by: { login: null, origin }, at, facts });
  else tx.afterCommit.push(() => countRefusal({ actor: { type: "visitor" }, origin, at, facts }));
}

/** What was recorded of right passwords without the right code, since this person last signed in. */
async function halfProven(tx: Tx, { user: { login }, at }: Attempt): Promise<Half[]> {
  const hour = plus(at, -WINDOW_MS);
  const signedIn = await tx.db.auditEvent.findFirst({
    where: { type: "sign-in.succeeded", at: { gt: hour, lte: at }, actorType: "superUser", actorName: login },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  const asked = { type: "sign-in.code-asked", at: { gt: hour, lte: at }, actorType: "superUser", actorName: login };
  const rows = await tx.db.auditEvent.findMany({
    where: {
      seq: { gt: signedIn?.seq ?? 0n },
      OR: [asked, refusalsOf(login, [NO_CODE, ...WRONG], hour, at)],
    },
    select: { seq: true, type: true, ip: true, facts: true },
  });
  const [noCode] = factsOf(login, [NO_CODE]);
  return (await withOrigins(tx.db, rows)).map(({ type, ip, origin, facts }) => ({
    asked: type === "sign-in.code-asked" || facts === noCode,
    ip: ip ?? origin?.ip ?? null,
  }));
}

function refusalsOf(login: string, reasons: readonly string[], since: Date, at: Date) {
  return { type: "sign-in.refused", at: { gt: since, lte: at }, facts: { in: factsOf(login, reasons) } };
}

/** As recordAudit stores them. */
function factsOf(login: string, reasons: readonly string[]): string[] {
  return reasons.map((reason) => JSON.stringify({ login, reason }));
}

/** How many of them came from addresses that this person never signed in from, as far as that is still known. */
async function strangeAmong(tx: Tx, login: string, attempts: readonly Half[]): Promise<number> {
  const ips = attempts.flatMap(({ ip }) => ip ?? []);
  if (ips.length === 0) return attempts.length;
  const used = await tx.db.$queryRaw<{ ip: string }[]>`
    SELECT DISTINCT COALESCE(e.ip, o.ip) AS ip
    FROM portal_audit_event e LEFT JOIN portal_audit_origin o ON o.seq = e.seq
    WHERE e.type = 'sign-in.succeeded' AND e.actor_type = 'superUser' AND e.actor_name = ${login}
      AND COALESCE(e.ip, o.ip) IN (${joinSql(ips)})`;
  const known = new Set(used.map(({ ip }) => ip));
  return attempts.filter(({ ip }) => ip === null || !known.has(ip)).length;
}

/** The mail, once in 12 hours: whoever has the password must not fill the mailbox with it. */
async function alertOwner(tx: Tx, attempt: Attempt, because: "no-code" | "wrong-codes", times: number): Promise<void> {
  const { user, request, at } = attempt;
  const { login, email } = user;
  const recent = await tx.db.auditEvent.findMany({
    where: { type: "sign-in.password-known", at: { gt: plus(at, -MAIL_EVERY_MS), lte: at } },
    select: { facts: true },
  });
  if (recent.some(({ facts }) => Object(JSON.parse(facts)).login === login)) return;
  await announce(tx, {
    by: { login, origin: { ...request, sessionRef: null }, isSignedIn: false },
    at,
    to: await rosterOf(tx.db, [{ login, email }]),
    event: { type: "sign-in.password-known", login, because, times },
    mail: { kind: "password-known", because, times },
  });
}

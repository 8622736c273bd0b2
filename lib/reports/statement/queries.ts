import { readHead } from "@/lib/ledger/audit/stored-events";
import { verifyChain } from "@/lib/ledger/audit/verify";
import type { Verdict } from "@/lib/ledger/audit/walk-chain";
import { readWatchingSince } from "@/lib/ledger/settings/store";
import { firstSitesByName } from "@/lib/matomo/sites";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import packageJson from "@/package.json";
import { buildStatement, toVerified } from "./build";
import { privateKeyOf, publicHalf } from "./key";
import { boundsOf, monthBefore, monthsUntil } from "./policy";
import type { TracedPeriod } from "./public-period-tracker";
import { readStatementCoverage } from "./read-coverage";
import { countLosses, readFoldings, readLastLink, readLog } from "./read-log";
import { readNotifications } from "./read-notifications";
import type { Statement, StatementKey, StatementMonths } from "./schema";
import { signStatement } from "./sign";

/**
 * The months of which there can be a statement. Two statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty list instead
 */
export function listStatementMonths(): Promise<StatementMonths> {
  return withDatabaseErrors(async () => {
    const timeZone = await readInstanceTimeZone(db());
    const since = await readWatchingSince(db());
    const at = now();
    const months = since === null ? [] : monthsUntil(at, since, timeZone);
    return {
      months: months.map((month) => ({ month, complete: boundsOf(month, timeZone, at)?.complete ?? false })),
      timeZone,
      key: statementKey(),
    };
  });
}

/** The key that statements are signed with, as everybody may know it; null while there is none. */
export function statementKey(): StatementKey | null {
  const { STATEMENT_KEY } = env();
  return STATEMENT_KEY === undefined ? null : publicHalf(privateKeyOf(STATEMENT_KEY));
}

/**
 * The statement of a month without a walk of the chain, for a page that does that apart. Null for a month before the
 * portal began to watch, or to come.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never a calm statement instead
 */
export function readStatement(month: string): Promise<Statement | null> {
  return withDatabaseErrors(() => read(db(), month, null));
}

/** Walks the whole chain as it is now. A statement for each 1,000 events. */
export function walkWholeChain(): Promise<NonNullable<Statement["chain"]["verified"]>> {
  return withDatabaseErrors(async () => toVerified(await verifyChain(db())));
}

export type StatementFile = { fileName: string; text: string };

/**
 * The signed file of a month, or of the last one that is over. The chain is walked first, so that the file can say
 * whether it is whole.
 * @returns `unsigned` while STATEMENT_KEY is not set; `unknown` for a month of which there is no statement
 */
export function makeStatementFile(month: string | null): Promise<StatementFile | "unsigned" | "unknown"> {
  return withDatabaseErrors(async () => {
    const { STATEMENT_KEY } = env();
    if (STATEMENT_KEY === undefined) return "unsigned";
    const asked = month ?? monthBefore(now(), await readInstanceTimeZone(db()));
    const statement = await read(db(), asked, await verifyChain(db()));
    if (!statement) return "unknown";
    return { fileName: `statement-${asked}.json`, text: signStatement(statement, privateKeyOf(STATEMENT_KEY)) };
  });
}

async function read(reader: DbClient, month: string, verdict: Verdict | null): Promise<Statement | null> {
  const timeZone = await readInstanceTimeZone(reader);
  const watchingSince = await readWatchingSince(reader);
  const madeAt = now();
  const bounds = boundsOf(month, timeZone, madeAt);
  // Read first: what is recorded meanwhile is left to the next statement.
  const head = await readHead(reader);
  if (!head) throw new Error("The audit log has no chain head: the table portal_audit_head was emptied.");
  if (!bounds || watchingSince === null || (bounds.complete && watchingSince >= bounds.to)) return null;
  const last = bounds.complete ? await readLastLink(reader, bounds.to, head.seq) : head;
  const log = await readLog(reader, bounds, last?.seq ?? 0n);
  const foldings = await readFoldings(reader, bounds, head.seq);
  const { MATOMO_URL, NEXTAUTH_URL } = env();
  return buildStatement({
    instance: new URL(MATOMO_URL ?? NEXTAUTH_URL).host,
    portal: new URL(NEXTAUTH_URL).host,
    portalVersion: packageJson.version,
    month,
    timeZone,
    bounds,
    madeAt,
    watchingSince,
    ...log,
    periods: await namePublicPeriods(reader, log.periods),
    tellings: await readNotifications(reader, log.causes, { foldings, ...bounds }),
    losses: await countLosses(reader, bounds, head.seq),
    coverage: await readStatementCoverage(reader, bounds, madeAt),
    chain: {
      monthEnd: last && { seq: Number(last.seq), hash: last.hash },
      head: { seq: Number(head.seq), hash: head.hash },
    },
    verdict,
  });
}

/** Gives the sites that no event names the name they have now. A statement for each 5,000 of them. */
async function namePublicPeriods(db: DbClient, periods: readonly TracedPeriod[]): Promise<TracedPeriod[]> {
  const nameless = new Set(periods.flatMap(({ period }) => (period.nameFrom === "event" ? [] : period.siteId)));
  const sites = await firstSitesByName(db, [...nameless], nameless.size);
  const names = new Map(sites.map((site) => [site.id, site]));
  return periods.map((traced) => {
    const site = traced.period.nameFrom === "event" ? undefined : names.get(traced.period.siteId);
    if (!site) return traced;
    return { ...traced, period: { ...traced.period, name: site.name, url: site.url, nameFrom: "matomo-now" } };
  });
}

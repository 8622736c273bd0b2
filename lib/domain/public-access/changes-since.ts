import { makesPrivate, makesPublic, typesThat } from "@/lib/ledger/audit/effect-terms";
import { auditFactsSchema } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import type { SiteChanges } from "./reading-schema";

const MADE_PUBLIC = typesThat(makesPublic);
const MADE_PRIVATE = typesThat(makesPrivate);
/** Events that are counted: each may hold 10,000 ids. */
const MAX_EVENTS = 500;

/**
 * How many sites became public and private since a moment, by whomever, and when last. One statement.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never "nothing changed" instead
 */
export function readChangesSince(since: Date): Promise<SiteChanges> {
  return withDatabaseErrors(async () => {
    const events = await db().auditEvent.findMany({
      where: { type: { in: [...MADE_PUBLIC, ...MADE_PRIVATE] }, at: { gt: since } },
      select: { type: true, at: true, facts: true },
      orderBy: { seq: "desc" },
      take: MAX_EVENTS + 1,
    });
    const changes = events.slice(0, MAX_EVENTS).map(({ type, at, facts }) => ({
      at,
      type,
      siteIds: siteIdsOf(auditFactsSchema.parse({ ...JSON.parse(facts), type })),
    }));
    const [madePublic, madePrivate] = [MADE_PUBLIC, MADE_PRIVATE].map((types) => {
      const of = changes.filter((change) => types.includes(change.type) && change.siteIds.length > 0);
      return { sites: new Set(of.flatMap(({ siteIds }) => siteIds)).size, lastAt: of[0]?.at.toISOString() ?? null };
    });
    return {
      madePublic: madePublic?.sites ?? 0,
      madePrivate: madePrivate?.sites ?? 0,
      lastMadePublicAt: madePublic?.lastAt ?? null,
      lastMadePrivateAt: madePrivate?.lastAt ?? null,
      isComplete: events.length <= MAX_EVENTS,
      since: since.toISOString(),
      asOf: now().toISOString(),
    };
  });
}

function siteIdsOf(facts: ReturnType<typeof auditFactsSchema.parse>): readonly number[] {
  return "siteIds" in facts ? facts.siteIds : [];
}

import type { SuperUser } from "@/lib/auth/session";
import type { StepUp } from "@/lib/auth/step-up";
import { namedSites } from "@/lib/domain/publications/change-facts";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { readExposure } from "@/lib/domain/publications/exposure";
import { untilFromEndDate } from "@/lib/domain/publications/policy";
import { writePublications } from "@/lib/domain/publications/publications";
import { requireSites } from "@/lib/domain/publications/require-sites";
import { insertAnonymousView, readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { timeZoneOf } from "@/lib/matomo/time-zone";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { requireRoster } from "@/lib/messaging/alerts/recipients";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { SiteId } from "@/lib/platform/site-id";
import { charactersOf } from "@/lib/platform/typed-text-terms";
import { requireNotBlocked } from "./block-state";
import { requireNoCanary } from "./canary";
import { catchUpOnPrivate } from "./catch-up";
import { requireAnonymousUser } from "./require-anonymous-user";
import { requireMayPublish } from "./require-may-publish";
import type { GrantOutcome, GrantPublicAccessInput } from "./schema";

/**
 * Makes sites public: access rows, publications, audit event and one alert for each Super User, all or nothing.
 * Sites that are public already are left as they are and reported.
 *
 * @param command.proof the password, proven within 2 minutes for exactly these sites
 * @throws AppError `access_blocked`; `second_factor_missing` while publishing needs one;
 *   `canary_site`, `unknown_sites`, `nobody_to_alert`, `matomo_busy`, `invalid_input`; those of `requireAnonymousUser`
 */
export async function grantPublicAccess(
  tx: Tx,
  command: { superUser: SuperUser; proof: StepUp; input: GrantPublicAccessInput; now: Date },
): Promise<GrantOutcome> {
  if (command.proof.action !== "grant") throw new AppError("proof_foreign");
  await requireNotBlocked(tx.db);
  await requireMayPublish(tx, command.proof);
  await requireAnonymousUser(tx.db);
  return underChangeLock(tx, command.now, () => grant(tx, command));
}

async function grant(
  tx: Tx,
  { superUser, input, now }: { superUser: SuperUser; input: GrantPublicAccessInput; now: Date },
): Promise<GrantOutcome> {
  await ensureBaseline(tx, now);
  const timeZone = await timeZoneOf(tx);
  const until = untilFromEndDate(input.endsOn, timeZone, now);
  await requireSites(tx, input.siteIds);
  const levels = await readAnonymousLevels(tx.db, input.siteIds);
  const freshIds = input.siteIds.filter((id) => !levels.has(id));
  requireNoCanary(freshIds);
  const alreadyIds = input.siteIds.filter((id) => levels.has(id));
  const fresh = await describeSites(tx.db, freshIds);
  const roster = await requireRoster(tx.db);
  const outcome = {
    grantedCount: freshIds.length,
    granted: namedSites(fresh),
    alreadyPublic: await alreadyPublicSites(tx.db, alreadyIds),
    alreadyPublicCount: alreadyIds.length,
    unreachable: roster.unreachable,
  };
  if (freshIds.length === 0) return { ...outcome, mailCount: 0 };

  await catchUpOnPrivate(tx, freshIds, now);
  await insertAnonymousView(tx, freshIds);
  const { reason } = input;
  const { eventSeq, mailCount } = await announce(tx, {
    by: superUser,
    at: now,
    to: roster,
    sites: fresh,
    event: {
      type: "public-access.granted",
      reason,
      until: until?.toISOString() ?? null,
      unreachable: roster.unreachable,
    },
    mail: { kind: "made-public", reason, until, exposure: await readExposure(tx.db, freshIds) },
  });
  await writePublications(tx, freshIds, {
    channel: "portal",
    since: now,
    grantedBy: superUser.login,
    reason: charactersOf(reason),
    until,
    eventSeq,
  });
  return { ...outcome, mailCount };
}

/** The first 50 of these public sites, each with who made it public and when, as far as the portal knows. */
async function alreadyPublicSites(db: DbClient, siteIds: readonly SiteId[]): Promise<GrantOutcome["alreadyPublic"]> {
  if (siteIds.length === 0) return [];
  const named = namedSites(await describeSites(db, siteIds));
  const publications = await db.publication.findMany({
    where: { idsite: { in: named.map((site) => site.id) } },
    select: { idsite: true, grantedBy: true, since: true },
  });
  const known = new Map(publications.map((publication) => [publication.idsite, publication]));
  return named.map((site) => {
    const publication = known.get(site.id);
    return { ...site, grantedBy: publication?.grantedBy ?? null, since: publication?.since.toISOString() ?? null };
  });
}

import { describeSites } from "@/lib/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import { type Actor, NO_ORIGIN } from "@/lib/audit/schema";
import type { SuperUser } from "@/lib/auth/session";
import type { RecentProof, StepUp } from "@/lib/auth/step-up";
import { browserName } from "@/lib/browser-name";
import type { Tx } from "@/lib/db/transaction";
import { deleteAnonymousAccess, readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import type { SiteId } from "@/lib/site-id";
import { auditSites, namedSites } from "./change-facts";
import { ensureBaseline } from "./ensure-baseline";
import { deletePublications, publishedAmong } from "./publications";
import { recordDrift } from "./record-drift";
import { requireSites } from "./require-sites";
import type { RevokeOutcome } from "./schema";

/**
 * Makes sites private: takes every row of anonymous from them, of any level and spelling, with publications, audit
 * event and one alert for each Super User, all or nothing. Sites that are private already are left and counted.
 *
 * @param deed.proof the password, proven in this session within 15 minutes
 * @throws AppError `unknown_sites`, `matomo_busy`
 */
export async function revokePublicAccess(
  tx: Tx,
  deed: { superUser: SuperUser; proof: RecentProof | StepUp; siteIds: readonly SiteId[]; at: Date },
): Promise<RevokeOutcome> {
  const { superUser, siteIds, at } = deed;
  return underChangeLock(tx, at, async () => {
    await ensureBaseline(tx, at);
    await requireSites(tx, siteIds);
    return makePrivate(tx, siteIds, superUser, at);
  });
}

/** Makes the sites private whose end date has come. Called by the watch, which needs no proof to tighten. */
export async function revokeExpired(tx: Tx, siteIds: readonly number[], at: Date): Promise<RevokeOutcome> {
  return underChangeLock(tx, at, () => makePrivate(tx, siteIds, null, at));
}

async function makePrivate(
  tx: Tx,
  siteIds: readonly number[],
  superUser: SuperUser | null,
  at: Date,
): Promise<RevokeOutcome> {
  const levels = await readAnonymousLevels(tx.db, siteIds);
  const published = await publishedAmong(tx.db, siteIds);
  await recordDrift(
    tx,
    {
      appeared: siteIds.filter((id) => levels.has(id) && !published.has(id)),
      vanished: siteIds.filter((id) => published.has(id) && !levels.has(id)),
    },
    at,
  );
  const roster = await readRoster(tx.db);
  const publicIds = siteIds.filter((id) => levels.has(id));
  const publicSites = await describeSites(tx.db, publicIds);
  const outcome = {
    revokedCount: publicIds.length,
    revoked: namedSites(publicSites),
    alreadyPrivateCount: siteIds.length - publicIds.length,
    unreachable: roster.unreachable,
  };
  if (publicIds.length === 0) return { ...outcome, mailCount: 0 };

  await deleteAnonymousAccess(tx, publicIds);
  await deletePublications(tx, publicIds);
  const actor: Actor = superUser ? { type: "superUser", login: superUser.login } : { type: "system", job: "watch" };
  const eventSeq = await recordAudit(tx, {
    actor,
    origin: superUser?.origin ?? NO_ORIGIN,
    at,
    facts: {
      type: "public-access.revoked",
      ...auditSites(publicSites),
      cause: superUser ? "super-user" : "expired",
      unreachable: roster.unreachable,
    },
  });
  const mailCount = await queueAlert(tx, {
    eventSeq,
    roster,
    at,
    facts: {
      kind: "made-private",
      ...commonFacts(at, await readInstanceTimeZone(tx.db)),
      ...siteFacts(publicSites),
      actor: superUser && {
        login: superUser.login,
        ip: superUser.origin.ip,
        browser: browserName(superUser.origin.userAgent),
      },
    },
  });
  return { ...outcome, mailCount };
}

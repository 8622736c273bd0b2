import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth, StepUp } from "@/lib/auth/step-up";
import { namedSites } from "@/lib/domain/publications/change-facts";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { requireSites } from "@/lib/domain/publications/require-sites";
import type { EventOf, JobName } from "@/lib/ledger/audit/schema";
import { underChangeLock } from "@/lib/matomo/change-lock";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { authorOf } from "@/lib/messaging/alerts/facts";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SiteId } from "@/lib/platform/site-id";
import { catchUpOn } from "./catch-up";
import type { RevokeOutcome } from "./schema";
import { readStillPublic } from "./still-public";
import { takePublicAccess } from "./take-public-access";

type Cause = EventOf<"public-access.revoked">["cause"];
type Rule = Exclude<Cause, "super-user">;

/**
 * Makes sites private: takes every row of anonymous from them, of any level and spelling, with publications, audit
 * event and one alert for each Super User, all or nothing. A site whose row is away while Matomo changes it is made
 * private, too: it is news if it comes back. Sites that are private already are left and counted.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `unknown_sites`, `matomo_busy`
 */
export async function revokePublicAccess(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth | StepUp; siteIds: readonly SiteId[]; now: Date },
): Promise<RevokeOutcome> {
  const { superUser, siteIds, now } = command;
  return underChangeLock(tx, now, async () => {
    await ensureBaseline(tx, now);
    await requireSites(tx, siteIds);
    return makePrivate(tx, siteIds, superUser, now);
  });
}

/**
 * Makes sites private because of a rule: their end date came, nothing may be public, or nobody confirmed them. Called
 * by jobs, which need no proof to tighten.
 * @throws AppError `matomo_busy`
 */
export async function revokeByPortal(
  tx: Tx,
  siteIds: readonly number[],
  cause: Rule,
  at: Date,
): Promise<RevokeOutcome> {
  return underChangeLock(tx, at, async () => {
    await ensureBaseline(tx, at);
    return makePrivate(tx, siteIds, cause, at);
  });
}

async function makePrivate(tx: Tx, siteIds: readonly number[], by: SuperUser | Rule, at: Date): Promise<RevokeOutcome> {
  const { known: publicIds } = await catchUpOn(tx, siteIds, at);
  const roster = await readRoster(tx.db);
  const publicSites = await describeSites(tx.db, publicIds);
  const outcome = {
    revokedCount: publicIds.length,
    revoked: namedSites(publicSites),
    alreadyPrivateCount: siteIds.length - publicIds.length,
    unreachable: roster.unreachable,
  };
  if (publicIds.length > 0) await takePublicAccess(tx, publicIds);
  const stillPublic = await readStillPublic(tx.db, siteIds);
  if (publicIds.length === 0) return { ...outcome, mailCount: 0, stillPublic };

  const cause = typeof by === "string" ? by : "super-user";
  const { mailCount } = await announce(tx, {
    by: typeof by === "string" ? jobOf(by) : by,
    at,
    to: roster,
    sites: publicSites,
    event: { type: "public-access.revoked", cause, unreachable: roster.unreachable },
    mail: {
      kind: "made-private",
      actor: typeof by === "string" ? null : authorOf(by),
      cause,
      stillPublic: stillPublic && (await readStillPublic(tx.db, publicIds)),
    },
  });
  return { ...outcome, mailCount, stillPublic };
}

/** The job that applies a rule. */
function jobOf(rule: Rule): JobName {
  return rule === "unconfirmed" ? "reminders" : "watch";
}

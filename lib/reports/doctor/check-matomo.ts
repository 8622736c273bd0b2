import { mailReachOf } from "@/lib/domain/deliveries/terms";
import { readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import { OLDEST_MATOMO } from "@/lib/matomo/known-versions";
import { countUnlistedSuperUsers, listSuperUsers, readAnonymousUser } from "@/lib/matomo/users";
import { readVersion } from "@/lib/matomo/version";
import { unreachableAmong } from "@/lib/messaging/alerts/recipients";
import type { DbClient } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { bad, good, unknown, warning } from "./line";
import { matomoVersionStatus } from "./policy";
import type { Line } from "./schema";

/** Whether this Matomo is one that the portal knows. */
export async function checkVersion(db: DbClient): Promise<Line[]> {
  const version = await readVersion(db);
  switch (matomoVersionStatus(version)) {
    case "known":
      return [good("version", "value", { value: version ?? "" })];
    case "too-old":
      return [bad("version", "tooOld", { running: version ?? "", needed: OLDEST_MATOMO })];
    case "too-new":
      return [warning("version", "versionNew", { version: version ?? "" })];
    case "unread":
      return [unknown("version", "versionUnread")];
  }
}

/** The user that every stranger is: there, spelled exactly so, and able to do nothing (docs/matomo.md#anonymous). */
export async function checkAnonymous(db: DbClient): Promise<Line[]> {
  const user = await readAnonymousUser(db);
  if (user === null) return [warning("anonymous", "anonymousMissing")];
  const found: Line[] = [];
  if (!user.isExact) found.push(bad("anonymous", "anonymousRenamed"));
  if (user.isSuperUser) found.push(bad("anonymous", "anonymousSuperUser"));
  if (user.hasPassword || user.hasSecondFactor || user.isInvited) found.push(bad("anonymous", "anonymousSignsIn"));
  return found.length > 0 ? found : [good("anonymous")];
}

/** Whether everybody who must hear would. Counts only: who it is stands in Deliveries. */
export async function checkSuperUsers(db: DbClient): Promise<Line[]> {
  const people = await listSuperUsers(db);
  const lost = (await unreachableAmong(db, people)).length;
  const args = { count: lost, total: people.length };
  if (people.length === 0) return [bad("superUsers", "superUsersNone")];
  const { is } = mailReachOf({ transport: env().MAIL_TRANSPORT, total: people.length, unreachable: lost });
  if (is === "nobody") return [bad("superUsers", "superUsersDeaf", args)];
  const unlisted = await countUnlistedSuperUsers(db);
  const odd = unlisted > 0 ? [warning("superUsers", "superUsersUnlisted", { count: unlisted })] : [];
  if (lost > 0) return [warning("superUsers", "superUsersDeaf", args), ...odd];
  // That mails go nowhere is said of the transport.
  if (is !== "everybody") return odd;
  return odd.length > 0 ? odd : [good("superUsers")];
}

/** The site that must never be readable from outside: one that is not there proves nothing. */
export async function checkCanary(db: DbClient): Promise<Line[]> {
  const { CANARY_SITE_ID: id } = env();
  if (id === undefined) return [warning("canary", "canaryNone")];
  const isThere = (await db.matomoSite.count({ where: { idsite: id } })) > 0;
  if (!isThere) return [bad("canary", "canaryMissing", { id: String(id) })];
  const isPublic = (await readAnonymousLevels(db, [id])).has(id);
  return [isPublic ? bad("canary", "canaryPublic", { id: String(id) }) : good("canary")];
}

/** While the external check has found sites readable that are private by Matomo's tables, and none since found them closed. */
export async function checkReadableProbe(db: DbClient): Promise<Line[]> {
  const count = await db.finding.count({ where: { kind: "readable-though-private" } });
  if (count > 0) return [bad("readableLook", "readableOpen", { count })];
  return env().MATOMO_URL === undefined ? [] : [good("readableLook")];
}

/** While a probe has found the canary readable, and none since found it closed. */
export async function checkCanaryProbe(db: DbClient): Promise<Line[]> {
  const isOpen = (await db.finding.count({ where: { kind: "canary-readable" } })) > 0;
  if (isOpen) return [bad("canaryLook", "canaryOpen")];
  return env().CANARY_SITE_ID === undefined ? [] : [good("canaryLook")];
}

import { mailReachOf } from "@/lib/domain/deliveries/terms";
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
      return [good("version", "versionGood", { version: version ?? "" })];
    case "too-old":
      return [bad("version", "versionOld", { version: version ?? "" })];
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
  return found.length > 0 ? found : [good("anonymous", "anonymousGood")];
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
  if (lost > 0) return [warning("superUsers", "superUsersSomeDeaf", args), ...odd];
  // That mails go nowhere is said of the transport.
  if (is !== "everybody") return odd;
  return odd.length > 0 ? odd : [good("superUsers", "superUsersGood", args)];
}

import { readAnonymousLevels } from "@/lib/matomo/anonymous-access";
import type { DbClient } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";

/** The site that must never be readable from outside: one that is not there proves nothing. */
export async function checkCanary(db: DbClient): Promise<Line[]> {
  const { CANARY_SITE_ID: id } = env();
  if (id === undefined) return [warning("canary", "canaryNone")];
  const isThere = (await db.matomoSite.count({ where: { idsite: id } })) > 0;
  if (!isThere) return [bad("canary", "canaryMissing", { id: String(id) })];
  const isPublic = (await readAnonymousLevels(db, [id])).has(id);
  return [
    isPublic ? bad("canary", "canaryPublic", { id: String(id) }) : good("canary", "canaryGood", { id: String(id) }),
  ];
}

/** While the external check has found sites readable that are private by Matomo's tables, and none since found them closed. */
export async function checkReadableProbe(db: DbClient): Promise<Line[]> {
  const count = await db.finding.count({ where: { kind: "readable-though-private" } });
  if (count > 0) return [bad("readableLook", "readableOpen", { count })];
  return env().MATOMO_URL === undefined ? [] : [good("readableLook", "readableClosed")];
}

/** While a probe has found the canary readable, and none since found it closed. */
export async function checkCanaryProbe(db: DbClient): Promise<Line[]> {
  const isOpen = (await db.finding.count({ where: { kind: "canary-readable" } })) > 0;
  if (isOpen) return [bad("canaryLook", "canaryOpen")];
  return env().CANARY_SITE_ID === undefined ? [] : [good("canaryLook", "canaryClosed")];
}

import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

/** Whether this is the site that must never be public (CANARY_SITE_ID). */
export function isCanary(siteId: number): boolean {
  return env().CANARY_SITE_ID === siteId;
}

/** @throws AppError `canary_site` naming the site that must never be public, when it is among these */
export function requireNoCanary(siteIds: readonly number[]): void {
  const canaries = siteIds.filter(isCanary);
  if (canaries.length > 0) throw new AppError("canary_site", { siteIds: canaries });
}

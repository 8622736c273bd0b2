import type { DbClient } from "@/lib/platform/db/client";

/**
 * Whether Matomo's plugin ActivityLog was ever installed: a plugin's version stays as an option
 * (docs/matomo.md#versions).
 */
export async function hasActivityLog(db: DbClient): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT option_name FROM \`matomo_option\` WHERE option_name = 'version_ActivityLog'`;
  return rows.length > 0;
}

/** Matomo's own version as stored: `5.2.0`, `5.2.0-b5`; null when it does not say. */
export async function readVersion(db: DbClient): Promise<string | null> {
  const rows = await db.$queryRaw<{ option_value: string }[]>`
    SELECT option_value FROM \`matomo_option\` WHERE option_name = 'version_core'`;
  return rows[0]?.option_value ?? null;
}

/**
 * Whether this Matomo has pending invitations (since 4.11, docs/matomo.md#versions), by its own version; null when it
 * does not say. The column itself cannot be asked: of a column that an account may not read, the server does not say
 * that it is there.
 */
export function hasPendingInvites(db: DbClient): Promise<boolean | null> {
  return isAtLeast(db, 4, 11);
}

/** Whether this Matomo keeps when its users were last seen in `user` (since 5.4); null when it does not say. */
export function keepsLastSeenWithUsers(db: DbClient): Promise<boolean | null> {
  return isAtLeast(db, 5, 4);
}

async function isAtLeast(db: DbClient, leastMajor: number, leastMinor: number): Promise<boolean | null> {
  const [, major, minor] = /^(\d{1,3})\.(\d{1,3})/.exec((await readVersion(db)) ?? "") ?? [];
  if (major === undefined || minor === undefined) return null;
  return Number(major) > leastMajor || (Number(major) === leastMajor && Number(minor) >= leastMinor);
}

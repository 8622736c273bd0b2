import { setTimeout as sleep } from "node:timers/promises";
import { anonymousAccess } from "./builders";
import { rawRun } from "./database";

const LOCK = "UsersManager.changePermissionsanonymous";
const LOCK_TTL_SECONDS = 60;
/** A commit with MariaDB's default flush. */
const ROW_MS = 6;

type Regrant = {
  /** Matomo before 5.2.x takes no lock */
  locks?: boolean;
  /** awaited after so many rows were written again, and after the last */
  after?: (rows: number) => Promise<void>;
  rowMs?: number;
};

/**
 * Gives `view` on these sites as Matomo's bulk change does (docs/matomo.md#bulk-changes): it deletes every row of
 * anonymous on them, and then writes one for each site, each statement its own commit.
 */
export async function regrant(siteIds: readonly number[], { locks, after, rowMs = 0 }: Regrant = {}): Promise<void> {
  if (locks) await changeLock(LOCK_TTL_SECONDS);
  await rawRun(`DELETE FROM \`matomo_access\` WHERE login = 'anonymous' AND idsite IN (${siteIds.join(",")})`);
  await after?.(0);
  for (const [index, id] of siteIds.entries()) {
    await anonymousAccess(id);
    if (rowMs > 0) await sleep(rowMs);
    await after?.(index + 1);
  }
  if (locks) await rawRun("DELETE FROM `matomo_locks` WHERE `key` = ?", [LOCK]);
}

/** As slow as on a server that flushes to disk at each commit. */
export function regrantSlowly(siteIds: readonly number[], options: Regrant = {}): Promise<void> {
  return regrant(siteIds, { rowMs: ROW_MS, ...options });
}

/** A row of Matomo's lock for changes of anonymous that is over in so many seconds; null: never, as left by hand. */
export async function changeLock(seconds: number | null): Promise<void> {
  const expiry = seconds === null ? 9_999_999_999 : Math.floor(Date.now() / 1000) + seconds;
  await rawRun("INSERT INTO `matomo_locks` (`key`, `value`, expiry_time) VALUES (?, 'matomo', ?)", [LOCK, expiry]);
}

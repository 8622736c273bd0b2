import { hasPendingInvites, keepsLastSeenWithUsers } from "@/lib/matomo/version";
import type { DbClient } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { AUDIT_TABLE, type OptionalRights } from "@/lib/platform/db/grants";
import { missingPrivileges } from "@/lib/platform/db/privileges";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";

/** The tables and columns are there, and the account may do with them what the portal does, and no more. */
export async function checkPrivileges(db: DbClient): Promise<Line[]> {
  const { MATOMO_TABLE_PREFIX, MATOMO_SALT, WHO_WAS_ACTIVE } = env();
  // Unknown counts as yes: to take an invitation for a Super User is the worse mistake.
  const invites = await unlessRefused(hasPendingInvites(db), null);
  const pages = await unlessRefused(keepsLastSeenWithUsers(db), null);
  const optional: OptionalRights = {
    pendingInvites: invites ?? true,
    matomoSalt: MATOMO_SALT !== undefined,
    whoWasActive: WHO_WAS_ACTIVE === "off" ? "off" : pages ? "pages-and-tokens" : "tokens",
  };
  const report = await missingPrivileges(db, MATOMO_TABLE_PREFIX, optional);
  const found = [
    ...report.absent.map(({ table, column }) => absent(table, column)),
    ...report.missing.map(({ grant }) => bad("rights", "rightMissing", { grant })),
    ...report.wanting.map(({ grant }) => warning("rights", "tracesRightMissing", { grant })),
    ...report.tooMuch.map((right) => warning("rights", "rightToRewrite", { right, table: AUDIT_TABLE })),
  ];
  return found.length > 0 ? found : [good("rights", "rightsGood")];
}

function absent(table: string, column: string | null): Line {
  const isOwn = table.startsWith("portal_") || table === "_prisma_migrations";
  if (column === null) return bad("rights", isOwn ? "ownTableMissing" : "tableMissing", { table });
  return bad("rights", isOwn ? "ownColumnMissing" : "columnMissing", { table, column });
}

/** What `read` gives, or `otherwise` where the table, column or right is missing: the check of the privileges says so. */
async function unlessRefused<T>(read: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read;
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (cause instanceof AppError && cause.code === "schema_not_understood") return otherwise;
    throw error;
  }
}

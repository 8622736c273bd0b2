import type { Reader } from "@/lib/db/client";
import { AUDIT_TABLE } from "@/lib/db/grants";
import { missingPrivileges } from "@/lib/db/privileges";
import { env } from "@/lib/env";
import { hasPendingInvites } from "@/lib/matomo/version";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";
import { unlessRefused } from "./unless-refused";

/** The tables and columns are there, and the account may do with them what the portal does, and no more. */
export async function checkPrivileges(db: Reader): Promise<Line[]> {
  const { MATOMO_TABLE_PREFIX, MATOMO_SALT } = env();
  // Unknown counts as yes: to take an invitation for a Super User is the worse mistake.
  const invites = await unlessRefused(hasPendingInvites(db), null);
  const optional = { pendingInvites: invites ?? true, matomoSalt: MATOMO_SALT !== undefined };
  const report = await missingPrivileges(db, MATOMO_TABLE_PREFIX, optional);
  const found = [
    ...report.absent.map(({ table, column }) => absent(table, column)),
    ...report.missing.map(({ grant }) => bad("rights", "rightMissing", { grant })),
    ...report.tooMuch.map((right) => warning("rights", "rightToRewrite", { right, table: AUDIT_TABLE })),
  ];
  return found.length > 0 ? found : [good("rights", "rightsGood")];
}

function absent(table: string, column: string | null): Line {
  const isOwn = table.startsWith("portal_") || table === "_prisma_migrations";
  if (column === null) return bad("rights", isOwn ? "ownTableMissing" : "tableMissing", { table });
  return bad("rights", isOwn ? "ownColumnMissing" : "columnMissing", { table, column });
}

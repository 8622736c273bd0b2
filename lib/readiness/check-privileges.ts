import type { Reader } from "@/lib/db/client";
import { AUDIT_TABLE } from "@/lib/db/grants";
import { missingPrivileges } from "@/lib/db/privileges";
import { env } from "@/lib/env";
import { hasPendingInvites } from "@/lib/matomo/version";
import type { Findings } from "./findings";
import { unlessRefused } from "./unless-refused";

/** The tables and columns are there, and the account may do with them what the portal does, and no more. */
export async function checkPrivileges(db: Reader): Promise<Findings> {
  const { MATOMO_TABLE_PREFIX, MATOMO_SALT } = env();
  // Unknown counts as yes: to take an invitation for a Super User is the worse mistake.
  const invites = await unlessRefused(hasPendingInvites(db), null);
  const optional = { pendingInvites: invites ?? true, matomoSalt: MATOMO_SALT !== undefined };
  const report = await missingPrivileges(db, MATOMO_TABLE_PREFIX, optional);
  return {
    problems: [
      ...report.absent.map(({ table, column }) =>
        column === null
          ? `The table ${table} is missing. ${adviceFor(table)}`
          : `The column ${column} of ${table} is missing. ${adviceFor(table)}`,
      ),
      ...report.missing.map(({ grant }) => `The database account lacks a right. It needs: ${grant} TO the account.`),
    ],
    warnings: report.tooMuch.map(
      (right) => `The database account may ${right} in ${AUDIT_TABLE}, so it could rewrite the audit log. Revoke it.`,
    ),
  };
}

function adviceFor(table: string): string {
  const own = table.startsWith("portal_") || table === "_prisma_migrations";
  return own ? "Run npm run db:migrate." : "Check DATABASE_URL and MATOMO_TABLE_PREFIX.";
}

import { forgetFindings } from "@/lib/domain/findings/forget-findings";
import { forgetPromises } from "@/lib/domain/publications/former-publications";
import { deletePublications } from "@/lib/domain/publications/publications";
import { deleteAnonymousAccess } from "@/lib/matomo/anonymous-access";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Makes these sites private: takes every row of anonymous from them, of any level and spelling and those that give
 * nothing, with their publications, findings and whatever end was promised of them. Auditing and alerting it is the caller's.
 */
export async function takePublicAccess(tx: Tx, siteIds: readonly number[]): Promise<void> {
  await deleteAnonymousAccess(tx, siteIds);
  await deletePublications(tx, siteIds);
  await forgetPromises(tx, siteIds);
  await forgetFindings(tx, siteIds);
}

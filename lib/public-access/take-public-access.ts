import type { Tx } from "@/lib/db/transaction";
import { forgetFindings } from "@/lib/findings/forget-findings";
import { deleteAnonymousAccess } from "@/lib/matomo/anonymous-access";
import { forgetPromises } from "./former-publications";
import { deletePublications } from "./publications";

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

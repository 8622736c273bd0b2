import type { Tx } from "@/lib/db/transaction";
import { forgetFindings } from "@/lib/findings/forget-findings";
import { deleteAnonymousAccess } from "@/lib/matomo/anonymous-access";
import { deletePublications } from "./publications";

/**
 * Makes these sites private: takes every row of anonymous from them, of any level and spelling and those that give
 * nothing, with their publications and findings. Auditing and alerting it is the caller's.
 */
export async function takePublicAccess(tx: Tx, siteIds: readonly number[]): Promise<void> {
  await deleteAnonymousAccess(tx, siteIds);
  await deletePublications(tx, siteIds);
  await forgetFindings(tx, siteIds);
}

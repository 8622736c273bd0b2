import type { FindingKind } from "@/lib/ledger/facts/finding-terms";
import type { DbClient } from "@/lib/platform/db/client";
import { inChunks } from "@/lib/platform/db/sql";

const SUBJECTS_PER_STATEMENT = 5_000;
/** A mail about more is found by these. */
const MOST = 10;

/** What mails are about that tell of findings of one kind, found at one moment: found, worse and mended. */
export function threadOf(kind: FindingKind, since: Date): string {
  return `finding/${kind}/${since.toISOString()}`;
}

/** The same of findings that are open, by their subjects. */
export async function threadsOf(db: DbClient, kind: FindingKind, subjects: readonly string[]): Promise<string[]> {
  const threads = new Set<string>();
  for (const chunk of inChunks(subjects, SUBJECTS_PER_STATEMENT)) {
    const found = await db.finding.groupBy({
      by: ["since"],
      where: { kind, subject: { in: chunk } },
      orderBy: { since: "asc" },
      take: MOST,
    });
    for (const { since } of found) threads.add(threadOf(kind, since));
  }
  return [...threads].slice(0, MOST);
}

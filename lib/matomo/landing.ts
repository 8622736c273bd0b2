import type { Reader } from "@/lib/db/client";

const REPORT = "anonymous_defaultReport";
const DATE = "anonymous_defaultReportDate";

/** What somebody not signed in sees first, as Matomo stores it (fact 3.1); null where nothing is set. One statement. */
export async function readLandingOptions(db: Reader): Promise<{ report: string | null; date: string | null }> {
  const options = await db.matomoOption.findMany({
    where: { name: { in: [REPORT, DATE] } },
    select: { name: true, value: true },
  });
  const stored = (name: string) => options.find((option) => option.name === name)?.value ?? null;
  return { report: stored(REPORT), date: stored(DATE) };
}

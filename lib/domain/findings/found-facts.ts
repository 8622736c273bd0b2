import { FINDING_SEVERITY, type FindingKind, findingKinds } from "@/lib/ledger/facts/finding-terms";
import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { parseFindingDetail } from "@/lib/ledger/facts/seen-schema";
import { type ChangedSites, describeSites } from "@/lib/messaging/alerts/changed-sites";
import { siteFacts } from "@/lib/messaging/alerts/facts";
import type { DbClient } from "@/lib/platform/db/client";
import type { FindingPhase, SeenFinding } from "./policy";

/** What was found of one kind, as a mail says it. */
type FoundFacts = Pick<FactsOf<"finding">, "finding" | "sites" | "total" | "detail">;
type AlsoFound = FactsOf<"finding">["also"];

/** The sites that these findings are about; none for the user `anonymous` itself. */
export function siteIdsOf(findings: readonly SeenFinding[]): number[] {
  return findings.flatMap(({ subject }) => (subject === "" ? [] : [Number(subject)]));
}

/** The facts of one kind: the first 50 sites by name, each with what was seen there. */
export function foundFacts(
  finding: FindingKind,
  findings: readonly SeenFinding[],
  described: ChangedSites,
): FoundFacts {
  const detailOf = new Map(findings.map(({ subject, detail }) => [subject, detail]));
  const seen = (subject: string) => parseFindingDetail(detailOf.get(subject) ?? "");
  const { sites, total } = siteFacts(described);
  return {
    finding,
    sites: sites.map((site) => ({ ...site, detail: seen(String(site.id)) })),
    total,
    detail: seen(""),
  };
}

/** The same for findings of any kinds that opened at one moment, worst first. */
export async function alsoFound(db: DbClient, opened: readonly SeenFinding[]): Promise<AlsoFound> {
  const found: AlsoFound = [];
  for (const finding of worstFirst) {
    const ofKind = opened.filter(({ kind }) => kind === finding);
    if (ofKind.length === 0) continue;
    found.push({ phase: "found", ...foundFacts(finding, ofKind, await describeSites(db, siteIdsOf(ofKind))) });
  }
  return found;
}

const severities = ["critical", "danger", "caution"] as const;

/** Every kind, worst first. */
const worstFirst: readonly FindingKind[] = severities.flatMap((severity) =>
  findingKinds.filter((kind) => FINDING_SEVERITY[kind] === severity),
);

/** What was found of one kind, by which event it was recorded, and with which mails it belongs (threads.ts). */
export type FoundNews = FoundFacts & { eventSeq: bigint; phase: FindingPhase; threads: readonly string[] };

/**
 * Puts into one mail whatever was found at one moment, framed by the worst of it; what is over is a mail of its own.
 * @returns the mails, each to be queued under the event of what frames it
 */
export function inOneMail(news: readonly FoundNews[]): (FoundNews & { also: AlsoFound })[] {
  const byWeight = [...news].sort((a, b) => worstFirst.indexOf(a.finding) - worstFirst.indexOf(b.finding));
  const [worst, ...others] = byWeight.filter(({ phase }) => phase !== "mended");
  const over = byWeight.filter(({ phase }) => phase === "mended").map((one) => ({ ...one, also: [] }));
  const also = others.map(({ finding, phase, sites, total, detail }) => ({
    ...{ finding, sites, total, detail },
    phase: phase === "worse" ? ("worse" as const) : ("found" as const),
  }));
  const threads = [...(worst?.threads ?? []), ...others.flatMap((other) => other.threads)];
  return worst ? [{ ...worst, threads, also }, ...over] : over;
}

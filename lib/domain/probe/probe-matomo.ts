import { SECOND_MS } from "@/lib/platform/clock";
import { inChunks } from "@/lib/platform/db/sql";
import { type Limits, openQuestions, type Questions } from "./ask";
import { askReadableSites } from "./ask-matomo";
import { suspicious } from "./compare";
import { isReadable, probeReadability, probeSite, type SeenSite } from "./probe-site";
import type { CanaryState, OutsideTrouble } from "./terms";

/** What to look for: what is public by the table, which of it to look at closely, and what must never be readable. */
export type Search = { publicIds: readonly number[]; sample: readonly number[]; canary: number | null };

/** What strangers were told. */
export type SeenOutside = {
  /** the list of readable sites, and asked for once more when it says more than the table; null = unknown */
  list: { listed: number[]; listedAgain: number[] | null } | null;
  trouble: OutsideTrouble | null;
  asksPassword: boolean;
  sites: SeenSite[];
  /** null: there is none */
  canary: CanaryState | null;
};

/** Sites that are readable though they should not be and that are asked about one by one. */
const ASKED_DIRECTLY = 10;
const AT_ONCE = 4;
/** No site is begun with less than this left. */
const ONE_SITE_MS = 10 * SECOND_MS;

/**
 * Looks at Matomo as a stranger would: the list of readable sites, the canary, and a sample of the public sites. What
 * seems readable against the table is asked once more. Writes nothing and reads no table. Never throws for what Matomo
 * answers.
 * @param base MATOMO_URL
 */
export async function probeMatomo(base: string, search: Search, limits: Limits = {}): Promise<SeenOutside> {
  const questions = openQuestions(base, limits);
  const first = await askReadableSites(questions);
  const firstOfCanary = search.canary === null ? null : await probeReadability(questions, search.canary);
  if (first.verdict !== "answered") {
    const again = firstOfCanary && (await probeAgain(questions, firstOfCanary));
    const trouble = first.verdict === "trouble" ? first.trouble : "unauthorized";
    const asksPassword = first.verdict === "trouble" && first.asksPassword;
    return { list: null, trouble, asksPassword, sites: again ? [again] : [], canary: again && canaryOf(again, null) };
  }
  const listed = [...new Set(first.value)];
  const odd = suspicious(search.publicIds, listed);
  const mustAskAgain = odd.length > 0 || (search.canary !== null && listed.includes(search.canary));
  const second = mustAskAgain ? await askReadableSites(questions) : null;
  const listedAgain = second?.verdict === "answered" ? [...new Set(second.value)] : null;
  const again = firstOfCanary && (await probeAgain(questions, firstOfCanary));
  const oddSites = await inTurns(questions, odd.slice(0, ASKED_DIRECTLY), probeReadability);
  const sites = await inTurns(questions, search.sample, probeSite);
  const bySite = new Map([...(again ? [again] : []), ...oddSites, ...sites].map((site) => [site.id, site]));
  return {
    list: { listed, listedAgain },
    trouble: null,
    asksPassword: false,
    sites: [...bySite.values()],
    canary: again && canaryOf(again, { listed, listedAgain }),
  };
}

/** A canary that was seen readable is looked at once more; the second answer counts. */
async function probeAgain(questions: Questions, seen: SeenSite): Promise<SeenSite> {
  return isReadable(seen) === true ? probeReadability(questions, seen.id) : seen;
}

/** Closed only when both ways of asking were refused and the list is there without it. */
function canaryOf(seen: SeenSite, list: SeenOutside["list"]): CanaryState {
  const isListed = list?.listed.includes(seen.id) ?? false;
  if (isReadable(seen) === true || (isListed && list?.listedAgain?.includes(seen.id))) return "open";
  return isReadable(seen) === false && list !== null && !isListed ? "closed" : "unknown";
}

/** A few at a time, for as long as there is time. */
async function inTurns(
  questions: Questions,
  siteIds: readonly number[],
  probe: (questions: Questions, siteId: number) => Promise<SeenSite>,
): Promise<SeenSite[]> {
  const seen: SeenSite[] = [];
  for (const chunk of inChunks(siteIds, AT_ONCE)) {
    if (questions.msLeft() < ONE_SITE_MS) break;
    seen.push(...(await Promise.all(chunk.map((siteId) => probe(questions, siteId)))));
  }
  return seen;
}

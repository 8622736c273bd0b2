import { SECOND_MS } from "@/lib/platform/clock";
import { inChunks } from "@/lib/platform/db/sql";
import { type Limits, openQuestions, type Questions } from "./ask";
import { askReadableSites } from "./ask-matomo";
import { suspicious } from "./compare";
import { isReadable, lookAtSite, lookWhetherReadable, type SeenSite } from "./look-at-site";
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
export async function lookOutside(base: string, search: Search, limits: Limits = {}): Promise<SeenOutside> {
  const questions = openQuestions(base, limits);
  const first = await askReadableSites(questions);
  const canaryLook = search.canary === null ? null : await lookWhetherReadable(questions, search.canary);
  if (first.verdict !== "answered") {
    const again = canaryLook && (await lookAgain(questions, canaryLook));
    const trouble = first.verdict === "trouble" ? first.trouble : "unauthorized";
    const asksPassword = first.verdict === "trouble" && first.asksPassword;
    return { list: null, trouble, asksPassword, sites: again ? [again] : [], canary: again && canaryOf(again, null) };
  }
  const listed = [...new Set(first.value)];
  const odd = suspicious(search.publicIds, listed);
  const mustAskAgain = odd.length > 0 || (search.canary !== null && listed.includes(search.canary));
  const second = mustAskAgain ? await askReadableSites(questions) : null;
  const listedAgain = second?.verdict === "answered" ? [...new Set(second.value)] : null;
  const again = canaryLook && (await lookAgain(questions, canaryLook));
  const oddSites = await inTurns(questions, odd.slice(0, ASKED_DIRECTLY), lookWhetherReadable);
  const sites = await inTurns(questions, search.sample, lookAtSite);
  const looked = new Map([...(again ? [again] : []), ...oddSites, ...sites].map((site) => [site.id, site]));
  return {
    list: { listed, listedAgain },
    trouble: null,
    asksPassword: false,
    sites: [...looked.values()],
    canary: again && canaryOf(again, { listed, listedAgain }),
  };
}

/** A canary that was seen readable is looked at once more; the second look counts. */
async function lookAgain(questions: Questions, look: SeenSite): Promise<SeenSite> {
  return isReadable(look) === true ? lookWhetherReadable(questions, look.id) : look;
}

/** Closed only when both ways of asking were refused and the list is there without it. */
function canaryOf(look: SeenSite, list: SeenOutside["list"]): CanaryState {
  const isListed = list?.listed.includes(look.id) ?? false;
  if (isReadable(look) === true || (isListed && list?.listedAgain?.includes(look.id))) return "open";
  return isReadable(look) === false && list !== null && !isListed ? "closed" : "unknown";
}

/** A few at a time, for as long as there is time. */
async function inTurns(
  questions: Questions,
  siteIds: readonly number[],
  look: (questions: Questions, siteId: number) => Promise<SeenSite>,
): Promise<SeenSite[]> {
  const seen: SeenSite[] = [];
  for (const chunk of inChunks(siteIds, AT_ONCE)) {
    if (questions.msLeft() < ONE_SITE_MS) break;
    seen.push(...(await Promise.all(chunk.map((siteId) => look(questions, siteId)))));
  }
  return seen;
}

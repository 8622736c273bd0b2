import { aSite } from "./builders";
import { hasInvites, rawRun } from "./database";

/** So many new sites, each statement doubling them. @returns their ids, ascending */
export async function manySites(count: number): Promise<number[]> {
  const first = await aSite();
  const columns = `name, main_url, timezone, currency, \`group\`, type, sitesearch_keyword_parameters,
    sitesearch_category_parameters, excluded_ips, excluded_parameters, excluded_user_agents${hasInvites ? ", excluded_referrers" : ""}`;
  for (let have = 1; have < count; have *= 2) {
    await rawRun(
      `INSERT INTO \`matomo_site\` (idsite, ${columns})
       SELECT idsite + ?, ${columns} FROM \`matomo_site\` WHERE idsite >= ? AND idsite < ?`,
      [have, first, first + Math.min(have, count - have)],
    );
  }
  return Array.from({ length: count }, (_, index) => first + index);
}

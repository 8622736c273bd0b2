import { ENDING_SOON_DAYS } from "@/lib/domain/publications/terms";
import { oddSiteIds } from "@/lib/matomo/anonymous-access";
import type { JoinFragment, SortKey } from "@/lib/matomo/sites";
import { DAY_MS, plus } from "@/lib/platform/clock";
import { joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { SitesQuery } from "./schema";

type Attention = NonNullable<SitesQuery["attention"]>;

// A publication counts while its site is public (`p`): what vanished outside is the watch's to judge.
const publications = sql`LEFT JOIN portal_publication pub ON pub.idsite = p.idsite`;
const oddRows = sql`LEFT JOIN (${oddSiteIds}) odd ON odd.idsite = s.idsite`;
const isPublic = sql`p.idsite IS NOT NULL`;

/** What the portal's own tables add to a list of sites, as a query asks: which publication, what needs attention. */
export function siteJoins({ channel, attention, sort }: SitesQuery, at: Date): JoinFragment {
  const needsPublications = channel !== null || attention !== null || sort === "since" || sort === "until";
  return {
    joins: [...(needsPublications ? [publications] : []), ...(attention === "needs-attention" ? [oddRows] : [])],
    conditions: [
      ...(channel === null ? [] : [sql`pub.channel = ${channel}`]),
      ...(attention === null ? [] : [ATTENTION[attention](at)]),
    ],
  };
}

const ATTENTION: Record<Attention, (at: Date) => Sql> = {
  "ending-soon": (at) => sql`pub.until <= ${plus(at, ENDING_SOON_DAYS * DAY_MS)}`,
  // An unclear row is not known to be harmless where the site is private (S50), so it counts there, too.
  "needs-attention": () =>
    anyOf(
      sql`odd.idsite IS NOT NULL`,
      sql`(${isPublic} AND pub.idsite IS NULL)`,
      sql`(pub.channel = 'outside' AND pub.reviewed_at IS NULL)`,
    ),
  // Whoever publishes in the portal says why; for what became public elsewhere it takes a review (lib/domain/review/keep.ts).
  "never-confirmed": () =>
    sql`${isPublic} AND (pub.idsite IS NULL OR (pub.channel <> 'portal' AND pub.reviewed_at IS NULL))`,
};

/** How the list is sorted; undefined: as it is by itself. Sites without a value come last, either way. */
export function orderOf({ sort, dir }: SitesQuery): SortKey[] | undefined {
  return sort === null ? undefined : sorted(SORTED_BY[sort], dir === "desc");
}

type Key = { by: Sql; isMissing: Sql | null };

const SORTED_BY: Record<NonNullable<SitesQuery["sort"]>, Key> = {
  name: { by: sql`s.name`, isMissing: null },
  id: { by: sql`s.idsite`, isMissing: null },
  group: { by: sql`s.\`group\``, isMissing: sql`s.\`group\` = ''` },
  // A zero date is none (docs/matomo.md#versions).
  created: { by: sql`s.ts_created`, isMissing: sql`COALESCE(CAST(s.ts_created AS CHAR), '') < '0001'` },
  since: { by: sql`pub.since`, isMissing: sql`pub.since IS NULL` },
  until: { by: sql`pub.until`, isMissing: sql`pub.until IS NULL` },
};

function sorted({ by, isMissing }: Key, descending: boolean): SortKey[] {
  return [...(isMissing ? [{ by: isMissing, descending: false }] : []), { by, descending }];
}

function anyOf(...conditions: Sql[]): Sql {
  return sql`(${joinSql(conditions, " OR ")})`;
}

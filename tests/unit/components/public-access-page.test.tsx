import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { PathnameContext, SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import type { ReactNode } from "react";
import { prerender } from "react-dom/static";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { SiteFacts } from "@/components/public-access/details/site-facts";
import { SiteHistory } from "@/components/public-access/details/site-history";
import { SiteStatus } from "@/components/public-access/details/site-status";
import { FailurePanel } from "@/components/public-access/page-state/failure-panel";
import { readSitesAddress } from "@/components/public-access/page-state/sites-address";
import { PublicAccessView } from "@/components/public-access/public-access-view";
import { choosing, NOTHING_CHOSEN } from "@/components/public-access/selection/selection";
import { SelectionBar } from "@/components/public-access/selection/selection-bar";
import { MadePublicSince } from "@/components/public-access/status/visit-status";
import { findingsQueryOptions } from "@/lib/domain/findings/query-options";
import { siteChangesQueryOptions, sitesQueryOptions } from "@/lib/domain/public-access/query-options";
import type { SiteDetails } from "@/lib/domain/public-access/reading-schema";
import type { Consequences, SiteRow, SitesPage } from "@/lib/domain/public-access/schema";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { ReadFailed } from "@/lib/platform/web/read-json-query-options";
import { type Language, languages, messagesIn } from "@/messages/catalogue";

const AT = "2026-11-24T05:00:00.000Z";
const SINCE = "2026-11-22T05:00:00.000Z";
/** a name that would turn round what follows it, were it not kept apart */
const NAME = "\u202eevil <b>";
const nothing = () => {};

function row(id: number, changes: Partial<SiteRow> = {}): SiteRow {
  const facts = { name: `Site ${id}`, url: "https://shop.example/", group: "Shops", type: "website", createdAt: SINCE };
  const state = { isPublic: false, isUnclear: false, worseLevels: [] };
  return {
    id,
    ...facts,
    ...state,
    publication: null,
    personalCount: null,
    strangerUrl: null,
    matchedBy: null,
    ...changes,
  };
}

const open = row(1, {
  ...{ name: NAME, isPublic: true, worseLevels: ["admin"], strangerUrl: "https://matomo.example/index.php?idSite=1" },
  publication: {
    ...{ channel: "outside", since: SINCE, grantedBy: null, reason: asTyped(NAME), until: "2026-11-26T00:00:00.000Z" },
    ...{ kept: { by: NAME, at: AT, note: asTyped(NAME) }, lapsesAt: "2026-11-30T08:00:00.000Z" },
  },
});

const found = (total: number) => ({ total, name: 0, url: 0, id: 0, group: 0 });

const page: SitesPage = {
  ...{ state: "all", counts: { public: found(1), private: found(4_311) } },
  ...{ rows: [open, row(2), row(3, { name: "", isUnclear: true })], matching: 4_312, page: 1, pageSize: 50 },
  ...{
    totals: { sites: 4_312, public: 1 },
    reach: { granted: 1, everySite: false },
    anonymousUser: "present",
    lastWatchAt: AT,
    watchInterval: 5,
  },
  ...{ block: null, undelivered: 0, asOf: AT },
};

const consequences: Consequences = {
  ...{ timeZone: "Europe/Berlin", today: "2026-11-24" },
  ...{
    recipientCount: 3,
    mailReach: { is: "everybody", lost: 0, total: 3 } as const,
    unreachable: [],
    secondFactor: { required: true, yours: true },
  },
};

type Drawing = { language?: Language; query?: string; read?: SitesPage };

/** As the server sends it, with what comes in files of its own. */
async function drawn(node: ReactNode, { language = "en", query = "", read = page }: Drawing = {}): Promise<string> {
  const messages = messagesIn(language);
  const client = new QueryClient();
  client.setQueryData(sitesQueryOptions(readSitesAddress(new URLSearchParams(query)).query).queryKey, read);
  client.setQueryData(findingsQueryOptions().queryKey, { findings: [], total: 0, needAttention: 0 });
  const since = { since: SINCE, asOf: AT, lastMadePublicAt: AT, lastMadePrivateAt: null, isComplete: true };
  client.setQueryData(siteChangesQueryOptions(SINCE).queryKey, { madePublic: 3, madePrivate: 1, ...since });
  const router = { push: nothing, replace: nothing, refresh: nothing, back: nothing, forward: nothing, bfcacheId: "" };
  const { prelude } = await prerender(
    <AppRouterContext value={{ ...router, prefetch: nothing }}>
      <PathnameContext value="/public-access">
        <SearchParamsContext value={new URLSearchParams(query)}>
          <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
            <QueryClientProvider client={client}>{node}</QueryClientProvider>
          </IntlProvider>
        </SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>,
  );
  return (await new Response(prelude).text()).replaceAll("<!-- -->", "");
}

const view = (
  <PublicAccessView viewer={{ login: "anna", provesBy: "password" }} consequences={consequences} dismissedTips={[]} />
);
const details: SiteDetails = {
  ...{ site: open, timeZone: "UTC+5.5", aliasUrls: { count: 12, first: ["https://alias.example"] } },
  ...{ visitsLog: "shown", answersFor: { how: "kept", login: NAME, at: AT }, asOf: AT },
  history: { entries: [], total: 80, unsure: 2, isComplete: false, lookedAt: 5_000 },
};

describe.each(languages())("the page in %s", (language) => {
  it("has words for all it shows, and shows names from outside as text, kept apart", async () => {
    const html = await drawn(view, { language });
    expect(html).toContain("<bdi>\u202eevil &lt;b&gt;</bdi>");
    expect(html).not.toContain("evil <b>");
    expect(html).not.toMatch(/publicAccess\.|commands\.|\{[a-z]+[,}]/);
  });

  it("has words for each filter, order and empty list", async () => {
    const read = { ...page, rows: [], matching: 0 };
    for (const query of [
      "q=x",
      "state=public",
      "state=private",
      "site=9",
      "group=&type=rollup&attention=needs-attention",
    ]) {
      expect(await drawn(view, { language, query, read })).not.toMatch(/publicAccess\./);
    }
  });

  it("has words for a block, a watch that sleeps and people who would not hear", async () => {
    const state = { by: NAME, at: SINCE, reason: asTyped(NAME) };
    const worse: Consequences = { ...consequences, secondFactor: { required: false, yours: false } };
    const troubled = (
      <PublicAccessView
        viewer={{ login: "anna", provesBy: "single-sign-on" }}
        consequences={worse}
        dismissedTips={[]}
      />
    );
    const blocked = { ...page, block: { id: 1, ...state }, lastWatchAt: null };
    const silent = { ...page, block: { id: 1, by: null, at: SINCE, reason: null }, lastWatchAt: SINCE };
    const read = [
      { ...blocked, anonymousUser: "missing" as const, undelivered: 2 },
      { ...silent, watchInterval: 120 },
    ];
    for (const one of read)
      expect(await drawn(troubled, { language, read: one })).not.toMatch(/(publicAccess|block)\./);
  });

  it("has words for one site in full and for what cannot be read", async () => {
    const html = await drawn(
      <>
        <SiteStatus site={open} details={details} timeZone="Europe/Berlin" />
        <SiteFacts site={open} details={details} />
        <SiteHistory siteId={1} history={details.history} />
        <FailurePanel failure={new ReadFailed("unreadable")} readAt={AT} busy={false} onAgain={nothing} />
        <FailurePanel failure={new TypeError("fetch failed")} readAt={null} busy={false} onAgain={nothing} />
        <FailurePanel failure={new ReadFailed("session_ended")} readAt={AT} busy={false} onAgain={nothing} />
        <MadePublicSince since={SINCE} timeZone="Europe/Berlin" />
      </>,
      { language },
    );
    expect(html).not.toMatch(/publicAccess\./);
    expect(html).toContain('rel="noopener noreferrer"');
  });
});

describe("the page at a glance", () => {
  const text = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

  it("says how many sites are public, that monitoring is active and that alerts reach everybody", async () => {
    const words = text(await drawn(view));
    expect(words).toContain("1 of 4,312 sites is public");
    expect(words).toContain("Monitoring active, checked");
    expect(words).toContain("Alerts go to all 3 Super Users");
    expect(words).toContain("1 to 50 of 4,312");
  });

  it("says what became public since the last visit", async () => {
    const status = text(await drawn(<MadePublicSince since={SINCE} timeZone="Europe/Berlin" />));
    expect(status).toContain("Made public since your last visit: 3");
  });

  it("marks what a search found in the name, and says by what else it found a site", async () => {
    const rows = [
      row(1, { name: "Museum Nord", matchedBy: "name" }),
      row(2, { name: "Bilder", group: "Museums", matchedBy: "group" }),
      row(3, { name: "Archiv", url: "https://museum.example/", matchedBy: "url" }),
    ];
    const html = await drawn(view, { query: "q=mus%C3%A9um", read: { ...page, rows, matching: 3 } });
    const marked = [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, found]) => found);
    expect(marked).toEqual(["Museum", "Museum", "museum"]);
    expect(text(html)).toContain("in group Museum s");
    expect(html).toContain("Select this page’s sites (3): 1 by name, 1 by URL, 1 in group Museums");
  });

  it("offers no publishing while it is blocked, and the way out", async () => {
    const html = await drawn(view, { read: { ...page, block: { id: 1, by: "anna", at: AT, reason: asTyped("x") } } });
    expect(html).not.toContain("Make public…");
    expect(html).toContain("Turn off…");
  });

  it("marks a public site in which a look from outside saw what looks personal", async () => {
    const marked = (personalCount: number | null) =>
      drawn(view, { read: { ...page, rows: [{ ...open, personalCount }, row(2)] } });
    expect(await marked(2)).toContain("possible personal data");
    for (const count of [0, null]) expect(await marked(count)).not.toContain("personal");
  });

  it("keeps the row's name, its place in the tab order and its head for screen readers", async () => {
    const html = await drawn(view);
    expect(html.match(/role="rowheader"/g)).toHaveLength(3);
    expect(html.match(/<tr[^>]*tabindex="0"/gi)).toHaveLength(1);
    expect(await drawn(view, { query: "sort=until&dir=desc" })).toContain('aria-sort="descending"');
  });

  it("offers each action with its own number when public and private sites are chosen", async () => {
    const selection = {
      selection: choosing(NOTHING_CHOSEN, [open, row(2), row(4)]),
      ...{ has: () => true, choose: nothing, drop: nothing, replace: nothing, clear: nothing },
    };
    const bar = async (mayPublish: boolean) =>
      text(
        await drawn(
          <SelectionBar
            login="anna"
            selection={selection}
            query={readSitesAddress(new URLSearchParams()).query}
            page={page}
            actions={{ isCurrent: true, mayPublish, onShow: nothing, onPublishChosen: nothing }}
          />,
        ),
      );
    expect(await bar(true)).toContain("3 sites selected");
    expect(await bar(true)).toContain("Select all matching (4,312)");
    expect(await bar(true)).toContain("Make 1 private");
    expect(await bar(true)).toContain("Make 2 sites public…");
    expect(await bar(false)).not.toContain("public…");
  });
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { beforeAll, describe, expect, it } from "vitest";
import { CanaryBanner } from "@/components/outside/canary-banner";
import { CanaryRefused } from "@/components/outside/canary-refused";
import { FirstProbe } from "@/components/outside/first-probe";
import { OutsideDetails } from "@/components/outside/outside-details";
import { OutsidePanel } from "@/components/outside/outside-panel";
import { PreviewNote } from "@/components/outside/preview-note";
import { ProbeFacts } from "@/components/outside/probe-facts";
import { SiteOutside } from "@/components/outside/site-outside";
import {
  outsideOfSiteQueryOptions,
  outsidePreviewQueryOptions,
  outsideQueryOptions,
} from "@/lib/domain/probe/query-options";
import type { Outside, OutsideOfSite, OutsidePreview, ProbeResult, SiteProbe } from "@/lib/domain/probe/schema";
import { outsideTroubles, outsideViews, unreadableReasons } from "@/lib/domain/probe/terms";
import { type Language, languages, messagesIn } from "@/messages/catalogue";

const AT = "2026-11-24T05:00:00.000Z";
/** a name that would turn round what follows it, were it not kept apart */
const NAME = "\u202eevil <b>";
const viewer = { login: "anna", provesBy: "password" } as const;
const nothing = () => {};

const seen: ProbeResult = {
  ...{ at: AT, askedBy: null, outcome: "seen", trouble: null, likelyReason: null, durationMs: 900 },
  ...{ readableCount: 7, configuredCount: 7, canary: "closed" },
  unexpected: { total: 12, sites: [1, 2, 3, 4, 5, 6].map((id) => ({ id, name: NAME })) },
  unreadable: {
    total: unreadableReasons.length,
    sites: unreadableReasons.map((reason, index) => ({ id: 20 + index, name: NAME, reason })),
  },
};

const outside: Outside = {
  ...{ isConfigured: true, newest: seen, newestSeen: seen, troubleSince: null, isProbing: false, configuredCount: 8 },
  ...{ canary: { id: 9, name: NAME, state: "closed", trouble: null }, asOf: "2026-11-24T05:10:00.000Z" },
};

const siteLook: SiteProbe = {
  ...{ lookedAt: AT, dashboard: "shown", reports: "shown", visitsLog: "empty", userIds: "refused", trouble: null },
  ...{ annotations: "shown", annotationAuthors: 2 },
  personal: [
    { kind: "email", where: "url", masked: "l…@n….example", count: 3 },
    { kind: "token", where: "title", masked: "token=…", count: 1 },
  ],
};

const ofSite: OutsideOfSite = {
  ...{ isConfigured: true, id: 1, probe: siteLook, isStale: true, isUnexpected: true, unreadableReason: "maintenance" },
  ...{ isCanary: true, asOf: AT },
};

const preview: OutsidePreview = {
  ...{ isConfigured: true, lookedAtCount: 5, dashboardShownCount: 5, visitsLogOpenCount: 2, userIdsOpenCount: 0 },
  ...{ personalCount: 1, personalUnknownCount: 2, newestAt: AT, asOf: AT },
};

type Read = { language?: Language; read?: Outside | null; site?: OutsideOfSite };

function drawn(node: ReactNode, { language = "en", read = outside, site = ofSite }: Read = {}): string {
  const messages = messagesIn(language);
  const client = new QueryClient();
  if (read) client.setQueryData(outsideQueryOptions().queryKey, read);
  client.setQueryData(outsideOfSiteQueryOptions(1).queryKey, site);
  client.setQueryData(outsidePreviewQueryOptions().queryKey, preview);
  return renderToStaticMarkup(
    <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
      <QueryClientProvider client={client}>{node}</QueryClientProvider>
    </IntlProvider>,
  );
}

const text = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const panel = (read: Outside) => text(drawn(<OutsidePanel viewer={viewer} />, { read }));
const troubled = (trouble: (typeof outsideTroubles)[number], changes: Partial<Outside> = {}): Outside => ({
  ...outside,
  newest: { ...seen, outcome: "trouble", trouble, readableCount: null, likelyReason: "web-server-password" },
  troubleSince: AT,
  ...changes,
});

// Its words for what was not seen come later than the page; here they are there from the start.
beforeAll(async () => {
  panel(troubled("timeout"));
  await import("@/components/outside/unseen-words");
  await new Promise((resolve) => setTimeout(resolve, 0));
});

describe.each(languages())("seen from outside, in %s", (language) => {
  const words = (node: ReactNode, read?: Omit<Read, "language">) => {
    const html = drawn(node, { language, ...read });
    expect(html).not.toMatch(/outside\.\w|deeds\.\w|\{[a-z]+[,}]/);
    expect(html).not.toContain("evil <b>");
    return html;
  };

  it("has words for each state of the page, and keeps names apart", () => {
    const html = words(<OutsideDetails outside={outside} />);
    expect(html).toContain("<bdi>\u202eevil &lt;b&gt;</bdi>");
    words(<OutsidePanel viewer={viewer} />);
    words(<OutsidePanel viewer={viewer} />, { read: { ...outside, isProbing: true, newest: null } });
    words(<OutsidePanel viewer={viewer} />, { read: { ...outside, isConfigured: false } });
    words(<OutsidePanel viewer={viewer} />, { read: { ...outside, asOf: "2026-11-26T05:10:00.000Z" } });
    for (const state of ["closed", "open", "unknown"] as const) {
      words(
        <>
          <CanaryBanner />
          <OutsidePanel viewer={viewer} />
        </>,
        { read: { ...outside, canary: { id: 9, name: null, state, trouble: null } } },
      );
    }
    words(<CanaryRefused site={{ id: 9, name: NAME }} onLeaveOut={nothing} />);
  });

  it("has a clear word for each trouble: what happened, what it means, what to do", () => {
    const said = outsideTroubles.map((trouble) => {
      const read = troubled(trouble);
      return words(<OutsidePanel viewer={viewer} />, { read });
    });
    expect(new Set(said).size).toBe(outsideTroubles.length);
  });

  it("has words for one site, the dry probe and the first probe", () => {
    words(<SiteOutside siteId={1} />);
    words(<SiteOutside siteId={1} />, { site: { ...ofSite, probe: null, unreadableReason: null } });
    for (const view of outsideViews) {
      const all = { dashboard: view, reports: view, visitsLog: view, userIds: view, annotations: view };
      words(<ProbeFacts probe={{ ...siteLook, ...all, personal: null, trouble: "timeout" }} />);
    }
    words(<ProbeFacts probe={{ ...siteLook, personal: [] }} />);
    words(<PreviewNote />);
    words(<FirstProbe viewer={viewer} first={1} siteIds={[1]} />);
  });
});

describe("the line on the page", () => {
  const agreeing: ProbeResult = {
    ...{ ...seen, unexpected: { total: 0, sites: [] }, unreadable: { total: 0, sites: [] } },
  };

  it("says what was readable beside what is public, at what time and how long ago", () => {
    const words = panel({ ...outside, newest: agreeing, newestSeen: agreeing, configuredCount: 7 });
    expect(words).toMatch(/Seen from outside at 05:00 : 7 readable, 7 public \( 10 minutes ago \)/);
    expect(words).toContain("Strangers read exactly what is public.");
    expect(words).toContain("is closed");
    expect(words).toContain("Look now");
  });

  it("says when the number of public sites has changed since", () => {
    expect(panel({ ...outside, newest: agreeing })).toContain("has changed to 8");
  });

  it("does not call an old probe agreement", () => {
    const words = panel({ ...outside, newest: agreeing, asOf: "2026-11-24T09:00:00.000Z" });
    expect(words).toContain("what strangers read now is not known");
    expect(words).not.toContain("exactly");
  });

  it("says both ways of differing", () => {
    const words = panel(outside);
    expect(words).toContain("12 sites are readable though they are private.");
    expect(words).toContain(`${unreadableReasons.length} public sites could not be read.`);
    const details = text(drawn(<OutsideDetails outside={outside} />));
    expect(details).toContain("and 7 more");
    expect(drawn(<OutsideDetails outside={outside} />)).toContain('href="#finding-readable-though-private"');
  });

  it("in trouble says since when and why, and what was seen last, as no news of now", () => {
    const words = panel(troubled("not-json"));
    expect(words).toMatch(
      /could not be told since 05:00 : Matomo answered with a page instead of data\. Last seen at 05:00 : 7 readable\. What strangers read now is not known\. Often a sign-in page/,
    );
    expect(panel(troubled("timeout", { newestSeen: null }))).toContain("has never been seen");
    expect(panel(troubled("timeout"))).not.toContain("exactly");
  });

  it("is quiet without MATOMO_URL, with how to set it and no button", () => {
    const words = panel({ ...outside, isConfigured: false });
    expect(words).toContain("MATOMO_URL is not set");
    expect(words).not.toContain("Look now");
  });

  it("shows the canary above everything only when strangers read it", () => {
    const banner = (state: "closed" | "open" | "unknown") =>
      drawn(<CanaryBanner />, { read: { ...outside, canary: { id: 9, name: "Canary", state, trouble: null } } });
    expect(banner("open")).toContain('role="alert"');
    expect(text(banner("open"))).toContain("Strangers can read the canary site Canary");
    expect(banner("closed")).toBe("");
    expect(banner("unknown")).toBe("");
    const canary = { id: 9, name: "Canary", state: "unknown" } as const;
    expect(panel({ ...outside, canary: { ...canary, trouble: null } })).toContain("is not known");
    expect(panel({ ...outside, canary: { ...canary, trouble: "untrusted-host" } })).toContain("trusted_hosts");
  });
});

describe("what strangers see of one site", () => {
  it("is called older than the publication, and holds masked examples only", () => {
    const words = text(drawn(<SiteOutside siteId={1} />));
    expect(words).toContain("before the site became public");
    expect(words).toContain("What looks like e-mail addresses in 3 page addresses, such as l…@n….example");
    expect(words).toContain("exclude the URL parameters");
  });

  it("is not known without a probe", () => {
    const never = { ...ofSite, probe: null, isUnexpected: false, unreadableReason: null, isStale: false };
    expect(text(drawn(<SiteOutside siteId={1} />, { site: never }))).toContain("is not known");
  });
});

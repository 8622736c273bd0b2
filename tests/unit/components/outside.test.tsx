import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
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
  ...{ isConfigured: true, newest: seen, newestSeen: seen, troubleSince: null, isProbing: false, configuredCount: 7 },
  ...{ changedAt: null, isChecking: false },
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
  ...{
    isConfigured: true,
    id: 1,
    probe: siteLook,
    isStale: false,
    isUnexpected: true,
    unreadableReason: "maintenance",
  },
  ...{ isPublic: true, isChecking: false, confirmedAt: null, isCanary: true, asOf: AT },
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

describe.each(languages())("seen from outside, in %s", (language) => {
  const words = (node: ReactNode, read?: Omit<Read, "language">) => {
    const html = drawn(node, { language, ...read });
    expect(html).not.toMatch(/outside\.\w|commands\.\w|\{[a-z]+[,}]/);
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
    for (const isChecking of [true, false]) {
      words(<OutsidePanel viewer={viewer} />, { read: { ...outside, configuredCount: 8, isChecking } });
    }
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
    for (const change of [{ probe: null }, { isStale: true }, { isStale: true, isChecking: true }]) {
      words(<SiteOutside siteId={1} />, { site: { ...ofSite, ...change, unreadableReason: null } });
    }
    words(<SiteOutside siteId={1} />, { site: { ...ofSite, probe: null, isPublic: false, confirmedAt: AT } });
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

  it("says in one sentence that exactly what is public is readable, and how old that news is", () => {
    const words = panel({ ...outside, newest: agreeing, newestSeen: agreeing });
    expect(words).toMatch(/Verified from outside: exactly the 7 public sites are readable \( 10 minutes ago \)/);
    expect(words).toContain("The canary site");
    expect(words).toContain("Check now");
  });

  it("repeats nothing of what was seen before the last change", () => {
    const changed = { ...outside, newest: agreeing, changedAt: outside.asOf, isChecking: true };
    const words = panel(changed);
    expect(words).toContain("Checking from outside…");
    expect(words).not.toMatch(/Verified|exactly|readable/);
    expect(panel({ ...changed, isChecking: false })).toMatch(/Not checked from outside since the last change.*unknown/);
  });

  it("does not call an old probe agreement", () => {
    const words = panel({ ...outside, newest: agreeing, asOf: "2026-11-24T09:00:00.000Z" });
    expect(words).toContain("What anyone can read now is unknown");
    expect(words).not.toContain("exactly");
  });

  it("says both ways of differing", () => {
    const words = panel(outside);
    expect(words).toContain("12 private sites are readable from outside");
    expect(words).toContain(`${unreadableReasons.length} public sites are not readable from outside`);
    const details = text(drawn(<OutsideDetails outside={outside} />));
    expect(details).toContain("and 7 more");
    expect(drawn(<OutsideDetails outside={outside} />)).toContain('href="/public-access#issues"');
  });

  it("in trouble says since when and why, and what was seen last, as no news of now", () => {
    const words = panel(troubled("not-json"));
    expect(words).toMatch(
      /failing since 05:00 : Matomo answered with a page instead of data\. Last result: 05:00 \. What anyone can read now is unknown\. Open MATOMO_URL in a private window: often a sign-in page/,
    );
    expect(panel(troubled("timeout", { newestSeen: null }))).toContain("No check has succeeded yet");
    expect(panel(troubled("timeout"))).not.toContain("exactly");
  });

  it("is quiet without MATOMO_URL, with how to set it and no button", () => {
    const words = panel({ ...outside, isConfigured: false });
    expect(words).toContain("MATOMO_URL is not set");
    expect(words).not.toContain("Check now");
  });

  it("shows the canary above everything only when strangers read it", () => {
    const banner = (state: "closed" | "open" | "unknown") =>
      drawn(<CanaryBanner />, { read: { ...outside, canary: { id: 9, name: "Canary", state, trouble: null } } });
    expect(banner("open")).toContain('role="alert"');
    expect(text(banner("open"))).toContain("Anyone can read the canary site Canary");
    expect(banner("closed")).toBe("");
    expect(banner("unknown")).toBe("");
    const canary = { id: 9, name: "Canary", state: "unknown" } as const;
    expect(panel({ ...outside, canary: { ...canary, trouble: null } })).toContain("Unknown: whether the canary site");
    expect(panel({ ...outside, canary: { ...canary, trouble: "untrusted-host" } })).toContain("trusted_hosts");
  });
});

describe("what strangers see of one site", () => {
  it("holds masked examples only", () => {
    const words = text(drawn(<SiteOutside siteId={1} />));
    expect(words).toContain("Possible e-mail addresses in page URLs (3), such as l…@n….example");
    expect(words).toContain("exclude these URL parameters");
  });

  it("is not known without a look", () => {
    const never = { ...ofSite, probe: null, isUnexpected: false, unreadableReason: null, isStale: false };
    expect(text(drawn(<SiteOutside siteId={1} />, { site: never }))).toContain("unknown");
  });

  it("is not shown once the site changed; then what a check saw that began afterwards", () => {
    const changed = { ...ofSite, isPublic: false, isStale: true, isUnexpected: false, unreadableReason: null };
    const words = (site: OutsideOfSite) => text(drawn(<SiteOutside siteId={1} />, { site }));
    expect(words({ ...changed, isChecking: true })).toMatch(/Checking from outside…/);
    for (const site of [{ ...changed, isChecking: true }, changed, { ...changed, confirmedAt: AT }]) {
      expect(words(site)).not.toMatch(/Open|Dashboard|e-mail/);
    }
    expect(words(changed)).toContain("Not checked from outside since the last change");
    expect(words({ ...changed, confirmedAt: AT })).toContain("Verified from outside: not readable.");
  });
});

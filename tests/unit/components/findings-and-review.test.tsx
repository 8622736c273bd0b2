import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { FindingGroups } from "@/components/findings/finding-groups";
import { groupFindings } from "@/components/findings/group-findings";
import { IntendedFindings } from "@/components/findings/intended-findings";
import { ReviewProgress } from "@/components/review/review-progress";
import { ReviewTable } from "@/components/review/review-table";
import type { Finding } from "@/lib/domain/findings/schema";
import type { ReviewPage } from "@/lib/domain/review/schema";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { type Language, languages, messagesIn } from "@/messages/catalogue";

const AT = "2026-11-24T05:00:00.000Z";
/** a name that would turn round what follows it, were it not kept apart */
const NAME = "\u202eevil <b>";
const nothing = () => {};

function drawn(node: ReactNode, language: Language = "en"): string {
  const messages = messagesIn(language);
  return renderToStaticMarkup(
    <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
      {node}
    </IntlProvider>,
  );
}

function finding(kind: Finding["kind"], siteId: number | null, changes: Partial<Finding> = {}): Finding {
  const site = siteId === null ? null : { id: siteId, name: NAME };
  return { kind, site, seen: null, since: AT, acknowledged: null, needsAttention: true, ...changes };
}

const ALL = groupFindings([
  finding("writable", 1, { seen: { type: "texts", texts: "admin", more: 0 } }),
  finding("public-outside", 2),
  finding("public-outside", 3),
  finding("null-access", 4, { seen: { type: "rows", count: 3 } }),
  finding("anonymous-super-user", null),
  finding("orphan-rows", 5),
]).groups;

const review: ReviewPage = {
  rows: [
    {
      id: 7,
      name: NAME,
      url: "https://shop.example/",
      channel: "portal",
      since: AT,
      by: NAME,
      reason: asTyped(NAME),
      until: "2026-11-26T00:00:00.000Z",
      kept: { by: NAME, at: AT, note: asTyped(NAME) },
      isConfirmed: false,
      lapsesAt: "2026-11-30T08:00:00.000Z",
      personalCount: 3,
    },
  ],
  total: 1,
  open: 1,
  confirmed: 0,
  page: 1,
  pageSize: 50,
  periodLabel: "2026-11-23",
  rule: "2",
  timeZone: "+05:30",
  asOf: AT,
};

const groups = (of: typeof ALL) => (
  <FindingGroups
    groups={of}
    needAttention={6}
    unlisted={2}
    asOf={AT}
    onMend={nothing}
    onRevoke={nothing}
    onAcknowledge={nothing}
  />
);

describe.each(languages())("the findings and the review in %s", (language) => {
  it("say every sentence, and keep names from outside apart from it", () => {
    const pages = [
      groups(ALL),
      ...ALL.map((group) => groups([group])),
      <IntendedFindings
        key="intended"
        timeZone="UTC"
        findings={[null, "2026-12-01T00:00:00.000Z"].map((until, at) =>
          finding("writable", at + 1, { acknowledged: { by: NAME, at: AT, reason: asTyped(NAME), until } }),
        )}
      />,
      <ReviewProgress key="progress" review={review} />,
      <ReviewTable
        key="table"
        review={review}
        chosen={new Set()}
        onChoose={nothing}
        onKeep={nothing}
        onMakePrivate={nothing}
      />,
    ];
    for (const page of pages) {
      const html = drawn(page, language);
      // a message that is missing is drawn as its path
      expect(html).not.toMatch(/>(findings|review)\./);
      expect(html.replaceAll(/<bdi[^>]*>[^<]*<\/bdi>|<span class="sr-only">[^<]*<\/span>/g, "")).not.toContain("evil");
    }
  });
});

describe("the review of a site in which a look saw what seems personal", () => {
  const drawnWith = (personalCount: number | null) =>
    drawn(
      <ReviewTable
        review={{ ...review, rows: review.rows.map((row) => ({ ...row, personalCount })) }}
        chosen={new Set()}
        onChoose={nothing}
        onKeep={nothing}
        onMakePrivate={nothing}
      />,
    );

  it("says so in words, and only then; the name leads to what was seen", () => {
    expect(drawnWith(2)).toContain("Possible personal data in page URLs or titles: 2");
    expect(drawnWith(2)).toContain('href="/public-access?site=7"');
    for (const count of [0, null]) expect(drawnWith(count)).not.toContain("personal");
  });
});

describe("the panel of findings", () => {
  const html = drawn(groups(ALL));

  it("leaves the first screen to the list of sites: two lines, nothing in detail, and how to see the rest", () => {
    expect(html.match(/<h3/g)).toHaveLength(2);
    expect(html).toContain("Show all 5");
    expect(html).toContain("1 more urgent");
    expect(html).not.toContain("Without a login, anyone can read");
    expect(html).not.toContain("<ul");
  });

  it("says how urgent a kind is in a word, and offers the actions and the details at each", () => {
    expect(html).toContain("Urgent");
    for (const command of ["Limit to view", "Make private", "Mark as intended…", "Details"])
      expect(html).toContain(command);
  });
});

import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { ActivityList, FoundEvents } from "@/components/activity/activity-list";
import { ExposureFigure } from "@/components/activity/exposure-figure";
import { FilterChips } from "@/components/activity/filter-chips";
import { auditFilterSchema } from "@/lib/ledger/audit/filter-schema";
import type { AuditPage } from "@/lib/ledger/audit/schema";
import type { Exposure, ExposureDay } from "@/lib/reports/exposure/schema";
import { languages, messagesIn } from "@/messages/catalogue";
import { formatterOf, translatorOf } from "@/tests/support/translator-of";

const wordsIn = (language: string) => ({
  t: translatorOf("activity", language),
  tFindings: translatorOf("findings", language),
  tSetting: translatorOf("setting", language),
  format: formatterOf(language),
});
const english = wordsIn("en");
const EMPTY: AuditPage = { entries: [], total: 0, page: 1, pageSize: 50, unsure: 0 };

function render(element: ReactElement, language = "en"): string {
  const messages = messagesIn(language);
  const provided = { locale: messages.language.formats, timeZone: "UTC", messages };
  return renderToStaticMarkup(<IntlProvider {...provided}>{element}</IntlProvider>);
}

function exposureOf(count: number, facts: Partial<ExposureDay> = {}): Exposure {
  const days = Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.UTC(2016, 0, 1 + index)).toISOString().slice(0, 10),
    ...{ public: 2, madePublic: 0, madePrivate: 0, outside: 0, outsidePublic: 0, marks: [] },
    watched: "full" as const,
    ...facts,
  }));
  return { days, publicNow: 2, knownFrom: "baseline", unseen: 0 };
}

describe("a list without events", () => {
  it("tells that nothing happened yet from that nothing matches, and both from a page that is not there", () => {
    const list = (total: number, query: Record<string, string>) =>
      render(
        createElement(ActivityList, { audit: { ...EMPTY, total, page: total > 0 ? 9 : 1 }, query, intl: english }),
      );
    expect(list(0, {})).toContain("No events yet");
    expect(list(0, { kind: "mails" })).toContain("No matching events");
    expect(list(0, { kind: "mails" })).toContain('href="/activity"');
    expect(list(120, { kind: "mails" })).toContain("No such page");
    expect(list(120, { kind: "mails" })).toContain('href="/activity?kind=mails"');
  });

  it("says of how many refusals nobody knows whether they are about the site", () => {
    const found = (unsure: number) =>
      render(createElement(FoundEvents, { audit: { ...EMPTY, unsure }, isFiltered: true, t: english.t }));
    expect(found(3)).toContain("Refusals that may also concern this site (only 50 of their sites are known): 3");
    expect(found(0)).not.toContain("Refusals");
  });
});

describe("the filters in use", () => {
  it("are links that take away one each and keep the others", () => {
    const filter = auditFilterSchema.parse({ kind: "mails", who: "<b>anna", site: "7" });
    const markup = render(createElement(FilterChips, { filter, entries: [], intl: english }));
    expect(markup).toContain('href="/activity?who=%3Cb%3Eanna&amp;site=7"');
    expect(markup).toContain('href="/activity?kind=mails&amp;site=7"');
    expect(markup).toContain("<bdi>&lt;b&gt;anna</bdi>");
    expect(markup).toContain("Clear filters");
    expect(
      render(createElement(FilterChips, { filter: auditFilterSchema.parse({}), entries: [], intl: english })),
    ).toBe("");
  });
});

describe("the picture on the page", () => {
  it.each(languages())("is an image with a sentence and a table in %s", (language) => {
    const facts = { madePublic: 1, outside: 1, marks: ["blocked"], watched: "none" } satisfies Partial<ExposureDay>;
    const figure = { exposure: exposureOf(5, facts), range: "90", intl: wordsIn(language) } as const;
    const markup = render(createElement(ExposureFigure, figure), language);
    expect(markup.match(/role="img" aria-label="[^"]+"/g)).toHaveLength(1);
    expect(markup).toContain("<figcaption");
    expect(markup.match(/<th scope="row"/g)).toHaveLength(5);
    expect(markup).not.toMatch(/exposure\.|\{\w+\}/);
  });

  it("stays small after ten years in which something happened every day", () => {
    const facts = {
      madePublic: 1,
      madePrivate: 1,
      outside: 1,
      marks: ["blocked", "unblocked"],
    } satisfies Partial<ExposureDay>;
    const figure = { exposure: exposureOf(3_650, facts), range: "all", intl: english } as const;
    const markup = render(createElement(ExposureFigure, figure));
    expect(markup.match(/<(path|rect|line|text)/g)?.length).toBeLessThan(1_200);
    expect(markup.match(/<tr/g)?.length).toBe(367);
    expect(markup).toContain("Earlier days, in the download only: 3,284");
    expect(markup).toContain("the maximum of up to 10 days");
  });

  it("lists only the days on which something happened, the first and the last", () => {
    const exposure = exposureOf(30);
    const [, second] = exposure.days;
    if (second) second.outside = 1;
    const markup = render(createElement(ExposureFigure, { exposure, range: "90", intl: english }));
    expect(Array.from(markup.matchAll(/<time dateTime="([^"]+)"/g), ([, day]) => day)).toEqual([
      "2016-01-30",
      "2016-01-02",
      "2016-01-01",
    ]);
  });

  it("says that nothing is known before the first look, and still how many are public", () => {
    const exposure = { ...exposureOf(0), publicNow: 12 };
    const markup = render(createElement(ExposureFigure, { exposure, range: "90", intl: english }));
    expect(markup).toContain("Public now: 12");
    expect(markup).toContain("Nothing is known");
    expect(markup).not.toContain("<svg");
  });
});

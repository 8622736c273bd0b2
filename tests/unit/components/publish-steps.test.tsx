import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { revokedLabel } from "@/components/access-change/toast-revoked";
import { ConsequencesStep } from "@/components/publish/consequences-step";
import { DoneStep } from "@/components/publish/done-step";
import type { PublishDraft } from "@/components/publish/draft";
import { exposureLabel } from "@/components/publish/exposure-label";
import { FoundState, StateUnknown } from "@/components/publish/lost-answer";
import { Discarded } from "@/components/publish/publish-flow";
import { PublishSummary } from "@/components/publish/publish-summary";
import { ReasonStep } from "@/components/publish/reason-step";
import { FirstSites } from "@/components/publish/sites-step";
import { StepList } from "@/components/publish/step-list";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";
import { type Language, languages, messagesIn } from "@/messages/catalogue";
import { translatorOf } from "@/tests/support/translator-of";

/** a name that would turn round what follows it, were it not kept apart */
const NAME = "\u202eevil <b>";
const viewer = { login: "anna.berg", provesBy: "password" } as const;
const nothing = () => {};

const draft: PublishDraft = {
  login: viewer.login,
  siteIds: [1, 2, 3],
  named: [{ id: 1, name: NAME }],
  reason: "Open figures",
  end: "90",
  date: "",
  typedCount: "3",
  hasRead: true,
  isUncertain: false,
};

const consequences: PublishConsequences = {
  timeZone: "Europe/Berlin",
  today: "2026-11-24",
  recipientCount: 4,
  mailReach: { is: "everybody", lost: 0, total: 4 } as const,
  unreachable: [],
  secondFactor: { required: false, yours: false },
  siteCount: 3,
  alreadyPublicCount: 0,
  visitsLogSwitch: { everywhere: "on", offCount: 0 },
  hiddenLogs: "closed",
  userIdReport: "shown",
  rawUserIds: null,
  annotations: "without-authors",
  descriptions: "none",
  firstDataAt: "2019-03-01T00:00:00.000Z",
  firstDataUnknownCount: 0,
  aliasUrlCount: 0,
  rollUps: { chosenCount: 0, inMatomo: 0 },
  landsOnLogin: true,
};

function drawn(node: ReactNode, language: Language = "en"): string {
  const messages = messagesIn(language);
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
        {node}
      </IntlProvider>
    </QueryClientProvider>,
  );
}

function seen(changes: Partial<PublishConsequences>, language: Language = "en"): Map<string, string> {
  const t = translatorOf("publish", language);
  const exposed = exposureLabel(t, { ...consequences, ...changes }, (iso) => iso.slice(0, 10));
  return new Map(exposed.map(({ words, shown }) => [words, shown]));
}

/** how the sentence that starts so is marked */
function markOf(start: string, changes: Partial<PublishConsequences>): string | undefined {
  return [...seen(changes)].find(([words]) => words.startsWith(start))?.[1];
}

describe("what strangers will see", () => {
  it("says of the visits log whether and for how many of the sites it is shown", () => {
    const log = (everywhere: "on" | "off", offCount: number) => ({ visitsLogSwitch: { everywhere, offCount } });
    expect(markOf("The visits log:", log("on", 0))).toBe("personal");
    expect(markOf("The visits log of 2 of 3 sites:", log("on", 1))).toBe("personal");
    expect(markOf("No visits log", log("on", 3))).toBe("no");
    expect(markOf("No visits log", log("off", 3))).toBe("no");
  });

  it("never calls a visits log closed that another site's opens, or may open", () => {
    const hidden = { visitsLogSwitch: { everywhere: "on", offCount: 3 } } as const;
    expect(markOf("The visits log of all 3 sites", { ...hidden, hiddenLogs: "readable" })).toBe("personal");
    expect(markOf("No visits log", { ...hidden, hiddenLogs: "readable" })).toBeUndefined();
    expect(markOf("Unknown: whether a visits log", { ...hidden, hiddenLogs: "unknown" })).toBe("unknown");
    expect(markOf("Unknown: whether a visits log", { ...hidden, hiddenLogs: "closed" })).toBeUndefined();
  });

  it("calls user ids personal unless they are pseudonyms, and names the sites where they are none", () => {
    expect(markOf("User IDs, if any", {})).toBe("personal");
    expect(markOf("User IDs, as pseudonyms", { userIdReport: "pseudonymised" })).toBe("yes");
    const rawUserIds = { total: 2, sites: [{ id: 1, name: "Shop" }] };
    const some = { userIdReport: "shown-on-some", rawUserIds } as const;
    expect([...seen(some)].find(([words]) => words.includes("\u2068Shop\u2069, …"))?.[1]).toBe("personal");
  });

  it("vouches for nothing in a version that nobody has read", () => {
    const unknown = { everywhere: "unknown", offCount: 0 } as const;
    const said = seen({
      visitsLogSwitch: unknown,
      ...{ userIdReport: "unknown", hiddenLogs: "unknown", annotations: "unknown", descriptions: "unknown" },
    });
    const about = /visits log|visitor profile|User ID|annotations|descriptions/i;
    const marks = [...said].filter(([words]) => about.test(words)).map(([, mark]) => mark);
    expect(marks).toEqual(Array(4).fill("unknown"));
  });

  it("says that annotations name their authors, where they do", () => {
    expect(markOf("Annotations with their authors", { annotations: "with-authors" })).toBe("personal");
    expect(markOf("Annotations, without", { annotations: "without-authors" })).toBe("yes");
    expect(markOf("The descriptions of the sites", { descriptions: "shown" })).toBe("yes");
  });

  it("says of segments that it cannot know, and no first day while Matomo does not know it of each site", () => {
    expect(markOf("Segments shared with everyone", {})).toBe("unknown");
    for (const changes of [{ firstDataAt: null }, { firstDataUnknownCount: 2 }]) {
      expect(markOf("All dashboards and reports, since the first day", changes)).toBe("yes");
      expect(markOf("All dashboards and reports, with data since", changes)).toBeUndefined();
    }
  });

  it("warns of roll-ups among the sites, and of those elsewhere", () => {
    const rollUps = { chosenCount: 1, inMatomo: 2 };
    expect(markOf("Roll-ups among them: 1", { rollUps })).toBe("personal");
    expect(markOf("Unknown: whether a roll-up", { rollUps })).toBe("unknown");
    expect(markOf("Unknown: whether a roll-up", {})).toBeUndefined();
  });

  it("explains that the login page hides nothing, and offers no way on when nobody would hear", () => {
    const step = (changes: Partial<PublishConsequences>) =>
      drawn(
        <ConsequencesStep
          draft={draft}
          consequences={{ ...consequences, ...changes }}
          onBack={nothing}
          onNext={nothing}
        />,
      );
    expect(step({})).toContain("login page hides none of this");
    expect(step({})).toContain("Continue");
    expect(step({ recipientCount: 0 })).toContain("Alerts reach no Super User");
    expect(step({ recipientCount: 0 })).not.toContain("Continue");
  });
});

describe.each(languages())("publishing in %s", (language) => {
  it("is drawn whole, and keeps names apart from the sentence around them", () => {
    const steps = [
      <StepList key="list" current="reason" />,
      <ConsequencesStep
        key="consequences"
        draft={draft}
        consequences={{ ...consequences, siteCount: 2, rollUps: { chosenCount: 1, inMatomo: 3 } }}
        onBack={nothing}
        onNext={nothing}
      />,
      <ReasonStep
        key="reason"
        draft={draft}
        consequences={consequences}
        refused={{}}
        update={nothing}
        onBack={nothing}
        onNext={nothing}
      />,
      <PublishSummary key="summary" draft={draft} consequences={consequences} onChange={nothing} />,
      <StateUnknown key="unknown" sent={draft} onChecked={nothing} />,
      <FoundState key="looked" sent={draft} found={{ count: 1, siteIds: [1] }} onStartOver={nothing} />,
      <FirstSites key="nothing" onAdd={nothing} />,
      <Discarded key="discarded" draft={draft} onBringBack={nothing} />,
    ].map((step) => drawn(step, language));
    for (const html of steps) expect(html).not.toMatch(/publish\.|commands\.|MISSING/);
    expect(steps.join("")).toContain('aria-current="step"');
    const all = steps.join("");
    const bare = all.replaceAll(/<bdi[^>]*>\u202eevil &lt;b&gt;<\/bdi>/g, "");
    expect(bare).not.toBe(all);
    expect(bare).not.toContain("\u202e");
  });

  it("says of what was looked at none, all or some, each in its own words", () => {
    const found = (count: number) =>
      drawn(<FoundState sent={draft} found={{ count, siteIds: null }} onStartOver={nothing} />, language);
    expect(new Set([found(0), found(2), found(3)]).size).toBe(3);
  });

  it("says of what was done before what was done, and not what is public now", () => {
    const published = {
      login: viewer.login,
      at: "2026-11-24T08:15:00.000Z",
      siteIds: [1, 2],
      named: draft.named,
      endsOn: "2027-02-22",
      outcome: {
        grantedCount: 2,
        granted: [],
        alreadyPublic: [],
        alreadyPublicCount: 0,
        mailCount: 4,
        unreachable: [],
      },
    };
    const t = translatorOf("publish", language);
    const done = (since: "now" | "earlier" | "undone") =>
      drawn(<DoneStep published={published} since={since} viewer={viewer} onPrivateAgain={nothing} />, language);
    const [now, privateNow] = [t("done.title", { count: 2 }), t("done.undoneTitle", { count: 2 })];
    expect(done("now")).toContain(now);
    expect(done("undone")).toContain(privateNow);
    const html = done("earlier");
    expect(html).not.toMatch(/publish\.|MISSING/);
    expect([html.includes(now), html.includes(privateNow), html.includes("2027")]).toEqual([false, false, false]);
    expect(html).toMatch(/24|٢٤/);
    expect(html).toContain(t("done.earlier"));
  });

  it("says what became private: one site by its name, several by their number", () => {
    const t = translatorOf("commands", language);
    const said = (sites: { id: number; name: string }[], revokedCount: number) =>
      renderToStaticMarkup(revokedLabel(t, sites, revokedCount));
    const two = [
      { id: 1, name: "Shop" },
      { id: 2, name: "Blog" },
    ];
    expect(said([{ id: 1, name: "Shop" }], 1)).toContain("<bdi>Shop</bdi>");
    expect(new Set([said(two, 2), said(two, 1)]).size).toBe(2);
  });
});

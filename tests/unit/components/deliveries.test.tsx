import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { ChannelsNote } from "@/components/deliveries/channels-note";
import { mailsPath, mailsToPath, peoplePath, readDeliveriesAddress } from "@/components/deliveries/deliveries-address";
import { ExtraSection } from "@/components/deliveries/extra-section";
import { MailItem } from "@/components/deliveries/mail-item";
import { PeopleSection } from "@/components/deliveries/people-section";
import { ReachSummary } from "@/components/deliveries/reach-summary";
import { type Delivery, deliveryStates, deliveryStatuses, type ExtraReach } from "@/lib/domain/deliveries/schema";
import {
  mailReachOf,
  type ReachReason,
  reachFilters,
  unknownReasons,
  unreachableReasons,
} from "@/lib/domain/deliveries/terms";
import { MAX_TRIES } from "@/lib/messaging/outbox/retry-policy";
import { type Language, languages, messagesIn } from "@/messages/catalogue";
import { translatorOf } from "@/tests/support/translator-of";

const AT = "2026-11-24T12:30:00.000Z";
/** a name that would turn round what follows it, were it not kept apart */
const NAME = "\u202eevil <b>";
const ADDRESS = { show: "all", page: 1, reach: "all", people: 1, to: null } as const;
const nothing = () => {};

function drawn(node: ReactNode, language: Language = "en"): string {
  const messages = messagesIn(language);
  return renderToStaticMarkup(
    <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
      {node}
    </IntlProvider>,
  );
}

const text = (html: string) => html.replaceAll(/<[^>]+>/g, "");

function aMail(changes: Partial<Delivery> = {}): Delivery {
  return {
    ...{ id: "1", kind: "made-public", subject: NAME, address: `${NAME}@people.example`, logins: [NAME], state: "due" },
    ...{ attempts: 0, createdAt: AT, sentAt: null, nextAttemptAt: null, lastError: null, sentVia: null, fate: null },
    ...{ history: [], handled: false, isLost: false, needsAttention: false, isForgotten: false },
    ...changes,
  };
}

const item = (changes: Partial<Delivery> = {}) => (
  <MailItem mail={aMail(changes)} onSendAgain={nothing} onDismiss={nothing} />
);
const said = (changes: Partial<Delivery>) => text(drawn(item(changes)));

const reachOf = (reach: ExtraReach["reach"], why: ReachReason | null): ExtraReach => ({
  ...{ address: NAME, reach, why, lastSentAt: AT, lastDeliveredAt: reach === "reached" ? AT : null },
});
const EXTRA: ExtraReach[] = [
  ...unreachableReasons.map((why) => reachOf("unreachable", why)),
  ...unknownReasons.map((why) => reachOf("unknown", why)),
  reachOf("reached", null),
];
const PEOPLE = {
  people: EXTRA.map((reach, at) => ({ ...reach, login: `${NAME}${at}`, slowReminders: at % 2 === 0 })),
  ...{ peopleTotal: 1000, peoplePage: 2, peoplePageSize: 25, asOf: AT },
  reachCounts: { unreachable: 4, unknown: 995, reached: 1 },
};
const NOBODY = { ...PEOPLE, people: [], peopleTotal: 0 };

it("a mail whose content and address are deleted is named by its kind, and can only be dismissed", () => {
  const words = said({ state: "dead", subject: null, address: "", needsAttention: true, isForgotten: true });
  expect(words).toMatch(/^Alert: .*to \(address deleted\)/);
  expect(words).toContain("Dismiss");
  expect(words).not.toContain("Send again");
  expect(said({ state: "dead", needsAttention: true })).toContain("Send again");
});

describe.each(languages())("the deliveries in %s", (language) => {
  it("say every sentence, and keep names from outside apart from it", () => {
    const t = translatorOf("deliveries", language);
    const pages = [
      <PeopleSection key="people" deliveries={PEOPLE} address={ADDRESS} t={t} />,
      ...reachFilters.map((reach) => (
        <PeopleSection key={reach} deliveries={NOBODY} address={{ ...ADDRESS, reach }} t={t} />
      )),
      <ExtraSection key="extra" extra={EXTRA} asOf={AT} t={t} />,
      <ExtraSection key="no-extra" extra={[]} asOf={AT} t={t} />,
      ...[0, 1, 2].flatMap((unreachable) =>
        [0, 1, 4].map((unknown) => (
          <ReachSummary
            t={t}
            key={`${unreachable} ${unknown}`}
            tReach={translatorOf("mailReach", language)}
            mailReach={mailReachOf({ transport: "smtp", total: unreachable + unknown + 1, unreachable })}
            reachCounts={{ unreachable, unknown, reached: 1 }}
            extra={EXTRA.slice(0, unknown)}
          />
        )),
      ),
      ...(["webhook", "polling", "none"] as const).flatMap((feedback) =>
        [true, false].map((webhook) => (
          <ChannelsNote
            t={t}
            key={`${feedback} ${webhook}`}
            feedback={feedback}
            secondChannel={{ webhook, smtp: feedback === "none" }}
          />
        )),
      ),
      ...deliveryStates.map((state) => item({ state, needsAttention: true, lastError: NAME, sentAt: AT })),
      ...["resend", "smtp", "fallback-smtp", "mailbox", null].map((sentVia) =>
        item({ state: "sent", sentVia, sentAt: AT, logins: [] }),
      ),
      ...deliveryStatuses.map((fate) =>
        item({ state: "sent", fate: { fate, at: AT, detail: NAME }, history: [{ fate, at: AT }], handled: true }),
      ),
      item({ state: "due", attempts: 3, nextAttemptAt: AT, subject: null }),
      item({ state: "dead", subject: null, address: "", needsAttention: true, isForgotten: true }),
    ];
    for (const page of pages) {
      const html = drawn(page, language);
      // a message that is missing is drawn as its path
      expect(html).not.toMatch(/>(deliveries|activity|ui)\./);
      const apart = / href="[^"]*"|<bdi[^>]*>[^<]*<\/bdi>|<span class="sr-only">[^<]*<\/span>/g;
      expect(html.replaceAll(apart, "")).not.toContain("evil");
    }
  });
});

describe("a mail", () => {
  it("is called by its subject; by its kind while it has none", () => {
    expect(said({ subject: "1 site is public" })).toContain("1 site is public");
    expect(said({ subject: null, kind: "reminder" })).toContain("Reminder");
    expect(said({ subject: null, kind: "of-tomorrow" })).toContain("“of-tomorrow”");
  });

  it("says where it stands", () => {
    expect(said({ state: "due", nextAttemptAt: AT })).toContain("Queued");
    expect(said({ state: "due", attempts: 3, nextAttemptAt: AT })).toMatch(
      new RegExp(`Queued, try 4 of ${MAX_TRIES} at 24 Nov 2026, 12:30`),
    );
    expect(said({ state: "sent", sentAt: AT, sentVia: "fallback-smtp" })).toMatch(
      /Sent by the fallback mail server 24 Nov 2026, 12:30/,
    );
    expect(said({ state: "dead" })).toContain("Failed for good");
  });

  it("E20: is said to have arrived only where the provider said so; silence is never called fine", () => {
    const arrived = deliveryStatuses.filter((fate) =>
      /Delivered to/.test(said({ fate: { fate, at: AT, detail: "" } })),
    );
    expect(arrived).toEqual(["delivered"]);
    for (const sentVia of ["resend", "smtp", "fallback-smtp", null]) {
      expect(said({ state: "sent", sentVia })).toContain("Unknown: ");
    }
    expect(said({ state: "sent", sentVia: "mailbox" })).toContain("Not sent on: ");
  });

  it("to an extra recipient names no login, and its buttons name the address", () => {
    const words = said({ logins: [], address: "security@people.example", needsAttention: true });
    expect(words).toContain("for an extra recipient");
    expect(words).toContain("Send again… to security@people.example: ");
    expect(words).toContain("Dismiss… to security@people.example: ");
  });
});

describe("who is reached", () => {
  type Counts = { unreachable: number; unknown: number; reached: number };
  const summary = (reachCounts: Counts, extra: ExtraReach[] = [], transport: "smtp" | "mailbox" = "smtp") => {
    const { unreachable, unknown, reached } = reachCounts;
    return drawn(
      <ReachSummary
        mailReach={mailReachOf({ transport, total: unreachable + unknown + reached, unreachable })}
        reachCounts={reachCounts}
        extra={extra}
        t={translatorOf("deliveries")}
        tReach={translatorOf("mailReach")}
      />,
    );
  };

  it("E20: is said in a sentence, and of whom it is not known is not said to be reached", () => {
    const words = text(summary({ unreachable: 1, unknown: 7, reached: 12 }));
    expect(words).toContain("1 of 20 Super Users not reached");
    expect(words).toContain("Delivery status unknown: 7");
    expect(text(summary({ unreachable: 0, unknown: 2, reached: 18 }))).toContain("Alerts go to all 20 Super Users");
    expect(text(summary({ unreachable: 3, unknown: 0, reached: 0 }))).toContain("Alerts reach no Super User");
  });

  it("is nobody, and never good, where mails stay in the mailbox", () => {
    const html = summary({ unreachable: 0, unknown: 0, reached: 4 }, [], "mailbox");
    expect(text(html)).toBe("Mail stays in the mailbox of this app: nobody is mailed");
    expect(html).toContain("text-caution");
    const warned = [0, 2, 4].map((unreachable) => mailReachOf({ transport: "mailbox", total: 4, unreachable }).is);
    expect(warned).toEqual(["stays-here", "stays-here", "stays-here"]);
  });

  it("is the same sentence in system status", () => {
    for (const language of languages()) {
      const { mailReach, doctor } = messagesIn(language);
      expect(doctor.is.transportMailbox).toBe(`${mailReach["stays-here"]}.`);
    }
  });

  it("counts the extra recipients who are not reached", () => {
    const words = text(summary({ unreachable: 0, unknown: 2, reached: 0 }, EXTRA.slice(0, 2)));
    expect(words).toContain("Extra recipients not reached: 2");
  });
});

describe("the page's address", () => {
  it("says what is in view and nothing else, and is read again as it was written", () => {
    expect([peoplePath(ADDRESS), mailsPath(ADDRESS)]).toEqual(["/alerts", "/alerts/sent"]);
    const address = { show: "attention", page: 2, reach: "unknown", people: 3, to: "a+b@x.example" } as const;
    const paths = [peoplePath(address), mailsPath(address)];
    expect(paths).toEqual([
      "/alerts?reach=unknown&people=3",
      "/alerts/sent?show=attention&to=a%2Bb%40x.example&page=2",
    ]);
    const params = paths.flatMap((path) => [...new URL(path, "http://portal").searchParams]);
    expect(readDeliveriesAddress(Object.fromEntries(params))).toEqual(address);
  });

  it("is as usual where it makes no sense", () => {
    expect(readDeliveriesAddress({ show: "x", page: "-1", reach: ["reached"], people: "1e9x" })).toEqual(ADDRESS);
    expect(readDeliveriesAddress({ to: "  " })).toEqual(ADDRESS);
    expect(readDeliveriesAddress({ to: "a".repeat(101) })).toEqual(ADDRESS);
  });

  it("leads to the mails of one mailbox, whatever its capitals", () => {
    expect(mailsToPath(" Team@X.example")).toBe("/alerts/sent?to=team%40x.example");
  });
});

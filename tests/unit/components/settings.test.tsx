import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { ExtraRecipientsCard } from "@/components/settings/extra-recipients-card";
import { languageName } from "@/components/settings/language-name";
import { listedRecipients } from "@/components/settings/listed-recipients";
import { RecipientsCard } from "@/components/settings/recipients-card";
import { ReminderCards } from "@/components/settings/reminder-cards";
import { SecondFactorCard } from "@/components/settings/second-factor-card";
import { isWeaker, ruleLabel, ruleMeaning } from "@/components/settings/unconfirmed-words";
import type { ListedSuperUser } from "@/lib/domain/settings/schema";
import { EXTRA_RECIPIENTS_MAX, unconfirmedRules } from "@/lib/ledger/settings/terms";
import { type Language, languages, messagesIn } from "@/messages/catalogue";
import { wordsOf } from "@/tests/support/words-of";

const AT = "2026-11-24T12:30:00.000Z";
/** a name that would turn round what follows it, were it not kept apart */
const NAME = "\u202eevil <b>";
const VIEWER = { login: "anna", provesBy: "password" } as const;
const nothing = () => {};

function drawn(node: ReactNode, language: Language = "en"): string {
  const messages = messagesIn(language);
  return renderToStaticMarkup(
    <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
      {node}
    </IntlProvider>,
  );
}

const text = (node: ReactNode) => drawn(node).replaceAll(/<[^>]+>/g, "");

const aPerson = (login: string, changes: Partial<ListedSuperUser> = {}): ListedSuperUser => ({
  ...{ login, email: `${NAME}@people.example`, reachable: true, hasSecondFactor: true, external: false },
  slowReminders: false,
  ...changes,
});
const PEOPLE = [
  ...Array.from({ length: 11 }, (_, n) => aPerson(`${NAME}${n}`, { external: n > 5, slowReminders: n > 8 })),
  aPerson("lost", { reachable: false, hasSecondFactor: false, email: "" }),
];

const extra = (count: number) => (
  <ExtraRecipientsCard
    extraRecipients={Array.from({ length: count }, (_, n) => ({ address: `${NAME}${n}`, language: "de" }))}
    onShow={nothing}
  />
);
const who = (all: boolean, singleSignOn: string | null = null, language: Language = "en") => (
  <RecipientsCard
    recipients={listedRecipients(PEOPLE, all)}
    reach="Alerts go to all 4 Super Users"
    singleSignOn={singleSignOn}
    say={wordsOf("settings", language)}
  />
);
const secondFactor = (choice: "required" | "optional", demandedByMatomo: boolean, yours: boolean) => (
  <SecondFactorCard rule={{ choice, demandedByMatomo, yours }} viewer={VIEWER} />
);

describe.each(languages())("the settings in %s", (language) => {
  it("say every sentence, and keep names from outside apart from it", () => {
    const pages = [
      ...[0, 1, EXTRA_RECIPIENTS_MAX].map(extra),
      who(true, null, language),
      who(false, "Okta", language),
      ...[true, false].flatMap((demanded) =>
        [true, false].flatMap((yours) => [
          secondFactor("required", demanded, yours),
          secondFactor("optional", demanded, yours),
        ]),
      ),
      ...(["weekly", "monthly"] as const).flatMap((cadence) =>
        ([null, "monthly", "as-everybody"] as const).map((ownPace) => (
          <ReminderCards
            key={`${cadence} ${ownPace}`}
            settings={{ cadence, ownPace, nextReminderAt: AT, unconfirmedRule: ownPace === null ? "off" : "2" }}
            viewer={VIEWER}
          />
        )),
      ),
    ];
    for (const page of pages) {
      const html = drawn(page, language);
      // a message that is missing is drawn as its path
      expect(html).not.toMatch(/>(settings|ui)\./);
      expect(html.replaceAll(/<bdi[^>]*>[^<]*<\/bdi>|<span class="sr-only">[^<]*<\/span>/g, "")).not.toContain("evil");
    }
  });

  it("say what each rule about unconfirmed sites does, in weeks and in months", () => {
    const say = wordsOf("settings", language);
    const words = unconfirmedRules.flatMap((rule) =>
      (["weekly", "monthly"] as const).flatMap((cadence) => [
        ruleLabel(say, rule, cadence),
        ruleMeaning(say, rule, cadence),
      ]),
    );
    // "off" says the same in both units
    expect(new Set(words).size).toBe(words.length - 2);
  });

  it("have a name for every language that mails can be in", () => {
    for (const one of languages()) expect(languageName(one, messagesIn(language).language.formats)).not.toBe(one);
  });
});

describe("who hears", () => {
  it("lists those first who hear nothing, and only a few until all are asked for", () => {
    const few = listedRecipients(PEOPLE, false);
    expect([few.listed.length, few.total, few.unreachable]).toEqual([10, 12, 1]);
    expect(few.listed[0]?.login).toBe("lost");
    expect(listedRecipients(PEOPLE, true).listed).toHaveLength(12);
    expect(drawn(who(false))).toContain('href="/settings?recipients=all"');
    expect(text(who(false))).toContain("Show all 12 Super Users");
    expect(text(who(true))).toContain("Show fewer");
  });

  it("says what an extra recipient gets and that each change is told, and names the address in its button", () => {
    const words = text(extra(1));
    expect(words).toContain("Each gets every alert and every reminder");
    expect(words).toContain("also to the one that is taken off");
    expect(words).toContain("Mails in German");
    expect(words).toContain(`Take off… ${NAME.replaceAll("<b>", "&lt;b&gt;")}0`);
    expect(words).toContain("Add an address…");
  });

  it("takes no further address when the list is full", () => {
    expect(text(extra(EXTRA_RECIPIENTS_MAX))).toContain("At most 10 addresses can be kept.");
    expect(text(extra(EXTRA_RECIPIENTS_MAX))).not.toContain("Add an address…");
  });
});

describe("the rule for sites that nobody confirms", () => {
  const say = wordsOf("settings");

  it("is weaker the longer it waits, and weakest when off: that takes a fresh proof", () => {
    expect([isWeaker("off", "12"), isWeaker("12", "6"), isWeaker("2", "1")]).toEqual([true, true, true]);
    expect([isWeaker("12", "off"), isWeaker("1", "2"), isWeaker("3", "3"), isWeaker("off", "off")]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("speaks of weeks or months as the reminders do, and of the mails before", () => {
    expect([ruleLabel(say, "off", "weekly"), ruleLabel(say, "1", "weekly"), ruleLabel(say, "3", "monthly")]).toEqual([
      "Never: they stay public",
      "After 1 week",
      "After 3 months",
    ]);
    expect(ruleMeaning(say, "2", "weekly")).toContain("mail 2 days and 1 day before");
    expect(ruleMeaning(say, "2", "monthly")).toContain("mail 7 days and 1 day before");
    expect(ruleMeaning(say, "off", "weekly")).toContain("nothing becomes private by itself");
  });
});

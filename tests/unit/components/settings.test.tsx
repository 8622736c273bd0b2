import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { ExtraRecipientsCard } from "@/components/settings/extra-recipients-card";
import { languageName } from "@/components/settings/language-name";
import { changesOf, type Rules, ruleLabel } from "@/components/settings/rules";
import { RulesForm } from "@/components/settings/rules-form";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { EXTRA_RECIPIENTS_MAX, unconfirmedRules } from "@/lib/ledger/settings/terms";
import { type Language, languages, messagesIn } from "@/messages/catalogue";
import { translatorOf } from "@/tests/support/translator-of";

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

const extra = (count: number) => (
  <ExtraRecipientsCard
    extraRecipients={Array.from({ length: count }, (_, n) => ({ address: `${NAME}${n}`, language: "de" }))}
    onShow={nothing}
  />
);
const SETTINGS: SettingsView = {
  ...{ cadence: "weekly", unconfirmedRule: "off", ownPace: "as-everybody" },
  ...{ nextReminderAt: AT, extraRecipients: [], mailLanguages: [] },
  secondFactor: { choice: "optional", demandedByMatomo: false, yours: true },
  withoutSecondFactor: Array.from({ length: 12 }, (_, n) => `${NAME}${n}`),
  withoutPassword: [NAME],
};
const rules = (changes: Partial<SettingsView> = {}) => (
  <RulesForm settings={{ ...SETTINGS, ...changes }} viewer={VIEWER} />
);
const secondFactor = (choice: "required" | "optional", demandedByMatomo: boolean, yours: boolean) =>
  rules({ secondFactor: { choice, demandedByMatomo, yours } });

describe.each(languages())("the settings in %s", (language) => {
  it("say every sentence, and keep names from outside apart from it", () => {
    const pages = [
      ...[0, 1, EXTRA_RECIPIENTS_MAX].map(extra),
      ...[true, false].flatMap((demanded) =>
        [true, false].flatMap((yours) => [
          secondFactor("required", demanded, yours),
          secondFactor("optional", demanded, yours),
        ]),
      ),
      ...(["weekly", "monthly"] as const).flatMap((cadence) =>
        ([null, "monthly", "as-everybody"] as const).map((ownPace) =>
          rules({ cadence, ownPace, unconfirmedRule: ownPace === null ? "off" : "2", withoutSecondFactor: [] }),
        ),
      ),
    ];
    for (const page of pages) {
      const html = drawn(page, language);
      // a message that is missing is drawn as its path
      expect(html).not.toMatch(/>(settings|ui)\./);
      expect(html.replaceAll(/<bdi[^>]*>[^<]*<\/bdi>|<span class="sr-only">[^<]*<\/span>/g, "")).not.toContain("evil");
    }
  });

  it("name each choice of the rule about unconfirmed sites, in weeks and in months", () => {
    const t = translatorOf("settings", language);
    const words = unconfirmedRules.flatMap((rule) => [ruleLabel(t, rule, "weekly"), ruleLabel(t, rule, "monthly")]);
    // "off" says the same in both units
    expect(new Set(words).size).toBe(words.length - 1);
  });

  it("have a name for every language that mails can be in", () => {
    for (const one of languages()) expect(languageName(one, messagesIn(language).language.formats)).not.toBe(one);
  });
});

describe("who hears", () => {
  it("says what an extra recipient gets, and names the address in its button", () => {
    const words = text(extra(1));
    expect(words).toContain("They get every alert and reminder");
    expect(words).toContain("Mails in German");
    expect(words).toContain(`Remove… ${NAME.replaceAll("<b>", "&lt;b&gt;")}0`);
    expect(words).toContain("Add an address…");
  });

  it("takes no further address when the list is full", () => {
    expect(text(extra(EXTRA_RECIPIENTS_MAX))).toContain("At most 10 addresses.");
    expect(text(extra(EXTRA_RECIPIENTS_MAX))).not.toContain("Add an address…");
  });
});

describe("the rules", () => {
  it("name who has no second factor and who has no password, a few of many", () => {
    const words = text(rules());
    expect(words).toContain("Without: ");
    expect(words).toContain("9 …");
    expect(words).not.toContain("evil &lt;b&gt;11");
    expect(words).toContain("Through LDAP, so not here with a password: ");
    expect(text(rules({ withoutSecondFactor: [], withoutPassword: [] }))).not.toMatch(/Without: |LDAP/);
  });

  it("say to whoever has no second factor what the rule means for them, and let nobody take it away without one", () => {
    const html = drawn(secondFactor("required", false, false));
    expect(html).toContain("You have none: you cannot publish, or turn this off.");
    expect(html).toMatch(/<option (?=[^>]*disabled)(?=[^>]*value="optional")/);
    expect(drawn(secondFactor("required", false, true))).not.toMatch(/You have none|<option [^>]*disabled/);
    expect(drawn(secondFactor("optional", true, true))).toContain("Matomo requires it of everyone (");
  });
});

describe("what is saved together", () => {
  const saved: Rules = { cadence: "weekly", ownPace: "as-everybody", unconfirmedRule: "3", secondFactor: "required" };
  const changed = (next: Partial<Rules>, from = saved) =>
    changesOf(from, { ...from, ...next }).map(({ rule, stepUp }) => [rule, stepUp]);

  it("is what differs, and nothing else", () => {
    expect(changed({})).toEqual([]);
    expect(changed({ ownPace: "monthly" })).toEqual([["ownPace", null]]);
  });

  it("begins with what is weaker, each with the step-up of its own", () => {
    expect(changed({ ownPace: "monthly", unconfirmedRule: "1", cadence: "monthly", secondFactor: "optional" })).toEqual(
      [
        ["secondFactor", "weaken-second-factor"],
        ["cadence", "weaken-reminders"],
        ["unconfirmedRule", null],
        ["ownPace", null],
      ],
    );
  });

  it("is weaker the longer unconfirmed sites stay public, and weakest when they always do", () => {
    const over = (from: Rules["unconfirmedRule"], to: Rules["unconfirmedRule"]) =>
      changed({ unconfirmedRule: to }, { ...saved, unconfirmedRule: from })[0]?.[1];
    expect([over("12", "off"), over("6", "12"), over("1", "2")]).toEqual(Array(3).fill("weaken-review"));
    expect([over("off", "12"), over("2", "1")]).toEqual([null, null]);
  });
});

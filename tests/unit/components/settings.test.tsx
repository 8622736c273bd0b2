import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { choiceLabel } from "@/components/events/setting-label";
import { ExtraRecipientsCard } from "@/components/settings/extra-recipients-card";
import { languageName } from "@/components/settings/language-name";
import { type RuleChange, takesStepUp } from "@/components/settings/rules";
import { RulesForm } from "@/components/settings/rules-form";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { EXTRA_RECIPIENTS_MAX, SETTINGS, type SettingValues, savedNames } from "@/lib/ledger/settings/terms";
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
function unset(): SettingValues;
function unset(): object {
  return Object.fromEntries(savedNames.map((setting) => [setting, SETTINGS[setting].unset]));
}
const VIEW: SettingsView = {
  settings: unset(),
  ownPace: "as-everybody",
  ...{ nextReminderAt: AT, extraRecipients: [], mailLanguages: [] },
  secondFactor: { demandedByMatomo: false, yours: true },
  withoutSecondFactor: Array.from({ length: 12 }, (_, n) => `${NAME}${n}`),
  withoutPassword: [NAME],
};
const rules = (changes: Partial<SettingsView> = {}) => <RulesForm settings={{ ...VIEW, ...changes }} viewer={VIEWER} />;
const secondFactor = (choice: "required" | "optional", demandedByMatomo: boolean, yours: boolean) =>
  rules({
    settings: { ...VIEW.settings, "second-factor": choice },
    secondFactor: { demandedByMatomo, yours },
  });

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
          rules({
            settings: {
              ...VIEW.settings,
              "reminder-cadence": cadence,
              "unconfirmed-rule": ownPace === null ? "off" : "2",
            },
            ownPace,
            withoutSecondFactor: [],
          }),
        ),
      ),
    ];
    for (const page of pages) {
      const html = drawn(page, language);
      // a message that is missing is drawn as its path
      expect(html).not.toMatch(/>(settings?|ui)\./);
      expect(html.replaceAll(/<bdi[^>]*>[^<]*<\/bdi>|<span class="sr-only">[^<]*<\/span>/g, "")).not.toContain("evil");
    }
  });

  it("name each choice of the rule about unconfirmed sites, in weeks, in months and in reminders", () => {
    const t = translatorOf("setting", language);
    const words = SETTINGS["unconfirmed-rule"].oneOf.flatMap((rule) =>
      ["weekly", "monthly", undefined].map((unit) => choiceLabel(t, "unconfirmed-rule", rule, unit)),
    );
    // "off" says the same in each unit
    expect(new Set(words).size).toBe(words.length - 2);
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
  const change = (rule: RuleChange["rule"], from: string, to: string): RuleChange => ({ rule, from, to });

  it("takes one step-up if any of it is weaker, and none if nothing is", () => {
    const [slower, sooner] = [change("reminder-cadence", "weekly", "monthly"), change("unconfirmed-rule", "3", "1")];
    expect(takesStepUp([])).toBe(false);
    expect(takesStepUp([sooner, change("own-pace", "as-everybody", "monthly")])).toBe(false);
    expect(takesStepUp([sooner, slower])).toBe(true);
    expect(takesStepUp([slower, change("second-factor", "required", "optional")])).toBe(true);
  });
});

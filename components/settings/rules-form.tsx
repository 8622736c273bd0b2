"use client";

import Link from "next/link";
import { type ReactNode, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ExactMoment } from "@/components/ui/moment";
import { Select } from "@/components/ui/select";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { cadences, ownPaces, secondFactorChoices, unconfirmedRules } from "@/lib/ledger/settings/terms";
import { changesOf, type Rules, ruleLabel, rulesOf } from "./rules";
import { SaveBar } from "./save-bar";

/** So many people are named. */
const FEW = 10;

type RulesFormProps = {
  settings: SettingsView;
  viewer: Viewer;
};

/** Every rule in one form, saved together. */
export function RulesForm({ settings, viewer }: RulesFormProps) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const heading = useRef<HTMLHeadingElement>(null);
  const saved = rulesOf(settings);
  const [chosen, choose] = useChosen(saved);
  const { cadence, ownPace, unconfirmedRule, secondFactor } = chosen;
  const { withoutSecondFactor, withoutPassword } = settings;
  const { demandedByMatomo, yours } = settings.secondFactor;
  const named = (logins: readonly string[]) => ({
    logins: `${format.list(logins.slice(0, FEW))}${logins.length > FEW ? " …" : ""}`,
    names: (words: ReactNode) => <bdi>{words}</bdi>,
  });
  return (
    <section aria-labelledby="rules" className="rounded-xl border border-line bg-surface shadow-lift">
      <h2 id="rules" ref={heading} tabIndex={-1} className="px-4 pt-4 font-semibold sm:px-6">
        {t("rules")}
      </h2>
      <div className="divide-y divide-line">
        <Rule
          name="cadence"
          title={t("reminders.title")}
          hint={t.rich("reminders.hint", { at: () => <ExactMoment iso={settings.nextReminderAt} /> })}
          options={cadences.map((value) => ({ value, label: t(`reminders.${value}`) }))}
          value={cadence}
          onChoose={(next) => choose({ cadence: next })}
        />
        <Rule
          name="own-pace"
          title={t("own.title")}
          hint={t(ownPace === null ? "own.noAddress" : "own.hint")}
          options={ownPaces.map((value) => ({ value, label: t(`own.${value}`) }))}
          value={ownPace}
          onChoose={(next) => choose({ ownPace: next })}
        />
        <Rule
          name="unconfirmed"
          title={t("unconfirmed.title")}
          hint={t.rich("unconfirmed.hint", {
            days: cadence === "weekly" ? 2 : 7,
            link: (words) => (
              <Link href="/review" className="underline">
                {words}
              </Link>
            ),
          })}
          options={unconfirmedRules.map((value) => ({ value, label: ruleLabel(t, value, cadence) }))}
          value={unconfirmedRule}
          onChoose={(next) => choose({ unconfirmedRule: next })}
        />
        <Rule
          name="second-factor"
          title={t("secondFactor.title")}
          hint={
            <>
              {t(demandedByMatomo ? "secondFactor.demanded" : "secondFactor.hint")}{" "}
              {withoutSecondFactor.length > 0 && t.rich("secondFactor.without", named(withoutSecondFactor))}{" "}
              {withoutPassword.length > 0 && t.rich("secondFactor.external", named(withoutPassword))}
              {!yours && (demandedByMatomo || secondFactor === "required") && (
                <strong className="block font-medium text-caution">{t("secondFactor.notYours")}</strong>
              )}
            </>
          }
          options={secondFactorChoices.map((value) => ({
            value,
            label: t(`secondFactor.${value}`),
            disabled: value === "optional" && saved.secondFactor === "required" && !yours,
          }))}
          value={demandedByMatomo ? "required" : secondFactor}
          isFixed={demandedByMatomo}
          onChoose={(next) => choose({ secondFactor: next })}
        />
      </div>
      <SaveBar
        changes={changesOf(saved, chosen)}
        viewer={viewer}
        onDiscard={() => {
          choose(saved);
          heading.current?.focus();
        }}
        onSaved={() => heading.current?.focus()}
      />
    </section>
  );
}

type RuleProps<V extends string> = {
  name: string;
  title: string;
  hint: ReactNode;
  options: readonly { value: V; label: string; disabled?: boolean }[];
  /** null: there is nothing to choose */
  value: V | null;
  isFixed?: boolean;
  onChoose: (next: V) => void;
};

function Rule<V extends string>({ name, title, hint, options, value, isFixed = false, onChoose }: RuleProps<V>) {
  return (
    <div className="grid gap-x-8 gap-y-2 px-4 py-3.5 sm:grid-cols-[minmax(0,1fr)_16rem] sm:items-center sm:px-6">
      <div className="min-w-0">
        <label htmlFor={name} className="font-medium text-sm">
          {title}
        </label>
        <p id={`${name}-hint`} className="text-[0.8125rem] text-ink-soft">
          {hint}
        </p>
      </div>
      <Select
        id={name}
        aria-describedby={`${name}-hint`}
        value={value ?? ""}
        disabled={isFixed || value === null}
        onChange={(event) => {
          const next = options.find((option) => option.value === event.target.value);
          if (next) onChoose(next.value);
        }}
      >
        {value === null && <option value="">–</option>}
        {options.map(({ value: one, label, disabled }) => (
          <option key={one} value={one} disabled={disabled}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** What is chosen and not saved yet. As soon as something else is saved of a rule, by whomever, that is what is chosen. */
function useChosen(saved: Rules): [Rules, (next: Partial<Rules>) => void] {
  const [over, setOver] = useState({ saved, chosen: saved });
  const kept = <R extends keyof Rules>(rule: R) => (over.saved[rule] === saved[rule] ? over.chosen[rule] : saved[rule]);
  const chosen: Rules = {
    cadence: kept("cadence"),
    ownPace: kept("ownPace"),
    unconfirmedRule: kept("unconfirmedRule"),
    secondFactor: kept("secondFactor"),
  };
  return [chosen, (next) => setOver({ saved, chosen: { ...chosen, ...next } })];
}

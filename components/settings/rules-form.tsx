"use client";

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { choiceLabel } from "@/components/events/setting-label";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { Link } from "@/components/ui/link";
import { ExactMoment } from "@/components/ui/moment";
import { Select } from "@/components/ui/select";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { type ChoiceName, ownPaces, type SavedName, SETTINGS, savedNames } from "@/lib/ledger/settings/terms";
import { type Rule, type RuleChange, type SaveProps, savedOf } from "./rules";

const loadSaveChanges = () => import("./save-changes");
const SaveChanges = lazy(() => loadSaveChanges().then((file) => ({ default: file.SaveChanges })));

/** Below the rules while something is not saved: what, and the one way to save it. Fetched once the page is idle. */
function SaveBar(props: SaveProps) {
  const t = useTranslations("settings");
  const { changes } = props;
  // Once the page can be used, so that the first choice finds it there.
  useEffect(() => void loadSaveChanges().catch(() => {}), []);
  const tellsAll = changes.some(({ rule }) => rule !== "own-pace");
  return (
    <>
      <p role="status" className="px-4 pb-4 text-ink-soft text-sm empty:hidden sm:px-6">
        {changes.length > 0 && `${t("unsaved", { count: changes.length })} ${t(tellsAll ? "tellsAll" : "tellsNobody")}`}
      </p>
      {changes.length > 0 && (
        <LazyDialog>
          <Suspense>
            <SaveChanges {...props} />
          </Suspense>
        </LazyDialog>
      )}
    </>
  );
}

/** So many people are named. */
const FEW = 10;

type ControlProps = {
  settings: SettingsView;
  /** what is chosen of a rule, saved or not */
  chosenOf: (rule: Rule) => string;
  choose: (rule: Rule, value: string) => void;
};

/** How each setting is chosen. One without does not compile. */
const CONTROLS: Record<SavedName, (props: ControlProps) => ReactNode> = {
  "second-factor": SecondFactor,
  "unconfirmed-rule": UnconfirmedRule,
  "reminder-cadence": ReminderCadence,
};

type RulesFormProps = { settings: SettingsView; viewer: Viewer };

/** Every rule in one form, saved together. */
export function RulesForm({ settings, viewer }: RulesFormProps) {
  const t = useTranslations("settings");
  const heading = useRef<HTMLHeadingElement>(null);
  const [edits, setEdits] = useState<readonly RuleChange[]>([]);
  // As soon as something else is saved of a rule, by whomever, that is what is chosen.
  const changes = edits.filter(({ rule, from }) => from === savedOf(settings, rule));
  const chosenOf = (rule: Rule) => changes.find((change) => change.rule === rule)?.to ?? savedOf(settings, rule);
  function choose(rule: Rule, to: string) {
    const [from, others] = [savedOf(settings, rule), changes.filter((change) => change.rule !== rule)];
    setEdits(from === to ? others : [...others, { rule, from, to }]);
  }
  return (
    <section aria-labelledby="rules" className="rounded-xl border border-line bg-surface shadow-lift">
      <h2 id="rules" ref={heading} tabIndex={-1} className="px-4 pt-4 font-semibold sm:px-6">
        {t("rules")}
      </h2>
      <div className="divide-y divide-line">
        {savedNames.map((setting) => {
          const Control = CONTROLS[setting];
          return <Control key={setting} settings={settings} chosenOf={chosenOf} choose={choose} />;
        })}
        <OwnPace settings={settings} chosenOf={chosenOf} choose={choose} />
      </div>
      <SaveBar
        changes={changes}
        viewer={viewer}
        onDiscard={() => {
          setEdits([]);
          heading.current?.focus();
        }}
        onSaved={() => heading.current?.focus()}
      />
    </section>
  );
}

function ReminderCadence(props: ControlProps) {
  const t = useTranslations("setting");
  const at = () => <ExactMoment iso={props.settings.nextReminderAt} />;
  return <Choice {...props} setting="reminder-cadence" hint={t.rich("of.reminder-cadence.hint", { at })} />;
}

function UnconfirmedRule(props: ControlProps) {
  const t = useTranslations("setting");
  const days = props.chosenOf("reminder-cadence") === "weekly" ? 2 : 7;
  const link = (words: ReactNode) => (
    <Link href="/review" className="underline">
      {words}
    </Link>
  );
  return <Choice {...props} setting="unconfirmed-rule" hint={t.rich("of.unconfirmed-rule.hint", { days, link })} />;
}

function SecondFactor(props: ControlProps) {
  const t = useTranslations("settings.secondFactor");
  const tSetting = useTranslations("setting");
  const format = useFormatter();
  const { settings, chosenOf } = props;
  const { withoutSecondFactor, withoutPassword } = settings;
  const { demandedByMatomo, yours } = settings.secondFactor;
  const isRequired = demandedByMatomo || chosenOf("second-factor") === "required";
  const named = (logins: readonly string[]) => ({
    logins: `${format.list(logins.slice(0, FEW))}${logins.length > FEW ? " …" : ""}`,
    names: (words: ReactNode) => <bdi>{words}</bdi>,
  });
  const hint = (
    <>
      {demandedByMatomo ? t("demanded") : tSetting("of.second-factor.hint")}{" "}
      {withoutSecondFactor.length > 0 && t.rich("without", named(withoutSecondFactor))}{" "}
      {withoutPassword.length > 0 && t.rich("external", named(withoutPassword))}
      {!yours && isRequired && <strong className="block font-medium text-caution">{t("notYours")}</strong>}
    </>
  );
  return (
    <Choice
      {...props}
      setting="second-factor"
      hint={hint}
      locked={yours || savedOf(settings, "second-factor") !== "required" ? undefined : "optional"}
      fixed={demandedByMatomo ? "required" : undefined}
    />
  );
}

function OwnPace({ settings, chosenOf, choose }: ControlProps) {
  const t = useTranslations("settings.own");
  return (
    <RuleRow
      name="own-pace"
      title={t("title")}
      hint={t(settings.ownPace === null ? "noAddress" : "hint")}
      options={ownPaces.map((value) => ({ value, label: t(value) }))}
      value={chosenOf("own-pace")}
      isFixed={settings.ownPace === null}
      onChoose={(next) => choose("own-pace", next)}
    />
  );
}

type ChoiceProps = ControlProps & {
  setting: SavedName & ChoiceName;
  hint: ReactNode;
  /** a value that this person cannot choose */
  locked?: string;
  /** what it is, whatever is chosen here */
  fixed?: string;
};

function Choice({ setting, hint, locked, fixed, chosenOf, choose }: ChoiceProps) {
  const t = useTranslations("setting");
  const labelOf = (value: string) => choiceLabel(t, setting, value, chosenOf("reminder-cadence"));
  return (
    <RuleRow
      name={setting}
      title={t(`of.${setting}.name`)}
      hint={hint}
      options={SETTINGS[setting].oneOf.map((value) => ({ value, label: labelOf(value), disabled: value === locked }))}
      value={fixed ?? chosenOf(setting)}
      isFixed={fixed !== undefined}
      onChoose={(next) => choose(setting, next)}
    />
  );
}

type RuleRowProps = {
  name: Rule;
  title: string;
  hint: ReactNode;
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** empty: there is nothing to choose */
  value: string;
  isFixed: boolean;
  onChoose: (next: string) => void;
};

function RuleRow({ name, title, hint, options, value, isFixed, onChoose }: RuleRowProps) {
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
        value={value}
        disabled={isFixed}
        onChange={(event) => onChoose(event.target.value)}
      >
        {value === "" && <option value="">–</option>}
        {options.map(({ value: one, label, disabled }) => (
          <option key={one} value={one} disabled={disabled}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}

import type { StepUpAction, Viewer } from "@/lib/auth/schema";
import {
  setOwnRemindersAction,
  setReminderCadenceAction,
  setSecondFactorRuleAction,
  setUnconfirmedRuleAction,
} from "@/lib/domain/settings/actions";
import type { SettingsView } from "@/lib/domain/settings/schema";
import {
  type Cadence,
  type OwnPace,
  SETTINGS,
  type SecondFactorChoice,
  type UnconfirmedRule,
} from "@/lib/ledger/settings/terms";
import type { Result } from "@/lib/platform/result";
import type { SettingsTranslator } from "./settings-translator";

/** What the form can change; `ownPace` null: the viewer has no address that mail reaches. */
export type Rules = {
  cadence: Cadence;
  ownPace: OwnPace | null;
  unconfirmedRule: UnconfirmedRule;
  secondFactor: SecondFactorChoice;
};

/** One change that is not saved yet; the weaker ones name the step-up that they take. */
export type RuleChange = { rule: keyof Rules; stepUp: StepUpAction | null; run: () => Promise<Result<unknown>> };

/** What is to be saved, and what becomes of it. */
export type SaveProps = {
  changes: readonly RuleChange[];
  viewer: Viewer;
  onDiscard: () => void;
  /** everything is saved, and the page is about to show it */
  onSaved: () => void;
};

export function rulesOf({ cadence, ownPace, unconfirmedRule, secondFactor }: SettingsView): Rules {
  return { cadence, ownPace, unconfirmedRule, secondFactor: secondFactor.choice };
}

/** What of `chosen` differs from what is saved, the weaker first: they take a proof, which is good for the others too. */
export function changesOf(saved: Rules, chosen: Rules): RuleChange[] {
  const { cadence, ownPace, unconfirmedRule, secondFactor } = chosen;
  const changes: (RuleChange | false)[] = [
    secondFactor !== saved.secondFactor && {
      rule: "secondFactor",
      stepUp: secondFactor === "optional" ? SETTINGS["second-factor"].stepUp : null,
      run: () => setSecondFactorRuleAction({ required: secondFactor === "required" }),
    },
    cadence !== saved.cadence && {
      rule: "cadence",
      stepUp: cadence === "monthly" ? SETTINGS["reminder-cadence"].stepUp : null,
      run: () => setReminderCadenceAction({ cadence }),
    },
    unconfirmedRule !== saved.unconfirmedRule && {
      rule: "unconfirmedRule",
      stepUp: isWeaker(unconfirmedRule, saved.unconfirmedRule) ? SETTINGS["unconfirmed-rule"].stepUp : null,
      run: () => setUnconfirmedRuleAction({ periods: unconfirmedRule }),
    },
    ownPace !== saved.ownPace && {
      rule: "ownPace",
      stepUp: null,
      run: () => setOwnRemindersAction({ pace: ownPace }),
    },
  ];
  return changes
    .filter((change) => change !== false)
    .sort((a, b) => Number(a.stepUp === null) - Number(b.stepUp === null));
}

/** Whether `to` leaves unconfirmed sites public for longer than `from`. */
function isWeaker(to: UnconfirmedRule, from: UnconfirmedRule): boolean {
  return periodsOf(to) > periodsOf(from);
}

function periodsOf(rule: UnconfirmedRule): number {
  return rule === "off" ? Number.POSITIVE_INFINITY : Number(rule);
}

/** A choice of the rule for unconfirmed sites, in the unit of the reminders. */
export function ruleLabel(t: SettingsTranslator, rule: UnconfirmedRule, cadence: Cadence): string {
  if (rule === "off") return t("unconfirmed.off");
  return t(cadence === "weekly" ? "unconfirmed.weeks" : "unconfirmed.months", { count: Number(rule) });
}

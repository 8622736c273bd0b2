import type { Viewer } from "@/lib/auth/schema";
import { saveSettingsAction, setOwnRemindersAction } from "@/lib/domain/settings/actions";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { isWeaker, plainValue, type SavedName } from "@/lib/ledger/settings/terms";
import type { Result } from "@/lib/platform/result";

/** What the form can change: the settings, and how often one is reminded oneself. */
export type Rule = SavedName | "own-pace";
/** Something chosen and not saved yet. */
export type RuleChange = { rule: Rule; from: string; to: string };

/** What is to be saved, and what becomes of it. */
export type SaveProps = {
  changes: readonly RuleChange[];
  viewer: Viewer;
  onDiscard: () => void;
  /** everything is saved, and the page is about to show it */
  onSaved: () => void;
};

/** What is saved of a rule; empty where there is nothing to choose: the viewer has no address that mail reaches. */
export function savedOf({ settings, ownPace }: SettingsView, rule: Rule): string {
  return rule === "own-pace" ? (ownPace ?? "") : plainValue(settings[rule]);
}

/** Whether saving takes a step-up: one for all of them. */
export function takesStepUp(changes: readonly RuleChange[]): boolean {
  return changes.some(({ rule, from, to }) => rule !== "own-pace" && isWeaker(rule, from, to));
}

/** All settings at once, and the own reminders after them. */
export async function save(changes: readonly RuleChange[]): Promise<Result<unknown>> {
  const settings = changes.filter(({ rule }) => rule !== "own-pace");
  const own = changes.find(({ rule }) => rule === "own-pace");
  const saved: Result<unknown> =
    settings.length === 0
      ? { ok: true, data: null }
      : await saveSettingsAction(Object.fromEntries(settings.map(({ rule, to }) => [rule, to])));
  return own && saved.ok ? setOwnRemindersAction({ pace: own.to }) : saved;
}

import type { FindingsTranslator } from "@/components/findings/finding-labels";
import { findingKinds } from "@/lib/ledger/facts/finding-terms";
import type { ActivityTranslator } from "./activity-intl";

/** What somebody wanted to do: `publish 2 sites`. Unknown actions keep their own name. */
export function commandLabel(t: ActivityTranslator, action: string, siteCount = 0): string {
  return t("command", { ...chosenBy(action), sites: t("siteCount", { count: siteCount }) });
}

/** A kind of mail: `alert: sites published`. Kinds that this app does not know keep their own name. */
export function mailLabel(t: ActivityTranslator, kind: string): string {
  return t("mail", chosenBy(kind));
}

/** What a kind of finding is called: `Public and writable`. One that this app does not know keeps its own name. */
export function findingLabel(t: FindingsTranslator, finding: string): string {
  const known = findingKinds.find((kind) => kind === finding);
  return known ? t(`kinds.${known}.title`) : finding;
}

/** Why something was refused: a code of lib/platform/errors.ts, or what a check of a password or code said. */
export function becauseLabel(t: ActivityTranslator, why: string): string {
  return t("because", chosenBy(why));
}

/** What older versions called otherwise. */
const TODAY: Record<string, string> = {
  ...{ lock: "block", pause: "block", unlock: "unblock", resume: "unblock", drop_pause: "unblock" },
  ...{ set_cadence: "save_settings", set_second_factor_rule: "save_settings", set_unconfirmed_rule: "save_settings" },
  ...{ weaken_reminders: "save_settings", weaken_second_factor: "save_settings", weaken_review: "save_settings" },
  weaken_settings: "save_settings",
  ...{ access_locked: "access_blocked", access_paused: "access_blocked" },
  ...{ lock_changed: "block_changed", pause_changed: "block_changed" },
  ...{ code_wrong: "second_factor_wrong", code_missing: "second_factor_required" },
  ...{ no_second_factor: "second_factor_missing", somebody_else: "identity_foreign" },
};

/** Messages choose by small letters and underscores; what they do not know they print as it is. */
export function chosenBy(name: string): { key: string; name: string } {
  const key = name.toLowerCase().replaceAll(/[^a-z]+/g, "_");
  return { key: TODAY[key] ?? key, name };
}

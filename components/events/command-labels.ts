import { SETTINGS, settingNames } from "@/lib/ledger/settings/terms";
import type { ActivityTranslator } from "./activity-intl";

/** How somebody proved who they are: `password and code`. */
export function methodLabel(t: ActivityTranslator, method: string): string {
  return t("method", chosenBy(method));
}

/** What somebody wanted to do: `make 2 sites public`. Unknown actions keep their own name. */
export function commandLabel(t: ActivityTranslator, action: string, siteCount?: number): string {
  const setting = settingNames.find((name) => {
    const declared = SETTINGS[name];
    return action === declared.command || ("stepUp" in declared && action === declared.stepUp);
  });
  if (setting) return t(`settings.${setting}.deed`, chosenBy(action));
  return t("deed", { ...chosenBy(action), known: siteCount === undefined ? "no" : "yes", count: siteCount ?? 0 });
}

/** A kind of mail: `the reminder`. Kinds that this portal does not know keep their own name. */
export function mailLabel(t: ActivityTranslator, kind: string): string {
  return t("mail", chosenBy(kind));
}

/** What a kind of finding is called: `Public and writable`. */
export function findingLabel(t: ActivityTranslator, finding: string): string {
  return t("finding", chosenBy(finding));
}

/** Why something was refused: a code of lib/platform/errors.ts, or what the check said. */
export function codeLabel(t: ActivityTranslator, code: string): string {
  return t("code", chosenBy(code));
}

/** Why a sign-in or a confirmation was refused. */
export function reasonLabel(t: ActivityTranslator, reason: string): string {
  return t("reason", chosenBy(reason));
}

/** Why no mail reaches somebody. */
export function unreachableLabel(t: ActivityTranslator, why: string): string {
  return t("unreachable", chosenBy(why));
}

/** Messages choose by small letters and underscores; what they do not know they print as it is. */
function chosenBy(name: string): { key: string; name: string } {
  return { key: name.toLowerCase().replaceAll(/[^a-z]+/g, "_"), name };
}

import { SETTINGS, settingNames } from "@/lib/ledger/settings/terms";
import type { SayActivity } from "./activity-words";

/** How somebody proved who they are: `password and code`. */
export function methodWords(say: SayActivity, method: string): string {
  return say("method", chosenBy(method));
}

/** What somebody wanted to do: `make 2 sites public`. Unknown actions keep their own name. */
export function commandWords(say: SayActivity, action: string, siteCount?: number): string {
  const setting = settingNames.find((name) => {
    const declared = SETTINGS[name];
    return action === declared.command || ("stepUp" in declared && action === declared.stepUp);
  });
  if (setting) return say(`settings.${setting}.deed`, chosenBy(action));
  return say("deed", { ...chosenBy(action), known: siteCount === undefined ? "no" : "yes", count: siteCount ?? 0 });
}

/** A kind of mail: `the reminder`. Kinds that this portal does not know keep their own name. */
export function mailWords(say: SayActivity, kind: string): string {
  return say("mail", chosenBy(kind));
}

/** What a kind of finding is called: `Public and writable`. */
export function findingWords(say: SayActivity, finding: string): string {
  return say("finding", chosenBy(finding));
}

/** Why something was refused: a code of lib/platform/errors.ts, or what the check said. */
export function codeWords(say: SayActivity, code: string): string {
  return say("code", chosenBy(code));
}

/** Why a sign-in or a confirmation was refused. */
export function reasonWords(say: SayActivity, reason: string): string {
  return say("reason", chosenBy(reason));
}

/** Why no mail reaches somebody. */
export function unreachableWords(say: SayActivity, why: string): string {
  return say("unreachable", chosenBy(why));
}

/** Messages choose by small letters and underscores; what they do not know they print as it is. */
function chosenBy(name: string): { key: string; name: string } {
  return { key: name.toLowerCase().replaceAll(/[^a-z]+/g, "_"), name };
}

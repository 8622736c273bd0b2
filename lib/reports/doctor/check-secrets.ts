import { env } from "@/lib/platform/env";
import { bad, good, type RunCheck, warning } from "./line";
import { weaknessOf } from "./policy";
import type { Line } from "./schema";

/** What people make up for the portal; secrets that a provider gives are the provider's. */
const OWN = ["NEXTAUTH_SECRET", "CRON_SECRET", "METRICS_TOKEN"] as const;
type Own = (typeof OWN)[number];

/** Whether one of the portal's own secrets looks guessable, or is one of the others. Never says any of it. */
export const checkSecret =
  (name: Own): RunCheck =>
  () => {
    const secret = env()[name];
    if (secret === undefined) return [];
    return [twinOf(name, secret) ?? strengthOf(name, secret)];
  };

function twinOf(name: Own, secret: string): Line | null {
  const twin = OWN.find((other) => other !== name && env()[other] === secret);
  return twin ? bad("secret", "secretTwin", { name, twin }) : null;
}

function strengthOf(name: Own, secret: string): Line {
  const { length } = secret;
  switch (weaknessOf(secret)) {
    case "repeats":
      return bad("secret", "secretRepeats", { name });
    case "guessable":
      return bad("secret", "secretGuessable", { name });
    case "short":
      return warning("secret", "secretShort", { name, length });
    case null:
      return good("secret", "secretGood", { name, length });
  }
}

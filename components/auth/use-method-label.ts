"use client";

import { useTranslations } from "use-intl";
import type { ProofMethod } from "@/lib/auth/schema";

// Named here, since the schema would bring its validator into what a page loads first.
const METHODS = [
  "password",
  "password-and-code",
  "password-and-recovery-code",
  "single-sign-on",
  "single-sign-on-and-second-factor",
] as const satisfies readonly ProofMethod[];

/** How somebody proved who they are: `password and code`. What is none of the methods is quoted. */
export function useMethodLabel(): (method: string) => string {
  const t = useTranslations("auth");
  return (method) => {
    const known = METHODS.find((one) => one === method);
    return known ? t(`methods.${known}`) : t("methods.other", { method });
  };
}

"use client";

import { useTranslations } from "use-intl";
import { proofMethods } from "@/lib/auth/schema";

/** How somebody proved who they are: `password and code`. What is none of the methods is quoted. */
export function useMethodWords(): (method: string) => string {
  const say = useTranslations("auth");
  return (method) => {
    const known = proofMethods.find((one) => one === method);
    return known ? say(`methods.${known}`) : say("methods.other", { method });
  };
}

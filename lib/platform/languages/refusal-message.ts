import { createTranslator } from "use-intl/core";
import type { AppError } from "@/lib/platform/errors";
import { type Language, messagesIn } from "@/messages/catalogue";

const NAMED_IDS = 20;

/** What a refusal says to the person concerned: what happened, what it means, what to do. Never its cause. */
export function refusalMessage({ code, siteIds }: Pick<AppError, "code" | "siteIds">, language: Language): string {
  const messages = messagesIn(language);
  const t = createTranslator({ locale: messages.language.formats, messages, namespace: "errors" });
  if (code !== "unknown_sites" && code !== "canary_site") return t(code);
  const named = siteIds.slice(0, NAMED_IDS).join(", ") || "none";
  return t(code, { sites: siteIds.length > NAMED_IDS ? `${named}, …` : named });
}

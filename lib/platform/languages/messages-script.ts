import { createHash } from "node:crypto";
import compile from "icu-minify/compile";
import { type Language, languages, messagesIn } from "@/messages/catalogue";

/** What `useTranslations` is asked for: the other namespaces are read on the server alone. */
export const BROWSER_NAMESPACES = [
  "activity",
  "auth",
  "block",
  "commands",
  "deliveries",
  "drill",
  "fields",
  "findings",
  "language",
  "layout",
  "mailReach",
  "mailbox",
  "outside",
  "publicAccess",
  "publish",
  "review",
  "sessions",
  "setting",
  "settings",
  "ui",
] as const;

type Script = { file: string; text: string };
const scripts = new Map<Language, Script>();

/** A language's messages as the browser loads them: one file, named by what is in it. Null where it is not spoken. */
export function messagesScript(language: Language): Script | null {
  if (!languages().includes(language)) return null;
  const known = scripts.get(language);
  if (known) return known;
  const all = messagesIn(language);
  const messages = Object.fromEntries(BROWSER_NAMESPACES.map((namespace) => [namespace, compiled(all[namespace])]));
  const text = `self.__messages=${JSON.stringify({ language, messages })}`;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const script = { file: `${language}.${hash}.js`, text };
  scripts.set(language, script);
  return script;
}

/** Messages are compiled here, so that the browser needs no compiler for plurals and the like. */
function compiled(messages: object): object {
  return Object.fromEntries(
    Object.entries(messages).map(([name, held]) => [name, typeof held === "string" ? compile(held) : compiled(held)]),
  );
}

import type { StatementIntl } from "@/components/statements/statement-intl";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverTranslator } from "@/lib/auth/language/server-translator";

/** What statements are told with, in the language of the request. */
export async function statementIntl(): Promise<StatementIntl> {
  return {
    t: await serverTranslator("statements"),
    activity: await serverTranslator("activity"),
    format: await serverFormats(),
  };
}

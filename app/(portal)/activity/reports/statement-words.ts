import type { StatementWords } from "@/components/statements/statement-words";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverWords } from "@/lib/auth/language/words";

/** What statements are told with, in the language of the request. */
export async function statementWords(): Promise<StatementWords> {
  return {
    say: await serverWords("statements"),
    activity: await serverWords("activity"),
    format: await serverFormats(),
  };
}

import { env } from "@/lib/platform/env";
import { good, warning } from "./line";
import type { Line } from "./schema";

/** Whether monthly statements are signed. */
export function checkStatementKey(): Line[] {
  const isSet = env().STATEMENT_KEY !== undefined;
  return [isSet ? good("statementKey", "statementsSigned") : warning("statementKey", "statementsUnsigned")];
}

import { translateDatabaseError } from "@/lib/platform/db/errors";
import { MigrationError } from "@/lib/platform/db/migration-error";
import { EnvError } from "@/lib/platform/env";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { refusalMessage } from "@/lib/platform/languages/refusal-message";
import { errnoSentence } from "./errno-sentence.mjs";

/** For who runs the server; the words of pages are for people who sign in. */
const FOR_THE_OPERATOR: Partial<Record<ErrorCode, string>> = {
  database_unreachable:
    "The database cannot be reached with DATABASE_URL. Run the doctor for the likely cause: bin/public-access doctor",
  database_read_only:
    "The database can only be read: it is a replica, or in read-only mode. Point DATABASE_URL at the primary server.",
  outcome_unknown:
    "The connection broke while it was being saved. Whether it was is in Activity once the database can be reached.",
  schema_not_understood:
    "A table or column is missing, or the account of DATABASE_URL may not read it. Run the doctor for its name: bin/public-access doctor",
};

/** Why a command failed, as a sentence for the operator: never a bare code, never a stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof MigrationError || error instanceof EnvError) return error.message;
  const file = errnoSentence(error);
  if (file !== null) return file;
  const known = translateDatabaseError(error);
  if (known instanceof AppError) return FOR_THE_OPERATOR[known.code] ?? refusalMessage(known, "en");
  return known instanceof Error ? known.message.trim() : String(known);
}

import { translateDatabaseError } from "@/lib/platform/db/errors";
import { AppError } from "@/lib/platform/errors";

/** What `read` gives, or `otherwise` where the table, column or right is missing: the check of the privileges says so. */
export async function unlessRefused<T>(read: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read;
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (cause instanceof AppError && cause.code === "schema_not_understood") return otherwise;
    throw error;
  }
}

import type { LibsqlError } from "@libsql/client";

/** By its name: the class comes with the driver, which a release does not bring. */
export function isLibsqlError(error: unknown): error is LibsqlError {
  return error instanceof Error && error.name === "LibsqlError";
}

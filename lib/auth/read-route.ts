import type { z } from "zod";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { refusalMessage } from "@/lib/platform/languages/refusal-message";
import { logger } from "@/lib/platform/logger";
import { currentSuperUser } from "./require-super-user";

const STATUS: Partial<Record<ErrorCode, number>> = {
  invalid_input: 400,
  session_ended: 401,
  database_unreachable: 503,
  database_read_only: 503,
  busy: 503,
  schema_not_understood: 503,
};

/** A GET that reads for a Super User: 401 without one, 400 for a bad query, 503 when Matomo cannot be read. */
export function superUserJsonRoute<S extends z.ZodType, T>(
  schema: S,
  raw: unknown,
  read: (query: z.output<S>) => Promise<T>,
): Promise<Response> {
  return respondToSuperUser(schema, raw, async (query) => json(200, await read(query)));
}

/** The same for an answer that is not JSON; what fails before `respond` is through is refused in the same words. */
export async function respondToSuperUser<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  respond: (query: z.output<S>) => Promise<Response>,
): Promise<Response> {
  try {
    await currentSuperUser();
    const query = schema.safeParse(raw);
    if (!query.success) throw new AppError("invalid_input");
    return await respond(query.data);
  } catch (error) {
    const cause = translateDatabaseError(error);
    const known = cause instanceof AppError ? cause : new AppError("unexpected", { cause });
    if (known.cause) logger().error({ err: known.cause }, known.code);
    return json(STATUS[known.code] ?? 500, {
      code: known.code,
      message: refusalMessage(known, await requestLanguage()),
    });
  }
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

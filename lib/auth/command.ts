import type { z } from "zod";
import { countRefusal, recordRefusal } from "@/lib/ledger/audit/record-refusal";
import { NO_ORIGIN, type Origin } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { withoutUndo } from "@/lib/platform/db/undo";
import { env } from "@/lib/platform/env";
import { AppError, type ErrorCode, type FieldCode } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import type { Outcome, Refused } from "@/lib/platform/result";
import type { StepUpAction } from "./schema";
import { loadSuperUser, recheckSuperUser, type SuperUser } from "./session";
import { consumeProof, type RecentAuth, requireRecentAuth, type StepUp } from "./step-up";

/** Everything a request brings that a command is judged by. Read from headers and cookie, never from the form. */
export type RequestContext = {
  /** the Origin header */
  origin: string | null;
  sessionId: string | null;
  proofId: string | null;
  request: Omit<Origin, "sessionRef">;
};

type CommandContext<P> = { superUser: SuperUser; proof: P; now: Date };

/** Something a signed-in Super User can do that changes anything. */
export type Command<S extends z.ZodType, P, T> = {
  name: string;
  schema: S;
  /** it may run again after a conflict and must have no effect outside the transaction */
  run: (tx: Tx, context: CommandContext<P>, input: z.output<S>) => Promise<T>;
};

/** A command that needs a fresh step-up: for `action` and exactly `siteIds`. */
export type StepUpCommand<S extends z.ZodType, T> = Command<S, StepUp, T> & {
  action: StepUpAction;
  siteIds: (input: z.output<S>) => readonly number[];
};

/** Runs a command that uses up the proof of the request, in the same transaction. Expected refusals are values. */
export function runWithStepUp<S extends z.ZodType, T>(
  command: StepUpCommand<S, T>,
  context: RequestContext,
  raw: unknown,
): Promise<Outcome<T>> {
  const { action } = command;
  return perform(command, context, raw, (tx, superUser, input, at) =>
    consumeProof(tx, superUser, { proofId: context.proofId, action, siteIds: command.siteIds(input), at }),
  );
}

/** Runs a command that tightens: with the password proven within 15 minutes, never on a session alone. */
export function runWithRecentAuth<S extends z.ZodType, T>(
  command: Command<S, RecentAuth, T>,
  context: RequestContext,
  raw: unknown,
): Promise<Outcome<T>> {
  return perform(command, context, raw, async (_tx, superUser, _input, at) => requireRecentAuth(superUser, at));
}

async function perform<S extends z.ZodType, P, T>(
  command: Command<S, P, T>,
  context: RequestContext,
  raw: unknown,
  prove: (tx: Tx, superUser: SuperUser, input: z.output<S>, at: Date) => Promise<P>,
): Promise<Outcome<T>> {
  let superUser: SuperUser | null = null;
  let last: Tx | null = null;
  try {
    requireOwnOrigin(context.origin);
    const known = await loadSuperUser(db(), context.sessionId, context.request, now());
    superUser = known;
    const input = parse(command.schema, raw);
    const data = await inTransaction(async (tx) => {
      last = tx;
      const at = now();
      const still = await recheckSuperUser(tx, known, at);
      const proof = await prove(tx, still, input, at);
      return command.run(tx, { superUser: still, proof, now: at }, input);
    });
    return { ok: true, data };
  } catch (error) {
    return refuse(command.name, superUser, context, withoutUndo(last, translateDatabaseError(error)));
  }
}

/**
 * Refuses a POST that does not come from this portal's own pages. A missing Origin is refused too: browsers send it
 * with every POST, and the framework lets a call without one through.
 * @throws AppError `foreign_origin`
 */
export function requireOwnOrigin(origin: string | null): void {
  if (origin !== new URL(env().NEXTAUTH_URL).origin) throw new AppError("foreign_origin");
}

function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldCode> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? "form")] ??= codeOf(issue);
  throw new AppError("invalid_input", { fields });
}

/** zod takes any message; that those of commands are codes is for tests/unit/field-codes.test.ts to say. */
function codeOf({ message }: { message: string }): FieldCode {
  return message as FieldCode;
}

/** None of them can be written down now. */
const COUNTED: ReadonlySet<ErrorCode> = new Set(["database_unreachable", "database_read_only", "busy"]);

/** Expected refusals become values and audit events; everything else is one fixed code, and the cause is logged. */
async function refuse(
  name: string,
  superUser: SuperUser | null,
  context: RequestContext,
  error: unknown,
): Promise<Refused> {
  const refusal = error instanceof AppError ? error : new AppError("unexpected", { cause: error });
  if (refusal.cause) logger().error({ action: name, err: refusal.cause }, refusal.code);
  const { code, fields, siteIds } = refusal;
  // No refusal: nobody knows whether the command was done.
  if (code !== "outcome_unknown") await recordRefusedAction(name, superUser, context, refusal);
  return { ok: false, code, fields, siteIds };
}

async function recordRefusedAction(
  name: string,
  superUser: SuperUser | null,
  context: RequestContext,
  { code, siteIds }: AppError,
): Promise<void> {
  const at = now();
  const facts = {
    type: "action.refused",
    action: name,
    code,
    siteIds: siteIds.slice(0, 50),
    siteCount: siteIds.length,
  } as const;
  const who = superUser
    ? ({ actor: { type: "superUser", login: superUser.login }, origin: superUser.origin } as const)
    : ({ actor: { type: "visitor" }, origin: { ...NO_ORIGIN, ...context.request } } as const);
  if (COUNTED.has(code)) countRefusal({ ...who, at, facts });
  else await recordRefusal({ ...who, at, facts });
}

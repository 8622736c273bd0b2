import { headers } from "next/headers";
import type { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { readSessionClaims } from "@/lib/auth/cookie";
import { currentSuperUser } from "@/lib/auth/page-guard";
import { requireOwnOrigin } from "@/lib/auth/request";
import type { StepUpAction } from "@/lib/auth/schema";
import { recheckSuperUser, type SuperUser } from "@/lib/auth/session";
import { consumeProof, type RecentProof, requireRecentProof, type StepUp } from "@/lib/auth/step-up";
import { now } from "@/lib/clock";
import { translateDatabaseError } from "@/lib/db/errors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { deliverSoon } from "@/lib/mail/deliver-soon";
import type { Refusal, Result } from "@/lib/result";

type Deed<P> = { superUser: SuperUser; proof: P; at: Date };
type Action<S extends z.ZodType, P, T> = {
  name: string;
  schema: S;
  /** the deed itself; it may run again after a conflict and must have no effect outside the transaction */
  run: (tx: Tx, deed: Deed<P>, input: z.output<S>) => Promise<T>;
};
type SteppedUp<S extends z.ZodType, T> = Action<S, StepUp, T> & {
  action: StepUpAction;
  siteIds: (input: z.output<S>) => readonly number[];
};

/**
 * A server action that takes a fresh step-up: the proof in the session's cookie is used up in the same transaction as
 * the deed, for this action and exactly these sites.
 */
export function steppedUpAction<S extends z.ZodType, T>(action: SteppedUp<S, T>): (raw: unknown) => Promise<Result<T>> {
  return serverAction(action, async (tx, superUser, input, at) => {
    const proofId = (await readSessionClaims())?.proofId ?? null;
    return consumeProof(tx, superUser, { proofId, action: action.action, siteIds: action.siteIds(input), at });
  });
}

/** A server action that tightens: it takes the password proven within 15 minutes, never a session alone. */
export function superUserAction<S extends z.ZodType, T>(
  action: Action<S, RecentProof, T>,
): (raw: unknown) => Promise<Result<T>> {
  return serverAction(action, async (_tx, superUser, _input, at) => requireRecentProof(superUser, at));
}

function serverAction<S extends z.ZodType, P, T>(
  action: Action<S, P, T>,
  prove: (tx: Tx, superUser: SuperUser, input: z.output<S>, at: Date) => Promise<P>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => {
    let superUser: SuperUser | null = null;
    try {
      requireOwnOrigin((await headers()).get("origin"));
      const known = await currentSuperUser();
      superUser = known;
      const input = parse(action.schema, raw);
      const data = await inTransaction(async (tx) => {
        const at = now();
        const still = await recheckSuperUser(tx, known, at);
        const proof = await prove(tx, still, input, at);
        return action.run(tx, { superUser: still, proof, at }, input);
      });
      deliverSoon();
      return { ok: true, data };
    } catch (error) {
      return refuse(action.name, superUser, translateDatabaseError(error));
    }
  };
}

function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? "form")] ??= issue.message;
  throw new AppError("invalid_input", { fields });
}

/** Expected refusals become values and audit events; everything else is one fixed sentence, and the cause is logged. */
async function refuse(name: string, superUser: SuperUser | null, error: unknown): Promise<Refusal> {
  const refusal = error instanceof AppError ? error : new AppError("unexpected", { cause: error });
  if (refusal.cause) logger().error({ action: name, err: refusal.cause }, refusal.code);
  const { code, message, fields, siteIds } = refusal;
  if (code !== "database_unreachable") await recordRefusal(name, superUser, refusal);
  return { ok: false, code, message, fields, siteIds };
}

async function recordRefusal(name: string, superUser: SuperUser | null, { code, siteIds }: AppError): Promise<void> {
  const actor = superUser ? ({ type: "superUser", login: superUser.login } as const) : ({ type: "visitor" } as const);
  const origin = superUser?.origin ?? { ip: null, userAgent: null, sessionRef: null };
  const facts = {
    type: "action.refused",
    action: name,
    code,
    siteIds: siteIds.slice(0, 50),
    siteCount: siteIds.length,
  } as const;
  await inTransaction((tx) => recordAudit(tx, { actor, origin, at: now(), facts })).catch((error: unknown) =>
    logger().error({ action: name, err: error }, "refusal could not be recorded"),
  );
}

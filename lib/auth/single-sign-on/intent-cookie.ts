import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { type StepUpAction, stepUpActions } from "@/lib/auth/schema";
import type { SuperUser } from "@/lib/auth/session";
import { proofSubject } from "@/lib/auth/step-up";
import { env } from "@/lib/platform/env";
import { INTENT_MAX_AGE_MS } from "./policy";

/** What the browser carries to the provider and back: which command was asked for, when, by which session. */
const intentSchema = z.object({
  /** names it to the page that waits for it; proves nothing */
  id: z.string(),
  sessionRef: z.string(),
  action: z.enum(stepUpActions),
  /** of `proofSubject`: 10,000 site ids do not fit a cookie */
  subject: z.string(),
  siteCount: z.number(),
  at: z.number().transform((ms) => new Date(ms)),
});
export type Intent = z.output<typeof intentSchema>;

/** Sent along when the provider leads back here (SameSite=Lax), and to nobody else. */
function intentCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https://");
  return {
    name: secure ? "__Host-public-access.step-up" : "public-access.step-up",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: INTENT_MAX_AGE_MS / 1000 },
  } as const;
}

/** Encrypted under a key of its own: no intent passes as a session, and no session as an intent. */
function keyOf(name: string) {
  return { secret: env().NEXTAUTH_SECRET, salt: name };
}

/** Sets the cookie on the answer to the current request. @returns the intent's id */
export async function rememberIntent(
  superUser: SuperUser,
  wanted: { action: StepUpAction; siteIds: readonly number[] },
  at: Date,
): Promise<string> {
  const { name, options } = intentCookie();
  const { action, siteIds } = wanted;
  const id = randomBytes(16).toString("base64url");
  const intent: z.input<typeof intentSchema> = {
    id,
    sessionRef: superUser.origin.sessionRef,
    action,
    subject: proofSubject(action, siteIds),
    siteCount: siteIds.length,
    at: at.getTime(),
  };
  const value = await encode({ token: intent, ...keyOf(name), maxAge: options.maxAge });
  (await cookies()).set(name, value, options);
  return id;
}

/** The intent the current request brings; null when there is none that this portal made. */
export async function readIntent(): Promise<Intent | null> {
  const { name } = intentCookie();
  const token = (await cookies()).get(name)?.value;
  if (!token) return null;
  const payload = await decode({ token, ...keyOf(name) }).catch(() => null);
  const intent = intentSchema.safeParse(payload);
  return intent.success ? intent.data : null;
}

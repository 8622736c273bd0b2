import { decode } from "next-auth/jwt";
import { z } from "zod";

/** What the encrypted cookie holds: ids whose sha256 the database knows. It grants nothing by itself. */
const claimsSchema = z.object({ sessionId: z.string(), proofId: z.string().nullable() });
export type SessionClaims = z.infer<typeof claimsSchema>;

/** What a session cookie says; null when it is none that this portal made, or too old. */
export async function readClaims(token: string | undefined, secret: string): Promise<SessionClaims | null> {
  if (!token) return null;
  const payload = await decode({ token, secret }).catch(() => null);
  return claimsSchema.safeParse(payload).data ?? null;
}

import { asksForProof } from "@/components/auth/asks-for-proof";
import { requestProbeAction } from "@/lib/domain/probe/actions";

/** Asks for a probe. @returns `asked`; `prove`: a proof is wanted first; `ended`: the session is over; else why not, in a sentence, null without an answer */
export async function requestProbe(): Promise<"asked" | "prove" | "ended" | { message: string | null }> {
  const result = await requestProbeAction({}).catch(() => null);
  if (result?.ok) return "asked";
  if (result && asksForProof(result.code)) return "prove";
  if (result?.code === "session_ended") return "ended";
  return { message: result?.message ?? null };
}

import { now, SECOND_MS } from "@/lib/clock";
import { env } from "@/lib/env";
import { bad, good, warning } from "./line";
import { networkReason, skewVerdict } from "./policy";
import type { Line } from "./schema";

const TIMEOUT_MS = 10 * SECOND_MS;

/** Whether Matomo answers at MATOMO_URL, and what its clock says. Sends no credentials and follows nowhere. */
export async function checkMatomoAnswers(): Promise<Line[]> {
  const { MATOMO_URL } = env();
  if (MATOMO_URL === undefined) return [warning("matomo", "matomoUntold")];
  try {
    const answer = await fetch(MATOMO_URL, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const at = now();
    await answer.body?.cancel();
    const reason = refusalOf(answer, MATOMO_URL);
    if (reason !== null) return [bad("matomo", "matomoSilent", { reason })];
    return [good("matomo", "matomoAnswers"), ...clockLines(answer.headers.get("date"), at)];
  } catch (error) {
    return [bad("matomo", "matomoSilent", { reason: networkReason(error) })];
  }
}

function refusalOf(answer: Response, url: string): string | null {
  if (answer.status >= 500) return "failing";
  const location = answer.headers.get("location");
  if (location === null || !URL.canParse(location, url)) return null;
  return new URL(location, url).hostname === new URL(url).hostname ? null : "elsewhere";
}

/** The header has whole seconds. */
function clockLines(date: string | null, at: Date): Line[] {
  const skewMs = Date.parse(date ?? "") - at.getTime();
  if (Number.isNaN(skewMs)) return [];
  if (skewVerdict(skewMs) === "good") return [good("matomoClock", "clockGood")];
  return [warning("matomoClock", "matomoClockOff", { seconds: Math.round(Math.abs(skewMs) / SECOND_MS) })];
}

import { openQuestions, type Reply } from "@/lib/domain/probe/ask";
import type { OutsideTrouble } from "@/lib/domain/probe/terms";
import { understandPage } from "@/lib/domain/probe/understand";
import { now, SECOND_MS } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { skewed } from "./check-time";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";

const TIMEOUT_MS = 10 * SECOND_MS;

/** Whether a Matomo answers at MATOMO_URL, asked as a stranger. That it refuses to say more is an answer. */
export async function checkMatomoAnswers(): Promise<Line[]> {
  const { MATOMO_URL } = env();
  if (MATOMO_URL === undefined) return [warning("matomo", "matomoUntold")];
  const { ask } = openQuestions(MATOMO_URL, { questionMs: TIMEOUT_MS });
  const reason =
    reasonIn(await ask({ module: "API", method: "API.getMatomoVersion", format: "JSON" })) ??
    reasonIn(await ask({ module: "Login" }));
  if (reason === null) return [good("matomo")];
  // A list of addresses is somebody's decision; everything else is a fault of the set-up.
  const verdict = reason === "list" ? warning : bad;
  return [verdict("matomo", "matomoSilent", { reason })];
}

const SILENCE: Partial<Record<OutsideTrouble, string>> = {
  unreachable: "connection",
  certificate: "tls",
  "redirected-elsewhere": "elsewhere",
  "https-required": "https",
  "untrusted-host": "host",
  "ip-list": "list",
  "upgrade-pending": "upgrade",
};

function reasonIn(reply: Reply): string | null {
  if (!reply.ok) return SILENCE[reply.trouble] ?? "silence";
  if (reply.asksPassword) return "password";
  if (reply.status === 404) return "nowhere";
  const page = understandPage(reply);
  const said = page.verdict === "trouble" ? SILENCE[page.trouble] : undefined;
  if (said !== undefined) return said;
  if (reply.status === 503) return "maintenance";
  return reply.status >= 500 ? "failing" : null;
}

/** What the clock of Matomo's server says: the header `Date`, in whole seconds. Without an answer there is nothing to say. */
export async function checkMatomoClock(): Promise<Line[]> {
  const { MATOMO_URL } = env();
  if (MATOMO_URL === undefined) return [];
  const said = await fetch(MATOMO_URL, {
    method: "HEAD",
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    (answer) => answer.headers.get("date"),
    () => null,
  );
  const skewMs = Date.parse(said ?? "") - now().getTime();
  return Number.isNaN(skewMs) ? [] : [skewed("matomoClock", skewMs)];
}

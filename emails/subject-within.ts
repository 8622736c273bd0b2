import type { MailKey, Say } from "./say";
import { fitSubject } from "./subject";

type Change = { total: number; sites: readonly { name: string }[]; host: string; days: number };

/** The subject of what comes to sites within some days: as `subjectOf`, for a message that takes `{days}` too. */
export function subjectWithin({ total, sites, host, days }: Change, key: MailKey, say: Say): string {
  const only = total === 1 ? sites[0] : undefined;
  const values = { count: total, named: only ? "yes" : "no", days };
  return fitSubject((name, on) => say.text(key, { ...values, name, host: on }), only?.name ?? "", host, say);
}

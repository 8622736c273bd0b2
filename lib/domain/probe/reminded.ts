import type { FactsOf } from "@/lib/ledger/facts/mail-schema";
import { DAY_MS } from "@/lib/platform/clock";
import { formatInBothZones } from "@/lib/platform/date-format";
import type { DbClient } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readLastChange } from "./last-change";
import { isReadable } from "./probe-site";
import { toSiteProbe } from "./stored-probes";

type OutsideFacts = FactsOf<"reminder">["outside"];
type SiteFacts = FactsOf<"reminder">["sites"][number]["outside"];

/**
 * What a reminder says of the newest probe from outside; null while there is none to speak of. What was readable before a site
 * became public or private is not said.
 */
export async function readOutsideFacts(reader: DbClient, timeZone: string): Promise<OutsideFacts> {
  if (env().MATOMO_URL === undefined) return null;
  const probe = await reader.probe.findFirst({
    where: { outcome: { not: "not-configured" } },
    orderBy: { id: "desc" },
  });
  if (probe === null) return null;
  const changedAt = await readLastChange(reader);
  const readable = changedAt !== null && probe.at < changedAt ? null : probe.readable;
  return { at: formatInBothZones(probe.at, timeZone), readable, unexpected: probe.unexpectedTotal };
}

/** Published since the last reminder, at the latest. */
const NEW_MS = 31 * DAY_MS;

/** Of the sites published lately, whether strangers see them; what was not looked at since then is unknown. */
export async function readSiteProbes(
  reader: DbClient,
  publications: readonly { idsite: number; channel: string; since: Date }[],
  at: Date,
): Promise<Map<number, SiteFacts>> {
  const isNew = ({ channel, since }: { channel: string; since: Date }) =>
    channel !== "before-portal" && at.getTime() - since.getTime() <= NEW_MS;
  const newer = publications.filter(isNew);
  if (env().MATOMO_URL === undefined || newer.length === 0) return new Map();
  const rows = await reader.probeSite.findMany({ where: { idsite: { in: newer.map(({ idsite }) => idsite) } } });
  const byId = new Map(rows.map((row) => [row.idsite, row]));
  return new Map(
    newer.map(({ idsite, since }) => {
      const row = byId.get(idsite);
      if (!row || row.lookedAt < since) return [idsite, { seen: "unknown", personal: 0 }];
      const readable = isReadable(toSiteProbe(row));
      const seen = readable === null ? "unknown" : readable ? "shown" : "refused";
      return [idsite, { seen, personal: row.personalCount ?? 0 }];
    }),
  );
}

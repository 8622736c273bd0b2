import { readExposure } from "@/lib/public-access/exposure";
import { deletePublications, writePublications } from "@/lib/public-access/publications";
import { writeWatchingSince } from "@/lib/settings/store";
import { siteNamed } from "@/prisma/seed/data/sites";
import type { DeedOf, WatchKind } from "./deeds";
import { sitesInEvent, sitesInMail } from "./facts";
import type { Ledger } from "./ledger";
import { sendMail } from "./send-mail";

const APPEARED = {
  baseline: { type: "public-access.baseline", channel: "before-portal", mail: "baseline" },
  "appeared-outside": { type: "public-access.granted-outside", channel: "outside", mail: "public-outside" },
} as const;

/** Writes what the watch found: event, publications, alert. */
export async function tellWatch(ledger: Ledger, { kind, at, sites: names }: DeedOf<WatchKind>): Promise<void> {
  const sites = names.map(siteNamed);
  const about = sitesInEvent(sites);
  const mail = sitesInMail(sites, at);

  if (kind === "expired") {
    const seq = await ledger.recordJob("watch", at, {
      type: "public-access.revoked",
      ...about,
      cause: "expired",
      unreachable: [],
    });
    await deletePublications(ledger.tx, about.siteIds);
    const facts = { kind: "made-private", ...mail, actor: null, cause: "expired" } as const;
    return sendMail(ledger, { eventKey: `event/${seq}`, facts, at });
  }
  if (kind === "vanished-outside") {
    const seq = await ledger.recordJob("watch", at, { type: "public-access.revoked-outside", ...about });
    await deletePublications(ledger.tx, about.siteIds);
    return sendMail(ledger, { eventKey: `event/${seq}`, facts: { kind: "private-outside", ...mail }, at });
  }
  const { type, channel, mail: mailKind } = APPEARED[kind];
  const eventSeq = await ledger.recordJob("watch", at, { type, ...about });
  const unknown = { grantedBy: null, reason: null, until: null };
  await writePublications(ledger.tx, about.siteIds, { channel, since: at, ...unknown, eventSeq });
  if (kind === "baseline") await writeWatchingSince(ledger.tx, at);
  const exposure = await readExposure(ledger.tx.db, about.siteIds);
  return sendMail(ledger, { eventKey: `event/${eventSeq}`, facts: { kind: mailKind, ...mail, exposure }, at });
}

import { alsoFound } from "@/lib/domain/findings/found-facts";
import { openPublicOutside, writeFindings } from "@/lib/domain/findings/open-findings";
import type { SeenFinding } from "@/lib/domain/findings/policy";
import { readExposure } from "@/lib/domain/publications/exposure";
import { deletePublications, writePublications } from "@/lib/domain/publications/publications";
import { writeWatchingSince } from "@/lib/ledger/settings/store";
import { publicSites } from "@/prisma/seed/data/access";
import { type NumberedSite, siteNamed } from "@/prisma/seed/data/sites";
import type { DeedOf, WatchKind } from "./deeds";
import { sitesInEvent, sitesInMail } from "./facts";
import type { Ledger } from "./ledger";
import { recipients, sendMail } from "./send-mail";

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
  if (kind === "baseline") await beginWatching(ledger, at);
  else await openPublicOutside(ledger.tx, about.siteIds, { since: at, eventSeq });
  const odd = names.includes(publicSites.outside) ? await openSpelling(ledger, sites, at) : [];
  const told = { ...mail, exposure: await readExposure(ledger.tx.db, about.siteIds) };
  const facts =
    mailKind === "baseline"
      ? ({ kind: mailKind, ...told } as const)
      : { kind: mailKind, ...told, also: await alsoFound(ledger.tx.db, odd) };
  await sendMail(ledger, { eventKey: `event/${eventSeq}`, facts, at });
}

/** The first look: since when the watch looks, and who the Super Users are. */
async function beginWatching(ledger: Ledger, at: Date): Promise<void> {
  await writeWatchingSince(ledger.tx, at);
  const people = recipients.flatMap(({ address, logins }) => logins.map((login) => ({ login, email: address })));
  await ledger.recordJob("watch", at, { type: "roster.baseline", logins: people.map(({ login }) => login) });
  await ledger.tx.db.rosterEntry.createMany({ data: people.map((person) => ({ ...person, seenAt: at })) });
}

/** The site came in through the gap in Matomo's check of the spelling: the watch finds that too, for the same alert. */
async function openSpelling(ledger: Ledger, sites: readonly NumberedSite[], at: Date): Promise<SeenFinding[]> {
  const [finding, detail] = ["other-spelling", '"Anonymous"'] as const;
  const about = sitesInEvent(sites);
  const details = Object.fromEntries(about.siteIds.map((id) => [String(id), detail]));
  const eventSeq = await ledger.recordJob("watch", at, { type: "finding.opened", finding, ...about, details });
  const found = about.siteIds.map((id) => ({ kind: finding, subject: String(id), detail, since: at, eventSeq }));
  await writeFindings(ledger.tx, found);
  return found;
}

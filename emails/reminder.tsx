import { asTyped, charactersOf } from "@/lib/platform/typed-text-terms";
import type { Facts } from "./facts";
import type { FactRow, Letter, SiteEntry } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { counted } from "./named";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import { titled } from "./subject";
import { both, fromSite, outside as outsideWords, siteList } from "./wording";

type Reminder = Facts<"reminder">;

function entry(site: Reminder["sites"][number], t: MailTranslator): SiteEntry {
  const { by, channel, kept, outside, reason, since, until } = site;
  const personal = outside?.personal ?? 0;
  const owned = both(
    by === null ? t.line("reminder.noOwner") : [{ outside: by }],
    until === null ? t.line("frame.noEnd") : t.line("frame.through", { day: t.day(until) }),
    t,
  );
  return {
    ...fromSite(site),
    ...(personal > 0 ? { alarm: t.line("reminder.personal", { count: personal }) } : {}),
    details: [
      reason === null || charactersOf(reason) === "" ? owned : [...owned, " · ", outsideWords(reason)],
      both(
        t.line(`reminder.since.${channel}`, { day: t.day(since) }),
        kept === null
          ? t.line("reminder.notKept")
          : t.line("reminder.kept", { by: { outside: kept.by }, day: t.day(kept.on) }),
        t,
      ),
      ...(outside === null ? [] : [t.line(`reminder.seen.${outside.seen}`)]),
    ],
  };
}

/** What the external check saw. */
function outsideRows({ at, outside }: Reminder, t: MailTranslator): FactRow[] {
  if (outside === null) return [];
  const { readable } = outside;
  const seen = readable === null ? t.line("reminder.trouble") : t.line("reminder.readable", { count: readable });
  return [{ label: t.text("reminder.check"), lines: [both(seen, [t.beside(at, outside.at)], t)] }];
}

/** Reminder: what is public at the start of this week or month. */
export function reminderLetter(props: Reminder, t: MailTranslator): Letter {
  const { at, cadence, everySite, host, lapse, links, outside, sites, total } = props;
  const unexpected = outside?.unexpected ?? 0;
  const { settings, review = links.publicAccess } = links;
  return {
    ...titled("reminder.title", { host, about: props }, t),
    // The subject names the first two, the list all of them.
    ...(total > 2 && { headline: t.line("reminder.title", { sites: counted(total, t) }) }),
    tone: "calm",
    lead: [
      everySite ? t.finding("anonymous-super-user", "meaning") : t.line("frame.stillNeeded"),
      // What anyone reads although it is private; nothing where nothing was seen.
      ...(unexpected > 0 ? [t.line("reminder.unexpected", { sites: counted(unexpected, t) })] : []),
      ...(lapse && lapse.count > 0
        ? [t.line("reminder.lapse", { day: t.lastDay(lapse.at), sites: counted(lapse.count, t) })]
        : []),
    ],
    button: { label: t.text("frame.reviewPublic"), href: review },
    notes: everySite ? [t.finding("anonymous-super-user", "remedy")] : [],
    sites: { ...siteList(props, review), entries: sites.map((site) => entry(site, t)) },
    rows: outsideRows(props, t),
    aside: {
      text: t.line("reminder.pace", { cadence, at: t.moment(at) }),
      link: cadence === "weekly" && settings ? { label: t.text("reminder.monthly"), href: settings } : null,
    },
    at,
    host,
  };
}

export default previewOf(reminderLetter, {
  ...FRAME,
  at: { utc: "2026-11-23 07:00 UTC", local: "2026-11-23 08:00 (Europe/Berlin)" },
  links: { ...LINKS, review: "https://portal.example/review", settings: "https://portal.example/settings" },
  lapse: null,
  outside: {
    at: { utc: "2026-11-23 06:30 UTC", local: "2026-11-23 07:30 (Europe/Berlin)" },
    readable: 3,
    unexpected: 0,
  },
  cadence: "weekly",
  periodLabel: "2026-11-23",
  sites: [
    {
      ...aSite(12, "Botanical garden", "https://garden.example"),
      channel: "portal",
      since: "2026-10-13",
      by: "anna",
      reason: asTyped("Open data day"),
      until: "2027-01-11",
      kept: { by: "bela", on: "2026-11-16" },
      outside: null,
    },
    {
      ...aSite(3, "Café Zürich", "https://cafe.example"),
      channel: "before-portal",
      since: "2026-05-17",
      by: null,
      reason: null,
      until: null,
      kept: null,
      outside: null,
    },
    {
      ...aSite(31, "Staff intranet", "https://intranet.example"),
      channel: "outside",
      since: "2026-11-22",
      by: null,
      reason: null,
      until: null,
      kept: null,
      outside: null,
    },
  ],
  total: 3,
  everySite: false,
} satisfies Reminder);

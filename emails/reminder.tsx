import { asTyped, charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Common, Site, Timestamp } from "./facts";
import type { FactRow, Letter, SiteEntry } from "./letter";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { outside as outsideWords } from "./outside";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { both, fromSite, siteList } from "./wording";

/** The days `since`, `until` and `on` are `2026-11-23`. */
export type ReminderSite = Site & {
  channel: "portal" | "outside" | "before-portal";
  since: string;
  by: string | null;
  reason: TypedText | null;
  until: string | null;
  /** who said last that it should stay public, and when */
  kept: { by: string; on: string } | null;
  /** of one published lately: whether anyone sees it, and how many things in its pages look personal */
  outside: { seen: "shown" | "refused" | "unknown"; personal: number } | null;
};

type ReminderProps = Common & {
  cadence: "weekly" | "monthly";
  /** `2026-11-23`, the Monday of the week, or `2026-11`, the month */
  periodLabel: string;
  total: number;
  /** Matomo's user `anonymous` is a Super User: making sites private does not help */
  everySite: boolean;
  sites: readonly ReminderSite[];
  links: { review?: string; settings?: string };
  /** when sites that nobody confirms become private, and how many; null while that is off */
  lapse: { at: Timestamp; count: number } | null;
  /** the newest external check; null when there was none. `readable` null: unknown */
  outside: { at: Timestamp; readable: number | null; unexpected: number } | null;
};

function entry(site: ReminderSite, t: MailTranslator): SiteEntry {
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
        t.line("reminder.since", { channel, day: t.day(since) }),
        kept === null
          ? t.line("reminder.notKept")
          : t.line("reminder.kept", { by: { outside: kept.by }, day: t.day(kept.on) }),
        t,
      ),
      ...(outside === null ? [] : [t.line("reminder.seen", { seen: outside.seen })]),
    ],
  };
}

/** What happens to sites that nobody confirms. */
function lapseLines({ lapse, total }: ReminderProps, t: MailTranslator): Line[] {
  if (lapse === null || lapse.count === 0) return [];
  const which = lapse.count === total ? "all" : "some";
  return [t.line("reminder.lapse", { which, count: lapse.count, day: t.lastDay(lapse.at) })];
}

/** What anyone reads although it is private, in the first lines; nothing when nothing was seen. */
function unexpectedLines({ outside }: ReminderProps, t: MailTranslator): Line[] {
  return outside && outside.unexpected > 0 ? [t.line("reminder.unexpected", { count: outside.unexpected })] : [];
}

/** What the external check saw. */
function outsideRows({ at, outside }: ReminderProps, t: MailTranslator): FactRow[] {
  if (outside === null) return [];
  const { readable } = outside;
  const seen = readable === null ? t.line("reminder.trouble") : t.line("reminder.readable", { count: readable });
  return [{ label: t.text("reminder.check"), lines: [both(seen, [t.beside(at, outside.at)], t)] }];
}

/** Reminder: what is public at the start of this week or month. */
export function reminderLetter(props: ReminderProps, t: MailTranslator): Letter {
  const { at, cadence, everySite, host, links, sites, total: count } = props;
  const { settings, review = links.publicAccess } = links;
  return {
    subject: subjectOf("reminder.subject", { host, about: props }, t),
    tone: "calm",
    headline: t.line("reminder.headline", siteValues(props, t)),
    lead: [...(everySite ? [t.line("reminder.everySite")] : []), ...unexpectedLines(props, t), ...lapseLines(props, t)],
    button: { label: t.text("frame.reviewSites", { count }), href: review },
    notes: everySite ? [t.line("findings.anonymousSuperUser.steps.setBack")] : [],
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
} satisfies ReminderProps);

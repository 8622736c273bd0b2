import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Common, Moment, Site } from "./facts";
import type { Block, FactRow, Letter, SiteEntry } from "./letter";
import type { Line } from "./line";
import { outside as outsideWords } from "./outside";
import { periodText } from "./period-text";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { fromSite, makePrivateStep, openButton, siteValues } from "./wording";

/** The days `since`, `until` and `on` are `2026-11-23`. */
export type ReminderSite = Site & {
  channel: "portal" | "outside" | "before-portal";
  ageDays: number;
  since: string;
  by: string | null;
  reason: TypedText | null;
  until: string | null;
  /** who said last that it is still meant to be public, and when */
  kept: { by: string; on: string } | null;
  /** of one published lately: whether strangers see it, and how many things in its pages look personal */
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
  links: { review?: string };
  /** when sites that nobody confirms become private, and how many; null while that is off */
  lapse: { at: Moment; count: number } | null;
  /** the newest probe; null when there was none. `readable` null: it could not be told */
  outside: { at: Moment; readable: number | null; unexpected: number } | null;
};

function age({ ageDays, channel }: ReminderSite, say: Say): string {
  return say.text(channel === "before-portal" ? "reminder.ageAtLeast" : "reminder.age", { days: ageDays });
}

function entry(site: ReminderSite, say: Say): SiteEntry {
  const { by, channel, id, kept, outside, reason, since, until } = site;
  const story = { channel, since: say.day(since) };
  const details: Line[] = [
    by === null
      ? say.line("reminder.answersNobody", { id })
      : say.line("reminder.answers", { id, by: { outside: by } }),
    until === null
      ? say.line("reminder.publicWithoutEnd", story)
      : say.line("reminder.publicUntil", { ...story, until: say.day(until) }),
    reason === null ? say.line("reminder.noReason") : say.line("reminder.reason", { reason: outsideWords(reason) }),
    kept === null
      ? say.line("reminder.notKept")
      : say.line("reminder.kept", { by: { outside: kept.by }, on: say.day(kept.on) }),
    ...(outside === null ? [] : [say.line("reminder.outside.site", { seen: outside.seen })]),
  ];
  const personal = outside?.personal ?? 0;
  return {
    ...fromSite(site),
    aside: age(site, say),
    details,
    ...(personal > 0 ? { alarm: say.line("reminder.outside.personal", { count: personal }) } : {}),
  };
}

/** What happens to sites that nobody confirms. The moment itself stands in the facts. */
function lapseLines({ lapse, total }: ReminderProps, say: Say): Line[] {
  if (lapse === null) return [];
  const which = lapse.count === total ? "all" : "some";
  return [say.line("reminder.lapse", { which, count: lapse.count, at: localMoment(lapse.at, say) })];
}

/** What strangers read against the table, in the first lines; nothing when nothing was seen. */
function unexpectedLines({ outside }: ReminderProps, say: Say): Line[] {
  return outside && outside.unexpected > 0
    ? [say.line("reminder.outside.unexpected", { count: outside.unexpected })]
    : [];
}

/** What strangers can read, beside what is public by the table. */
function outsideRows({ outside }: ReminderProps, say: Say): FactRow[] {
  if (outside === null) return [];
  const line =
    outside.readable === null
      ? say.line("reminder.outside.trouble")
      : say.line("reminder.outside.seen", { count: outside.readable });
  return [{ label: say.text("reminder.outside.label"), lines: [line, ...say.moment(outside.at)] }];
}

/** The clock of the instance alone, for a sentence. */
function localMoment(at: Moment, say: Say) {
  const [utc = [], local = utc] = say.moment(at);
  return { outside: local.join("") };
}

function aboutReminder(props: ReminderProps, say: Say): FactRow[] {
  const { at, cadence, lapse, periodLabel } = props;
  return [
    { label: say.text("reminder.period"), lines: [[periodText(periodLabel, say)]] },
    { label: say.text("watched.asOf"), lines: say.moment(at) },
    ...outsideRows(props, say),
    ...(lapse && lapse.count > 0 ? [{ label: say.text("reminder.privateAt"), lines: say.moment(lapse.at) }] : []),
    { label: say.text("reminder.howOften"), lines: [say.line("reminder.pace", { cadence })] },
  ];
}

function button(props: ReminderProps, say: Say): Block {
  const { review } = props.links;
  return review === undefined
    ? openButton(props, say)
    : { type: "button", label: say.text("reminder.review"), href: review };
}

/** Reminder: what is public at the start of this week or month. */
export function reminderLetter(props: ReminderProps, say: Say): Letter {
  const { cadence, everySite, host, links, sites, total } = props;
  return {
    subject: subjectOf(props, "reminder.subject", say),
    tone: "calm",
    label: say.text("reminder.label", { cadence }),
    headline: say.line("reminder.headline", siteValues(props)),
    lead: [
      ...(everySite ? [say.line("reminder.everySite")] : []),
      say.line("reminder.lead", { count: total, host: { outside: host } }),
      ...unexpectedLines(props, say),
      ...lapseLines(props, say),
    ],
    blocks: [
      {
        type: "sites",
        title: say.text("reminder.publicNow"),
        columns: [say.text("frame.site"), say.text("reminder.publicFor")],
        entries: sites.map((site) => entry(site, say)),
        more: total > sites.length ? { count: total - sites.length, link: links.review ?? links.publicAccess } : null,
      },
      button(props, say),
      { type: "facts", title: say.text("reminder.thisReminder"), rows: aboutReminder(props, say) },
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [
          ...(links.review === undefined ? [] : [say.line("reminder.keep")]),
          ...(everySite ? [say.line("findings.anonymousSuperUser.steps.setBack")] : []),
          makePrivateStep("reminder.makePrivate", total, say),
          say.line("reminder.askTheOthers"),
        ],
      },
    ],
    host,
    links,
  };
}

export default previewOf(reminderLetter, {
  ...FRAME,
  at: { utc: "2026-11-23 07:00 UTC", local: "2026-11-23 08:00 (Europe/Berlin)" },
  links: { ...LINKS, review: "https://portal.example/review" },
  lapse: {
    at: { utc: "2026-12-13 23:00 UTC", local: "2026-12-14 00:00 (Europe/Berlin)" },
    count: 2,
  },
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
      ageDays: 41,
      since: "2026-10-13",
      by: "anna",
      reason: asTyped("Open data day: visitor numbers for the press"),
      until: "2027-01-11",
      kept: { by: "bela", on: "2026-11-16" },
      outside: null,
    },
    {
      ...aSite(3, "Café Zürich", "https://cafe.example"),
      channel: "before-portal",
      ageDays: 190,
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
      ageDays: 1,
      since: "2026-11-22",
      by: null,
      reason: null,
      until: null,
      kept: null,
      outside: { seen: "shown", personal: 2 },
    },
  ],
  total: 3,
  everySite: false,
} satisfies ReminderProps);

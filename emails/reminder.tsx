import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Moment, Site } from "./facts";
import type { Letter, Line, SiteEntry } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import { fromSite, makePrivateStep, momentLines, namedOrCounted, openButton } from "./wording";

type Channel = "portal" | "outside" | "before-portal";

export type ReminderSite = Site & {
  channel: Channel;
  ageDays: number;
  since: string;
  by: string | null;
  reason: string | null;
  until: string | null;
  /** who said last that it is still meant to be public, and when */
  kept: { by: string; on: string } | null;
};

export type ReminderProps = Common & {
  cadence: "weekly" | "monthly";
  periodLabel: string;
  total: number;
  sites: readonly ReminderSite[];
  links: { review?: string };
  /** when sites that nobody confirms become private, and how many; null while that is off */
  lapse: { at: Moment; count: number } | null;
};

const CHANNEL: Record<Channel, (since: string) => string> = {
  portal: (since) => `Made public here, ${since}`,
  outside: (since) => `Made public outside the portal, noticed ${since}`,
  "before-portal": (since) => `Public before the portal came, first seen ${since}`,
};

function age({ ageDays, channel }: ReminderSite): string {
  if (ageDays < 1) return channel === "before-portal" ? "Not known" : "Since today";
  const days = ageDays === 1 ? "1 day" : `${ageDays} days`;
  return channel === "before-portal" ? `${days} or more` : days;
}

function entry(site: ReminderSite): SiteEntry {
  const id = `ID ${site.id}, `;
  const until = site.until === null ? "no end date" : `until ${site.until}`;
  const details: Line[] = [
    site.by === null ? [`${id}nobody is known to answer for it`] : [id, { outside: site.by }, " answers for it"],
    [`${CHANNEL[site.channel](site.since)}, ${until}`],
    site.reason === null ? ["No reason is known"] : ["Reason: ", { outside: site.reason }],
    site.kept === null
      ? ["Still meant to be public? Nobody has confirmed it yet"]
      : ["Still meant to be public? Kept by ", { outside: site.kept.by }, ` on ${site.kept.on}`],
  ];
  return { ...fromSite(site), aside: age(site), details };
}

/** What happens to sites that nobody confirms. The moment itself stands in the facts. */
function lapseLine({ lapse, total }: ReminderProps): Line[] {
  if (lapse === null) return [];
  if (lapse.count === 0) return [["None of them becomes private by itself when the next reminder is due."]];
  const which =
    lapse.count === total
      ? total === 1
        ? "It becomes"
        : `All ${total} become`
      : `${lapse.count} of them ${lapse.count === 1 ? "becomes" : "become"}`;
  return [[`${which} private at ${lapse.at.local}, unless somebody confirms before then.`]];
}

const PACE: Record<ReminderProps["cadence"], Line> = {
  weekly: [
    "It comes weekly. If you want it monthly, say so under Settings in Public Access, or use Unsubscribe in your mail program. It never stops altogether, and alerts always come.",
  ],
  monthly: ["It comes monthly. It cannot be turned off, and alerts always come."],
};

/** Reminder: what is public at the start of this week or month. */
export function reminderLetter(props: ReminderProps, say: Say): Letter {
  const { at, cadence, host, lapse, links, periodLabel, sites, total } = props;
  const isOrAre = total === 1 ? "is" : "are";
  return {
    subject: subjectOf(props, (what, where) => `Reminder: ${what} ${isOrAre} public on ${where}`),
    tone: "calm",
    label: cadence === "weekly" ? "Weekly reminder" : "Monthly reminder",
    headline: [...namedOrCounted(props), ` ${isOrAre} public. Still meant to be?`],
    lead: [
      [
        `Anyone can read the reports of ${total === 1 ? "this site" : `these ${total} sites`} on ${host}, without a login. If ${total === 1 ? "it is" : "one of them is"} no longer meant to be public, make it private today.`,
      ],
      ...lapseLine(props),
    ],
    blocks: [
      {
        type: "sites",
        title: "Public now",
        columns: ["Site", "Public for"],
        entries: sites.map(entry),
        more: total > sites.length ? { count: total - sites.length, link: links.review ?? links.publicAccess } : null,
      },
      links.review === undefined
        ? openButton(props)
        : { type: "button", label: "Review the public sites", href: links.review },
      {
        type: "facts",
        title: "This reminder",
        rows: [
          { label: "For", lines: [[periodLabel]] },
          { label: "As of", lines: momentLines(at) },
          ...(lapse && lapse.count > 0 ? [{ label: "Private at", lines: momentLines(lapse.at) }] : []),
          { label: "How often", lines: [PACE[cadence]] },
        ],
      },
      {
        type: "steps",
        title: "What to do",
        items: [
          ...(links.review === undefined
            ? []
            : [["In the review, say for each site that it is still meant to be public, or make it private there."]]),
          makePrivateStep("make it private"),
          ["If nobody answers for a site, ask the other Super Users. They got this mail too."],
        ],
      },
    ],
    host,
    links,
  };
}

export default function Reminder({ lang, recipient, ...props }: ReminderProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={reminderLetter(props, say)} frame={{ say, recipient }} />;
}

Reminder.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "23 November 2026, 07:00 UTC", local: "23 November 2026, 08:00 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
    review: "https://portal.example/review",
  },
  lapse: {
    at: { utc: "13 December 2026, 23:00 UTC", local: "14 December 2026, 00:00 Europe/Berlin" },
    count: 2,
  },
  cadence: "weekly",
  periodLabel: "week of 23 November 2026",
  sites: [
    {
      id: 12,
      name: "Botanical garden",
      url: "https://garden.example",
      link: "https://portal.example/public-access?site=12",
      channel: "portal",
      ageDays: 41,
      since: "13 October 2026",
      by: "anna",
      reason: "Open data day: visitor numbers for the press",
      until: "11 January 2027",
      kept: { by: "bela", on: "16 November 2026" },
    },
    {
      id: 3,
      name: "Café Zürich",
      url: "https://cafe.example",
      link: "https://portal.example/public-access?site=3",
      channel: "before-portal",
      ageDays: 190,
      since: "17 May 2026",
      by: null,
      reason: null,
      until: null,
      kept: null,
    },
    {
      id: 31,
      name: "Staff intranet",
      url: "https://intranet.example",
      link: "https://portal.example/public-access?site=31",
      channel: "outside",
      ageDays: 1,
      since: "22 November 2026",
      by: null,
      reason: null,
      until: null,
      kept: null,
    },
  ],
  total: 3,
} satisfies ReminderProps & Frame;

import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Site } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import { fromSite, itOrThem, momentLines, namedOrCounted, openButton, theseSites } from "./wording";

/** `until` of a site is ready to print. */
export type EndNearProps = Common & { days: number; sites: readonly (Site & { until: string })[]; total: number };

/** Alert: the end date of public sites comes in a week, or a day. */
export function endNearLetter(props: EndNearProps, say: Say): Letter {
  const { at, days, host, links, sites, total } = props;
  const within = `within ${days} ${days === 1 ? "day" : "days"}`;
  const become = total === 1 ? "becomes" : "become";
  return {
    subject: subjectOf(props, (what, where) => `Private ${within}: ${what} on ${where}`),
    tone: "calm",
    label: "Ends soon",
    headline: [...namedOrCounted(props), ` ${become} private ${within}`],
    lead: [
      [
        `The end date of ${theseSites(total)} on ${host} comes ${within}. Then Public Access makes ${itOrThem(total)} private by itself, and tells you.`,
      ],
      ["If that is what you want, there is nothing to do."],
    ],
    blocks: [
      {
        type: "sites",
        title: total === 1 ? "The site" : "The sites",
        columns: ["Site", "ID"],
        entries: sites.map((site) => ({
          ...fromSite(site),
          aside: String(site.id),
          details: [[`Public until ${site.until}`]],
        })),
        more: total > sites.length ? { count: total - sites.length, link: links.publicAccess } : null,
      },
      openButton(props),
      { type: "facts", title: "This warning", rows: [{ label: "As of", lines: momentLines(at) }] },
      {
        type: "steps",
        title: "What to do",
        items: [
          [
            `If ${theseSites(total)} should stay public longer, open Public Access and set another end date. It takes your password, and every Super User is told.`,
          ],
          [
            "If somebody embeds these reports or links to them, tell them that it ends. Copies made until then stay where they are.",
          ],
        ],
      },
    ],
    host,
    links,
  };
}

export default function EndNear({ lang, recipient, ...props }: EndNearProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={endNearLetter(props, say)} frame={{ say, recipient }} />;
}

EndNear.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "4 December 2026, 06:00 UTC", local: "4 December 2026, 07:00 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  days: 7,
  sites: [
    {
      id: 12,
      name: "Botanical garden",
      url: "https://garden.example",
      link: "https://portal.example/public-access?site=12",
      until: "11 December 2026",
    },
    {
      id: 44,
      name: "مكتبة المدينة",
      url: "https://maktaba.example",
      link: "https://portal.example/public-access?site=44",
      until: "11 December 2026",
    },
  ],
  total: 2,
} satisfies EndNearProps & Frame;

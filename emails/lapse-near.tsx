import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Moment, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import { itOrThem, momentLines, namedOrCounted, sitesBlock, theseSites } from "./wording";

export type LapseNearProps = Common & Sites & { links: { review: string }; days: number; lapsesAt: Moment };

/** Alert: nobody confirmed these sites, so that they become private soon. */
export function lapseNearLetter(props: LapseNearProps, say: Say): Letter {
  const { at, days, host, lapsesAt, links, total } = props;
  const within = `within ${days} ${days === 1 ? "day" : "days"}`;
  const become = total === 1 ? "becomes" : "become";
  return {
    subject: subjectOf(props, (what, where) => `Private ${within} unless kept: ${what} on ${where}`),
    tone: "calm",
    label: "Not confirmed",
    headline: [...namedOrCounted(props), ` ${become} private ${within}, unless somebody keeps ${itOrThem(total)}`],
    lead: [
      [
        `Nobody has confirmed for a while that ${theseSites(total)} on ${host} ${total === 1 ? "is" : "are"} still meant to be public. Sites that nobody confirms become private: that is set for this portal.`,
      ],
    ],
    blocks: [
      sitesBlock(props, total === 1 ? "The site" : "The sites", links.review),
      {
        type: "facts",
        title: "When",
        rows: [
          { label: "Private at", lines: momentLines(lapsesAt) },
          { label: "As of", lines: momentLines(at) },
        ],
      },
      { type: "button", label: "Review the public sites", href: links.review },
      {
        type: "steps",
        title: "What to do",
        items: [
          [
            `If ${total === 1 ? "it is" : "they are"} still meant to be public: open the review and keep ${itOrThem(total)}. Who kept a site, when and why is recorded. The link only opens the page.`,
          ],
          [`If not, do nothing, or make ${itOrThem(total)} private there right away.`],
        ],
      },
    ],
    host,
    links,
  };
}

export default function LapseNear({ lang, recipient, ...props }: LapseNearProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={lapseNearLetter(props, say)} frame={{ say, recipient }} />;
}

LapseNear.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "5 December 2026, 06:00 UTC", local: "5 December 2026, 07:00 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
    review: "https://portal.example/review",
  },
  sites: [
    {
      id: 7,
      name: "City library & archive",
      url: "https://library.example",
      link: "https://portal.example/public-access?site=7",
    },
    {
      id: 44,
      name: "مكتبة المدينة",
      url: "https://maktaba.example",
      link: "https://portal.example/public-access?site=44",
    },
  ],
  total: 2,
  days: 7,
  lapsesAt: { utc: "12 December 2026, 23:00 UTC", local: "13 December 2026, 00:00 Europe/Berlin" },
} satisfies LapseNearProps & Frame;

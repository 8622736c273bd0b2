import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Moment, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectWithin } from "./subject-within";
import { sitesBlock, siteValues } from "./wording";

export type LapseNearProps = Common & Sites & { links: { review: string }; days: number; lapsesAt: Moment };

/** Alert: nobody confirmed these sites, so that they become private soon. */
export function lapseNearLetter(props: LapseNearProps, say: Say): Letter {
  const { at, days, host, lapsesAt, links, total } = props;
  return {
    subject: subjectWithin(props, "lapseNear.subject", say),
    tone: "calm",
    label: say.text("lapseNear.label"),
    headline: say.line("lapseNear.headline", { ...siteValues(props), days }),
    lead: [say.line("lapseNear.lead", { count: total, host: { outside: host } })],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), links.review, say),
      {
        type: "facts",
        title: say.text("frame.when"),
        rows: [
          { label: say.text("lapseNear.privateAt"), lines: say.moment(lapsesAt) },
          { label: say.text("watched.asOf"), lines: say.moment(at) },
        ],
      },
      { type: "button", label: say.text("lapseNear.review"), href: links.review },
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [say.line("lapseNear.keep", { count: total }), say.line("lapseNear.ifNot", { count: total })],
      },
    ],
    host,
    links,
  };
}

export default function LapseNear({ lang, recipient, log, ...props }: LapseNearProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={lapseNearLetter(props, say)} frame={{ say, recipient, log }} />;
}

LapseNear.PreviewProps = {
  lang: "en",
  recipient: "anna",
  log: { seq: 1234, hash: "a1b2c3d4e5f6" },
  at: { utc: "2026-12-05 06:00 UTC", local: "2026-12-05 07:00 (Europe/Berlin)" },
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
  lapsesAt: { utc: "2026-12-12 23:00 UTC", local: "2026-12-13 00:00 (Europe/Berlin)" },
} satisfies LapseNearProps & PreviewFrame;

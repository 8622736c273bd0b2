import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Site } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectWithin } from "./subject-within";
import { fromSite, openButton, siteValues } from "./wording";

/** `until` of a site is the last day on which it is public: `2026-12-11`. */
export type EndNearProps = Common & { days: number; sites: readonly (Site & { until: string })[]; total: number };

/** Alert: the end date of public sites comes in a week, or a day. */
export function endNearLetter(props: EndNearProps, say: Say): Letter {
  const { at, days, host, links, sites, total } = props;
  return {
    subject: subjectWithin(props, "endNear.subject", say),
    tone: "calm",
    label: say.text("endNear.label"),
    headline: say.line("endNear.headline", { ...siteValues(props), days }),
    lead: [say.line("endNear.lead", { count: total, days, host: { outside: host } }), say.line("endNear.nothingToDo")],
    blocks: [
      {
        type: "sites",
        title: say.text("frame.theSites", { count: total }),
        columns: [say.text("frame.site"), say.text("frame.id")],
        entries: sites.map((site) => ({
          ...fromSite(site),
          aside: String(site.id),
          details: [say.line("endNear.until", { until: say.day(site.until) })],
        })),
        more: total > sites.length ? { count: total - sites.length, link: links.publicAccess } : null,
      },
      openButton(props, say),
      {
        type: "facts",
        title: say.text("endNear.thisWarning"),
        rows: [{ label: say.text("watched.asOf"), lines: say.moment(at) }],
      },
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [say.line("endNear.longer", { count: total }), say.line("endNear.tell")],
      },
    ],
    host,
    links,
  };
}

export default function EndNear({ lang, recipient, log, ...props }: EndNearProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={endNearLetter(props, say)} frame={{ say, recipient, log }} />;
}

EndNear.PreviewProps = {
  lang: "en",
  recipient: "anna",
  log: { seq: 1234, hash: "a1b2c3d4e5f6" },
  at: { utc: "2026-12-04 06:00 UTC", local: "2026-12-04 07:00 (Europe/Berlin)" },
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
      until: "2026-12-11",
    },
    {
      id: 44,
      name: "مكتبة المدينة",
      url: "https://maktaba.example",
      link: "https://portal.example/public-access?site=44",
      until: "2026-12-11",
    },
  ],
  total: 2,
} satisfies EndNearProps & PreviewFrame;

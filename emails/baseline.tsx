import { LetterMail } from "@/emails/components/letter-mail";
import { exposureBlock } from "./exposure";
import type { Common, Exposure, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import { makePrivateStep, openButton, sitesBlock } from "./wording";

export type BaselineProps = Common & Sites & { exposure: Exposure };

/** Alert, once: what was already public when the portal looked for the first time. */
export function baselineLetter(props: BaselineProps, say: Say): Letter {
  const { at, exposure, host, links, total } = props;
  return {
    subject: subjectOf(props, "baseline.subject", say),
    tone: "calm",
    label: say.text("baseline.label"),
    headline: say.line("baseline.headline", { count: total }),
    lead: [say.line("baseline.lead", { count: total, host: { outside: host } }), say.line("baseline.fromNowOn")],
    blocks: [
      sitesBlock(props, say.text("baseline.alreadyPublic"), links.publicAccess, say),
      {
        type: "facts",
        title: say.text("watched.known"),
        rows: [
          { label: say.text("baseline.firstSeen"), lines: say.moment(at) },
          { label: say.text("frame.who"), lines: [[say.text("watched.notRecorded")]] },
          { label: say.text("frame.until"), lines: [[say.text("frame.noEnd")]] },
        ],
      },
      openButton(props, say),
      exposureBlock(exposure, total, say.text("baseline.exposure"), say),
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [say.line("baseline.goThrough", { count: total }), makePrivateStep("baseline.makePrivate", total, say)],
      },
    ],
    host,
    links,
  };
}

export default function Baseline({ lang, recipient, log, ...props }: BaselineProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={baselineLetter(props, say)} frame={{ say, recipient, log }} />;
}

Baseline.PreviewProps = {
  lang: "en",
  recipient: "anna",
  log: { seq: 1234, hash: "a1b2c3d4e5f6" },
  at: { utc: "2026-11-23 08:00 UTC", local: "2026-11-23 09:00 (Europe/Berlin)" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  sites: [
    {
      id: 3,
      name: "Café Zürich",
      url: "https://cafe.example",
      link: "https://portal.example/public-access?site=3",
    },
    {
      id: 44,
      name: "مكتبة المدينة",
      url: "https://maktaba.example",
      link: "https://portal.example/public-access?site=44",
    },
    {
      id: 9,
      name: "Summer festival 🎪",
      url: "https://festival.example",
      link: "https://portal.example/public-access?site=9",
    },
  ],
  total: 3,
  exposure: { visitsLog: "shown-on-some", visitorProfile: "hidden", userIds: "shown" },
} satisfies BaselineProps & PreviewFrame;

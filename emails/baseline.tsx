import { LetterMail } from "@/emails/components/letter-mail";
import { exposureBlock } from "./exposure";
import type { Common, Exposure, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { countSites, subjectOf } from "./subject";
import { makePrivateStep, momentLines, openButton, sitesBlock } from "./wording";

export type BaselineProps = Common & Sites & { exposure: Exposure };

/** Alert, once: what was already public when the portal looked for the first time. */
export function baselineLetter(props: BaselineProps, say: Say): Letter {
  const { at, exposure, host, links, total } = props;
  return {
    subject: subjectOf(props, (what, where) => `Already public: ${what} on ${where}`),
    tone: "calm",
    label: "First look",
    headline: [total === 1 ? "1 site was already public" : `${countSites(total)} were already public`],
    lead: [
      [
        `Public Access has started watching ${host}. ${total === 1 ? "This site was" : `These ${countSites(total)} were`} already public: anyone can read the reports, without a login.`,
      ],
      ["From now on every Super User hears of each site that is made public or private, however it is done."],
    ],
    blocks: [
      sitesBlock(props, "Already public", links.publicAccess),
      {
        type: "facts",
        title: "What is known",
        rows: [
          { label: "First seen", lines: momentLines(at) },
          { label: "Who", lines: [["Not known: Matomo does not record it"]] },
          { label: "Until", lines: [["No end date"]] },
        ],
      },
      openButton(props),
      exposureBlock(exposure, total, "What strangers can see"),
      {
        type: "steps",
        title: "What to do",
        items: [
          [
            total === 1
              ? "Ask yourself whether it is meant to be public, and who answers for it."
              : "Go through the list: is each one meant to be public, and who answers for it?",
          ],
          makePrivateStep("make private what is not meant to be public"),
        ],
      },
    ],
    host,
    links,
  };
}

export default function Baseline({ lang, recipient, ...props }: BaselineProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={baselineLetter(props, say)} frame={{ say, recipient }} />;
}

Baseline.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "23 November 2026, 08:00 UTC", local: "23 November 2026, 09:00 Europe/Berlin" },
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
} satisfies BaselineProps & Frame;

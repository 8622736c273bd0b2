import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import { itOrThem, momentLines, namedOrCounted, openButton, sitesBlock, theseSites, wasOrWere } from "./wording";

export type PrivateOutsideProps = Common & Sites;

/** Alert: the watch found that public sites were made private, and not in the portal. */
export function privateOutsideLetter(props: PrivateOutsideProps, say: Say): Letter {
  const { at, host, links, total } = props;
  return {
    subject: subjectOf(props, (what, where) => `Made private outside the portal: ${what} on ${where}`),
    tone: "closed",
    label: "Outside the portal",
    headline: [...namedOrCounted(props), ` ${wasOrWere(total)} made private outside the portal`],
    lead: [
      [
        `Strangers can no longer read the reports of ${theseSites(total)} on ${host}. It was not done in Public Access. Copies made while they were public stay where they are.`,
      ],
      [
        "Matomo does not record who did it. Somebody with rights in Matomo, a token, a plugin or direct database access can do so.",
      ],
    ],
    blocks: [
      sitesBlock(props, total === 1 ? "The site" : "The sites", links.activity),
      {
        type: "facts",
        title: "What is known",
        rows: [
          { label: "Noticed", lines: momentLines(at) },
          { label: "Who", lines: [["Not known: Matomo does not record it"]] },
        ],
      },
      openButton(props),
      {
        type: "steps",
        title: "What to do",
        items: [
          [
            `If ${theseSites(total)} should stay public, make ${itOrThem(total)} public again in Public Access. Until then no report is exposed.`,
          ],
          [
            "If nobody knows of it: change your Matomo password and ask the other Super Users who changed it. They got this mail too.",
          ],
        ],
      },
    ],
    host,
    links,
  };
}

export default function PrivateOutside({ lang, recipient, ...props }: PrivateOutsideProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={privateOutsideLetter(props, say)} frame={{ say, recipient }} />;
}

PrivateOutside.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "25 November 2026, 03:20 UTC", local: "25 November 2026, 04:20 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  sites: [
    {
      id: 31,
      name: "Staff intranet",
      url: "https://intranet.example",
      link: "https://portal.example/public-access?site=31",
    },
    {
      id: 7,
      name: "City library & archive",
      url: "https://library.example",
      link: "https://portal.example/public-access?site=7",
    },
  ],
  total: 2,
} satisfies PrivateOutsideProps & Frame;

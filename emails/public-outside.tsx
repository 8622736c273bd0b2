import { LetterMail } from "@/emails/components/letter-mail";
import { exposureBlock } from "./exposure";
import type { Common, Exposure, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import {
  itOrThem,
  makePrivateStep,
  momentLines,
  namedOrCounted,
  openButton,
  sitesBlock,
  theseSites,
  wasOrWere,
} from "./wording";

export type PublicOutsideProps = Common & Sites & { exposure: Exposure };

/** Alert: the watch found sites that were made public, and not in the portal. */
export function publicOutsideLetter(props: PublicOutsideProps, say: Say): Letter {
  const { at, exposure, host, links, total } = props;
  return {
    subject: subjectOf(props, (what, where) => `Made public outside the portal: ${what} on ${where}`),
    tone: "outside",
    label: "Outside the portal",
    headline: [...namedOrCounted(props), ` ${wasOrWere(total)} made public outside the portal`],
    lead: [
      [
        `Nobody made ${theseSites(total)} public here, yet anyone can now read the reports on ${host}, without a login.`,
      ],
      [
        "Matomo does not record who did it. Somebody with rights in Matomo, a token, a plugin or direct database access can do so.",
      ],
    ],
    blocks: [
      sitesBlock(props, total === 1 ? "The site" : "The sites", links.publicAccess),
      {
        type: "facts",
        title: "What is known",
        rows: [
          { label: "Noticed", lines: momentLines(at) },
          { label: "Who", lines: [["Not known: Matomo does not record it"]] },
          { label: "Why", lines: [["Not known"]] },
          { label: "Until", lines: [["No end date"]] },
        ],
      },
      openButton(props),
      exposureBlock(exposure, total, "What strangers can now see"),
      {
        type: "steps",
        title: "What to do",
        items: [
          [
            `Ask the other Super Users whether one of them made ${itOrThem(total)} public in Matomo itself. They got this mail too.`,
          ],
          makePrivateStep(`make ${theseSites(total)} private again`),
          [
            "If nobody knows of it: change your Matomo password, ask the other Super Users to do the same, and go through Matomo's tokens, plugins and database logins.",
          ],
        ],
      },
    ],
    host,
    links,
  };
}

export default function PublicOutside({ lang, recipient, ...props }: PublicOutsideProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={publicOutsideLetter(props, say)} frame={{ say, recipient }} />;
}

PublicOutside.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "25 November 2026, 03:15 UTC", local: "25 November 2026, 04:15 Europe/Berlin" },
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
  ],
  total: 1,
  exposure: { visitsLog: "shown", visitorProfile: "hidden", userIds: "shown" },
} satisfies PublicOutsideProps & Frame;

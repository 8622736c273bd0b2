import { LetterMail } from "@/emails/components/letter-mail";
import { exposureBlock } from "./exposure";
import type { Author, Common, Exposure, Moment, Sites } from "./facts";
import type { Frame, Letter } from "./letter";
import { subjectOf } from "./subject";
import {
  accountSteps,
  authorRows,
  makePrivateStep,
  momentLines,
  namedOrCounted,
  openButton,
  sitesBlock,
  theseSites,
  wasOrWere,
} from "./wording";

export type MadePublicProps = Common &
  Sites & { actor: Author; reason: string; until: Moment | null; exposure: Exposure };

/** Alert: a Super User made sites public in the portal. */
export function madePublicLetter(props: MadePublicProps): Letter {
  const { actor, at, exposure, host, links, reason, total, until } = props;
  return {
    subject: subjectOf(props, (what, where) => `Made public: ${what} on ${where}`),
    tone: "opened",
    label: "Made public",
    headline: [...namedOrCounted(props), ` ${wasOrWere(total)} made public`],
    lead: [
      [
        { outside: actor.login },
        ` made ${theseSites(total)} public on ${host}. Anyone can now read the reports, without a login.`,
      ],
    ],
    blocks: [
      sitesBlock(props, total === 1 ? "The site" : "The sites", links.publicAccess),
      {
        type: "facts",
        title: "Who, when and why",
        rows: [
          ...authorRows(actor, at),
          { label: "Why", lines: [[reason === "" ? "No reason was given" : { outside: reason }]] },
          { label: "Until", lines: until ? momentLines(until) : [["No end date"]] },
        ],
      },
      openButton(props),
      exposureBlock(exposure, total, "What strangers can now see"),
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [makePrivateStep(`make ${theseSites(total)} private again`), ...accountSteps(actor.login)],
      },
    ],
    host,
    links,
  };
}

export default function MadePublic({ lang, recipient, ...props }: MadePublicProps & Frame) {
  return <LetterMail letter={madePublicLetter(props)} frame={{ lang, recipient }} />;
}

MadePublic.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "23 November 2026, 22:46 UTC", local: "23 November 2026, 23:46 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  sites: [
    {
      id: 12,
      name: "Botanical garden",
      url: "https://garden.example",
      link: "https://portal.example/public-access?site=12",
    },
    {
      id: 7,
      name: "City library & archive",
      url: "https://library.example",
      link: "https://portal.example/public-access?site=7",
    },
  ],
  total: 2,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  reason: "Open data day: visitor numbers for the press",
  until: { utc: "21 February 2027, 23:00 UTC", local: "22 February 2027, 00:00 Europe/Berlin" },
  exposure: { visitsLog: "hidden", visitorProfile: "hidden", userIds: "pseudonymised" },
} satisfies MadePublicProps & Frame;

import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Moment, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
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
} from "./wording";

/** `until` is null when there is no end any more. */
export type ExtendedProps = Common & Sites & { actor: Author; until: Moment | null };

/** Alert: a Super User set another end date for public sites, or took it away. */
export function extendedLetter(props: ExtendedProps, say: Say): Letter {
  const { actor, at, host, links, total, until } = props;
  const hasOrHave = total === 1 ? "has" : "have";
  const isOrAre = total === 1 ? "is" : "are";
  return {
    subject: subjectOf(
      props,
      (what, where) => `${until ? "End date changed" : "End date taken away"}: ${what} on ${where}`,
    ),
    tone: "opened",
    label: until ? "End date changed" : "No end date",
    headline: [...namedOrCounted(props), ` ${hasOrHave} ${until ? "a new end date" : "no end date any more"}`],
    lead: [
      [
        { outside: actor.login },
        until
          ? ` changed how long ${theseSites(total)} of ${host} ${isOrAre} public. Until the new end anyone can read the reports, without a login.`
          : ` took away the end date of ${theseSites(total)} of ${host}. Anyone can read the reports, without a login, until somebody makes ${total === 1 ? "it" : "them"} private.`,
      ],
    ],
    blocks: [
      sitesBlock(props, total === 1 ? "The site" : "The sites", links.publicAccess),
      {
        type: "facts",
        title: "Who, when and until when",
        rows: [
          ...authorRows(actor, at),
          { label: "Until", lines: until ? momentLines(until) : [["No end date any more"]] },
        ],
      },
      openButton(props),
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [makePrivateStep(`make ${theseSites(total)} private`), ...accountSteps(actor.login)],
      },
    ],
    host,
    links,
  };
}

export default function Extended({ lang, recipient, ...props }: ExtendedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={extendedLetter(props, say)} frame={{ say, recipient }} />;
}

Extended.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "30 November 2026, 13:05 UTC", local: "30 November 2026, 14:05 Europe/Berlin" },
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
  until: { utc: "31 March 2027, 22:00 UTC", local: "1 April 2027, 00:00 Europe/Berlin" },
} satisfies ExtendedProps & Frame;

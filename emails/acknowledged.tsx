import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Moment, Sites } from "./facts";
import type { FindingKind } from "./finding-facts";
import { findingWords } from "./finding-words";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { countSites, fitSubject, subjectOf } from "./subject";
import { accountSteps, authorRows, itOrThem, momentLines, openButton, sitesBlock } from "./wording";

/** `sites` is empty when the finding is about the user `anonymous` itself. `until` is null when it holds until it changes. */
export type AcknowledgedProps = Common &
  Sites & { actor: Author; finding: FindingKind; reason: string; until: Moment | null };

/** Alert: a Super User said that something the watch found is meant to be so. */
export function acknowledgedLetter(props: AcknowledgedProps, say: Say): Letter {
  const { actor, at, finding, host, links, reason, sites, total, until } = props;
  const name = findingWords(finding, total).name;
  const isAboutSites = sites.length > 0;
  const where = isAboutSites ? `${countSites(total)} of ${host}` : host;
  return {
    subject: isAboutSites
      ? subjectOf(props, (what, on) => `Said to be intended: ${what} on ${on}`)
      : fitSubject((_, on) => `Said to be intended: ${name} on ${on}`, "", host),
    tone: "calm",
    label: "Said to be intended",
    headline: [{ outside: actor.login }, ` says it is meant to be so: ${name}`],
    lead: [
      [
        `What the watch found about ${where} no longer asks for attention${until ? " until the moment below" : ", until it changes"}. It changes nothing for strangers: what they could see or do, they still can.`,
      ],
    ],
    blocks: [
      sitesBlock(props, total === 1 ? "The site" : "The sites", links.publicAccess),
      {
        type: "facts",
        title: "Who, when and why",
        rows: [
          ...authorRows(actor, at),
          { label: "Why", lines: [[{ outside: reason }]] },
          { label: "Until", lines: until ? momentLines(until) : [["Until it changes"]] },
        ],
      },
      openButton(props),
      {
        type: "list",
        title: "What this means",
        items: [
          ["It stays in the list, in the reminders and in the activity, with the reason."],
          ["If it gets worse, or comes back after it was gone, every Super User is told again."],
        ],
      },
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [
          [
            isAboutSites
              ? `Open Public Access and put ${itOrThem(total)} in order, or make ${itOrThem(total)} private.`
              : "Open Public Access, see what was found, and have it mended in Matomo's database.",
          ],
          ...accountSteps(actor.login),
        ],
      },
    ],
    host,
    links,
  };
}

export default function Acknowledged({ lang, recipient, ...props }: AcknowledgedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={acknowledgedLetter(props, say)} frame={{ say, recipient }} />;
}

Acknowledged.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "10 December 2026, 09:05 UTC", local: "10 December 2026, 10:05 Europe/Berlin" },
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
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  finding: "duplicate-rows",
  reason: "Left by the import of last week; the supplier cleans it up",
  until: { utc: "31 December 2026, 23:00 UTC", local: "1 January 2027, 00:00 Europe/Berlin" },
} satisfies AcknowledgedProps & Frame;

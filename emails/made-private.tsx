import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Sites } from "./facts";
import type { FactRow, Frame, Letter } from "./letter";
import { subjectOf } from "./subject";
import {
  accountSteps,
  authorRows,
  itOrThem,
  momentLines,
  namedOrCounted,
  openButton,
  sitesBlock,
  theseSites,
  wasOrWere,
} from "./wording";

/** `actor` is null when the end date came. */
export type MadePrivateProps = Common & Sites & { actor: Author | null };

/** Alert: sites were made private in the portal, by a Super User or by their end date. */
export function madePrivateLetter(props: MadePrivateProps): Letter {
  const { actor, at, host, links, total } = props;
  const site = total === 1 ? "site" : "sites";
  const rows: FactRow[] = actor
    ? authorRows(actor, at)
    : [
        { label: "Who", lines: [["Public Access, because the end date came"]] },
        { label: "When", lines: momentLines(at) },
      ];
  return {
    subject: subjectOf(
      props,
      (what, where) => `${actor ? "Made private" : "Made private at the end date"}: ${what} on ${where}`,
    ),
    tone: "closed",
    label: "Made private",
    headline: [
      ...namedOrCounted(props),
      actor ? ` ${wasOrWere(total)} made private` : ` ${total === 1 ? "is" : "are"} private again`,
    ],
    lead: [
      [
        ...(actor
          ? [{ outside: actor.login }, ` made ${theseSites(total)} private on ${host}.`]
          : [
              `The end date of ${theseSites(total)} came, so Public Access made ${itOrThem(total)} private on ${host}.`,
            ]),
        " Strangers can no longer read the reports.",
      ],
    ],
    blocks: [
      sitesBlock(props, `The ${site}`, links.activity),
      { type: "facts", title: "Who and when", rows },
      openButton(props),
      {
        type: "list",
        title: "What this means",
        items: [
          ["Reports, exports and the API ask for a login again, from the next request on."],
          ["Copies made while the reports were public stay where they are: exports, screenshots, search engines."],
        ],
      },
      {
        type: "steps",
        title: actor ? "If this was not you, or not meant" : "If this was not meant",
        items: [
          [
            `If the ${site} should stay public, make ${itOrThem(total)} public again in Public Access. Until then no report is exposed.`,
          ],
          ...(actor ? accountSteps(actor.login) : [["Tell the other Super Users. They got this mail too."]]),
        ],
      },
    ],
    host,
    links,
  };
}

export default function MadePrivate({ lang, recipient, ...props }: MadePrivateProps & Frame) {
  return <LetterMail letter={madePrivateLetter(props)} frame={{ lang, recipient }} />;
}

MadePrivate.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "24 November 2026, 08:10 UTC", local: "24 November 2026, 09:10 Europe/Berlin" },
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
  ],
  total: 1,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
} satisfies MadePrivateProps & Frame;

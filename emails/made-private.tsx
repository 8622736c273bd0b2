import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Sites } from "./facts";
import type { FactRow, Letter, Line } from "./letter";
import { Say } from "./say";
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

type Cause = "super-user" | "expired" | "locked" | "unconfirmed";

/** `actor` is null when the portal did it by itself. */
export type MadePrivateProps = Common & Sites & { actor: Author | null; cause: Cause };

type Words = { subject: string; headline: string; who: string; lead: Line };

/** Mails that were written before there were causes have no actor and no cause: then it was the end date. */
function wordsOf({ actor, cause, host, total }: MadePrivateProps): Words {
  const [is, it] = [total === 1 ? "is" : "are", itOrThem(total)];
  if (actor) {
    return {
      subject: "Made private",
      headline: ` ${wasOrWere(total)} made private`,
      who: actor.login,
      lead: [{ outside: actor.login }, ` made ${theseSites(total)} private on ${host}.`],
    };
  }
  switch (cause) {
    case "locked":
      return {
        subject: "Made private by the lock",
        headline: ` ${wasOrWere(total)} made private, because of the lock`,
        who: "Public Access, because public access is locked",
        lead: [
          `Public access on ${host} is locked: nothing may be public. Yet ${theseSites(total)} became public outside the portal, so Public Access made ${it} private again.`,
        ],
      };
    case "unconfirmed":
      return {
        subject: "Made private, nobody kept it",
        headline: ` ${is} private now, because nobody confirmed ${it}`,
        who: "Public Access, because nobody confirmed it",
        lead: [
          `Nobody said that ${theseSites(total)} on ${host} ${is} still meant to be public, although every reminder asked. So Public Access made ${it} private, as it is set to.`,
        ],
      };
    case "super-user":
    case "expired":
      return {
        subject: "Made private at the end date",
        headline: ` ${is} private again`,
        who: "Public Access, because the end date came",
        lead: [`The end date of ${theseSites(total)} came, so Public Access made ${it} private on ${host}.`],
      };
  }
}

/** Alert: sites were made private, by a Super User in the portal or by the portal itself. */
export function madePrivateLetter(props: MadePrivateProps, say: Say): Letter {
  const { actor, at, host, links, total } = props;
  const words = wordsOf(props);
  const site = total === 1 ? "site" : "sites";
  const rows: FactRow[] = actor
    ? authorRows(actor, at)
    : [
        { label: "Who", lines: [[words.who]] },
        { label: "When", lines: momentLines(at) },
      ];
  return {
    subject: subjectOf(props, (what, where) => `${words.subject}: ${what} on ${where}`),
    tone: "closed",
    label: "Made private",
    headline: [...namedOrCounted(props), words.headline],
    lead: [[...words.lead, " Strangers can no longer read the reports."]],
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
          props.cause === "locked"
            ? [
                `If the ${site} should be public, lift the lock first, then make ${itOrThem(total)} public in Public Access. Find out who made ${itOrThem(total)} public outside the portal.`,
              ]
            : [
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

export default function MadePrivate({ lang, recipient, ...props }: MadePrivateProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={madePrivateLetter(props, say)} frame={{ say, recipient }} />;
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
  cause: "super-user",
} satisfies MadePrivateProps & Frame;

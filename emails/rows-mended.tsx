import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Sites } from "./facts";
import type { Letter, Line } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import {
  accountSteps,
  authorRows,
  makePrivateStep,
  namedOrCounted,
  openButton,
  sitesBlock,
  theseSites,
  wasOrWere,
} from "./wording";

type What = "reduced-to-view" | "unclear-removed" | "orphans-removed";

export type RowsMendedProps = Common & Sites & { actor: Author; what: What };

type Words = { label: string; subject: string; headline: string; deed: string; meaning: readonly Line[]; step: Line };

function wordsOf({ host, total, what }: RowsMendedProps): Words {
  switch (what) {
    case "reduced-to-view":
      return {
        label: "Reduced to view",
        subject: "Reduced to view",
        headline: ` ${wasOrWere(total)} reduced to view`,
        deed: ` put the access rows of ${theseSites(total)} on ${host} in order: strangers may look, and nothing else.`,
        meaning: [
          [
            `${total === 1 ? "This site is" : "These sites are"} still public: anyone can read the reports, without a login.`,
          ],
          ["Rows that let strangers change things, rows in another spelling and rows in excess are gone."],
          ["What strangers may have changed until now is not undone by it."],
        ],
        step: makePrivateStep(`make ${theseSites(total)} private, if not even looking is meant`),
      };
    case "unclear-removed":
      return {
        label: "Rows removed",
        subject: "Unclear access rows removed",
        headline: `: unclear access rows were removed`,
        deed: ` removed access rows of ${theseSites(total)} on ${host} that held no value or one that Matomo does not know.`,
        meaning: [
          ["These rows gave strangers nothing, so no site became public or private by it."],
          [
            "Where a row held no value at all, Matomo answered everybody who is not signed in with an error. That is over.",
          ],
        ],
        step: ["Look at the sites in Public Access: whether each of them is public has not changed."],
      };
    case "orphans-removed":
      return {
        label: "Rows removed",
        subject: "Rows of deleted sites removed",
        headline: ": the access rows left behind were removed",
        deed: ` removed access rows for ${total === 1 ? "a site" : "sites"} that no longer ${total === 1 ? "exists" : "exist"} on ${host}.`,
        meaning: [
          ["Nothing became public or private by it: these rows had no site any more."],
          ["Had Matomo given the same id to a new site, that site would have been public from its first moment."],
        ],
        step: ["There is nothing to do if these sites were deleted on purpose."],
      };
  }
}

/** Alert: a Super User put rows of anonymous in order. No site became public by it. */
export function rowsMendedLetter(props: RowsMendedProps, say: Say): Letter {
  const { actor, at, host, links, total } = props;
  const words = wordsOf(props);
  return {
    subject: subjectOf(props, (what, where) => `${words.subject}: ${what} on ${where}`),
    tone: "closed",
    label: words.label,
    headline: [...namedOrCounted(props), words.headline],
    lead: [[{ outside: actor.login }, words.deed]],
    blocks: [
      sitesBlock(props, total === 1 ? "The site" : "The sites", links.activity),
      { type: "facts", title: "Who and when", rows: authorRows(actor, at) },
      openButton(props),
      { type: "list", title: "What this means", items: words.meaning },
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [words.step, ...accountSteps(actor.login)],
      },
    ],
    host,
    links,
  };
}

export default function RowsMended({ lang, recipient, ...props }: RowsMendedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={rowsMendedLetter(props, say)} frame={{ say, recipient }} />;
}

RowsMended.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "3 December 2026, 10:15 UTC", local: "3 December 2026, 11:15 Europe/Berlin" },
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
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  what: "reduced-to-view",
} satisfies RowsMendedProps & Frame;

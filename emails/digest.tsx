import { LetterMail } from "@/emails/components/letter-mail";
import { type DeedProps, deedLetter } from "./deed-letter";
import type { Common } from "./facts";
import type { ChangeEntry, Letter, Line } from "./letter";
import { Say } from "./say";
import { fitSubject } from "./subject";
import { accountSteps, momentLines } from "./wording";

/** `total` counts all changes, also those that are not in `changes`. */
export type DigestProps = Common & { actor: { login: string }; total: number; changes: readonly DeedProps[] };

const counted = (total: number) => (total === 1 ? "1 more change" : `${total} more changes`);

/** One change in the words of its own alert. Who did it is said once, above. */
function entryOf(deed: DeedProps): ChangeEntry {
  const { blocks, headline } = deedLetter(deed);
  return {
    headline,
    sites: blocks.flatMap((block) => (block.type === "sites" ? block.entries : [])),
    moreSites: blocks.reduce((count, block) => count + (block.type === "sites" ? (block.more?.count ?? 0) : 0), 0),
    rows: blocks.flatMap((block) => (block.type === "facts" ? block.rows.filter(({ label }) => label !== "Who") : [])),
  };
}

const opens = (deed: DeedProps) =>
  deed.kind === "made-public" || (deed.kind === "pause-changed" && deed.state === "resumed");

function opened({ changes }: DigestProps): Line[] {
  const count = changes.filter(opens).length;
  if (count === 0) return [];
  return [
    [
      count === 1
        ? "One of these changes made sites public: anyone can read those reports, without a login."
        : `${count} of these changes made sites public: anyone can read those reports, without a login.`,
    ],
  ];
}

/** Alert: many changes of one person within a minute, in one mail. The first of them had a mail of its own. */
export function digestLetter(props: DigestProps, say: Say): Letter {
  const { actor, at, changes, host, links, total } = props;
  const rest = total - changes.length;
  return {
    subject: fitSubject((name, where) => `${counted(total)} within a minute by ${name} on ${where}`, actor.login, host),
    tone: changes.some(opens) ? "opened" : "calm",
    label: "Many changes",
    headline: [{ outside: actor.login }, ` made ${counted(total)} within a minute`],
    lead: [
      [
        `You were told of the first change of that minute on ${host} in a mail of its own. ${total === 1 ? "This is what followed." : `These are the ${total} that followed, in their order.`}`,
      ],
      ...opened(props),
    ],
    blocks: [
      { type: "button", label: "Open in Public Access", href: links.publicAccess },
      {
        type: "changes",
        title: total === 1 ? "The change" : "The changes",
        entries: changes.map(entryOf),
        more: rest > 0 ? { count: rest, link: links.activity } : null,
      },
      {
        type: "facts",
        title: "This mail",
        rows: [
          { label: "Who", lines: [[{ outside: actor.login }]] },
          { label: "As of", lines: momentLines(at) },
        ],
      },
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [
          [
            "Open Public Access and look at what is public now. In a hurry, pause public access there: it makes everything private at once and remembers what was public.",
          ],
          ...accountSteps(actor.login),
        ],
      },
    ],
    host,
    links,
  };
}

export default function Digest({ lang, recipient, ...props }: DigestProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={digestLetter(props, say)} frame={{ say, recipient }} />;
}

const ANNA = { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" };
const AT = { utc: "11 December 2026, 16:40 UTC", local: "11 December 2026, 17:40 Europe/Berlin" };
const LINKS = {
  publicAccess: "https://portal.example/public-access",
  activity: "https://portal.example/activity",
};
const COMMON = { at: AT, host: "stats.example", links: LINKS, actor: ANNA };

Digest.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "11 December 2026, 16:41 UTC", local: "11 December 2026, 17:41 Europe/Berlin" },
  host: "stats.example",
  links: LINKS,
  actor: { login: "anna" },
  total: 12,
  changes: [
    {
      kind: "made-public",
      ...COMMON,
      sites: [
        {
          id: 12,
          name: "Botanical garden",
          url: "https://garden.example",
          link: "https://portal.example/public-access?site=12",
        },
        {
          id: 44,
          name: "مكتبة المدينة",
          url: "https://maktaba.example",
          link: "https://portal.example/public-access?site=44",
        },
      ],
      total: 9,
      reason: "Open data day: visitor numbers for the press",
      until: { utc: "10 March 2027, 23:00 UTC", local: "11 March 2027, 00:00 Europe/Berlin" },
      exposure: { visitsLog: "hidden", visitorProfile: "hidden", userIds: "pseudonymised" },
    },
    {
      kind: "made-private",
      ...COMMON,
      cause: "super-user",
      sites: [
        {
          id: 7,
          name: "City library & archive",
          url: "https://library.example",
          link: "https://portal.example/public-access?site=7",
        },
      ],
      total: 1,
    },
    { kind: "setting-changed", ...COMMON, setting: "reminder-cadence", from: "weekly", to: "monthly" },
  ],
} satisfies DigestProps & Frame;

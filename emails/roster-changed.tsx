import { LetterMail } from "@/emails/components/letter-mail";
import type { Common } from "./facts";
import type { Block, Letter, Line, Run } from "./letter";
import { Say } from "./say";
import { fitSubject } from "./subject";
import { momentLines } from "./wording";

type Person = { login: string; address: string };
type Move = { login: string; from: string; to: string };

/** `total` counts all changes, also those that are not named here. */
export type RosterChangedProps = Common & {
  added: readonly Person[];
  removed: readonly Person[];
  moved: readonly Move[];
  total: number;
};

const person = ({ login, address }: Person): Line => [{ outside: login }, ", ", ...shown(address)];
const move = ({ login, from, to }: Move): Line => [{ outside: login }, ", from ", ...shown(from), " to ", ...shown(to)];
const shown = (address: string): Run[] => (address === "" ? ["no address"] : [{ outside: address }]);

type Words = { subject: (name: string) => string; name: string; headline: Line };

function wordsOf({ added, removed, moved, total }: RosterChangedProps): Words {
  const [anew, gone, elsewhere] = [added[0], removed[0], moved[0]];
  if (total === 1 && anew) {
    const headline = [{ outside: anew.login }, " is a Super User now"];
    return { subject: (name) => `New Super User: ${name}`, name: anew.login, headline };
  }
  if (total === 1 && gone) {
    const headline = [{ outside: gone.login }, " is no longer a Super User"];
    return { subject: (name) => `No longer a Super User: ${name}`, name: gone.login, headline };
  }
  if (total === 1 && elsewhere) {
    const headline = [{ outside: elsewhere.login }, " has another e-mail address now"];
    return { subject: (name) => `Address of a Super User changed: ${name}`, name: elsewhere.login, headline };
  }
  const said = `${total} changes to the Super Users`;
  return { subject: () => said, name: "", headline: [said] };
}

function people(props: RosterChangedProps): Block[] {
  const lists = [
    { title: "Super Users now", items: props.added.map(person) },
    { title: "No longer Super Users", items: props.removed.map(person) },
    { title: "With another address", items: props.moved.map(move) },
  ].filter(({ items }) => items.length > 0);
  const rest = props.total - lists.reduce((count, { items }) => count + items.length, 0);
  return lists.map((list, index): Block => {
    const isLast = index === lists.length - 1;
    return {
      type: "list",
      ...list,
      more: isLast && rest > 0 ? { count: rest, link: props.links.activity } : null,
    };
  });
}

/** Alert to the Super Users of before and of now, at old and new addresses: who they are has changed. */
export function rosterChangedLetter(props: RosterChangedProps, say: Say): Letter {
  const { added, at, host, links, moved, removed } = props;
  const words = wordsOf(props);
  const meaning: Line[] = [
    ...(added.length > 0
      ? [["Whoever is a Super User can make every site public, and change or delete everything in Matomo."]]
      : []),
    ...(removed.length > 0
      ? [["Whoever is no longer a Super User is signed out of Public Access and hears of no change from now on."]]
      : []),
    ...(moved.length > 0
      ? [["Alerts and reminders go to the new address from now on. The old address gets this mail as its last."]]
      : []),
  ];
  return {
    subject: fitSubject((name, where) => `${words.subject(name)} on ${where}`, words.name, host),
    tone: "outside",
    label: "Super Users changed",
    headline: words.headline,
    lead: [
      [
        `The Super Users of ${host}, or their addresses, are not what they were. They decide which sites are public, and they are the ones who are told of it.`,
      ],
      ["It was done in Matomo or in its database, not in Public Access. Matomo does not record who did it."],
    ],
    blocks: [
      ...people(props),
      {
        type: "facts",
        title: "What is known",
        rows: [
          { label: "Noticed", lines: momentLines(at) },
          { label: "Who did it", lines: [["Not known: Matomo does not record it"]] },
        ],
      },
      { type: "button", label: "Open in Public Access", href: links.activity },
      { type: "list", title: "What this means", items: meaning },
      {
        type: "steps",
        title: "If this was not meant",
        items: [
          ["Ask the other Super Users, by a way that is not mail, whether one of them did it."],
          [
            "If nobody did: in Matomo, under Administration, System, Users, take the right back or set the old address again.",
          ],
          [
            "Change the passwords of the accounts concerned, and end their sessions. Somebody has rights in Matomo who should not.",
          ],
          ["Then look at what happened since, under Activity in Public Access."],
        ],
      },
    ],
    host,
    links,
    audience: "beforeAndAfter",
  };
}

export default function RosterChanged({ lang, recipient, ...props }: RosterChangedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={rosterChangedLetter(props, say)} frame={{ say, recipient }} />;
}

RosterChanged.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "7 December 2026, 23:55 UTC", local: "8 December 2026, 00:55 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  added: [{ login: "mallory", address: "mallory@mail.example" }],
  removed: [{ login: "bela", address: "bela@stats.example" }],
  moved: [{ login: "anna", from: "anna@stats.example", to: "anna@mail.example" }],
  total: 3,
} satisfies RosterChangedProps & Frame;

import { LetterMail } from "@/emails/components/letter-mail";
import type { Common } from "./facts";
import type { Letter, Line } from "./letter";
import { Say } from "./say";
import { fitSubject } from "./subject";
import { momentLines } from "./wording";

const NAMED = 50;

type Why = "bounced" | "complained" | "suppressed";

export type UnreachableProps = Common & {
  links: { deliveries: string };
  logins: readonly string[];
  why: Why;
};

const BECAUSE: Record<Why, string> = {
  bounced: "Their mail server refused a mail for good: the address does not exist, or takes nothing from here.",
  complained:
    "A mail was reported as spam from their mailbox. The mail provider now refuses everything to that address, alerts too.",
  suppressed: "The mail provider refuses to send to their address, because of something that happened to earlier mail.",
};

/** Alert to the others: a Super User gets no mail any more. */
export function unreachableLetter(props: UnreachableProps, say: Say): Letter {
  const { at, host, links, logins, why } = props;
  const [only] = logins;
  const one = logins.length === 1 && only !== undefined;
  const people = one ? "this Super User" : "these Super Users";
  const named: Line[] = logins.slice(0, NAMED).map((login) => [{ outside: login }]);
  const rest = logins.length - named.length;
  return {
    subject: fitSubject(
      (name, where) => `No mail reaches ${one ? name : `${logins.length} Super Users`} on ${where}`,
      one ? only : "",
      host,
    ),
    tone: "outside",
    label: "Not reachable",
    headline: one
      ? ["No mail reaches ", { outside: only }, " any more"]
      : [`No mail reaches ${logins.length} Super Users any more`],
    lead: [
      [BECAUSE[why]],
      [
        `Until that is mended, ${people} of ${host} would not hear when a site is made public. The others still do: you got this mail.`,
      ],
    ],
    blocks: [
      {
        type: "list",
        title: "Who is not reached",
        items: named,
        more: rest > 0 ? { count: rest, link: links.deliveries } : null,
      },
      { type: "facts", title: "What is known", rows: [{ label: "Noticed", lines: momentLines(at) }] },
      { type: "button", label: "See who was told", href: links.deliveries },
      {
        type: "steps",
        title: "What to do",
        items: [
          [`Tell ${people} in another way what they have missed. Deliveries lists it.`],
          [
            "Have the address corrected in Matomo, under Personal, Settings. A changed address is itself alerted, to the old and to the new one.",
          ],
          [
            why === "bounced"
              ? "If the address is right, ask whoever runs that mailbox why it refuses mail from here."
              : "If the address is right, have it taken off the provider's suppression list; nothing else ends that.",
          ],
          ["Then send the missed mails again from Deliveries."],
        ],
      },
    ],
    host,
    links,
    audience: "theOthers",
  };
}

export default function Unreachable({ lang, recipient, ...props }: UnreachableProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={unreachableLetter(props, say)} frame={{ say, recipient }} />;
}

Unreachable.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "6 December 2026, 15:21 UTC", local: "6 December 2026, 16:21 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
    deliveries: "https://portal.example/deliveries",
  },
  logins: ["bela"],
  why: "bounced",
} satisfies UnreachableProps & Frame;

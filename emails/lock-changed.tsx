import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Sites } from "./facts";
import type { FactRow, Letter, Line } from "./letter";
import { Say } from "./say";
import { countSites, fitSubject } from "./subject";
import { accountSteps, authorRows, sitesBlock, wasOrWere } from "./wording";

/** The sites are those that became private at the same moment. `reason` is null when the lock was lifted. */
export type LockChangedProps = Common & Sites & { actor: Author; locked: boolean; reason: string | null };

type Words = { subject: string; headline: string; lead: Line; meaning: readonly Line[]; notMeant: string };

function lockedWords({ host, total }: LockChangedProps): Words {
  const madePrivate = `${countSites(total)} ${wasOrWere(total)} made private`;
  return {
    subject: total === 0 ? "Public access locked" : `Public access locked: ${countSites(total)} made private`,
    headline: "Nothing may be public any more",
    lead: [
      ` locked public access on ${host}. ${total === 0 ? "No site was public at that moment." : `${madePrivate} at the same moment.`}`,
    ],
    meaning: [
      ["Nobody can make a site public in the portal, until the lock is lifted."],
      ["What is made public outside the portal is made private again at the next watch, and you are told."],
      ["Copies made while reports were public stay where they are: exports, screenshots, search engines."],
    ],
    notMeant: "Talk to whoever locked it, then lift the lock under Settings. That takes a password again.",
  };
}

function unlockedWords({ host }: LockChangedProps): Words {
  return {
    subject: "Public access unlocked",
    headline: "Sites may be public again",
    lead: [` lifted the lock on ${host}. Lifting it made nothing public by itself.`],
    meaning: [
      ["Every Super User can make sites public again, one change at a time. Each change is alerted."],
      ["What is made public outside the portal is told again, but no longer made private by the watch."],
      ["The sites that the lock made private stay private until somebody makes them public again."],
    ],
    notMeant: "Lock public access again under Settings. That makes private what became public meanwhile.",
  };
}

/** Alert: a Super User locked public access ("nothing may be public"), or lifted the lock. */
export function lockChangedLetter(props: LockChangedProps, say: Say): Letter {
  const { actor, at, host, links, locked, reason, total } = props;
  const words = locked ? lockedWords(props) : unlockedWords(props);
  const why: FactRow[] = reason === null ? [] : [{ label: "Why", lines: [[{ outside: reason }]] }];
  return {
    subject: fitSubject((_, where) => `${words.subject} on ${where}`, "", host),
    tone: locked ? "closed" : "opened",
    label: locked ? "Locked" : "Unlocked",
    headline: [words.headline],
    lead: [[{ outside: actor.login }, ...words.lead]],
    blocks: [
      sitesBlock(props, total === 1 ? "The site made private" : "The sites made private", links.activity),
      { type: "facts", title: locked ? "Who, when and why" : "Who and when", rows: [...authorRows(actor, at), ...why] },
      { type: "button", label: "Open in Public Access", href: links.publicAccess },
      { type: "list", title: "What this means", items: words.meaning },
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [[words.notMeant], ...accountSteps(actor.login)],
      },
    ],
    host,
    links,
  };
}

export default function LockChanged({ lang, recipient, ...props }: LockChangedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={lockChangedLetter(props, say)} frame={{ say, recipient }} />;
}

LockChanged.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "1 December 2026, 19:30 UTC", local: "1 December 2026, 20:30 Europe/Berlin" },
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
      id: 44,
      name: "مكتبة المدينة",
      url: "https://maktaba.example",
      link: "https://portal.example/public-access?site=44",
    },
  ],
  total: 2,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  locked: true,
  reason: "Somebody found visitor names in page titles; we look into it first",
} satisfies LockChangedProps & Frame;

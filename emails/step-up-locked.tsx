import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Moment } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { fitSubject } from "./subject";
import { authorRows, momentLines } from "./wording";

/** `actor` is the person whose password was tried; the address and browser are those of the last attempt. */
export type StepUpLockedProps = Common & {
  links: { sessions: string };
  actor: Author;
  wrong: number;
  until: Moment;
};

/** Alert to one person: somebody in their session could not confirm that it is them. */
export function stepUpLockedLetter(props: StepUpLockedProps, say: Say): Letter {
  const { actor, at, host, links, until, wrong } = props;
  const times = wrong === 1 ? "once" : `${wrong} times`;
  return {
    subject: fitSubject((_, where) => `Wrong password or code ${times} in your session on ${where}`, "", host),
    tone: "outside",
    label: "Confirming is locked",
    headline: [`A wrong password or code was given ${times} in your session`],
    lead: [
      [
        "Somebody who was signed in as ",
        { outside: actor.login },
        ` in Public Access for ${host} had to confirm who they are, and could not. It was you, or somebody who has your session and cannot prove to be you.`,
      ],
      ["Nothing was made public by it. The session is still signed in, and can still be used to look."],
    ],
    blocks: [
      {
        type: "facts",
        title: "What is known",
        rows: [
          ...authorRows(actor, at),
          { label: "Wrong", lines: [[`${times}, within 15 minutes`]] },
          { label: "Locked until", lines: momentLines(until) },
        ],
      },
      { type: "button", label: "See and end your sessions", href: links.sessions },
      {
        type: "list",
        title: "What this means",
        items: [
          ["Until then nobody can publish or weaken anything as you, not even with the right password."],
          ["You can still sign in. Every attempt is recorded under Activity, for every Super User to see."],
        ],
      },
      {
        type: "steps",
        title: "If this was not you",
        items: [
          ["End all other sessions: press the button above, or your name at the top of Public Access."],
          ["Change your Matomo password. That ends every session that was opened with the old one."],
          ["Tell the other Super Users, and whoever runs your Matomo: somebody has or had your session."],
        ],
      },
    ],
    host,
    links,
    audience: "youAlone",
  };
}

export default function StepUpLocked({ lang, recipient, ...props }: StepUpLockedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={stepUpLockedLetter(props, say)} frame={{ say, recipient }} />;
}

StepUpLocked.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "27 November 2026, 02:51 UTC", local: "27 November 2026, 03:51 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
    sessions: "https://portal.example/sessions",
  },
  actor: { login: "anna", ip: "198.51.100.23", browser: "Chrome 142 on Windows" },
  wrong: 5,
  until: { utc: "27 November 2026, 03:06 UTC", local: "27 November 2026, 04:06 Europe/Berlin" },
} satisfies StepUpLockedProps & Frame;

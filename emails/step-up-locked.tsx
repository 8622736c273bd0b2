import type { Author, Common, Moment } from "./facts";
import type { Letter } from "./letter";
import { FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";
import { authorRows } from "./wording";

/** `actor` is the person whose password was tried; the address and browser are those of the last attempt. */
type StepUpLockedProps = Common & {
  links: { sessions: string };
  actor: Author;
  wrong: number;
  until: Moment;
};

/** Alert to one person: somebody in their session could not confirm that it is them. */
export function stepUpLockedLetter(props: StepUpLockedProps, say: Say): Letter {
  const { actor, at, host, links, until, wrong } = props;
  return {
    subject: fitSubject((_, on) => say.text("stepUpLocked.subject", { wrong, host: on }), "", host, say),
    tone: "outside",
    label: say.text("stepUpLocked.label"),
    headline: say.line("stepUpLocked.headline", { wrong }),
    lead: [
      say.line("stepUpLocked.lead", { who: { outside: actor.login }, host: { outside: host } }),
      say.line("stepUpLocked.nothingPublic"),
    ],
    blocks: [
      {
        type: "facts",
        title: say.text("watched.known"),
        rows: [
          ...authorRows(actor, at, say),
          { label: say.text("stepUpLocked.wrong"), lines: [say.line("stepUpLocked.times", { wrong })] },
          { label: say.text("stepUpLocked.lockedUntil"), lines: say.moment(until) },
        ],
      },
      { type: "button", label: say.text("stepUpLocked.open"), href: links.sessions },
      {
        type: "list",
        title: say.text("frame.whatThisMeans"),
        items: [say.line("stepUpLocked.untilThen"), say.line("stepUpLocked.canSignIn")],
      },
      {
        type: "steps",
        title: say.text("stepUpLocked.notYou"),
        items: [
          say.line("stepUpLocked.endSessions"),
          say.line("stepUpLocked.changePassword"),
          say.line("stepUpLocked.tell"),
        ],
      },
    ],
    host,
    links,
    audience: "youAlone",
  };
}

export default previewOf(stepUpLockedLetter, {
  ...FRAME,
  at: { utc: "2026-11-27 02:51 UTC", local: "2026-11-27 03:51 (Europe/Berlin)" },
  links: { ...LINKS, sessions: "https://portal.example/sessions" },
  actor: { login: "anna", ip: "198.51.100.23", browser: "Chrome 142 on Windows" },
  wrong: 5,
  until: { utc: "2026-11-27 03:06 UTC", local: "2026-11-27 04:06 (Europe/Berlin)" },
} satisfies StepUpLockedProps);

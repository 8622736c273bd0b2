import type { Author, Common, Timestamp } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, LINKS, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { fromRow, whenRow } from "./wording";

/** `actor` is the person whose password was tried; the address and browser are those of the last attempt. */
type StepUpLockedProps = Common & {
  links: { sessions: string };
  actor: Author;
  wrong: number;
  until: Timestamp;
};

/** Alert to one person: somebody in their session could not confirm that it is them. */
export function stepUpLockedLetter(props: StepUpLockedProps, t: MailTranslator): Letter {
  const { actor, at, host, links, until, wrong } = props;
  return {
    subject: subjectOf("stepUpLocked.subject", { host, values: { wrong } }, t),
    tone: "outside",
    headline: t.line("stepUpLocked.headline", { wrong }),
    lead: [
      t.line("stepUpLocked.lead", { who: { outside: actor.login } }),
      t.line("stepUpLocked.locked", { until: t.moment(until) }),
    ],
    button: { label: t.text("stepUpLocked.open"), href: links.sessions },
    notes: [t.line("stepUpLocked.notYou"), t.line("stepUpLocked.canSignIn")],
    rows: [whenRow(at, t), fromRow(actor, t)],
    at,
    host,
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

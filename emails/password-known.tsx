import type { Author, Common } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, LINKS, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { fromRow, whenRow } from "./wording";

/** `actor` is the person whose password was given; the address and browser are those of the last attempt. */
type PasswordKnownProps = Common & {
  links: { sessions: string };
  actor: Author;
  because: "no-code" | "wrong-codes";
  times: number;
};

/** Alert to one person: somebody gave their password at the sign-in, and could not give the code. */
export function passwordKnownLetter(props: PasswordKnownProps, t: MailTranslator): Letter {
  const { actor, at, because, host, links, times } = props;
  return {
    subject: subjectOf("passwordKnown.subject", { host, who: actor.login }, t),
    tone: "outside",
    headline: t.line("passwordKnown.headline", { who: { outside: actor.login } }),
    lead: [
      t.line(because === "no-code" ? "passwordKnown.noCode" : "passwordKnown.wrongCodes", { times }),
      t.line("passwordKnown.held"),
    ],
    button: { label: t.text("stepUpLocked.open"), href: links.sessions },
    notes: [t.line("passwordKnown.notYou"), t.line("passwordKnown.once")],
    rows: [whenRow(at, t), fromRow(actor, t)],
    at,
    host,
    audience: "yourPassword",
  };
}

export default previewOf(passwordKnownLetter, {
  ...FRAME,
  at: { utc: "2026-11-27 02:51 UTC", local: "2026-11-27 03:51 (Europe/Berlin)" },
  links: { ...LINKS, sessions: "https://portal.example/sessions" },
  actor: { login: "anna", ip: "198.51.100.23", browser: "Chrome 142 on Windows" },
  because: "no-code",
  times: 3,
} satisfies PasswordKnownProps);

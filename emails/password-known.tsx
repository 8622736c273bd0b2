import type { Author, Common } from "./facts";
import type { Letter } from "./letter";
import { FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";
import { authorRows } from "./wording";

/** `actor` is the person whose password was given; the address and browser are those of the last attempt. */
type PasswordKnownProps = Common & {
  links: { sessions: string };
  actor: Author;
  because: "no-code" | "wrong-codes";
  times: number;
};

/** Alert to one person: somebody gave their password at the sign-in, and could not give the code. */
export function passwordKnownLetter(props: PasswordKnownProps, say: Say): Letter {
  const { actor, at, because, host, links, times } = props;
  const named = { who: { outside: actor.login }, host: { outside: host } };
  return {
    subject: fitSubject((_, on) => say.text("passwordKnown.subject", { host: on }), "", host, say),
    tone: "outside",
    label: say.text("passwordKnown.label"),
    headline: say.line("passwordKnown.headline"),
    lead: [
      because === "no-code" ? say.line("passwordKnown.noCode", named) : say.line("passwordKnown.wrongCodes", named),
      say.line("passwordKnown.held"),
    ],
    blocks: [
      {
        type: "facts",
        title: say.text("watched.known"),
        rows: [
          ...authorRows(actor, at, say),
          { label: say.text("passwordKnown.attempts"), lines: [say.line("passwordKnown.times", { times })] },
        ],
      },
      { type: "button", label: say.text("stepUpLocked.open"), href: links.sessions },
      { type: "list", title: say.text("frame.whatThisMeans"), items: [say.line("passwordKnown.once")] },
      {
        type: "steps",
        title: say.text("stepUpLocked.notYou"),
        items: [
          say.line("stepUpLocked.changePassword"),
          say.line("passwordKnown.elsewhere"),
          say.line("passwordKnown.tell"),
        ],
      },
    ],
    host,
    links,
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

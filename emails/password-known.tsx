import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, LINKS, previewOf } from "./preview";
import { titled } from "./subject";
import { fromRow, whenRow } from "./wording";

/** Alert to one person (`actor`): somebody gave their password at the sign-in, and could not give the code. */
export function passwordKnownLetter(props: Facts<"password-known">, t: MailTranslator): Letter {
  const { actor, at, because, host, links, times } = props;
  return {
    ...titled("passwordKnown.title", { host, who: actor.login }, t),
    tone: "outside",
    lead: [
      t.line(because === "no-code" ? "passwordKnown.noCode" : "passwordKnown.wrongCodes", { times }),
      t.line("passwordKnown.held"),
    ],
    button: { label: t.text("frame.sessions"), href: links.sessions },
    notes: [t.line("frame.notYou"), t.line("passwordKnown.once")],
    rows: [whenRow(at, t), fromRow(actor, t)],
    at,
    host,
    audience: "oneself",
  };
}

export default previewOf(passwordKnownLetter, {
  ...FRAME,
  at: { utc: "2026-11-27 02:51 UTC", local: "2026-11-27 03:51 (Europe/Berlin)" },
  links: { ...LINKS, sessions: "https://portal.example/sessions" },
  actor: { login: "anna", ip: "198.51.100.23", browser: "Chrome 142 on Windows" },
  because: "no-code",
  times: 3,
} satisfies Facts<"password-known">);

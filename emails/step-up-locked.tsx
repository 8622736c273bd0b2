import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, LINKS, previewOf } from "./preview";
import { titled } from "./subject";
import { fromRow, whenRow } from "./wording";

/** Alert to one person (`actor`): somebody in their session could not confirm that it is them. */
export function stepUpLockedLetter(props: Facts<"step-up-locked">, t: MailTranslator): Letter {
  const { actor, at, host, links, until, wrong } = props;
  return {
    ...titled("stepUpLocked.title", { host, values: { wrong } }, t),
    tone: "outside",
    lead: [
      t.line("stepUpLocked.lead", { who: { outside: actor.login } }),
      t.line("stepUpLocked.locked", { until: t.moment(until) }),
    ],
    button: { label: t.text("frame.sessions"), href: links.sessions },
    notes: [t.line("frame.notYou")],
    rows: [whenRow(at, t), fromRow(actor, t)],
    at,
    host,
    audience: "oneself",
  };
}

export default previewOf(stepUpLockedLetter, {
  ...FRAME,
  at: { utc: "2026-11-27 02:51 UTC", local: "2026-11-27 03:51 (Europe/Berlin)" },
  links: { ...LINKS, sessions: "https://portal.example/sessions" },
  actor: { login: "anna", ip: "198.51.100.23", browser: "Chrome 142 on Windows" },
  wrong: 5,
  until: { utc: "2026-11-27 03:06 UTC", local: "2026-11-27 04:06 (Europe/Berlin)" },
} satisfies Facts<"step-up-locked">);

import type { Common } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, LINKS, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { whenRow } from "./wording";

const NAMED = 50;

type UnreachableProps = Common & {
  links: { deliveries: string };
  logins: readonly string[];
  why: "bounced" | "complained" | "suppressed";
};

/** Alert to the others: mail no longer reaches a Super User. */
export function unreachableLetter(props: UnreachableProps, t: MailTranslator): Letter {
  const { at, host, links, logins, why } = props;
  const count = logins.length;
  const [who = ""] = logins;
  const rest = count - NAMED;
  return {
    subject: subjectOf("unreachable.subject", { host, who, values: { count } }, t),
    tone: "outside",
    headline: t.line("unreachable.headline", { count, who: { outside: who } }),
    lead: [t.line("unreachable.because", { why }), t.line("unreachable.lead", { count })],
    button: { label: t.text("unreachable.button"), href: links.deliveries },
    notes: [
      t.line("unreachable.correct"),
      t.line("unreachable.addressIsRight", { why }),
      t.line("unreachable.sendAgain"),
    ],
    rows: [
      {
        label: t.text("unreachable.who"),
        lines: logins.slice(0, NAMED).map((login) => [{ outside: login }]),
        more: rest > 0 ? { count: rest, link: links.deliveries } : null,
      },
      whenRow(at, t),
    ],
    at,
    host,
    audience: "theOthers",
  };
}

export default previewOf(unreachableLetter, {
  ...FRAME,
  at: { utc: "2026-12-06 15:21 UTC", local: "2026-12-06 16:21 (Europe/Berlin)" },
  links: { ...LINKS, deliveries: "https://portal.example/alerts" },
  logins: ["bela"],
  why: "bounced",
} satisfies UnreachableProps);

import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, LINKS, previewOf } from "./preview";
import { titled } from "./subject";
import { whenRow } from "./wording";

const NAMED = 50;

/** Alert to the others: mail no longer reaches a Super User. */
export function unreachableLetter(props: Facts<"unreachable">, t: MailTranslator): Letter {
  const { at, host, links, logins, why } = props;
  const rest = logins.length - NAMED;
  const about = { sites: logins.slice(0, NAMED).map((name) => ({ name })), total: logins.length };
  return {
    ...titled("unreachable.title", { host, about }, t),
    tone: "outside",
    lead: [t.line(`unreachable.because.${why}`), t.line("unreachable.lead")],
    button: { label: t.text("unreachable.button"), href: links.deliveries },
    notes: [t.line("unreachable.correct"), t.line("unreachable.addressIsRight"), t.line("unreachable.sendAgain")],
    rows: [
      {
        label: t.text("unreachable.who"),
        lines: about.sites.map(({ name }) => [{ outside: name }]),
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
} satisfies Facts<"unreachable">);

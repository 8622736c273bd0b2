import type { Common } from "./facts";
import type { Letter } from "./letter";
import { FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { whenRow } from "./wording";

const NAMED = 50;

type UnreachableProps = Common & {
  links: { deliveries: string };
  logins: readonly string[];
  why: "bounced" | "complained" | "suppressed";
};

/** Alert to the others: mail no longer reaches a Super User. */
export function unreachableLetter(props: UnreachableProps, say: Say): Letter {
  const { at, host, links, logins, why } = props;
  const count = logins.length;
  const [who = ""] = logins;
  const rest = count - NAMED;
  return {
    subject: subjectOf("unreachable.subject", { host, who, values: { count } }, say),
    tone: "outside",
    headline: say.line("unreachable.headline", { count, who: { outside: who } }),
    lead: [say.line("unreachable.because", { why }), say.line("unreachable.lead", { count })],
    button: { label: say.text("unreachable.button"), href: links.deliveries },
    notes: [
      say.line("unreachable.correct"),
      say.line("unreachable.addressIsRight", { why }),
      say.line("unreachable.sendAgain"),
    ],
    rows: [
      {
        label: say.text("unreachable.who"),
        lines: logins.slice(0, NAMED).map((login) => [{ outside: login }]),
        more: rest > 0 ? { count: rest, link: links.deliveries } : null,
      },
      whenRow(at, say),
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

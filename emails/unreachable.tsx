import type { Common } from "./facts";
import { noticedRow } from "./known-rows";
import type { Letter } from "./letter";
import type { Line } from "./line";
import { FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";

const NAMED = 50;

type UnreachableProps = Common & {
  links: { deliveries: string };
  logins: readonly string[];
  why: "bounced" | "complained" | "suppressed";
};

/** Alert to the others: a Super User gets no mail any more. */
export function unreachableLetter(props: UnreachableProps, say: Say): Letter {
  const { at, host, links, logins, why } = props;
  const count = logins.length;
  const login = (count === 1 && logins[0]) || "";
  const named = login === "" ? "no" : "yes";
  const listed: Line[] = logins.slice(0, NAMED).map((one) => [{ outside: one }]);
  const rest = count - listed.length;
  return {
    subject: fitSubject(
      (name, where) => say.text("unreachable.subject", { named, count, name, host: where }),
      login,
      host,
      say,
    ),
    tone: "outside",
    label: say.text("unreachable.label"),
    headline: say.line("unreachable.headline", { named, count, name: { outside: login } }),
    lead: [say.line("unreachable.because", { why }), say.line("unreachable.lead", { count, host: { outside: host } })],
    blocks: [
      {
        type: "list",
        title: say.text("unreachable.who"),
        items: listed,
        more: rest > 0 ? { count: rest, link: links.deliveries } : null,
      },
      { type: "facts", title: say.text("watched.known"), rows: [noticedRow(at, say)] },
      { type: "button", label: say.text("unreachable.open"), href: links.deliveries },
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [
          say.line("unreachable.tell", { count }),
          say.line("unreachable.correct"),
          say.line("unreachable.addressIsRight", { why }),
          say.line("unreachable.sendAgain"),
        ],
      },
    ],
    host,
    links,
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

import type { Author, Common, Site } from "./facts";
import type { FactRow, Letter } from "./letter";
import type { Line } from "./line";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";
import { authorRows, makePrivateStep } from "./wording";

/** `site`: what the rehearsal is about, if anything. `actor`: null when it was begun on the portal's server. */
type DrillProps = Common & { links: { deliveries: string }; site: Site | null; actor: Author | null };

/** The test alert of a drill: it says at once that nothing happened, and what a real alert would ask of its reader. */
export function drillLetter(props: DrillProps, say: Say): Letter {
  const { actor, host, links, site } = props;
  const began: Line = actor
    ? say.line("drill.began", { who: { outside: actor.login }, host: { outside: host } })
    : say.line("drill.beganOnServer", { host: { outside: host } });
  return {
    subject: fitSubject((_, on) => say.text("drill.subject", { host: on }), "", host, say),
    tone: "calm",
    label: say.text("drill.label"),
    headline: say.line("drill.headline"),
    lead: [
      began,
      ...(site ? [say.line("drill.about", { name: { outside: site.name } })] : []),
      say.line("drill.reachesYou"),
    ],
    blocks: [
      {
        type: "facts",
        title: say.text("frame.whoAndWhen"),
        rows: [...starterRows(props, say), ...siteRows(props, say)],
      },
      { type: "button", label: say.text("drill.open"), href: links.deliveries },
      {
        type: "list",
        title: say.text("drill.realAlert"),
        items: [say.line("drill.realSubject"), say.line("drill.realFacts"), say.line("drill.realExposure")],
      },
      {
        type: "steps",
        title: say.text("drill.thenDo"),
        items: [
          say.line("drill.judge"),
          makePrivateStep("frame.makePrivateAgain", 1, say),
          say.line("drill.tellTheOthers"),
        ],
      },
    ],
    host,
    links,
  };
}

function starterRows({ actor, at }: DrillProps, say: Say): FactRow[] {
  if (actor) return authorRows(actor, at, say);
  return [
    { label: say.text("frame.who"), lines: [[say.text("drill.whoeverRunsServer")]] },
    { label: say.text("frame.when"), lines: say.moment(at) },
  ];
}

function siteRows({ site }: DrillProps, say: Say): FactRow[] {
  if (!site) return [];
  const id = say.text("frame.siteId", { id: String(site.id) });
  const lines: Line[] = [[{ outside: site.name }], [id], [{ outside: site.url }]];
  return [{ label: say.text("frame.site"), lines }];
}

export default previewOf(drillLetter, {
  ...FRAME,
  at: { utc: "2026-11-12 09:30 UTC", local: "2026-11-12 10:30 (Europe/Berlin)" },
  links: { ...LINKS, deliveries: "https://portal.example/alerts" },
  site: aSite(12, "Online shop", "https://shop.example"),
  actor: { login: "bela", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
} satisfies DrillProps);

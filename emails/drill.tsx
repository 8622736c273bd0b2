import type { Author, Common, Site } from "./facts";
import type { Letter } from "./letter";
import { quoted } from "./named";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { fromRow, siteList, whenRow } from "./wording";

/** `site`: what the test is about, if anything. `actor`: null when it was sent from the server. */
type DrillProps = Common & { links: { deliveries: string }; site: Site | null; actor: Author | null };

/** A test alert: it says at once that nothing happened, and what a real alert would ask of its reader. */
export function drillLetter(props: DrillProps, say: Say): Letter {
  const { actor, at, host, links, site } = props;
  return {
    subject: subjectOf("drill.subject", { host }, say),
    tone: "calm",
    headline: say.line("drill.headline"),
    lead: [
      actor ? say.line("drill.sentBy", { who: { outside: actor.login } }) : say.line("drill.sentFromServer"),
      ...(site ? [say.line("drill.about", { name: quoted(site.name, say) })] : []),
      say.line("drill.reachesYou"),
    ],
    button: { label: say.text("drill.open"), href: links.deliveries },
    notes: [say.line("drill.realAlert"), say.line("drill.thenDo")],
    sites: siteList({ sites: site ? [site] : [], total: site ? 1 : 0 }, links.publicAccess),
    rows: [whenRow(at, say), ...(actor ? [fromRow(actor, say)] : [])],
    at,
    host,
  };
}

export default previewOf(drillLetter, {
  ...FRAME,
  at: { utc: "2026-11-12 09:30 UTC", local: "2026-11-12 10:30 (Europe/Berlin)" },
  links: { ...LINKS, deliveries: "https://portal.example/alerts" },
  site: aSite(12, "Online shop", "https://shop.example"),
  actor: { login: "bela", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
} satisfies DrillProps);

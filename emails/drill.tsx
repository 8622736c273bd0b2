import type { Author, Common, Site } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { quoted } from "./named";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { fromRow, siteList, whenRow } from "./wording";

/** `site`: what the test is about, if anything. `actor`: null when it was sent from the server. */
type DrillProps = Common & { links: { deliveries: string }; site: Site | null; actor: Author | null };

/** A test alert: it says at once that nothing happened, and what a real alert would ask of its reader. */
export function drillLetter(props: DrillProps, t: MailTranslator): Letter {
  const { actor, at, host, links, site } = props;
  return {
    subject: subjectOf("drill.subject", { host }, t),
    tone: "calm",
    headline: t.line("drill.headline"),
    lead: [
      actor ? t.line("drill.sentBy", { who: { outside: actor.login } }) : t.line("drill.sentFromServer"),
      ...(site ? [t.line("drill.about", { name: quoted(site.name, t) })] : []),
      t.line("drill.reachesYou"),
    ],
    button: { label: t.text("drill.open"), href: links.deliveries },
    notes: [t.line("drill.realAlert"), t.line("drill.thenDo")],
    sites: siteList({ sites: site ? [site] : [], total: site ? 1 : 0 }, links.publicAccess),
    rows: [whenRow(at, t), ...(actor ? [fromRow(actor, t)] : [])],
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

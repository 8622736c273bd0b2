import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { quoted } from "./named";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import { letterOnSites } from "./wording";

/**
 * A test alert: it says at once that nothing happened, and what a real alert would ask of its reader. `site`: what it is
 * about, if anything. `actor`: null when it was sent from the server.
 */
export function drillLetter(props: Facts<"drill">, t: MailTranslator): Letter {
  const { actor, links, site } = props;
  const sites = site ? [site] : [];
  const who = actor ? { outside: actor.login } : t.text("drill.operator");
  return {
    ...letterOnSites(
      { ...props, sites, total: sites.length },
      {
        title: "drill.title",
        tone: "calm",
        lead: [
          t.line("drill.sentBy", { who }),
          ...(site ? [t.line("drill.about", { name: quoted(site.name, t) })] : []),
          t.line("drill.reachesYou"),
        ],
        notes: [t.line("drill.realAlert"), t.line("drill.thenDo")],
      },
      t,
    ),
    button: { label: t.text("drill.open"), href: links.deliveries },
  };
}

export default previewOf(drillLetter, {
  ...FRAME,
  at: { utc: "2026-11-12 09:30 UTC", local: "2026-11-12 10:30 (Europe/Berlin)" },
  links: { ...LINKS, deliveries: "https://portal.example/alerts" },
  site: aSite(12, "Online shop", "https://shop.example"),
  actor: { login: "bela", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
} satisfies Facts<"drill">);

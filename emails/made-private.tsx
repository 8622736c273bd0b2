import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { unlessStillPublic } from "./still-public";
import { letterOnSites, mistakeNotes, withNames } from "./wording";

/** Mails that were written before there were causes have no actor and no cause: then it was the end date. */
function causeOf({ actor, cause }: Facts<"made-private">) {
  if (actor) return "superUser";
  return cause === "super-user" ? "expired" : cause;
}

/** Alert: sites were made private here, by a Super User or by the app (then `actor` is null). */
export function madePrivateLetter(props: Facts<"made-private">, t: MailTranslator): Letter {
  const { actor, links, sites, stillPublic, total } = props;
  const cause = causeOf(props);
  const isLocked = cause === "locked";
  const letter = letterOnSites(
    { ...props, sites: withNames(sites, t) },
    {
      title: `madePrivate.${cause}`,
      tone: "closed",
      lead: [...(isLocked ? [t.line("madePrivate.whileBlocked")] : []), t.line("frame.closed")],
      notes: isLocked ? [t.line("madePrivate.unblockFirst")] : mistakeNotes(actor, t),
      list: links.activity,
    },
    t,
  );
  return unlessStillPublic(letter, stillPublic, { who: actor?.login ?? t.text("frame.product"), removed: total }, t);
}

export default previewOf(madePrivateLetter, {
  ...FRAME,
  at: { utc: "2026-11-24 08:10 UTC", local: "2026-11-24 09:10 (Europe/Berlin)" },
  sites: [aSite(12, "Botanical garden", "https://garden.example")],
  total: 1,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  cause: "super-user",
} satisfies Facts<"made-private">);

import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { counted } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { unlessStillPublic } from "./still-public";
import { letterOnSites, mistakeNotes, reasonRows } from "./wording";

/**
 * Alert: public access was blocked, or the block turned off. The sites became private at the same moment, or were
 * restored; `left` of those that the block remembered were not. `actor` is null when a command on the server did it.
 */
export function blockChangedLetter(props: Facts<"block-changed">, t: MailTranslator): Letter {
  const { actor, left, links, on, reason, stillPublic, total } = props;
  const who = actor?.login ?? "bin/public-access block";
  const reopened = t.line("frame.public", { end: t.line("blockChanged.off.ends") });
  const letter = letterOnSites(
    props,
    {
      title: on ? "blockChanged.on.title" : "blockChanged.off.title",
      who,
      tone: on ? "closed" : "opened",
      lead: [
        ...(total === 0 ? [] : [on ? t.line("frame.closed") : reopened]),
        t.line(on ? "blockChanged.on.lead" : "blockChanged.off.lead"),
        ...(left === 0 ? [] : [t.line("blockChanged.off.left", { sites: counted(left, t) })]),
      ],
      notes: mistakeNotes(actor, t),
      list: on ? links.activity : links.publicAccess,
      rows: reasonRows(reason, t),
    },
    t,
  );
  return unlessStillPublic(letter, stillPublic, { who, removed: total }, t);
}

export default previewOf(blockChangedLetter, {
  ...FRAME,
  at: { utc: "2026-12-01 19:30 UTC", local: "2026-12-01 20:30 (Europe/Berlin)" },
  sites: [
    aSite(12, "Botanical garden", "https://garden.example"),
    aSite(44, "مكتبة المدينة", "https://maktaba.example"),
  ],
  total: 2,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  on: true,
  reason: null,
  left: 0,
} satisfies Facts<"block-changed">);

import type { Facts } from "./facts";
import type { MailTranslator } from "./mail-translator";
import { counted } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { letterOnSites, whenRow } from "./wording";

/** Alert: the newest entries of the activity log are gone, and with them what was known of changes made meanwhile. */
export function logWentBackLetter(props: Facts<"log-went-back">, t: MailTranslator) {
  const { at, everySite, lost, since, total } = props;
  const last = lost.from - 1;
  const kept = since ? t.line("logWentBack.kept", { last, at: t.moment(since) }) : [t.text("logWentBack.none")];
  const letter = letterOnSites(
    props,
    {
      title: "logWentBack.title",
      values: { last },
      tone: "outside",
      lead: [
        t.line("logWentBack.cause"),
        t.line("logWentBack.meanwhile"),
        ...(everySite ? [t.finding("anonymous-super-user", "meaning")] : []),
        t.line("logWentBack.public", { sites: counted(total, t) }),
      ],
      button: "frame.reviewPublic",
      notes: [t.line("logWentBack.compare"), t.line("logWentBack.askOperator")],
    },
    t,
  );
  return {
    ...letter,
    rows: [
      { label: t.text("logWentBack.lastKept"), lines: [kept] },
      ...(lost.to === null
        ? []
        : [{ label: t.text("logWentBack.lost"), lines: [t.line("logWentBack.entries", { ...lost, to: lost.to })] }]),
      whenRow(at, t),
      { label: t.text("logWentBack.effects"), lines: [t.line("logWentBack.undone"), t.line("logWentBack.twice")] },
    ],
  };
}

export default previewOf(logWentBackLetter, {
  ...FRAME,
  at: { utc: "2026-12-01 09:00 UTC", local: "2026-12-01 10:00 (Europe/Berlin)" },
  sites: [aSite(3, "Café Zürich", "https://cafe.example"), aSite(44, "مكتبة المدينة", "https://maktaba.example")],
  total: 2,
  everySite: false,
  lost: { from: 208, to: 210 },
  since: { utc: "2026-12-01 08:52 UTC", local: "2026-12-01 09:52 (Europe/Berlin)" },
} satisfies Facts<"log-went-back">);

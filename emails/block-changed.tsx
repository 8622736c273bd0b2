import type { TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { type StillPublic, unlessStillPublic } from "./still-public";
import { subjectOf } from "./subject";
import { fromRow, mistakeNotes, reasonRows, siteList, whenRow } from "./wording";

/**
 * The sites became private at the same moment, or were restored; `left` of those that the block remembered were not.
 * `actor` is null when it was blocked by a command on the server.
 */
export type BlockChangedProps = Common &
  Sites & {
    actor: Author | null;
    on: boolean;
    reason: TypedText | null;
    left: number;
    stillPublic?: StillPublic | undefined;
  };

/** Alert: public access was blocked, or the block turned off. */
export function blockChangedLetter(props: BlockChangedProps, t: MailTranslator): Letter {
  const { actor, at, host, left, links, on, reason, total } = props;
  const words = on ? "on" : "off";
  const who = actor?.login ?? "npm run block";
  const values = { ...siteValues(props, t), who: { outside: who } };
  const undo = t.line(`blockChanged.${words}.undo`);
  const letter: Letter = {
    subject: subjectOf(`blockChanged.${words}.subject`, { host, about: props, who }, t),
    tone: on ? "closed" : "opened",
    headline: t.line(`blockChanged.${words}.headline`, values),
    lead: [
      t.line(`blockChanged.${words}.lead`, values),
      ...(left === 0 ? [] : [t.line("blockChanged.off.left", { count: left })]),
    ],
    button: { label: t.text("frame.review", { count: total }), href: links.publicAccess },
    notes: actor ? mistakeNotes(undo, actor, t) : [undo],
    sites: siteList(props, on ? links.activity : links.publicAccess),
    rows: [whenRow(at, t), ...(actor ? [fromRow(actor, t)] : []), ...reasonRows(reason, t)],
    at,
    host,
  };
  return unlessStillPublic(letter, props.stillPublic, { who, removed: total }, t);
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
} satisfies BlockChangedProps);

import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { type StillPublic, unlessStillPublic } from "./still-public";
import { subjectOf } from "./subject";
import { fromRow, mistakeNotes, reasonRows, siteList, whenRow } from "./wording";

/** The sites are those that became private at the same moment. `reason` is null when the lock was lifted. */
export type LockChangedProps = Common &
  Sites & {
    actor: Author;
    locked: boolean;
    reason: TypedText | null;
    stillPublic?: StillPublic | undefined;
  };

/** Alert: a Super User locked public access ("nothing may be public"), or lifted the lock. */
export function lockChangedLetter(props: LockChangedProps, say: Say): Letter {
  const { actor, at, host, links, locked, reason, total } = props;
  const words = locked ? "locked" : "unlocked";
  const values = { ...siteValues(props, say), who: { outside: actor.login } };
  const letter: Letter = {
    subject: subjectOf(`lockChanged.${words}.subject`, { host, about: props, who: actor.login }, say),
    tone: locked ? "closed" : "opened",
    headline: say.line(`lockChanged.${words}.headline`, values),
    lead: [say.line(`lockChanged.${words}.lead`, values)],
    button: { label: say.text("frame.review", { count: total }), href: links.publicAccess },
    notes: mistakeNotes(say.line(`lockChanged.${words}.undo`), actor, say),
    sites: siteList(props, links.activity),
    rows: [whenRow(at, say), fromRow(actor, say), ...reasonRows(reason, say)],
    at,
    host,
  };
  return unlessStillPublic(letter, props.stillPublic, { who: actor.login, removed: total }, say);
}

export default previewOf(lockChangedLetter, {
  ...FRAME,
  at: { utc: "2026-12-01 19:30 UTC", local: "2026-12-01 20:30 (Europe/Berlin)" },
  sites: [
    aSite(12, "Botanical garden", "https://garden.example"),
    aSite(44, "مكتبة المدينة", "https://maktaba.example"),
  ],
  total: 2,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  locked: true,
  reason: asTyped("Somebody found visitor names in page titles; we look into it first"),
} satisfies LockChangedProps);

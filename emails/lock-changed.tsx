import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { MailKey, Say } from "./say";
import { type StillPublic, unlessStillPublic } from "./still-public";
import { fitSubject } from "./subject";
import { accountSteps, authorRows, reasonRows, sitesBlock } from "./wording";

/** The sites are those that became private at the same moment. `reason` is null when the lock was lifted. */
export type LockChangedProps = Common &
  Sites & {
    actor: Author;
    locked: boolean;
    reason: TypedText | null;
    stillPublic?: StillPublic | undefined;
  };

const MEANING: Record<"locked" | "unlocked", readonly MailKey[]> = {
  locked: ["lockChanged.locked.nobodyCan", "lockChanged.locked.outside", "lockChanged.locked.copiesStay"],
  unlocked: ["lockChanged.unlocked.everyoneCan", "lockChanged.unlocked.outside", "lockChanged.unlocked.stayPrivate"],
};

/** Alert: a Super User locked public access ("nothing may be public"), or lifted the lock. */
export function lockChangedLetter(props: LockChangedProps, say: Say): Letter {
  const { actor, at, host, links, locked, reason, total } = props;
  const words = locked ? "locked" : "unlocked";
  const lead = { who: { outside: actor.login }, count: total, host: { outside: host } };
  const letter: Letter = {
    subject: fitSubject((_, on) => say.text(`lockChanged.${words}.subject`, { count: total, host: on }), "", host, say),
    tone: locked ? "closed" : "opened",
    label: say.text(`lockChanged.${words}.label`),
    headline: say.line(`lockChanged.${words}.headline`),
    lead: [say.line(`lockChanged.${words}.lead`, lead)],
    blocks: [
      sitesBlock(props, say.text("lockChanged.sitesMadePrivate", { count: total }), links.activity, say),
      {
        type: "facts",
        title: say.text(locked ? "frame.whoWhenWhy" : "frame.whoAndWhen"),
        rows: [...authorRows(actor, at, say), ...reasonRows(reason, say)],
      },
      { type: "button", label: say.text("frame.open"), href: links.publicAccess },
      { type: "list", title: say.text("frame.whatThisMeans"), items: MEANING[words].map((key) => say.line(key)) },
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [say.line(`lockChanged.${words}.notMeant`), ...accountSteps(actor.login, say)],
      },
    ],
    host,
    links,
  };
  return unlessStillPublic(letter, props.stillPublic, { what: "locked", who: actor.login, removed: total }, say);
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

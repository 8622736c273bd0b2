import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { type StillPublic, unlessStillPublic } from "./still-public";
import { subjectOf } from "./subject";
import { fromRow, mistakeNotes, reasonRows, siteList, whenRow } from "./wording";

type State = "paused" | "resumed" | "dropped";

/** `left`: of the sites that the pause put aside, how many were not made public again. */
export type PauseChangedProps = Common &
  Sites & {
    actor: Author;
    state: State;
    reason: TypedText | null;
    left: number;
    stillPublic?: StillPublic | undefined;
  };

const TONES = { paused: "closed", resumed: "opened", dropped: "calm" } as const;

/** Alert: a Super User paused public access, resumed it, or let go of what a pause had put aside. */
export function pauseChangedLetter(props: PauseChangedProps, say: Say): Letter {
  const { actor, at, host, left, links, reason, state, total } = props;
  const values = { ...siteValues(props, say), who: { outside: actor.login } };
  const letter: Letter = {
    subject: subjectOf(`pauseChanged.${state}.subject`, { host, about: props, who: actor.login }, say),
    tone: TONES[state],
    headline: say.line(`pauseChanged.${state}.headline`, values),
    lead: [
      say.line(`pauseChanged.${state}.lead`, values),
      ...(left === 0 ? [] : [say.line("pauseChanged.left", { count: left })]),
    ],
    button: { label: say.text("frame.review", { count: total }), href: links.publicAccess },
    notes: mistakeNotes(say.line(`pauseChanged.${state}.undo`, values), actor, say),
    sites: siteList(props, state === "resumed" ? links.publicAccess : links.activity),
    rows: [whenRow(at, say), fromRow(actor, say), ...reasonRows(reason, say)],
    at,
    host,
  };
  return unlessStillPublic(letter, props.stillPublic, { who: actor.login, removed: total }, say);
}

export default previewOf(pauseChangedLetter, {
  ...FRAME,
  at: { utc: "2026-12-02 08:40 UTC", local: "2026-12-02 09:40 (Europe/Berlin)" },
  sites: [
    aSite(12, "Botanical garden", "https://garden.example"),
    aSite(7, "City library & archive", "https://library.example"),
    aSite(44, "مكتبة المدينة", "https://maktaba.example"),
  ],
  total: 3,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  state: "paused",
  reason: asTyped("Election week: no numbers before Monday"),
  left: 0,
} satisfies PauseChangedProps);

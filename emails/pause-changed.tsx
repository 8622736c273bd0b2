import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import type { Line } from "./line";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { type StillPublic, unlessStillPublic } from "./still-public";
import { fitSubject } from "./subject";
import { accountSteps, authorRows, reasonRows, sitesBlock } from "./wording";

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

function meaning({ left, state, total }: PauseChangedProps, say: Say): Line[] {
  switch (state) {
    case "paused":
      return [
        say.line("pauseChanged.paused.askAgain"),
        say.line("pauseChanged.paused.nobodyCan"),
        say.line("pauseChanged.paused.resuming"),
      ];
    case "resumed":
      return [
        say.line("pauseChanged.resumed.asBefore"),
        ...(left === 0 ? [] : [say.line("pauseChanged.resumed.left", { count: left })]),
      ];
    case "dropped":
      return [say.line("pauseChanged.dropped.noLonger", { count: total }), say.line("pauseChanged.dropped.canAgain")];
  }
}

/** Alert: a Super User paused public access, resumed it, or let go of what a pause had put aside. */
export function pauseChangedLetter(props: PauseChangedProps, say: Say): Letter {
  const { actor, at, host, links, reason, state, total } = props;
  const lead = { who: { outside: actor.login }, count: total, host: { outside: host } };
  const listed = state === "resumed" ? links.publicAccess : links.activity;
  const letter: Letter = {
    subject: fitSubject(
      (_, on) => say.text(`pauseChanged.${state}.subject`, { count: total, host: on }),
      "",
      host,
      say,
    ),
    tone: TONES[state],
    label: say.text(`pauseChanged.${state}.label`),
    headline: say.line(`pauseChanged.${state}.headline`, { count: total }),
    lead: [say.line(`pauseChanged.${state}.lead`, lead)],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), listed, say),
      {
        type: "facts",
        title: say.text("frame.whoAndWhen"),
        rows: [...authorRows(actor, at, say), ...reasonRows(reason, say)],
      },
      { type: "button", label: say.text("frame.open"), href: links.publicAccess },
      { type: "list", title: say.text("frame.whatThisMeans"), items: meaning(props, say) },
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [say.line(`pauseChanged.${state}.notMeant`, { count: total }), ...accountSteps(actor.login, say)],
      },
    ],
    host,
    links,
  };
  return unlessStillPublic(letter, props.stillPublic, { what: "paused", who: actor.login, removed: total }, say);
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

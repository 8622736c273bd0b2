import type { Common } from "./facts";
import type { FactRow, Letter } from "./letter";
import type { Line } from "./line";
import { FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { whenRow } from "./wording";

type Person = { login: string; address: string };
type Move = { login: string; from: string; to: string };

/** `total` counts all changes, also those that are not named here. */
type RosterChangedProps = Common & {
  added: readonly Person[];
  removed: readonly Person[];
  moved: readonly Move[];
  total: number;
};

/** Which change it is, if it is alone, and whom it is about. */
function aloneOf({ added, removed, moved, total }: RosterChangedProps) {
  const alone = { added: added[0]?.login, removed: removed[0]?.login, moved: moved[0]?.login };
  const [what = "many", who = ""] = (total === 1 && Object.entries(alone).find(([, name]) => name !== undefined)) || [];
  return { what, who };
}

const address = (value: string, say: Say) => (value === "" ? say.text("rosterChanged.noAddress") : { outside: value });

const person = ({ login, address: at }: Person, say: Say): Line =>
  say.line("rosterChanged.person", { login: { outside: login }, address: address(at, say) });

const move = ({ login, from, to }: Move, say: Say): Line =>
  say.line("rosterChanged.move", { login: { outside: login }, from: address(from, say), to: address(to, say) });

function people({ added, removed, moved, total, links }: RosterChangedProps, say: Say): FactRow[] {
  const rows: FactRow[] = [
    { label: say.text("rosterChanged.added"), lines: added.map((one) => person(one, say)) },
    { label: say.text("rosterChanged.removed"), lines: removed.map((one) => person(one, say)) },
    { label: say.text("rosterChanged.moved"), lines: moved.map((one) => move(one, say)) },
  ].filter(({ lines }) => lines.length > 0);
  const rest = total - added.length - removed.length - moved.length;
  return rows.map((row, index) =>
    index === rows.length - 1 && rest > 0 ? { ...row, more: { count: rest, link: links.activity } } : row,
  );
}

/** Alert to the Super Users of before and of now, at old and new addresses: who they are has changed. */
export function rosterChangedLetter(props: RosterChangedProps, say: Say): Letter {
  const { added, at, host, links, moved, removed, total: count } = props;
  const { what, who } = aloneOf(props);
  return {
    subject: subjectOf("rosterChanged.subject", { host, who, values: { what, count } }, say),
    tone: "outside",
    headline: say.line("rosterChanged.headline", { what, count, who: { outside: who } }),
    lead: [
      say.line("rosterChanged.notHere"),
      ...(added.length > 0 ? [say.line("rosterChanged.addedMeans")] : []),
      ...(removed.length > 0 ? [say.line("rosterChanged.removedMeans")] : []),
      ...(moved.length > 0 ? [say.line("rosterChanged.movedMeans")] : []),
    ],
    button: { label: say.text("rosterChanged.button"), href: links.activity },
    notes: [say.line("rosterChanged.ask"), say.line("rosterChanged.undo")],
    rows: [...people(props, say), whenRow(at, say)],
    at,
    host,
    audience: "beforeAndAfter",
  };
}

export default previewOf(rosterChangedLetter, {
  ...FRAME,
  at: { utc: "2026-12-07 23:55 UTC", local: "2026-12-08 00:55 (Europe/Berlin)" },
  added: [{ login: "mallory", address: "mallory@mail.example" }],
  removed: [{ login: "bela", address: "bela@stats.example" }],
  moved: [{ login: "anna", from: "anna@stats.example", to: "anna@mail.example" }],
  total: 3,
} satisfies RosterChangedProps);

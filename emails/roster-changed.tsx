import type { Common } from "./facts";
import type { FactRow, Letter } from "./letter";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";
import { FRAME, previewOf } from "./preview";
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

const address = (value: string, t: MailTranslator) =>
  value === "" ? t.text("rosterChanged.noAddress") : { outside: value };

const person = ({ login, address: at }: Person, t: MailTranslator): Line =>
  t.line("rosterChanged.person", { login: { outside: login }, address: address(at, t) });

const move = ({ login, from, to }: Move, t: MailTranslator): Line =>
  t.line("rosterChanged.move", { login: { outside: login }, from: address(from, t), to: address(to, t) });

function people({ added, removed, moved, total, links }: RosterChangedProps, t: MailTranslator): FactRow[] {
  const rows: FactRow[] = [
    { label: t.text("rosterChanged.added"), lines: added.map((one) => person(one, t)) },
    { label: t.text("rosterChanged.removed"), lines: removed.map((one) => person(one, t)) },
    { label: t.text("rosterChanged.moved"), lines: moved.map((one) => move(one, t)) },
  ].filter(({ lines }) => lines.length > 0);
  const rest = total - added.length - removed.length - moved.length;
  return rows.map((row, index) =>
    index === rows.length - 1 && rest > 0 ? { ...row, more: { count: rest, link: links.activity } } : row,
  );
}

/** Alert to the Super Users of before and of now, at old and new addresses: who they are has changed. */
export function rosterChangedLetter(props: RosterChangedProps, t: MailTranslator): Letter {
  const { added, at, host, links, moved, removed, total: count } = props;
  const { what, who } = aloneOf(props);
  return {
    subject: subjectOf("rosterChanged.subject", { host, who, values: { what, count } }, t),
    tone: "outside",
    headline: t.line("rosterChanged.headline", { what, count, who: { outside: who } }),
    lead: [
      t.line("rosterChanged.notHere"),
      ...(added.length > 0 ? [t.line("rosterChanged.addedMeans")] : []),
      ...(removed.length > 0 ? [t.line("rosterChanged.removedMeans")] : []),
      ...(moved.length > 0 ? [t.line("rosterChanged.movedMeans")] : []),
    ],
    button: { label: t.text("rosterChanged.button"), href: links.activity },
    notes: [t.line("rosterChanged.ask"), t.line("rosterChanged.undo")],
    rows: [...people(props, t), whenRow(at, t)],
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

import type { Facts } from "./facts";
import type { FactRow, Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, previewOf } from "./preview";
import { titled } from "./subject";
import { both, whenRow } from "./wording";

type RosterChanged = Facts<"roster-changed">;

/** Which change it is, if it is alone, and whom it is about. */
function aloneOf({ added, removed, moved, total }: RosterChanged) {
  const [who, ...others] = [...added, ...removed, ...moved].map(({ login }) => login);
  if (total > 1 || who === undefined || others.length > 0) return { what: "many", who: "" } as const;
  return { what: added.length > 0 ? "added" : removed.length > 0 ? "removed" : "moved", who } as const;
}

/** Who they are and were; `total` counts all changes, also those that are not named here. */
function people({ added, removed, moved, total, links }: RosterChanged, t: MailTranslator): FactRow[] {
  const address = (value: string) => (value === "" ? t.text("rosterChanged.noAddress") : { outside: value });
  const person = (one: { login: string; address: string }) => both([{ outside: one.login }], [address(one.address)], t);
  const rows: FactRow[] = [
    { label: t.text("rosterChanged.added"), lines: added.map(person) },
    { label: t.text("rosterChanged.removed"), lines: removed.map(person) },
    {
      label: t.text("rosterChanged.moved"),
      lines: moved.map(({ login, from, to }) =>
        t.line("rosterChanged.move", { login: { outside: login }, from: address(from), to: address(to) }),
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
  const rest = total - added.length - removed.length - moved.length;
  return rows.map((row, index) =>
    index === rows.length - 1 && rest > 0 ? { ...row, more: { count: rest, link: links.activity } } : row,
  );
}

/** Alert to the Super Users of before and of now, at old and new addresses: who they are has changed. */
export function rosterChangedLetter(props: RosterChanged, t: MailTranslator): Letter {
  const { added, at, host, links, moved, removed, total: count } = props;
  const { what, who } = aloneOf(props);
  return {
    ...titled(`rosterChanged.title.${what}`, { host, who, values: { count } }, t),
    tone: "outside",
    lead: [
      t.line("watched.notRecorded"),
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
} satisfies Facts<"roster-changed">);

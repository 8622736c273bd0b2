import type { Common } from "./facts";
import { noticedRow, notRecordedRow } from "./known-rows";
import type { Block, Letter } from "./letter";
import type { Line } from "./line";
import { FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";

type Person = { login: string; address: string };
type Move = { login: string; from: string; to: string };

/** `total` counts all changes, also those that are not named here. */
type RosterChangedProps = Common & {
  added: readonly Person[];
  removed: readonly Person[];
  moved: readonly Move[];
  total: number;
};

/** What a message about the change is given: which one it is, if it is alone, whom it is about, and how many there are. */
function changeValues({ added, removed, moved, total }: RosterChangedProps) {
  const alone = { added: added[0]?.login, removed: removed[0]?.login, moved: moved[0]?.login };
  const [what = "many", login = ""] =
    (total === 1 && Object.entries(alone).find(([, name]) => name !== undefined)) || [];
  return { what, login, count: total };
}

const address = (value: string, say: Say) => (value === "" ? say.text("rosterChanged.noAddress") : { outside: value });

const person = ({ login, address: at }: Person, say: Say): Line =>
  say.line("rosterChanged.person", { login: { outside: login }, address: address(at, say) });

const move = ({ login, from, to }: Move, say: Say): Line =>
  say.line("rosterChanged.move", { login: { outside: login }, from: address(from, say), to: address(to, say) });

function people(props: RosterChangedProps, say: Say): Block[] {
  const lists = [
    { title: say.text("rosterChanged.added"), items: props.added.map((one) => person(one, say)) },
    { title: say.text("rosterChanged.removed"), items: props.removed.map((one) => person(one, say)) },
    { title: say.text("rosterChanged.moved"), items: props.moved.map((one) => move(one, say)) },
  ].filter(({ items }) => items.length > 0);
  const rest = props.total - lists.reduce((count, { items }) => count + items.length, 0);
  return lists.map((list, index): Block => {
    const isLast = index === lists.length - 1;
    return {
      type: "list",
      ...list,
      more: isLast && rest > 0 ? { count: rest, link: props.links.activity } : null,
    };
  });
}

/** Alert to the Super Users of before and of now, at old and new addresses: who they are has changed. */
export function rosterChangedLetter(props: RosterChangedProps, say: Say): Letter {
  const { added, at, host, links, moved, removed } = props;
  const { what, login, count } = changeValues(props);
  return {
    subject: fitSubject(
      (name, where) => say.text("rosterChanged.subject", { what, count, name, host: where }),
      login,
      host,
      say,
    ),
    tone: "outside",
    label: say.text("rosterChanged.label"),
    headline: say.line("rosterChanged.headline", { what, count, name: { outside: login } }),
    lead: [say.line("rosterChanged.lead", { host: { outside: host } }), say.line("rosterChanged.notHere")],
    blocks: [
      ...people(props, say),
      { type: "facts", title: say.text("watched.known"), rows: [noticedRow(at, say), notRecordedRow(say)] },
      { type: "button", label: say.text("frame.open"), href: links.activity },
      {
        type: "list",
        title: say.text("frame.whatThisMeans"),
        items: [
          ...(added.length > 0 ? [say.line("rosterChanged.addedMeans")] : []),
          ...(removed.length > 0 ? [say.line("rosterChanged.removedMeans")] : []),
          ...(moved.length > 0 ? [say.line("rosterChanged.movedMeans")] : []),
        ],
      },
      {
        type: "steps",
        title: say.text("rosterChanged.notMeant"),
        items: [
          say.line("rosterChanged.ask"),
          say.line("rosterChanged.takeBack"),
          say.line("rosterChanged.secure"),
          say.line("rosterChanged.look"),
        ],
      },
    ],
    host,
    links,
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

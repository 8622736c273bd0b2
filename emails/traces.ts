import type { PersonThere, Traces } from "./facts";
import type { FactRow } from "./letter";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";
import { both } from "./wording";

/**
 * Who could have made a change and was active around it, as far as Matomo recorded, and what that does not show (the
 * page says more of it). It says of nobody that they made it.
 */
export function tracesRows({ found }: Traces, change: { total: number; link: string }, t: MailTranslator): FactRow[] {
  const label = t.text("traces.label");
  if (found === null) return [{ label, lines: [t.line("traces.unreadable")] }];
  const { activityLog, counts, pages, people, tokens } = found;
  const everybody = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rest = everybody - people.length;
  return [
    {
      label,
      lines: [
        ...people.map((person) => personLine(person, change.total, t)),
        ...(everybody === 0 ? [t.line("traces.nobody")] : []),
        ...(rest > 0 ? [t.line("traces.counts", counts)] : []),
        ...(pages ? [] : [t.line("traces.noPages")]),
        ...(tokens ? [] : [t.line("traces.noTokens")]),
        t.line("traces.limits"),
        ...(activityLog ? [t.line("traces.activityLog")] : []),
      ],
      more: rest > 0 ? { count: rest, link: change.link } : null,
    },
  ];
}

/** `jonas (admin): used pages, token “Nightly export”`. What may have been used stands behind what was. */
function personLine(person: PersonThere, total: number, t: MailTranslator): Line {
  const { login, moreTokens, pages, right, sites, tokens, was } = person;
  const role = t.text("traces.role", { right, reach: sites < total ? "some" : "all", sites, total });
  const uses = [
    ...(pages ? [{ was: pages.was, what: t.line("traces.pages") }] : []),
    ...tokens.map((token) => ({
      was: token.was,
      what: t.line("traces.token", { token: { outside: token.description } }),
    })),
  ];
  const said = (["active", "possible"] as const).flatMap((state): Line[] => {
    const all = uses.filter((use) => use.was === state).map(({ what }) => what);
    const [first, ...others] = all;
    if (!first) return [];
    return [t.line(`traces.${state}`, { what: others.reduce((list, what) => both(list, what, t), first) })];
  });
  if (was === "absent" || was === "unknown") said.push(t.line(`traces.${was}`));
  if (moreTokens > 0) said.push(t.line("traces.moreTokens", { count: moreTokens }));
  const what = said.reduce((list, line) => both(list, line, t));
  return t.line("traces.person", { login: { outside: login }, role, what });
}

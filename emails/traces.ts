import type { PersonThere, Traces } from "./facts";
import type { FactRow } from "./letter";
import type { Line } from "./line";
import type { Say } from "./say";
import { both } from "./wording";

/**
 * Who could have made a change and was active around it, as far as Matomo recorded, and what that does not show (the
 * page says more of it). It says of nobody that they made it.
 */
export function tracesRows({ found }: Traces, change: { total: number; link: string }, say: Say): FactRow[] {
  const label = say.text("traces.label");
  if (found === null) return [{ label, lines: [say.line("traces.unreadable")] }];
  const { activityLog, counts, pages, people, tokens } = found;
  const everybody = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rest = everybody - people.length;
  return [
    {
      label,
      lines: [
        ...people.map((person) => personLine(person, change.total, say)),
        ...(everybody === 0 ? [say.line("traces.nobody")] : []),
        ...(rest > 0 ? [say.line("traces.counts", counts)] : []),
        ...(pages ? [] : [say.line("traces.noPages")]),
        ...(tokens ? [] : [say.line("traces.noTokens")]),
        say.line("traces.limits"),
        ...(activityLog ? [say.line("traces.activityLog")] : []),
      ],
      more: rest > 0 ? { count: rest, link: change.link } : null,
    },
  ];
}

/** `jonas (admin): used pages, token “Nightly export”`. What may have been used stands behind what was. */
function personLine(person: PersonThere, total: number, say: Say): Line {
  const { login, moreTokens, pages, right, sites, tokens, was } = person;
  const role = say.text("traces.role", { right, reach: sites < total ? "some" : "all", sites, total });
  const uses = [
    ...(pages ? [{ was: pages.was, what: say.line("traces.pages") }] : []),
    ...tokens.map((token) => ({
      was: token.was,
      what: say.line("traces.token", { token: { outside: token.description } }),
    })),
  ];
  const said = (["active", "possible"] as const).flatMap((state): Line[] => {
    const all = uses.filter((use) => use.was === state).map(({ what }) => what);
    const [first, ...others] = all;
    if (!first) return [];
    return [say.line(`traces.${state}`, { what: others.reduce((list, what) => both(list, what, say), first) })];
  });
  if (was === "absent" || was === "unknown") said.push(say.line(`traces.${was}`));
  if (moreTokens > 0) said.push(say.line("traces.moreTokens", { count: moreTokens }));
  const what = said.reduce((list, line) => both(list, line, say));
  return say.line("traces.person", { login: { outside: login }, role, what });
}

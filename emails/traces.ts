import type { PersonThere, Traces } from "./facts";
import type { Block } from "./letter";
import type { Line } from "./line";
import type { Say } from "./say";

/**
 * Who could have made a change and was active around it, as far as Matomo recorded, and what that does not show. It
 * says of nobody that they made it.
 */
export function tracesBlocks({ found }: Traces, change: { total: number; link: string }, say: Say): Block[] {
  if (found === null) {
    return [{ type: "list", title: say.text("traces.title"), items: [say.line("traces.unreadable")] }];
  }
  const everybody = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const rest = everybody - found.people.length;
  return [
    {
      type: "list",
      title: say.text("traces.title"),
      items: [
        ...found.people.flatMap((person) => personLines(person, change.total, say)),
        ...(everybody === 0 ? [say.line("traces.nobody")] : []),
        ...(rest > 0 ? [say.line("traces.counts", found.counts)] : []),
      ],
      more: rest > 0 ? { count: rest, link: change.link } : null,
    },
    { type: "list", title: say.text("traces.notShown"), items: limitLines(found, say) },
  ];
}

/** One line for each use that says something, or one that says that there is none. */
function personLines(person: PersonThere, total: number, say: Say): Line[] {
  const { right, sites, pages, tokens, moreTokens } = person;
  const login = { outside: person.login };
  const role = say.text("traces.role", { right, reach: sites < total ? "some" : "all", sites, total });
  if (person.was === "absent" || person.was === "unknown") return [say.line(`traces.${person.was}`, { login, role })];
  return [
    ...(pages ? [say.line(`traces.pages.${pages.was}`, { login, role })] : []),
    ...tokens.map(({ was, description }) =>
      say.line(`traces.token.${was}`, { login, role, token: { outside: description } }),
    ),
    ...(moreTokens > 0 ? [say.line("traces.moreTokens", { login, count: moreTokens })] : []),
  ];
}

function limitLines({ pages, tokens, activityLog }: NonNullable<Traces["found"]>, say: Say): Line[] {
  return [
    say.line("traces.limits.change"),
    say.line("traces.limits.precision"),
    ...(pages ? [] : [say.line("traces.limits.noPages")]),
    ...(tokens ? [] : [say.line("traces.limits.noTokens")]),
    say.line("traces.limits.others"),
    ...(activityLog ? [say.line("traces.limits.activityLog")] : []),
  ];
}

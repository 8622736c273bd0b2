import type { ReactNode } from "react";
import { ExactMoment } from "@/components/ui/moment";
import type { Found, Person, Traces } from "@/lib/ledger/facts/traces-schema";
import type { ActivityWords, SayActivity } from "./activity-words";
import { isolated } from "./names";

/**
 * Who could have made a change and was active around it, as far as Matomo recorded, and what that does not show, as
 * details of an event. It says of nobody that they made it.
 */
export function tracesDetails(traces: Traces, total: number, { say }: ActivityWords): Record<string, ReactNode> {
  const { from, found } = traces;
  return {
    [say("labels.previousCheck")]: <ExactMoment iso={from} />,
    [say("labels.couldHave")]: found === null ? say("traces.unreadable") : listed(peopleWords(found, total, say)),
    [say("labels.notShown")]: found && listed(limitWords(found, say)),
  };
}

function peopleWords({ counts, people }: Found, total: number, say: SayActivity): ReactNode[] {
  const everybody = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    ...people.flatMap((person) => personWords(person, total, say)),
    ...(everybody === 0 ? [say("traces.nobody")] : []),
    ...(everybody > people.length ? [say("traces.counts", counts)] : []),
  ];
}

function personWords(person: Person, total: number, say: SayActivity): ReactNode[] {
  const { login, right, sites, was, pages, tokens, moreTokens } = person;
  const role = say("traces.role", { right, reach: sites < total ? "some" : "all", sites, total });
  const who = { name: isolated, login, role };
  if (was === "absent" || was === "unknown") return [say.rich(`traces.${was}`, who)];
  return [
    ...(pages ? [say.rich(`traces.pages.${pages.was}`, who)] : []),
    ...tokens.map((token) => say.rich(`traces.token.${token.was}`, { ...who, token: token.description })),
    ...(moreTokens > 0 ? [say.rich("traces.moreTokens", { ...who, count: moreTokens })] : []),
  ];
}

function limitWords({ pages, tokens, activityLog }: Found, say: SayActivity): ReactNode[] {
  return [
    say("traces.limits.change"),
    say("traces.limits.precision"),
    ...(pages ? [] : [say("traces.limits.noPages")]),
    ...(tokens ? [] : [say("traces.limits.noTokens")]),
    say("traces.limits.others"),
    ...(activityLog ? [say("traces.limits.activityLog")] : []),
  ];
}

/** Sentences one below the other; their places are their names, for an event never changes. */
function listed(sentences: readonly ReactNode[]): ReactNode {
  return (
    <ul>
      {sentences.map((sentence, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frozen, and two tokens may be called the same
        <li key={place}>{sentence}</li>
      ))}
    </ul>
  );
}

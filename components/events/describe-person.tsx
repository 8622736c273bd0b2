import type { ReactNode } from "react";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import type { ActivityWords, SayActivity } from "./activity-words";
import { unreachableWords } from "./deed-words";
import { type Described, described as event } from "./described";
import { isolated, listedNames } from "./names";

type About = Extract<AuditFacts, { type: `roster.${string}` | `recipient.${string}` }>;
type RosterChange = Extract<AuditFacts, { type: "roster.changed" }>;

/** What became of the Super Users and of those who are notified. */
export function describePerson(facts: About, words: ActivityWords): Described {
  const { say } = words;
  switch (facts.type) {
    case "roster.baseline":
      return event("setting", say("events.roster.baseline", { count: facts.logins.length }), {
        [say("labels.logins")]: listedNames(words, facts.logins),
      });
    case "roster.changed":
      return event("roster", say("events.roster.changed", { parts: partWords(facts, words) }), {
        [say("labels.added")]: people(words, facts.added),
        [say("labels.removed")]: people(words, facts.removed),
        [say("labels.otherAddress")]: moves(words, facts.moved),
      });
    case "recipient.unreachable":
      return event(
        "failed",
        say.rich("events.recipient.unreachable", { names: () => listedNames(words, facts.logins) }),
        { [say("labels.because")]: unreachableWords(say, facts.why) },
      );
    case "recipient.reachable":
      return event("mail", say.rich("events.recipient.reachable", { names: () => listedNames(words, facts.logins) }));
  }
}

function partWords(facts: RosterChange, { say, format }: ActivityWords): string {
  const parts = (["added", "removed", "moved"] as const).flatMap((part) =>
    facts[part].length === 0 ? [] : [say(`rosterParts.${part}`, { count: facts[part].length })],
  );
  return format.list(parts);
}

function people(words: ActivityWords, all: RosterChange["added"]): ReactNode {
  return listedLines(all.map(({ login, email }) => ({ key: login, line: person(words.say, login, email) })));
}

function person(say: SayActivity, login: string, email: string): ReactNode {
  const address = () => isolated(email);
  return say.rich("person", { name: isolated, login, email: email === "" ? "none" : "some", address });
}

function moves({ say }: ActivityWords, all: RosterChange["moved"]): ReactNode {
  return listedLines(
    all.map(({ login, from, to }) => ({
      key: login,
      line: say.rich("moved", {
        ...{ name: isolated, login, from: () => isolated(from), to: () => isolated(to) },
        had: from === "" ? "none" : "some",
        has: to === "" ? "none" : "some",
      }),
    })),
  );
}

function listedLines(lines: readonly { key: string; line: ReactNode }[]): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}

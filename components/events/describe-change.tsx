import type { ReactNode } from "react";
import { seenWords } from "@/components/findings/findings-words";
import { ExactMoment, Through } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { probeFindingKinds } from "@/lib/ledger/facts/finding-terms";
import { parseFindingDetail } from "@/lib/ledger/facts/seen-schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";
import type { EventWords } from "./activity-words";
import { findingWords } from "./deed-words";
import { tracesDetails } from "./describe-traces";
import { type Described, described as event } from "./described";
import { isolated, listedNames } from "./names";

type Change = Extract<AuditFacts, { type: `public-access.${string}` | `finding.${string}` }>;

/** What happened to public access or to the rows behind it, in plain words. */
export function describeChange(facts: Change, who: string, words: EventWords): Described {
  const { say } = words;
  const count = "siteIds" in facts ? facts.siteIds.length : 0;
  const by = { by: isolated, who, count };
  switch (facts.type) {
    case "public-access.granted":
      return event("public", say.rich("events.public-access.granted", by), {
        [say("labels.why")]: <Typed>{facts.reason}</Typed>,
        [say("labels.end")]: untilWords(facts.until, say("noEndDate")),
        [say("labels.couldNotBeTold")]: listedNames(words, facts.unreachable),
      });
    case "public-access.revoked":
      return event("private", say.rich(`events.public-access.revoked.${facts.cause}`, by), {
        [say("labels.couldNotBeTold")]: listedNames(words, facts.unreachable),
      });
    case "public-access.extended":
      return facts.until === null
        ? event("public", say.rich("events.public-access.extended.none", by))
        : event("public", say.rich("events.public-access.extended.day", by), {
            [say("labels.end")]: <Through endsAt={facts.until} />,
          });
    case "public-access.end-near":
      return event("mail", say("events.public-access.end-near", { count, days: facts.days }));
    case "public-access.kept":
      return event("public", say.rich("events.public-access.kept", by), {
        [say("labels.note")]: charactersOf(facts.note) && <Typed>{facts.note}</Typed>,
      });
    case "public-access.lapse-near":
      return event("mail", say("events.public-access.lapse-near", { count, days: facts.days }), {
        [say("labels.at")]: <ExactMoment iso={facts.lapsesAt} />,
      });
    case "public-access.locked":
    case "public-access.paused":
      return event("private", say.rich("events.public-access.locked", by), {
        [say("labels.why")]: facts.reason && <Typed>{facts.reason}</Typed>,
      });
    case "public-access.block-explained":
      return event("setting", say.rich("events.public-access.block-explained", by), {
        [say("labels.why")]: <Typed>{facts.reason}</Typed>,
      });
    case "public-access.resumed":
      return event("public", say.rich("events.public-access.resumed", by), {
        [say("labels.notPublicAgain")]: notPublicAgain(say, facts.left),
      });
    case "public-access.unlocked":
    case "public-access.pause-dropped":
      return event("public", say.rich("events.public-access.unlocked", by), {
        [say("labels.notPublicAgain")]: notPublicAgain(say, "left" in facts ? (facts.left ?? 0) : count),
      });
    case "public-access.reduced-to-view":
      return event("private", say.rich("events.public-access.reduced-to-view", by));
    case "public-access.rows-removed":
      return event("private", say.rich(`events.public-access.rows-removed.${facts.rows}`, by));
    case "public-access.baseline":
      return event("public", say("events.public-access.baseline", { count }));
    case "public-access.granted-outside":
      return event(
        "public",
        say("events.public-access.granted-outside", { count }),
        facts.traces && tracesDetails(facts.traces, count, words),
      );
    case "public-access.revoked-outside":
      return event(
        "private",
        say("events.public-access.revoked-outside", { count }),
        facts.traces && {
          [say("labels.firstMissing")]: <ExactMoment iso={facts.traces.to} />,
          ...tracesDetails(facts.traces, count, words),
        },
      );
    case "finding.opened":
      return event(
        "finding",
        say(`events.finding.${isFromOutside(facts.finding) ? "openedOutside" : "opened"}`, {
          count,
          finding: findingWords(say, facts.finding),
        }),
        { [say("labels.seen")]: eachSeen(words, facts.details) },
      );
    case "finding.changed":
      return event("finding", say("events.finding.changed", { count, finding: findingWords(say, facts.finding) }), {
        [say("labels.seenNow")]: eachSeen(words, facts.details),
      });
    case "finding.closed":
      return event(
        "private",
        say(`events.finding.${isFromOutside(facts.finding) ? "closedOutside" : "closed"}`, {
          count,
          finding: findingWords(say, facts.finding),
        }),
      );
    case "finding.acknowledged":
      return event(
        "setting",
        say.rich("events.finding.acknowledged", { ...by, finding: findingWords(say, facts.finding) }),
        {
          [say("labels.why")]: <Typed>{facts.reason}</Typed>,
          [say("labels.end")]: untilWords(facts.until, say("untilItChanges")),
        },
      );
  }
}

function notPublicAgain(say: EventWords["say"], count: number): ReactNode {
  return count > 0 ? say("siteCount", { count }) : null;
}

function untilWords(until: string | null, without: string): ReactNode {
  return until === null ? without : <Through endsAt={until} />;
}

/** What was seen, each thing once: `admin`, `2 rows and 3 rows`. */
function eachSeen(words: EventWords, details: Readonly<Record<string, string>>): ReactNode {
  const seen = [...new Set(Object.values(details))].map((detail) =>
    seenWords(words.sayFindings, { seen: parseFindingDetail(detail) }),
  );
  return listedNames(
    words,
    seen.filter((one) => one !== ""),
  );
}

/** Seen by a probe, not by the watch. */
function isFromOutside(finding: string): boolean {
  return probeFindingKinds.some((kind) => kind === finding);
}

import type { ReactNode } from "react";
import { seenLabel } from "@/components/findings/finding-labels";
import { ExactMoment, Through } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { probeFindingKinds } from "@/lib/ledger/facts/finding-terms";
import { parseFindingDetail } from "@/lib/ledger/facts/seen-schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";
import type { EventIntl } from "./activity-intl";
import { findingLabel } from "./command-labels";
import { tracesDetails } from "./describe-traces";
import { type Described, described as event } from "./described";
import { isolated, listedNames } from "./names";

type Change = Extract<AuditFacts, { type: `public-access.${string}` | `finding.${string}` }>;

/** What happened to public access or to the rows behind it, in plain words. */
export function describeChange(facts: Change, who: string, intl: EventIntl): Described {
  const { t } = intl;
  const count = "siteIds" in facts ? facts.siteIds.length : 0;
  const by = { by: isolated, who, count };
  switch (facts.type) {
    case "public-access.granted":
      return event("public", t.rich("events.public-access.granted", by), {
        [t("labels.why")]: <Typed>{facts.reason}</Typed>,
        [t("labels.end")]: untilLabel(facts.until, t("noEndDate")),
        [t("labels.couldNotBeTold")]: listedNames(intl, facts.unreachable),
      });
    case "public-access.revoked":
      return event("private", t.rich(`events.public-access.revoked.${facts.cause}`, by), {
        [t("labels.couldNotBeTold")]: listedNames(intl, facts.unreachable),
      });
    case "public-access.extended":
      return facts.until === null
        ? event("public", t.rich("events.public-access.extended.none", by))
        : event("public", t.rich("events.public-access.extended.day", by), {
            [t("labels.end")]: <Through endsAt={facts.until} />,
          });
    case "public-access.end-near":
      return event("mail", t("events.public-access.end-near", { count, days: facts.days }));
    case "public-access.kept":
      return event("public", t.rich("events.public-access.kept", by), {
        [t("labels.note")]: charactersOf(facts.note) && <Typed>{facts.note}</Typed>,
      });
    case "public-access.lapse-near":
      return event("mail", t("events.public-access.lapse-near", { count, days: facts.days }), {
        [t("labels.at")]: <ExactMoment iso={facts.lapsesAt} />,
      });
    case "public-access.locked":
    case "public-access.paused":
      return event("private", t.rich("events.public-access.locked", by), {
        [t("labels.why")]: facts.reason && <Typed>{facts.reason}</Typed>,
      });
    case "public-access.block-explained":
      return event("setting", t.rich("events.public-access.block-explained", by), {
        [t("labels.why")]: <Typed>{facts.reason}</Typed>,
      });
    case "public-access.resumed":
      return event("public", t.rich("events.public-access.resumed", by), {
        [t("labels.notPublicAgain")]: notPublicAgain(t, facts.left),
      });
    case "public-access.unlocked":
    case "public-access.pause-dropped":
      return event("public", t.rich("events.public-access.unlocked", by), {
        [t("labels.notPublicAgain")]: notPublicAgain(t, "left" in facts ? (facts.left ?? 0) : count),
      });
    case "public-access.reduced-to-view":
      return event("private", t.rich("events.public-access.reduced-to-view", by));
    case "public-access.rows-removed":
      return event("private", t.rich(`events.public-access.rows-removed.${facts.rows}`, by));
    case "public-access.baseline":
      return event("public", t("events.public-access.baseline", { count }));
    case "public-access.granted-outside":
      return event(
        "public",
        t("events.public-access.granted-outside", { count }),
        facts.traces && tracesDetails(facts.traces, count, intl),
      );
    case "public-access.revoked-outside":
      return event(
        "private",
        t("events.public-access.revoked-outside", { count }),
        facts.traces && {
          [t("labels.firstMissing")]: <ExactMoment iso={facts.traces.to} />,
          ...tracesDetails(facts.traces, count, intl),
        },
      );
    case "finding.opened":
      return event(
        "finding",
        t(`events.finding.${isFromOutside(facts.finding) ? "openedOutside" : "opened"}`, {
          count,
          finding: findingLabel(t, facts.finding),
        }),
        { [t("labels.seen")]: eachSeen(intl, facts.details) },
      );
    case "finding.changed":
      return event("finding", t("events.finding.changed", { count, finding: findingLabel(t, facts.finding) }), {
        [t("labels.seenNow")]: eachSeen(intl, facts.details),
      });
    case "finding.closed":
      return event(
        "private",
        t(`events.finding.${isFromOutside(facts.finding) ? "closedOutside" : "closed"}`, {
          count,
          finding: findingLabel(t, facts.finding),
        }),
      );
    case "finding.acknowledged":
      return event(
        "setting",
        t.rich("events.finding.acknowledged", { ...by, finding: findingLabel(t, facts.finding) }),
        {
          [t("labels.why")]: <Typed>{facts.reason}</Typed>,
          [t("labels.end")]: untilLabel(facts.until, t("untilItChanges")),
        },
      );
  }
}

function notPublicAgain(t: EventIntl["t"], count: number): ReactNode {
  return count > 0 ? t("siteCount", { count }) : null;
}

function untilLabel(until: string | null, without: string): ReactNode {
  return until === null ? without : <Through endsAt={until} />;
}

/** What was seen, each thing once: `admin`, `2 rows and 3 rows`. */
function eachSeen(intl: EventIntl, details: Readonly<Record<string, string>>): ReactNode {
  const seen = [...new Set(Object.values(details))].map((detail) =>
    seenLabel(intl.tFindings, { seen: parseFindingDetail(detail) }),
  );
  return listedNames(
    intl,
    seen.filter((one) => one !== ""),
  );
}

/** Seen by a probe, not by the watch. */
function isFromOutside(finding: string): boolean {
  return probeFindingKinds.some((kind) => kind === finding);
}

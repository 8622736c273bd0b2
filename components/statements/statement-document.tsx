import type { ReactNode } from "react";
import type { Statement, StatementKey } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { NotificationsTable } from "./notifications-table";
import { ChainLinks, KeyFacts, UnsignedNote } from "./proof";
import { SitesTable } from "./sites-table";
import { StatementHead } from "./statement-head";
import type { StatementIntl } from "./statement-intl";
import { StatementSection } from "./statement-section";
import { BlockFacts, CoverageFacts, FindingFacts } from "./watch-facts";

const NAMED_PUBLISHERS = 20;

type StatementDocumentProps = {
  statement: Statement;
  statementKey: StatementKey | null;
  intl: StatementIntl;
  /** the zone that times are printed in */
  zone: string;
  /** whether the audit log is whole, which takes longer to find out */
  chainVerdict: ReactNode;
};

/** A month's statement, on screen and on paper. */
export function StatementDocument({ statement, statementKey, intl, zone, chainVerdict }: StatementDocumentProps) {
  const { t } = intl;
  const moreOf = (rows: readonly unknown[]) => {
    const count = rows.length - SHOWN_ROWS;
    return count > 0 ? t("more", { count, signed: statementKey ? "yes" : "no" }) : null;
  };
  return (
    <article data-statement="" className="flex flex-col gap-5">
      <StatementHead statement={statement} isSigned={statementKey !== null} zone={zone} intl={intl} />
      {!statementKey && <UnsignedNote t={t} />}
      <StatementSection id="totals" title={t("totals.title")}>
        <Totals totals={statement.totals} intl={intl} />
      </StatementSection>
      <StatementSection id="limits" title={t("limits.title")}>
        <ul className="flex max-w-3xl list-disc flex-col gap-1 ps-5 text-sm">
          {statement.limits.map(({ code, count }) => (
            <li key={code}>{t(`limit.${code}`, { count: count ?? 0 })}</li>
          ))}
        </ul>
      </StatementSection>
      <StatementSection id="sites" title={t("sites.title")} more={moreOf(statement.sites)}>
        <SitesTable statement={statement} intl={intl} />
      </StatementSection>
      <StatementSection id="tellings" title={t("tellings.title")} more={moreOf(statement.tellings)}>
        <NotificationsTable records={statement.tellings} intl={intl} />
      </StatementSection>
      <StatementSection
        id="coverage"
        title={intl.tActivity("coverage.title")}
        more={moreOf(statement.coverage?.blind ?? [])}
      >
        <CoverageFacts coverage={statement.coverage} intl={intl} />
      </StatementSection>
      <StatementSection id="closures" title={t("closures.title")}>
        <BlockFacts statement={statement} intl={intl} />
      </StatementSection>
      <StatementSection id="findings" title={t("findings.title")} more={moreOf(statement.findings)}>
        <FindingFacts findings={statement.findings} intl={intl} />
      </StatementSection>
      <StatementSection id="proof" title={t("proof.title")}>
        {chainVerdict}
        <ChainLinks chain={statement.chain} t={t} />
        {statementKey && <KeyFacts statementKey={statementKey} t={t} />}
      </StatementSection>
    </article>
  );
}

/** The month in numbers, and who made sites public in it. */
function Totals({ totals, intl: { t, format } }: { totals: Statement["totals"]; intl: StatementIntl }) {
  const { publishers } = totals;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-3 lg:grid-cols-6">
      {(["sites", "publicAtStart", "publicAtEnd", "madePublic", "madePrivate"] as const).map((name) => (
        <div key={name}>
          <dt className="text-[0.8125rem] text-ink-soft">{t(`totals.${name}`)}</dt>
          <dd className="font-medium">{format.number(totals[name])}</dd>
        </div>
      ))}
      <div>
        <dt className="text-[0.8125rem] text-ink-soft">{t("totals.by")}</dt>
        <dd className="break-words font-medium">
          {publishers.length === 0 && t("totals.nobody")}
          {publishers.slice(0, NAMED_PUBLISHERS).map(({ login, sites: count }) => (
            <span key={login} className="block">
              <bdi>{login}</bdi> ({format.number(count)})
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}

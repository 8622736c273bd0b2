import type { ReactNode } from "react";
import type { Statement, StatementKey } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { ChainLinks } from "./chain-facts";
import { KeyFacts } from "./key-facts";
import { NotificationsTable } from "./notifications-table";
import { SitesTable } from "./sites-table";
import { StatementHead } from "./statement-head";
import type { StatementIntl } from "./statement-intl";
import { MoreRows, StatementSection } from "./statement-section";
import { StatementTotals } from "./statement-totals";
import { UnsignedNote } from "./unsigned-note";
import { BlockFacts, CoverageFacts, FindingFacts } from "./watch-facts";

type StatementDocumentProps = {
  statement: Statement;
  statementKey: StatementKey | null;
  intl: StatementIntl;
  /** whether the audit log is whole, which takes longer to find out */
  chainVerdict: ReactNode;
};

/** A month's statement, on screen and on paper. */
export function StatementDocument({ statement, statementKey, intl, chainVerdict }: StatementDocumentProps) {
  const { t } = intl;
  const more = (rows: readonly unknown[]) => {
    const count = rows.length - SHOWN_ROWS;
    return count > 0 ? t(statementKey ? "more" : "moreUnsigned", { count }) : null;
  };
  return (
    <article data-statement="" className="flex flex-col gap-5">
      <StatementHead statement={statement} isSigned={statementKey !== null} intl={intl} />
      {!statementKey && <UnsignedNote t={t} />}
      <StatementSection id="totals" title={t("totals.title")}>
        <StatementTotals statement={statement} intl={intl} />
      </StatementSection>
      <StatementSection id="limits" title={t("limits.title")}>
        <ul className="flex max-w-3xl list-disc flex-col gap-1 ps-5 text-sm">
          {statement.limits.map(({ code, count }) => (
            <li key={code}>{t(`limit.${code}`, { count: count ?? 0 })}</li>
          ))}
        </ul>
      </StatementSection>
      <StatementSection id="sites" title={t("sites.title")}>
        <SitesTable statement={statement} intl={intl} />
        <MoreRows intl={more(statement.sites)} />
      </StatementSection>
      <StatementSection id="tellings" title={t("tellings.title")}>
        <NotificationsTable statement={statement} intl={intl} />
        <MoreRows intl={more(statement.tellings)} />
      </StatementSection>
      <StatementSection id="coverage" title={t("coverage.title")}>
        <CoverageFacts statement={statement} intl={intl} />
        <MoreRows intl={more(statement.coverage?.blind ?? [])} />
      </StatementSection>
      <StatementSection id="closures" title={t("closures.title")}>
        <BlockFacts statement={statement} intl={intl} />
      </StatementSection>
      <StatementSection id="findings" title={t("findings.title")}>
        <FindingFacts statement={statement} intl={intl} />
        <MoreRows intl={more(statement.findings)} />
      </StatementSection>
      <StatementSection id="proof" title={t("proof.title")}>
        {chainVerdict}
        <ChainLinks chain={statement.chain} t={t} />
        {statementKey && <KeyFacts statementKey={statementKey} t={t} />}
      </StatementSection>
    </article>
  );
}

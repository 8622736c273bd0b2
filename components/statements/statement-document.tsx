import type { ReactNode } from "react";
import type { Statement, StatementKey } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { ChainLinks } from "./chain-facts";
import { KeyFacts } from "./key-facts";
import { NotificationsTable } from "./notifications-table";
import { SitesTable } from "./sites-table";
import { StatementHead } from "./statement-head";
import { MoreRows, StatementSection } from "./statement-section";
import { StatementTotals } from "./statement-totals";
import type { StatementWords } from "./statement-words";
import { UnsignedNote } from "./unsigned-note";
import { BlockFacts, CoverageFacts, FindingFacts } from "./watch-facts";

type StatementDocumentProps = {
  statement: Statement;
  statementKey: StatementKey | null;
  words: StatementWords;
  /** whether the audit log is whole, which takes longer to find out */
  chainVerdict: ReactNode;
};

/** A month's statement, on screen and on paper. */
export function StatementDocument({ statement, statementKey, words, chainVerdict }: StatementDocumentProps) {
  const { say } = words;
  const more = (rows: readonly unknown[]) => {
    const count = rows.length - SHOWN_ROWS;
    return count > 0 ? say(statementKey ? "more" : "moreUnsigned", { count }) : null;
  };
  return (
    <article data-statement="" className="flex flex-col gap-5">
      <StatementHead statement={statement} isSigned={statementKey !== null} words={words} />
      {!statementKey && <UnsignedNote say={say} />}
      <StatementSection id="totals" title={say("totals.title")}>
        <StatementTotals statement={statement} words={words} />
      </StatementSection>
      <StatementSection id="limits" title={say("limits.title")}>
        <ul className="flex max-w-3xl list-disc flex-col gap-1 ps-5 text-sm">
          {statement.limits.map(({ code, count }) => (
            <li key={code}>{say(`limit.${code}`, { count: count ?? 0 })}</li>
          ))}
        </ul>
      </StatementSection>
      <StatementSection id="sites" title={say("sites.title")}>
        <SitesTable statement={statement} words={words} />
        <MoreRows words={more(statement.sites)} />
      </StatementSection>
      <StatementSection id="tellings" title={say("tellings.title")}>
        <NotificationsTable statement={statement} words={words} />
        <MoreRows words={more(statement.tellings)} />
      </StatementSection>
      <StatementSection id="coverage" title={say("coverage.title")}>
        <CoverageFacts statement={statement} words={words} />
        <MoreRows words={more(statement.coverage?.blind ?? [])} />
      </StatementSection>
      <StatementSection id="closures" title={say("closures.title")}>
        <BlockFacts statement={statement} words={words} />
      </StatementSection>
      <StatementSection id="findings" title={say("findings.title")}>
        <FindingFacts statement={statement} words={words} />
        <MoreRows words={more(statement.findings)} />
      </StatementSection>
      <StatementSection id="proof" title={say("proof.title")}>
        {chainVerdict}
        <ChainLinks chain={statement.chain} say={say} />
        {statementKey && <KeyFacts statementKey={statementKey} say={say} />}
      </StatementSection>
    </article>
  );
}

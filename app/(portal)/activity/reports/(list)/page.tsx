import { FileCheck } from "lucide-react";
import { ActivityTabs } from "@/app/(portal)/activity/activity-tabs";
import { PageTitle } from "@/components/layout/page-title";
import { ReadAgain } from "@/components/layout/read-again";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { MonthsList } from "@/components/statements/months-list";
import { KeyFacts, UnsignedNote } from "@/components/statements/proof";
import { StatementSection } from "@/components/statements/statement-section";
import { EmptyState } from "@/components/ui/empty-state";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listStatementMonths } from "@/lib/reports/statement/queries";

export const generateMetadata = titled("statements", (t) => t("title"));

/** Every month of which there is a statement, and the key to check them with. */
export default async function StatementsPage() {
  const loaded = await loadForSuperUser("/activity/reports", listStatementMonths);
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const { months, key } = loaded.data;
  const intl = { t: await serverTranslator("statements"), format: await serverFormats() };
  const { t } = intl;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t("title")} aside={<ReadAgain readAt={loaded.readAt} byItself />}>
        {t("lead")}
      </PageTitle>
      <ActivityTabs here="/activity/reports" />
      {!key && <UnsignedNote t={t} />}
      {months.length === 0 ? (
        <EmptyState icon={FileCheck} title={t("list.empty")}>
          <p>{t("list.emptyMeaning")}</p>
        </EmptyState>
      ) : (
        <MonthsList months={months} intl={intl} />
      )}
      {key && (
        <StatementSection id="proof" title={t("proof.title")}>
          <KeyFacts statementKey={key} t={t} />
        </StatementSection>
      )}
    </div>
  );
}

import { FileCheck } from "lucide-react";
import { ActivityTabs } from "@/app/(portal)/activity/activity-tabs";
import { statementWords } from "@/app/(portal)/activity/reports/statement-words";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { KeyFacts } from "@/components/statements/key-facts";
import { MonthsList } from "@/components/statements/months-list";
import { StatementSection } from "@/components/statements/statement-section";
import { UnsignedNote } from "@/components/statements/unsigned-note";
import { EmptyState } from "@/components/ui/empty-state";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listStatementMonths } from "@/lib/reports/statement/queries";

export async function generateMetadata() {
  const say = await serverWords("statements");
  return { title: say("title") };
}

/** Every month of which there is a statement, and the key to check them with. */
export default async function StatementsPage() {
  const loaded = await loadForSuperUser("/activity/reports", listStatementMonths);
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  const { months, key } = loaded.data;
  const words = await statementWords();
  const { say } = words;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={say("title")}>{say("lead")}</PageTitle>
      <ActivityTabs here="/activity/reports" />
      {!key && <UnsignedNote say={say} />}
      {months.length === 0 ? (
        <EmptyState icon={FileCheck} title={say("list.empty")}>
          <p>{say("list.emptyMeaning")}</p>
        </EmptyState>
      ) : (
        <MonthsList months={months} words={words} />
      )}
      {key && (
        <StatementSection id="proof" title={say("proof.title")}>
          <KeyFacts statementKey={key} say={say} />
        </StatementSection>
      )}
    </div>
  );
}

import { notFound } from "next/navigation";
import { Suspense } from "react";
import { statementIntl } from "@/app/(portal)/activity/reports/statement-intl";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { StatementDocument } from "@/components/statements/statement-document";
import { monthLabel } from "@/components/statements/statement-intl";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readStatement, statementKey } from "@/lib/reports/statement/queries";
import { statementQuerySchema } from "@/lib/reports/statement/schema";
import { ChainPart } from "./chain-part";
import "./print.css";

type StatementPageProps = PageProps<"/activity/reports/[month]">;

export async function generateMetadata({ params }: StatementPageProps) {
  const asked = statementQuerySchema.safeParse(await params);
  const intl = await statementIntl();
  const title = asked.success ? intl.t("of", { month: monthLabel(intl, asked.data.month) }) : intl.t("title");
  return { title };
}

/** The statement of a month, to read and to print. */
export default async function StatementPage({ params }: StatementPageProps) {
  const asked = statementQuerySchema.safeParse(await params);
  if (!asked.success) notFound();
  const path = `/activity/reports/${asked.data.month}`;
  const loaded = await loadForSuperUser(path, () => readStatement(asked.data.month));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  if (loaded.data === null) notFound();
  const intl = await statementIntl();
  return (
    <StatementDocument
      statement={loaded.data}
      statementKey={statementKey()}
      intl={intl}
      chainVerdict={
        <Suspense fallback={<p className="text-ink-soft text-sm">{intl.t("proof.checking")}</p>}>
          <ChainPart path={path} t={intl.t} />
        </Suspense>
      }
    />
  );
}

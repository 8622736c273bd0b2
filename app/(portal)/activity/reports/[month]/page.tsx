import { notFound } from "next/navigation";
import { Suspense } from "react";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { ChainVerdict } from "@/components/statements/proof";
import { StatementDocument } from "@/components/statements/statement-document";
import { monthLabel, type StatementsTranslator } from "@/components/statements/statement-intl";
import { Alert } from "@/components/ui/alert";
import { serverFormats } from "@/lib/auth/language/formats";
import { instanceZone } from "@/lib/auth/language/instance-zone";
import { serverTranslator } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readStatement, statementKey, walkWholeChain } from "@/lib/reports/statement/queries";
import { statementQuerySchema } from "@/lib/reports/statement/schema";
import "./print.css";

type StatementPageProps = PageProps<"/activity/reports/[month]">;

export async function generateMetadata({ params }: StatementPageProps) {
  const asked = statementQuerySchema.safeParse(await params);
  const t = await serverTranslator("statements");
  const format = await serverFormats();
  return { title: asked.success ? t("of", { month: monthLabel({ format }, asked.data.month) }) : t("title") };
}

/** The statement of a month, to read and to print. */
export default async function StatementPage({ params }: StatementPageProps) {
  const asked = statementQuerySchema.safeParse(await params);
  if (!asked.success) notFound();
  const path = `/activity/reports/${asked.data.month}`;
  const loaded = await loadForSuperUser(path, () => readStatement(asked.data.month));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  if (loaded.data === null) notFound();
  const t = await serverTranslator("statements");
  const intl = {
    t,
    tActivity: await serverTranslator("activity"),
    tFindings: await serverTranslator("findings"),
    format: await serverFormats(),
  };
  return (
    <StatementDocument
      statement={loaded.data}
      statementKey={statementKey()}
      intl={intl}
      zone={await instanceZone()}
      chainVerdict={
        <Suspense fallback={<p className="text-ink-soft text-sm">{t("proof.checking")}</p>}>
          <ChainPart path={path} t={t} />
        </Suspense>
      }
    />
  );
}

/** Whether the audit log is whole, found out apart from the rest of the page: a long log holds up nothing else. */
async function ChainPart({ path, t }: { path: string; t: StatementsTranslator }) {
  const loaded = await loadForSuperUser(path, walkWholeChain);
  if (loaded.ok) return <ChainVerdict verified={loaded.data} t={t} />;
  return (
    <Alert tone="danger" title={t("proof.unchecked")}>
      <p>{loaded.message}</p>
    </Alert>
  );
}

import { notFound } from "next/navigation";
import { Suspense } from "react";
import { statementWords } from "@/app/(portal)/activity/reports/statement-words";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { StatementDocument } from "@/components/statements/statement-document";
import { monthWords } from "@/components/statements/statement-words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readStatement, statementKey } from "@/lib/reports/statement/queries";
import { statementQuerySchema } from "@/lib/reports/statement/schema";
import { ChainPart } from "./chain-part";
import "./print.css";

type StatementPageProps = PageProps<"/activity/reports/[month]">;

export async function generateMetadata({ params }: StatementPageProps) {
  const asked = statementQuerySchema.safeParse(await params);
  const words = await statementWords();
  const title = asked.success ? words.say("of", { month: monthWords(words, asked.data.month) }) : words.say("title");
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
  const words = await statementWords();
  return (
    <StatementDocument
      statement={loaded.data}
      statementKey={statementKey()}
      words={words}
      chainVerdict={
        <Suspense fallback={<p className="text-ink-soft text-sm">{words.say("proof.checking")}</p>}>
          <ChainPart path={path} say={words.say} />
        </Suspense>
      }
    />
  );
}

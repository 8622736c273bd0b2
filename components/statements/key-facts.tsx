import type { ReactNode } from "react";
import type { StatementKey } from "@/lib/reports/statement/schema";
import type { StatementsTranslator } from "./statement-intl";

/** The public key and its fingerprint, and what they are for. */
export function KeyFacts({ statementKey, t }: { statementKey: StatementKey; t: StatementsTranslator }) {
  return (
    <>
      <p className="max-w-3xl text-ink-soft text-sm">{t.rich("proof.command", { code: inCode })}</p>
      <dl className="flex flex-col gap-3 text-sm">
        <Fact name={t("proof.fingerprint")}>{statementKey.fingerprint}</Fact>
        <Fact name={t("proof.key")}>{statementKey.publicKey}</Fact>
      </dl>
    </>
  );
}

function inCode(command: ReactNode) {
  return (
    <code dir="ltr" className="rounded bg-surface-sunken px-1 py-0.5 text-[0.8125rem]">
      {command}
    </code>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-ink-soft">{name}</dt>
      <dd dir="ltr" className="break-words text-start font-mono text-[0.8125rem]">
        {children}
      </dd>
    </div>
  );
}

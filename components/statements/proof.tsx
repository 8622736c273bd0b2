import { Alert } from "@/components/ui/alert";
import { inCode } from "@/components/ui/code";
import type { Statement, StatementKey } from "@/lib/reports/statement/schema";
import type { StatementsTranslator } from "./statement-intl";

/** Says that nothing vouches for the statements, and how to change that. */
export function UnsignedNote({ t }: { t: StatementsTranslator }) {
  return (
    <Alert tone="caution" title={t("unsigned.title")}>
      <p>{t("unsigned.meaning")}</p>
      <code dir="ltr" className="mt-2 block overflow-x-auto rounded bg-surface-sunken px-2 py-1 text-[0.8125rem]">
        openssl genpkey -algorithm ed25519 -outform DER | base64 -w0
      </code>
    </Alert>
  );
}

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

/** The links of the audit log's chain that the statement ends with. */
export function ChainLinks({ chain, t }: { chain: Statement["chain"]; t: StatementsTranslator }) {
  const linkOf = (link: Statement["chain"]["head"] | null) => (link ? `${link.seq} ${link.hash}` : t("proof.none"));
  return (
    <dl className="flex flex-col gap-3 text-sm">
      <Fact name={t("proof.monthEnd")}>{linkOf(chain.monthEnd)}</Fact>
      <Fact name={t("proof.head")}>{linkOf(chain.head)}</Fact>
    </dl>
  );
}

type ChainVerdictProps = { verified: NonNullable<Statement["chain"]["verified"]>; t: StatementsTranslator };

/** Whether the audit log is whole: what the statement says is worth as much. */
export function ChainVerdict({ verified, t }: ChainVerdictProps) {
  if (verified.ok) return <p className="text-sm">{t("proof.whole", { count: verified.events ?? 0 })}</p>;
  return (
    <Alert tone="danger" title={t("proof.broken", { seq: verified.brokenAt ?? "" })}>
      <p>{t("proof.brokenMeaning")}</p>
    </Alert>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-ink-soft">{name}</dt>
      <dd dir="ltr" className="break-words text-start font-mono text-[0.8125rem]">
        {children}
      </dd>
    </div>
  );
}

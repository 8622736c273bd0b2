import { Alert } from "@/components/ui/alert";
import type { Statement } from "@/lib/reports/statement/schema";
import type { StatementIntl } from "./statement-intl";

/** The links of the audit log's chain that the statement ends with. */
export function ChainLinks({ chain, t }: { chain: Statement["chain"]; t: StatementIntl["t"] }) {
  return (
    <dl className="flex flex-col gap-3 text-sm">
      {(["monthEnd", "head"] as const).map((which) => {
        const link = chain[which];
        return (
          <div key={which}>
            <dt className="text-[0.8125rem] text-ink-soft">{t(`proof.${which}`)}</dt>
            {link === null ? (
              <dd>{t("proof.none")}</dd>
            ) : (
              <dd dir="ltr" className="break-all text-start font-mono text-[0.8125rem]">
                {link.seq} {link.hash}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

type ChainVerdictProps = { verified: NonNullable<Statement["chain"]["verified"]>; t: StatementIntl["t"] };

/** Whether the audit log is whole: what the statement says is worth as much. */
export function ChainVerdict({ verified, t }: ChainVerdictProps) {
  if (verified.ok) return <p className="text-sm">{t("proof.whole", { count: verified.events ?? 0 })}</p>;
  return (
    <Alert tone="danger" title={t("proof.broken", { seq: verified.brokenAt ?? "" })}>
      <p>{t("proof.brokenMeaning")}</p>
    </Alert>
  );
}

import { ArrowLeft, Download } from "lucide-react";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { buttonStyles } from "@/components/ui/button-styles";
import type { Statement } from "@/lib/reports/statement/schema";
import { PrintButton } from "./print-button";
import { Stamp } from "./stamp";
import { monthLabel, type StatementIntl } from "./statement-intl";

type StatementHeadProps = { statement: Statement; isSigned: boolean; intl: StatementIntl };

/** What the statement is of, when it was made, and what one can do with it. */
export function StatementHead({ statement, isSigned, intl }: StatementHeadProps) {
  const { t } = intl;
  const { month, instance, portal, portalVersion, timeZone, complete } = statement;
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <Link
            href="/activity/reports"
            className="inline-flex min-h-6 items-center gap-1.5 text-accent text-sm hover:underline print:hidden"
          >
            <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden="true" /> {t("all")}
          </Link>
          <h1 className="mt-2 font-semibold text-2xl tracking-tight">{t("of", { month: monthLabel(intl, month) })}</h1>
          <p className="font-medium">
            <bdi>{instance}</bdi>
          </p>
          <p className="mt-1 text-ink-soft text-sm">
            {t.rich("made", {
              made: stamp(statement.madeAt),
              from: stamp(statement.from),
              to: stamp(statement.to),
            })}{" "}
            {t("zone", { zone: timeZone })} {t("version", { portal, version: portalVersion })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          {isSigned && (
            <a href={`/api/statements/${month}`} download className={buttonStyles({ variant: "primary" })}>
              <Download aria-hidden="true" />
              {t("download")}
            </a>
          )}
          <PrintButton>{t("print")}</PrintButton>
        </div>
      </div>
      {!complete && (
        <Alert tone="caution" title={t("running.title")}>
          <p>{t("running.meaning")}</p>
        </Alert>
      )}
    </>
  );
}

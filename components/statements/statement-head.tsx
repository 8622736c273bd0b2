import { ArrowLeft, Download } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { buttonStyles } from "@/components/ui/button-styles";
import { Link } from "@/components/ui/link";
import { ExactMoment } from "@/components/ui/moment";
import type { Statement } from "@/lib/reports/statement/schema";
import { PrintButton } from "./print-button";
import { monthLabel, type StatementIntl } from "./statement-intl";

type StatementHeadProps = { statement: Statement; isSigned: boolean; zone: string; intl: StatementIntl };

/** What the statement is of, when it was made, and what one can do with it. */
export function StatementHead({ statement, isSigned, zone, intl }: StatementHeadProps) {
  const { t } = intl;
  const { month, instance, portal, portalVersion: version, from, to, madeAt, complete } = statement;
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
              ...{ zone, portal, version },
              from: () => <ExactMoment iso={from} />,
              to: () => <ExactMoment iso={to} />,
              made: () => <ExactMoment iso={madeAt} />,
            })}
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

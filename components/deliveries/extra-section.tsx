import Link from "next/link";
import { useId } from "react";
import { HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { DeliveriesPage } from "@/lib/domain/deliveries/schema";
import type { DeliveriesTranslator } from "./deliveries-translator";
import { MailsLink } from "./mails-link";
import { ReachCells } from "./reach-cells";
import { whose } from "./whose-mails";

type ExtraSectionProps = Pick<DeliveriesPage, "extra" | "asOf"> & { t: DeliveriesTranslator };

/** Those who are told besides the Super Users, and whether a mail would reach them. */
export function ExtraSection({ extra, asOf, t }: ExtraSectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <div>
        <h2 id={headingId} className="font-semibold text-lg">
          {t("extra.heading")}
        </h2>
        <p className="max-w-2xl text-ink-soft text-sm">
          {t.rich(extra.length === 0 ? "extra.none" : "extra.meaning", {
            link: (words) => (
              <Link href="/settings" className="underline">
                {words}
              </Link>
            ),
          })}
        </p>
      </div>
      {extra.length > 0 && (
        <div className="overflow-clip rounded-xl border border-line bg-surface shadow-lift">
          <Table aria-labelledby={headingId}>
            <TableHead>
              <TableRow>
                <HeaderCell>{t("extra.address")}</HeaderCell>
                <HeaderCell>{t("extra.reach")}</HeaderCell>
                <HeaderCell className="w-36">{t("people.delivered")}</HeaderCell>
                <HeaderCell className="w-36">{t("people.sent")}</HeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {extra.map((one) => (
                <TableRow key={one.address} className="flex flex-col gap-2 p-4">
                  <RowHeader>
                    <div className="min-w-0">
                      <bdi className="block break-all font-medium">{one.address}</bdi>
                      <MailsLink to={one.address}>
                        {t.rich("extra.mails", { address: one.address, ...whose })}
                      </MailsLink>
                    </div>
                  </RowHeader>
                  <ReachCells of={one} asOf={asOf} t={t} />
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </section>
  );
}

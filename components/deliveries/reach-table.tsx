import { CalendarClock, CircleHelp, MailCheck, MailX } from "lucide-react";
import type { ReactNode } from "react";
import type { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { LinkPending } from "@/components/ui/link-pending";
import { Ago } from "@/components/ui/moment";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { ExtraReach, Reach } from "@/lib/domain/deliveries/schema";
import { mailsToPath } from "./deliveries-address";

/** Says a message of the namespace `deliveries`, in the language of whoever reads. */
export type DeliveriesTranslator = ReturnType<typeof useTranslations<"deliveries">>;

const STYLES = {
  unreachable: { tone: "danger", icon: MailX },
  unknown: { tone: "caution", icon: CircleHelp },
  reached: { tone: "neutral", icon: MailCheck },
} as const;

type ReachTableProps = {
  /** what the rows are */
  label: string;
  /** Super Users, or addresses that are nobody's login */
  rows: readonly (ExtraReach & Partial<Reach>)[];
  asOf: string;
  t: DeliveriesTranslator;
};

/** Whether a mail would reach each of them, why not, and when one last did. */
export function ReachTable({ label, rows, asOf, t }: ReachTableProps) {
  const arePeople = rows.some(({ login }) => login !== undefined);
  return (
    <Table aria-label={label}>
      <TableHead>
        <TableRow>
          <HeaderCell>{arePeople ? label : t("extra.address")}</HeaderCell>
          <HeaderCell>{t("people.reach")}</HeaderCell>
          <HeaderCell className="w-36">{t("people.delivered")}</HeaderCell>
          <HeaderCell className="w-36">{t("people.sent")}</HeaderCell>
          {arePeople && <HeaderCell className="w-44">{t("people.reminders")}</HeaderCell>}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.login ?? row.address} className="flex flex-col gap-2 p-4">
            <RowHeader>
              <div className="min-w-0">
                {row.login && <bdi className="break-words font-medium">{row.login}</bdi>}
                <bdi className={cn("block break-all", row.login ? "text-ink-soft" : "font-medium")}>{row.address}</bdi>
                {row.address && <MailsLink to={row.address} name={row.login ?? row.address} t={t} />}
              </div>
            </RowHeader>
            <ReachCells of={row} asOf={asOf} t={t} />
            {arePeople && (
              <Cell label={t("people.reminders")}>
                {row.slowReminders ? (
                  <Badge icon={CalendarClock}>{t("people.monthly")}</Badge>
                ) : (
                  <span className="text-ink-soft">{t("people.asSet")}</span>
                )}
              </Cell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ReachCells({ of, asOf, t }: { of: ExtraReach; asOf: string; t: DeliveriesTranslator }) {
  const { reach, why, lastDeliveredAt, lastSentAt } = of;
  const ago = (iso: string | null, otherwise: string) =>
    iso ? <Ago iso={iso} asOf={asOf} /> : <span className="text-ink-soft">{otherwise}</span>;
  return (
    <>
      <Cell label={t("people.reach")}>
        <Badge {...STYLES[reach]}>{t(`reach.${reach}`)}</Badge>
        {why && (
          <span className={cn("mt-1 block break-words", reach === "unreachable" ? "text-danger" : "text-ink-soft")}>
            {t(`why.${why}`)}
          </span>
        )}
      </Cell>
      <Cell label={t("people.delivered")}>{ago(lastDeliveredAt, t("reach.unknown"))}</Cell>
      <Cell label={t("people.sent")}>{ago(lastSentAt, t("people.never"))}</Cell>
    </>
  );
}

/** Leads to the mails to one mailbox; whose they are is said to those who hear the link alone. */
function MailsLink({ to, name, t }: { to: string; name: string; t: DeliveriesTranslator }) {
  return (
    <Link
      href={mailsToPath(to)}
      prefetch={false}
      className="relative inline-flex min-h-6 items-center text-[0.8125rem] text-accent hover:underline"
    >
      <span>
        {t.rich("mailsTo", {
          rest: (words: ReactNode) => <span className="sr-only">{words}</span>,
          name: () => <bdi>{name}</bdi>,
        })}
      </span>
      <LinkPending />
    </Link>
  );
}

import { CalendarClock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { Reach } from "@/lib/domain/deliveries/schema";
import type { DeliveriesTranslator } from "./deliveries-translator";
import { MailsLink } from "./mails-link";
import { ReachCells } from "./reach-cells";
import { whose } from "./whose-mails";

type PeopleTableProps = { people: readonly Reach[]; asOf: string; t: DeliveriesTranslator };

/** Super Users, and whether a mail would reach them now; those who would not hear first. */
export function PeopleTable({ people, asOf, t }: PeopleTableProps) {
  return (
    <Table aria-label={t("people.heading")}>
      <TableHead>
        <TableRow>
          <HeaderCell>{t("people.person")}</HeaderCell>
          <HeaderCell>{t("people.reach")}</HeaderCell>
          <HeaderCell className="w-36">{t("people.delivered")}</HeaderCell>
          <HeaderCell className="w-36">{t("people.sent")}</HeaderCell>
          <HeaderCell className="w-44">{t("people.reminders")}</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.login} className="flex flex-col gap-2 p-4">
            <RowHeader>
              <div className="min-w-0">
                <bdi className="break-words font-medium">{person.login}</bdi>
                <span className="block break-all text-ink-soft">
                  {person.address ? <bdi>{person.address}</bdi> : t("people.noAddress")}
                </span>
                {person.address && (
                  <MailsLink to={person.address}>{t.rich("people.mails", { login: person.login, ...whose })}</MailsLink>
                )}
              </div>
            </RowHeader>
            <ReachCells of={person} asOf={asOf} t={t} />
            <Cell label={t("people.reminders")}>
              {person.slowReminders ? (
                <Badge icon={CalendarClock}>{t("people.monthly")}</Badge>
              ) : (
                <span className="text-ink-soft">{t("people.asSet")}</span>
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

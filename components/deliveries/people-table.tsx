"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { Reach } from "@/lib/deliveries/schema";
import type { DeliveriesAddress } from "./deliveries-address";
import { MailsLink, whose } from "./mails-link";
import { ReachCells } from "./reach-cells";

type PeopleTableProps = { people: readonly Reach[]; asOf: string; address: DeliveriesAddress };

/** Super Users, and whether a mail would reach them now; those who would not hear first. */
export function PeopleTable({ people, asOf, address }: PeopleTableProps) {
  const say = useTranslations("deliveries.people");
  return (
    <Table aria-label={say("heading")}>
      <TableHead>
        <TableRow>
          <HeaderCell>{say("person")}</HeaderCell>
          <HeaderCell>{say("reach")}</HeaderCell>
          <HeaderCell className="w-36">{say("delivered")}</HeaderCell>
          <HeaderCell className="w-36">{say("sent")}</HeaderCell>
          <HeaderCell className="w-44">{say("reminders")}</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.login} className="flex flex-col gap-2 p-4">
            <RowHeader>
              <div className="min-w-0">
                <bdi className="break-words font-medium">{person.login}</bdi>
                <span className="block break-all text-ink-soft">
                  {person.address ? <bdi>{person.address}</bdi> : say("noAddress")}
                </span>
                {person.address && (
                  <MailsLink address={address} to={person.address}>
                    {say.rich("mails", { login: person.login, ...whose })}
                  </MailsLink>
                )}
              </div>
            </RowHeader>
            <ReachCells of={person} asOf={asOf} />
            <Cell label={say("reminders")}>
              {person.slowReminders ? (
                <Badge icon={CalendarClock}>{say("monthly")}</Badge>
              ) : (
                <span className="text-ink-soft">{say("asSet")}</span>
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

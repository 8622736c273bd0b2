import { CalendarClock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { Reach } from "@/lib/domain/deliveries/schema";
import { MailsLink } from "./mails-link";
import { ReachCells } from "./reach-cells";
import type { SayDeliveries } from "./say-deliveries";
import { whose } from "./whose-mails";

type PeopleTableProps = { people: readonly Reach[]; asOf: string; say: SayDeliveries };

/** Super Users, and whether a mail would reach them now; those who would not hear first. */
export function PeopleTable({ people, asOf, say }: PeopleTableProps) {
  return (
    <Table aria-label={say("people.heading")}>
      <TableHead>
        <TableRow>
          <HeaderCell>{say("people.person")}</HeaderCell>
          <HeaderCell>{say("people.reach")}</HeaderCell>
          <HeaderCell className="w-36">{say("people.delivered")}</HeaderCell>
          <HeaderCell className="w-36">{say("people.sent")}</HeaderCell>
          <HeaderCell className="w-44">{say("people.reminders")}</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.login} className="flex flex-col gap-2 p-4">
            <RowHeader>
              <div className="min-w-0">
                <bdi className="break-words font-medium">{person.login}</bdi>
                <span className="block break-all text-ink-soft">
                  {person.address ? <bdi>{person.address}</bdi> : say("people.noAddress")}
                </span>
                {person.address && (
                  <MailsLink to={person.address}>
                    {say.rich("people.mails", { login: person.login, ...whose })}
                  </MailsLink>
                )}
              </div>
            </RowHeader>
            <ReachCells of={person} asOf={asOf} say={say} />
            <Cell label={say("people.reminders")}>
              {person.slowReminders ? (
                <Badge icon={CalendarClock}>{say("people.monthly")}</Badge>
              ) : (
                <span className="text-ink-soft">{say("people.asSet")}</span>
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

import { CalendarClock, CircleHelp, MailCheck, MailX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { Ago } from "@/components/ui/moment";
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { Reach } from "@/lib/deliveries/schema";

const LOOKS = {
  unreachable: { tone: "danger", icon: MailX, words: "Not reached" },
  unknown: { tone: "caution", icon: CircleHelp, words: "Not known" },
  reached: { tone: "neutral", icon: MailCheck, words: "Reached last time" },
} as const;

type PeopleTableProps = { people: readonly Reach[]; asOf: string };

/** Every Super User, and whether a mail would reach them now; those who would not hear first. */
export function PeopleTable({ people, asOf }: PeopleTableProps) {
  return (
    <div className="overflow-clip rounded-xl border border-line bg-surface shadow-lift">
      <Table aria-label="Super Users">
        <TableHead>
          <TableRow>
            <HeaderCell>Super User</HeaderCell>
            <HeaderCell>Would a mail reach them?</HeaderCell>
            <HeaderCell className="w-36">Last delivered</HeaderCell>
            <HeaderCell className="w-36">Last sent</HeaderCell>
            <HeaderCell className="w-44">Reminders</HeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {people.map((person) => (
            <PersonRow key={person.login} person={person} asOf={asOf} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function PersonRow({ person, asOf }: { person: Reach; asOf: string }) {
  const { login, address, reach, why, lastDeliveredAt, lastSentAt, slowReminders } = person;
  const { tone, icon, words } = LOOKS[reach];
  return (
    <TableRow className="flex flex-col gap-2 p-4">
      <Cell>
        <div className="min-w-0">
          <bdi className="break-words font-medium">{login}</bdi>
          <span className="block break-all text-ink-soft">
            <bdi>{address || "no e-mail address"}</bdi>
          </span>
        </div>
      </Cell>
      <Cell label="Reach">
        <Badge tone={tone} icon={icon}>
          {words}
        </Badge>
        {why && (
          <span className={cn("mt-1 block break-words", reach === "unreachable" ? "text-danger" : "text-ink-soft")}>
            {why}
          </span>
        )}
      </Cell>
      <Cell label="Delivered">
        {lastDeliveredAt ? <Ago iso={lastDeliveredAt} asOf={asOf} /> : <span className="text-ink-soft">Not known</span>}
      </Cell>
      <Cell label="Sent">
        {lastSentAt ? <Ago iso={lastSentAt} asOf={asOf} /> : <span className="text-ink-soft">Never</span>}
      </Cell>
      <Cell label="Reminders">
        {slowReminders ? (
          <Badge icon={CalendarClock}>Every month</Badge>
        ) : (
          <span className="text-ink-soft">As set</span>
        )}
      </Cell>
    </TableRow>
  );
}

import { pageNumber } from "@/components/ui/page-number";
import { type ReachFilter, reachFilters } from "@/lib/domain/deliveries/terms";

/** What the addresses of Alerts say: which mails and which Super Users are listed. */
export type DeliveriesAddress = {
  show: "all" | "attention";
  /** of the mails */
  page: number;
  reach: ReachFilter;
  /** page of the Super Users */
  people: number;
  /** only mails to this mailbox, written as the outbox keeps it; null: to everybody */
  to: string | null;
};

type MailsAddress = Pick<DeliveriesAddress, "show" | "page" | "to">;
type PeopleAddress = Pick<DeliveriesAddress, "reach" | "people">;

export const PEOPLE_PATH = "/alerts";
export const MAILS_PATH = "/alerts/sent";

type Params = Record<string, string | string[] | undefined>;

/** portal_outbox.recipient */
const MAILBOX_MAX = 100;

/** Reads the address; what it does not understand is as if it were not there. */
export function readDeliveriesAddress({ show, page, reach, people, to }: Params): DeliveriesAddress {
  return {
    show: show === "attention" ? "attention" : "all",
    page: pageNumber(page),
    reach: reachFilters.find((known) => known === reach) ?? "all",
    people: pageNumber(people),
    to: mailboxOf(to),
  };
}

/** As the outbox tells mailboxes apart (`recipientKey`). */
function mailboxOf(to: string | string[] | undefined): string | null {
  const mailbox = typeof to === "string" ? to.trim().toLowerCase() : "";
  return mailbox === "" || mailbox.length > MAILBOX_MAX ? null : mailbox;
}

/** Where the mails to this address alone are. */
export function mailsToPath(to: string): string {
  return mailsPath({ show: "all", page: 1, to: mailboxOf(to) });
}

/** The page with these mails in view; what is as usual is left out. */
export function mailsPath(address: MailsAddress): string {
  return pathOf(MAILS_PATH, mailsQuery(address));
}

/** The same as parameters, such as paging by links wants them. */
export function mailsQuery({ show, to, page }: MailsAddress): Record<string, string> {
  return {
    ...(show === "attention" ? { show } : {}),
    ...(to ? { to } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

/** The page with these people in view; what is as usual is left out. */
export function peoplePath(address: PeopleAddress): string {
  return pathOf(PEOPLE_PATH, peopleQuery(address));
}

/** The same as parameters. */
export function peopleQuery({ reach, people }: PeopleAddress): Record<string, string> {
  return { ...(reach === "all" ? {} : { reach }), ...(people > 1 ? { people: String(people) } : {}) };
}

function pathOf(path: string, params: Record<string, string>): string {
  const query = new URLSearchParams(params).toString();
  return query === "" ? path : `${path}?${query}`;
}

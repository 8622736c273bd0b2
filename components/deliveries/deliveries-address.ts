import { pageNumber } from "@/components/ui/page-number";
import { type ReachFilter, reachFilters } from "@/lib/domain/deliveries/terms";

/** What the page's address says: which mails and which Super Users are listed. */
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

/** Of the two lists, so that a link can lead to them. */
export const PEOPLE_ID = "people";
export const MAILS_ID = "mails";

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

/** The page with the mails to this address alone, from them on; Super Users as before. */
export function mailsToPath(address: DeliveriesAddress, to: string): string {
  return `${deliveriesPath({ ...address, show: "all", page: 1, to: mailboxOf(to) })}#${MAILS_ID}`;
}

/** The page with these in view; what is as usual is left out. */
export function deliveriesPath(address: DeliveriesAddress): string {
  const query = new URLSearchParams(queryOf(address)).toString();
  return query === "" ? "/alerts" : `/alerts?${query}`;
}

/** The same as parameters, such as paging by links wants them. */
export function queryOf({ show, page, reach, people, to }: Partial<DeliveriesAddress>): Record<string, string> {
  return {
    ...(reach && reach !== "all" ? { reach } : {}),
    ...(people && people > 1 ? { people: String(people) } : {}),
    ...(show === "attention" ? { show } : {}),
    ...(to ? { to } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  };
}

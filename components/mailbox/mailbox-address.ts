import { pageNumber } from "@/components/ui/page-number";

/** What the mailbox is asked for: mails of one kind, to one address; null is all. */
type MailboxAddress = { kind: "alerts" | "reminders" | null; to: string | null; page: number };

type Params = Record<string, string | string[] | undefined>;

/** Reads the address; what it does not understand is as if it were not there. */
export function readMailboxAddress({ kind, to, page }: Params): MailboxAddress {
  return {
    kind: kind === "alerts" || kind === "reminders" ? kind : null,
    to: typeof to === "string" && to !== "" ? to : null,
    page: pageNumber(page),
  };
}

/** The filter as parameters; what is as usual is left out. */
export function mailboxQuery({ kind, to }: Pick<MailboxAddress, "kind" | "to">): Record<string, string> {
  return { ...(kind && { kind }), ...(to && { to }) };
}

export function mailboxPath(address: Pick<MailboxAddress, "kind" | "to">): string {
  const query = new URLSearchParams(mailboxQuery(address)).toString();
  return query === "" ? "/mailbox" : `/mailbox?${query}`;
}

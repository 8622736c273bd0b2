import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { mailboxDir } from "@/lib/messaging/mail/mailbox";

/** There is a mailbox only where mails are kept in files. Said before the answer has begun, so that it is a 404. */
export default function MailboxLayout({ children }: { children: ReactNode }) {
  if (mailboxDir() === null) notFound();
  return children;
}

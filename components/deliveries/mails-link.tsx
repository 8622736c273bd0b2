"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { LinkPending } from "@/components/ui/link-pending";
import { mailsToPath } from "./deliveries-address";

type MailsLinkProps = { to: string; children: ReactNode };

/** Leads to the mails to one mailbox. */
export function MailsLink({ to, children }: MailsLinkProps) {
  return (
    <Link
      href={mailsToPath(to)}
      prefetch={false}
      className="relative inline-flex min-h-6 items-center text-[0.8125rem] text-accent hover:underline"
    >
      <span>{children}</span>
      <LinkPending />
    </Link>
  );
}

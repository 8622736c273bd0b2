"use client";

import { MailCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useRef } from "react";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkPaging } from "@/components/ui/link-paging";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { DeliveriesPage, Delivery } from "@/lib/deliveries/schema";
import { DismissDialog } from "./dismiss-dialog";
import { MailFilter } from "./mail-filter";
import { MailItem } from "./mail-item";
import { SendAgainDialog } from "./send-again-dialog";

type Open = { dialog: "send-again" | "dismiss"; mail: Delivery };
type Listed = Pick<DeliveriesPage, "mails" | "total" | "page" | "pageSize" | "needAttention">;
type MailsViewProps = { deliveries: Listed; show: "all" | "attention"; viewer: Viewer };

/** Every mail, newest first, and what somebody can do about those that did not arrive. */
export function MailsView({ deliveries, show, viewer }: MailsViewProps) {
  const { mails, total, page, pageSize, needAttention } = deliveries;
  const router = useRouter();
  const headingId = useId();
  const listRef = useRef<HTMLElement>(null);
  const dialog = usePageDialog<Open>(listRef);
  const dialogProps: ChangeDialogProps = {
    viewer,
    onClose: dialog.close,
    onDone: dialog.closeDone,
    onChanged: () => router.refresh(),
    returnFocus: dialog.returnFocus,
  };
  return (
    <section ref={listRef} tabIndex={-1} aria-labelledby={headingId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={headingId} className="font-semibold text-lg">
          Mails
        </h2>
        <MailFilter show={show} needAttention={needAttention} />
      </div>
      <div className="rounded-xl border border-line bg-surface shadow-lift">
        {mails.length === 0 ? (
          <EmptyState icon={MailCheck} title={emptyTitle(total, show)}>
            {total === 0 && <p>{EMPTY[show]}</p>}
          </EmptyState>
        ) : (
          <ol className="divide-y divide-line">
            {mails.map((mail) => (
              <MailItem
                key={mail.id}
                mail={mail}
                onSendAgain={() => dialog.show({ dialog: "send-again", mail })}
                onDismiss={() => dialog.show({ dialog: "dismiss", mail })}
              />
            ))}
          </ol>
        )}
      </div>
      <LinkPaging
        path="/deliveries"
        query={show === "attention" ? { show } : {}}
        page={page}
        pageSize={pageSize}
        total={total}
      />
      {dialog.open?.dialog === "send-again" && <SendAgainDialog {...dialogProps} mail={dialog.open.mail} />}
      {dialog.open?.dialog === "dismiss" && <DismissDialog {...dialogProps} mail={dialog.open.mail} />}
    </section>
  );
}

const EMPTY = {
  all: "The first change, or the first reminder, makes one for each Super User.",
  attention: "No mail failed for good, and of none is it known that it did not arrive. Not known is not arrived.",
};

function emptyTitle(total: number, show: "all" | "attention"): string {
  if (total > 0) return "There are not that many pages";
  return show === "all" ? "No mail yet" : "No mail needs attention";
}

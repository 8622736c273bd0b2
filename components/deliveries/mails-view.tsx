"use client";

import { MailCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, useId, useRef, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { EmptyState } from "@/components/ui/empty-state";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { Link } from "@/components/ui/link";
import { LinkPaging } from "@/components/ui/link-paging";
import { LinkPending } from "@/components/ui/link-pending";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { DeliveriesPage } from "@/lib/domain/deliveries/schema";
import { type DeliveriesAddress, MAILS_PATH, mailsPath, mailsQuery } from "./deliveries-address";
import type { OpenMailDialog } from "./deliveries-dialogs";
import { FilterLinks } from "./filter-links";
import { MailItem } from "./mail-item";

const loadDialogs = () => import("./deliveries-dialogs");
const DeliveriesDialogs = lazy(() => loadDialogs().then((file) => ({ default: file.DeliveriesDialogs })));

type MailsViewProps = {
  deliveries: Pick<DeliveriesPage, "mails" | "total" | "page" | "pageSize" | "needAttention">;
  address: DeliveriesAddress;
  viewer: Viewer;
};

/** Every mail, newest first, and what somebody can do about those that did not arrive. */
export function MailsView({ deliveries, address, viewer }: MailsViewProps) {
  const { mails, total, page, pageSize, needAttention } = deliveries;
  const { show, to } = address;
  const empty = total > 0 ? "beyond" : to === null ? show : "to";
  const t = useTranslations("deliveries");
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const headingId = useId();
  const listRef = useRef<HTMLElement>(null);
  const dialog = usePageDialog<OpenMailDialog>(listRef);
  const dialogProps: ChangeDialogProps = {
    viewer,
    onClose: dialog.close,
    onDone: dialog.closeDone,
    onChanged: () => startReading(() => router.refresh()),
    returnFocus: dialog.returnFocus,
  };
  return (
    <section ref={listRef} tabIndex={-1} aria-labelledby={headingId} className="flex flex-col gap-3">
      <div>
        <h2 id={headingId} className="sr-only">
          {t("mails.heading")}
        </h2>
        <FilterLinks
          label={t("mails.heading")}
          links={(["all", "attention"] as const).map((one) => ({
            href: mailsPath({ ...address, show: one, page: 1 }),
            label:
              one === "all"
                ? t("reach.all")
                : t("people.counted", { what: t("mails.attention"), count: needAttention }),
            current: one === show,
          }))}
        />
      </div>
      {to !== null && <OnlyTo address={address} to={to} />}
      <div aria-busy={reading} className="busy-line overflow-clip rounded-xl border border-line bg-surface shadow-lift">
        {mails.length === 0 ? (
          <EmptyState icon={MailCheck} title={t(`mails.empty.${empty}`)} />
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
        path={MAILS_PATH}
        query={mailsQuery({ ...address, page: 1 })}
        page={page}
        pageSize={pageSize}
        total={total}
      />
      <p role="status" className="sr-only">
        {reading && t("mails.reading")}
      </p>
      <LazyDialog early={loadDialogs}>
        {dialog.open && <DeliveriesDialogs {...dialogProps} open={dialog.open} />}
      </LazyDialog>
    </section>
  );
}

/** Says that the list is of one mailbox, and leads back to all. */
function OnlyTo({ address, to }: { address: DeliveriesAddress; to: string }) {
  const t = useTranslations("deliveries.mails");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span>
        {t.rich("only", { address: to, mailbox: (words) => <bdi className="break-all font-medium">{words}</bdi> })}
      </span>
      <Link
        href={mailsPath({ ...address, to: null, page: 1 })}
        scroll={false}
        prefetch={false}
        className="relative inline-flex min-h-8 items-center text-accent hover:underline"
      >
        {t("everybody")}
        <LinkPending />
      </Link>
    </p>
  );
}

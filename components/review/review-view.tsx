"use client";

import { Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { usePublishing } from "@/components/publish/use-publishing";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { LinkPaging } from "@/components/ui/link-paging";
import { ExactMoment } from "@/components/ui/moment";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { ReviewPage } from "@/lib/domain/review/schema";
import type { OpenReviewDialog } from "./review-dialogs";
import { ReviewProgress } from "./review-progress";
import { ReviewTable } from "./review-table";

const loadDialogs = () => import("./review-dialogs");
const ReviewDialogs = lazy(() => loadDialogs().then((file) => ({ default: file.ReviewDialogs })));

const NONE: ReadonlySet<number> = new Set();

/** Asks for each public site whether it is still meant to be public. What is chosen is always in view: one page. */
export function ReviewView({ review, viewer }: { review: ReviewPage; viewer: Viewer }) {
  const t = useTranslations("review");
  const tUi = useTranslations("ui");
  const publish = usePublishing(viewer.login);
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const [chosenIds, setChosenIds] = useState(NONE);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const listRef = useRef<HTMLElement>(null);
  const nextFocus = useRef<HTMLElement | null>(null);
  const dialog = usePageDialog<OpenReviewDialog>(nextFocus);
  const { rows, total, page, pageSize } = review;
  const chosen = rows.filter((row) => chosenIds.has(row.id));
  const unconfirmed = rows.filter((row) => !row.isConfirmed || row.kept === null);

  function choose(siteIds: readonly number[], isChosen: boolean) {
    const next = new Set(chosenIds);
    for (const id of siteIds) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosenIds(next);
  }
  function done({ dialog: action, sites }: OpenReviewDialog) {
    const leavesNone = action === "revoke" && sites.length === rows.length;
    nextFocus.current = leavesNone ? headingRef.current : listRef.current;
    dialog.closeDone();
    setChosenIds(NONE);
  }
  const dialogProps: Omit<ChangeDialogProps, "onDone"> = {
    viewer,
    onClose: dialog.close,
    onChanged: () => startReading(() => router.refresh()),
    returnFocus: () => dialog.returnFocus() ?? headingRef.current,
  };
  return (
    <div className="flex flex-col gap-5">
      <h1 ref={headingRef} tabIndex={-1} className="font-semibold text-2xl tracking-tight">
        {t("heading")}
      </h1>
      {total > 0 && <ReviewProgress review={review} />}
      {unconfirmed.length > 0 && chosen.length === 0 && (
        <Button className="self-start" onClick={() => dialog.show({ dialog: "keep", sites: unconfirmed })}>
          {t("keepAll", { count: unconfirmed.length })}
        </Button>
      )}
      <section
        ref={listRef}
        tabIndex={-1}
        aria-label={t("list")}
        aria-busy={reading}
        className="busy-line overflow-clip rounded-xl border border-line bg-surface shadow-lift [&_button]:scroll-mb-28 [&_input]:scroll-mb-28"
      >
        {rows.length === 0 ? (
          <EmptyState icon={Lock} title={t(total > 0 ? "beyond" : "empty.title")}>
            {total === 0 && t.rich("empty.checked", { at: () => <ExactMoment iso={review.asOf} /> })}
          </EmptyState>
        ) : (
          <ReviewTable
            review={review}
            chosen={chosenIds}
            onChoose={choose}
            onKeep={(site) => dialog.show({ dialog: "keep", sites: [site] })}
            onMakePrivate={(site) => dialog.show({ dialog: "revoke", sites: [site] })}
          />
        )}
      </section>
      <LinkPaging path="/review" page={page} pageSize={pageSize} total={total} />
      <p role="status" className="sr-only">
        {reading ? tUi("loading") : chosen.length > 0 && t("chosen.count", { count: chosen.length })}
      </p>
      {chosen.length > 0 && (
        <ChosenBar
          count={chosen.length}
          onClear={() => {
            setChosenIds(NONE);
            listRef.current?.focus({ preventScroll: true });
          }}
          onKeep={() => dialog.show({ dialog: "keep", sites: chosen })}
          onMakePrivate={() => dialog.show({ dialog: "revoke", sites: chosen })}
        />
      )}
      <LazyDialog early={loadDialogs}>
        {dialog.open && (
          <ReviewDialogs
            {...dialogProps}
            open={dialog.open}
            onDone={() => dialog.open && done(dialog.open)}
            onAgain={publish}
          />
        )}
      </LazyDialog>
    </div>
  );
}

type ChosenBarProps = { count: number; onClear: () => void; onKeep: () => void; onMakePrivate: () => void };

/** The answers for the chosen sites; in view while the list is scrolled. */
function ChosenBar({ count, onClear, onKeep, onMakePrivate }: ChosenBarProps) {
  const t = useTranslations("review");
  const tCommands = useTranslations("commands");
  return (
    <section
      aria-label={t("chosen.title")}
      className="sticky bottom-4 z-20 flex animate-appear flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-3 shadow-float"
    >
      <p className="font-semibold text-sm">{t("chosen.count", { count })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" onClick={onClear}>
          {t("chosen.clear")}
        </Button>
        <Button onClick={onMakePrivate}>{tCommands("revoke.button")}</Button>
        <Button variant="primary" onClick={onKeep}>
          {t("keepCount", { count })}
        </Button>
      </div>
    </section>
  );
}

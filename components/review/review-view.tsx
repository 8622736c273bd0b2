"use client";

import { Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { RevokeDialog } from "@/components/public-access/revoke-dialog";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkPaging } from "@/components/ui/link-paging";
import { counted } from "@/components/ui/plural";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { NamedSite } from "@/lib/public-access/schema";
import type { ReviewPage } from "@/lib/review/schema";
import { KeepDialog } from "./keep-dialog";
import { ReviewProgress } from "./review-progress";
import { ReviewTable } from "./review-table";

type Open = { dialog: "keep" | "revoke"; sites: readonly NamedSite[] };
const NONE: ReadonlySet<number> = new Set();

/** Asks for each public site whether it is still meant to be public. What is chosen is always in view: one page. */
export function ReviewView({ review, viewer }: { review: ReviewPage; viewer: Viewer }) {
  const router = useRouter();
  const [chosenIds, setChosenIds] = useState(NONE);
  const listRef = useRef<HTMLElement>(null);
  const dialog = usePageDialog<Open>(listRef);
  const { rows, total, page, pageSize } = review;
  const chosen = rows.filter((row) => chosenIds.has(row.id));

  function choose(siteIds: readonly number[], isChosen: boolean) {
    const next = new Set(chosenIds);
    for (const id of siteIds) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosenIds(next);
  }
  const dialogProps: ChangeDialogProps = {
    viewer,
    onClose: dialog.close,
    onDone: () => {
      dialog.closeDone();
      setChosenIds(NONE);
    },
    onChanged: () => router.refresh(),
    returnFocus: dialog.returnFocus,
  };
  return (
    <>
      {total > 0 && <ReviewProgress review={review} />}
      <section
        ref={listRef}
        tabIndex={-1}
        aria-label="Sites to review"
        className="overflow-clip rounded-xl border border-line bg-surface shadow-lift"
      >
        {rows.length === 0 ? (
          <EmptyState icon={Lock} title={total === 0 ? "No site is public" : "There are not that many pages"}>
            {total === 0 && <p>There is nothing to confirm.</p>}
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
        {chosen.length > 0 && `${counted(chosen.length, "site")} chosen`}
      </p>
      {chosen.length > 0 && (
        <section
          aria-label="Chosen sites"
          className="sticky bottom-4 z-20 flex animate-appear flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-3 shadow-float"
        >
          <p className="font-semibold text-sm">{counted(chosen.length, "site")} chosen</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="quiet" onClick={() => setChosenIds(NONE)}>
              Clear
            </Button>
            <Button onClick={() => dialog.show({ dialog: "revoke", sites: chosen })}>Make private</Button>
            <Button variant="primary" onClick={() => dialog.show({ dialog: "keep", sites: chosen })}>
              Keep {counted(chosen.length, "site")}
            </Button>
          </div>
        </section>
      )}
      {dialog.open?.dialog === "keep" && <KeepDialog {...dialogProps} sites={dialog.open.sites} />}
      {dialog.open?.dialog === "revoke" && <RevokeDialog {...dialogProps} sites={dialog.open.sites} />}
    </>
  );
}

"use client";

import { lazy, Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { SaveProps } from "./rules";

const loadSaveChanges = () => import("./save-changes");
const SaveChanges = lazy(() => loadSaveChanges().then((file) => ({ default: file.SaveChanges })));

/** Below the rules while something is not saved: what, and the one way to save it. Fetched once the page is idle. */
export function SaveBar(props: SaveProps) {
  const t = useTranslations("settings");
  const { changes } = props;
  // Once the page can be used, so that the first choice finds it there.
  useEffect(() => void loadSaveChanges().catch(() => {}), []);
  const tellsAll = changes.some(({ rule }) => rule !== "own-pace");
  return (
    <>
      <p role="status" className="px-4 pb-4 text-ink-soft text-sm empty:hidden sm:px-6">
        {changes.length > 0 && `${t("unsaved", { count: changes.length })} ${t(tellsAll ? "tellsAll" : "tellsNobody")}`}
      </p>
      {changes.length > 0 && (
        <LazyDialog>
          <Suspense>
            <SaveChanges {...props} />
          </Suspense>
        </LazyDialog>
      )}
    </>
  );
}

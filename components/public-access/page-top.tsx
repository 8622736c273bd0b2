"use client";

import type { RefObject } from "react";
import { EmergencyActions } from "@/components/public-access/emergency/emergency-actions";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import type { SitesPage } from "@/lib/domain/public-access/schema";
import { PageHeading } from "./page-heading";
import { PageKeys } from "./page-keys";

type PageTopProps = {
  /** null while nothing was read */
  page: SitesPage | null;
  isCurrent: boolean;
  failed: boolean;
  headingRef: RefObject<HTMLHeadingElement | null>;
  searchRef: RefObject<HTMLInputElement | null>;
  onShow: (dialog: OpenDialog) => void;
};

/** How many sites are public, the ways to stop all of it, and the help. */
export function PageTop({ page, isCurrent, failed, headingRef, searchRef, onShow }: PageTopProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <PageHeading page={isCurrent ? page : null} failed={failed} headingRef={headingRef} />
      <div className="flex flex-wrap items-center gap-2">
        {page && isCurrent && (
          <EmergencyActions
            page={page}
            onPause={() => onShow({ dialog: "pause" })}
            onLock={() => onShow({ dialog: "lock" })}
          />
        )}
        <PageKeys searchRef={searchRef} />
      </div>
    </div>
  );
}

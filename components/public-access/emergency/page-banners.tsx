import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import type { SitesPage } from "@/lib/domain/public-access/schema";
import { LockBanner } from "./lock-banner";
import { PauseBanner } from "./pause-banner";

type PageBannersProps = { page: SitesPage; onShow: (dialog: OpenDialog) => void };

/** A lock or a pause in force: why nothing can be made public, and the way out. */
export function PageBanners({ page, onShow }: PageBannersProps) {
  const { lock, pause, asOf } = page;
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {lock && <LockBanner lock={lock} asOf={asOf} onUnlock={() => onShow({ dialog: "unlock" })} />}
      {pause && (
        <PauseBanner
          pause={pause}
          asOf={asOf}
          locked={lock !== null}
          onResume={() => onShow({ dialog: "resume", pause })}
          onDrop={() => onShow({ dialog: "drop-pause", pause })}
        />
      )}
    </div>
  );
}

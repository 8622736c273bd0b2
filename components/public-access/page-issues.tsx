"use client";

import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { BlockBanner } from "@/components/block/block-banner";
import { FindingsPanel } from "@/components/findings/findings-panel";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { useReload } from "@/components/public-access/page-state/use-reload";
import { Alert } from "@/components/ui/alert";
import type { Viewer } from "@/lib/auth/schema";
import type { Consequences, SitesPage } from "@/lib/domain/public-access/schema";
import type { useIssues } from "./use-issues";

type PageIssuesProps = {
  page: SitesPage;
  issues: ReturnType<typeof useIssues>;
  viewer: Viewer;
  consequences: Consequences;
  onShow: (dialog: OpenDialog) => void;
  /** where the focus goes when an issue is gone */
  headingRef: RefObject<HTMLElement | null>;
};

/** What is on for all sites, and what needs somebody, straight under the headline. */
export function PageIssues({ page, issues: { findings }, viewer, consequences, onShow, headingRef }: PageIssuesProps) {
  const reload = useReload();
  const { anonymousUser, block } = page;
  const isFound = findings.data?.findings.some(
    (one) => one.kind === `anonymous-${anonymousUser}` && one.needsAttention,
  );
  return (
    <div id="issues" className="flex scroll-mt-4 flex-col gap-2 empty:hidden print:hidden">
      {block && (
        <BlockBanner
          block={block}
          onExplain={() => onShow({ dialog: "explain-block", block })}
          onTurnOff={() => onShow({ dialog: "unblock", block })}
        />
      )}
      {anonymousUser !== "present" && !isFound && <AnonymousWarning is={anonymousUser} />}
      <FindingsPanel
        findings={findings}
        asOf={page.asOf}
        viewer={viewer}
        today={consequences.today}
        timeZone={consequences.timeZone}
        onChanged={reload}
        headingRef={headingRef}
      />
    </div>
  );
}

/** What is wrong with Matomo’s user `anonymous`, until the watch has made an issue of it. */
function AnonymousWarning({ is }: { is: Exclude<SitesPage["anonymousUser"], "present"> }) {
  const t = useTranslations("findings.kinds");
  return (
    <Alert tone="danger" title={t(`anonymous-${is}.title`)}>
      {t(`anonymous-${is}.meaning`)} {t(`anonymous-${is}.remedy`)}
    </Alert>
  );
}

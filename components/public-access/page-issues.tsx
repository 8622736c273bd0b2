"use client";

import { useTranslations } from "use-intl";
import { BlockBanner } from "@/components/block/block-banner";
import { FindingsPanel } from "@/components/findings/findings-panel";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { Alert } from "@/components/ui/alert";
import type { SitesPage } from "@/lib/domain/public-access/schema";
import type { useIssues } from "./use-issues";

type PageIssuesProps = {
  page: SitesPage;
  issues: ReturnType<typeof useIssues>;
  timeZone: string;
  onShow: (dialog: OpenDialog) => void;
};

/** What is on for all sites, and what needs somebody, straight under the headline. */
export function PageIssues({ page, issues: { findings }, timeZone, onShow }: PageIssuesProps) {
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
        timeZone={timeZone}
        onMend={(action, sites) => onShow({ dialog: "mend", action, sites })}
        onRevoke={(sites) => onShow({ dialog: "revoke", sites })}
        onAcknowledge={(kind, sites) => onShow({ dialog: "acknowledge", kind, sites })}
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

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { matchingSitesQueryOptions } from "@/lib/domain/public-access/query-options";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { MAX_SITES_PER_CHANGE } from "@/lib/domain/publications/terms";
import { choosingAll } from "./selection";
import type { SiteSelection } from "./use-site-selection";

type ChooseMatchingProps = {
  query: SitesQuery;
  page: Pick<SitesPage, "matching">;
  mayPublish: boolean;
  selection: Pick<SiteSelection, "selection" | "replace">;
  /** all of it is chosen, and the button goes away with the focus */
  onChosen: () => void;
};

/** Chooses everything that the search and the filters match, whatever page shows it; or says why that is too much. */
export function ChooseMatching({ query, page: { matching }, mayPublish, selection, onChosen }: ChooseMatchingProps) {
  const t = useTranslations("publicAccess.selection");
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<"tooMany" | "unreadable" | null>(null);
  const [choose, busy] = useOnceAtATime(async () => {
    const found = await queryClient.fetchQuery(matchingSitesQueryOptions(query)).catch(() => null);
    if (found === null) return setProblem("unreadable");
    if (found.isTooMany) return setProblem("tooMany");
    setProblem(null);
    selection.replace(choosingAll(found, mayPublish));
    onChosen();
  });
  if (matching <= selection.selection.size) return null;
  const tooMany = matching > MAX_SITES_PER_CHANGE || problem === "tooMany";
  return (
    <>
      {tooMany ? (
        <p className="max-w-xs self-center text-[0.8125rem] text-ink-soft">
          {t("tooMany", { matching, most: MAX_SITES_PER_CHANGE })}
        </p>
      ) : (
        <Button busy={busy} onClick={choose}>
          {t("chooseMatching", { count: matching })}
        </Button>
      )}
      <p role="alert" className="basis-full text-[0.8125rem] text-danger empty:hidden">
        {problem === "unreadable" && t("unreadable")}
      </p>
    </>
  );
}

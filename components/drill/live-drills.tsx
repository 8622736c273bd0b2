"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { QueryProvider } from "@/components/layout/query-provider";
import { Alert } from "@/components/ui/alert";
import { drillsQueryOptions } from "@/lib/domain/drill/query-options";
import type { Drills } from "@/lib/domain/drill/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { DrillResults } from "./drill-results";
import { mayChange } from "./may-change";

const REFETCH_MS = 3_000;

/** The newest drills, read again while more may become known. @param initial undefined: older than what is looked for */
export function LiveDrills({ initial }: { initial: Drills | undefined }) {
  return (
    <QueryProvider>
      <Reading initial={initial} />
    </QueryProvider>
  );
}

function Reading({ initial }: { initial: Drills | undefined }) {
  const t = useTranslations("drill");
  const { data, error, isError } = useQuery({
    ...drillsQueryOptions(),
    initialData: initial,
    refetchInterval: ({ state: { data: read, error: failed, status } }) =>
      !isSessionOver(failed) && (status === "error" || (read && mayChange(read.drills[0], read))) ? REFETCH_MS : false,
  });
  return (
    <>
      {isError && (
        <div className="px-4 pb-4 sm:px-6">
          {isSessionOver(error) ? (
            <SessionEndedNotice />
          ) : (
            <Alert tone="caution" role="status">
              {t("notRead")}
            </Alert>
          )}
        </div>
      )}
      {data ? (
        <DrillResults drills={data} isLive />
      ) : (
        !isError && (
          <p role="status" className="px-4 pb-4 text-ink-soft text-sm sm:px-6">
            {t("reading")}
          </p>
        )
      )}
    </>
  );
}

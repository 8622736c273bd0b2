"use client";

import { useQuery } from "@tanstack/react-query";
import { issuesIn } from "@/components/findings/group-findings";
import { REFETCH_MS } from "@/components/public-access/page-state/use-sites";
import { findingsQueryOptions } from "@/lib/domain/findings/query-options";

/** What needs somebody, read again every minute. */
export function useIssues() {
  const findings = useQuery({ ...findingsQueryOptions(), refetchInterval: REFETCH_MS });
  return { findings, needAttention: findings.data ? issuesIn(findings.data) : 0 };
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { findingsQueryOptions } from "@/lib/domain/findings/query-options";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import type { Outside } from "@/lib/domain/probe/schema";
import { outsideStateOf } from "./outside-state";

const REFETCH_MS = 60_000;
const SOON_MS = 2_000;
/** A probe takes a minute at most, and one may be under way when another is asked for. */
const GIVE_UP_MS = 120_000;

/**
 * What strangers see, read again every minute; every other second while a probe is going on, or is awaited because a site
 * changed or somebody asked for it here. When a new probe is there, the findings it may have opened are read, too.
 */
export function useOutside() {
  const queryClient = useQueryClient();
  // The moment of the probe that was the newest when a new one was asked for.
  const [askedAfter, setAskedAfter] = useState<{ look: string | null } | null>(null);
  const [isLate, setIsLate] = useState(false);
  const query = useQuery({
    ...outsideQueryOptions(),
    refetchInterval: ({ state: { data: read } }) =>
      askedAfter || read?.isProbing || isAwaited(read) ? SOON_MS : REFETCH_MS,
  });
  const { data } = query;
  const newestAt = data?.newest?.at ?? null;

  const seenAt = useRef(newestAt);
  useEffect(() => {
    if (seenAt.current === newestAt) return;
    seenAt.current = newestAt;
    setIsLate(false);
    setAskedAfter((asked) => (asked && asked.look !== newestAt ? null : asked));
    void queryClient.invalidateQueries({ queryKey: findingsQueryOptions().queryKey });
  }, [newestAt, queryClient]);
  useEffect(() => {
    if (!askedAfter) return;
    const timer = setTimeout(() => {
      setAskedAfter(null);
      setIsLate(true);
    }, GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [askedAfter]);

  return {
    outside: data ?? null,
    isUnread: query.isError,
    /** why it could not be read */
    error: query.error,
    isProbing: askedAfter !== null || data?.isProbing === true || isAwaited(data),
    /** a probe that was asked for here has not come back */
    isLate,
    /** a probe was asked for: wait for it */
    waitForProbe: () => {
      setIsLate(false);
      setAskedAfter({ look: newestAt });
      void query.refetch();
    },
  };
}

/** A site changed, and the check that starts with a change has not answered. */
function isAwaited(outside: Outside | undefined): boolean {
  return outside !== undefined && outsideStateOf(outside).is === "checking";
}

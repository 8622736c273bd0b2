"use client";

import type { Outside } from "@/lib/domain/probe/schema";
import { ExposedSites } from "./exposed-sites";
import { outsideStateOf } from "./outside-state";
import { UnreadableSites } from "./unreadable-sites";

/** What differs between what is public and what strangers read, each with what to do. */
export function OutsideDetails({ outside }: { outside: Outside }) {
  const status = outsideStateOf(outside);
  if (status.is !== "seen") return null;
  const { unexpected, unreadable } = status.probe;
  return (
    <>
      {unexpected.total > 0 && <ExposedSites {...unexpected} />}
      {unreadable.total > 0 && <UnreadableSites {...unreadable} />}
    </>
  );
}

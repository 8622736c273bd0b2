"use client";

import { useRouter } from "next/navigation";
import type { NamedSite } from "@/lib/domain/publications/schema";

type Chosen = readonly NamedSite[] | { siteIds: number[]; named: NamedSite[] };

/** Begins the flow of publishing these sites. What keeps them is not part of what the page loads first. */
export function usePublishing(login: string): (chosen: Chosen) => void {
  const router = useRouter();
  return (chosen) => {
    void import("./draft").then(({ startPublishing }) => {
      router.push(`/public-access/publish?step=${startPublishing(chosen, login)}`);
    });
  };
}

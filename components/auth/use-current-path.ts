"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Where the person is, with all that the address says: `/activity?kind=refused&page=2`. */
export function useCurrentPath(): string {
  const path = usePathname();
  const query = useSearchParams().toString();
  return query === "" ? path : `${path}?${query}`;
}

"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { OutsidePanel } from "@/components/outside/outside-panel";
import type { Viewer } from "@/lib/auth/schema";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import type { Outside } from "@/lib/domain/probe/schema";

/** @param outside as it was read with the page */
export function ExternalCheckPanel({ outside, viewer }: { outside: Outside; viewer: Viewer }) {
  const [client] = useState(() => {
    const known = new QueryClient({ defaultOptions: { queries: { retry: 1, networkMode: "always" } } });
    known.setQueryData(outsideQueryOptions().queryKey, outside);
    return known;
  });
  return (
    <QueryClientProvider client={client}>
      <OutsidePanel viewer={viewer} />
    </QueryClientProvider>
  );
}

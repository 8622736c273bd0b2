"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

const FRESH_FOR_MS = 15_000;

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // "always": without a network the read fails and says so, instead of waiting in silence with old rows.
      queries: { staleTime: FRESH_FOR_MS, retry: 1, networkMode: "always" },
    },
  });
}

let pages: QueryClient | undefined;

/** @param shared whether the list and publishing know what the other one read; else it is forgotten with what is below */
export function QueryProvider({ shared = false, children }: { shared?: boolean; children: ReactNode }) {
  const [client] = useState(() => {
    if (!shared || typeof window === "undefined") return makeQueryClient();
    pages ??= makeQueryClient();
    return pages;
  });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

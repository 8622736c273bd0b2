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

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

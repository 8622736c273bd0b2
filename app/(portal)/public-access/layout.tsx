import type { ReactNode } from "react";
import { QueryProvider } from "@/components/layout/query-provider";

/** The list and publishing read again by themselves, and share what was read; no other page does. */
export default function PublicAccessLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}

import type { ReactNode } from "react";

/** A page that says one thing: not found, failed. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col items-start justify-center gap-4 px-6 py-16">
      <h1 className="font-semibold text-2xl">{title}</h1>
      <div className="flex flex-col items-start gap-6 text-ink-soft">{children}</div>
    </main>
  );
}

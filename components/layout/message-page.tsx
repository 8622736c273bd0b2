import type { ReactNode } from "react";

type MessagePageProps = {
  title: string;
  /** what leads on from the head, beside the name */
  nav?: ReactNode;
  children: ReactNode;
};

/**
 * A page that says one thing: not found, failed. Its links load in full, so that it needs no script. It draws no sign:
 * it is part of what every other page loads first.
 */
export function MessagePage({ title, nav, children }: MessagePageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 py-3 sm:px-6">
          <a href="/public-access" dir="ltr" className="rounded-lg py-1 font-semibold text-[0.9375rem]">
            Public Access
          </a>
          {nav}
        </div>
      </header>
      <main className="mx-auto flex w-full max-w-lg flex-1 flex-col items-start justify-center gap-4 px-6 py-16">
        <h1 className="font-semibold text-2xl">{title}</h1>
        <div className="flex flex-col items-start gap-6 text-ink-soft">{children}</div>
      </main>
    </div>
  );
}

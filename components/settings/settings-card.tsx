import { type ReactNode, useId } from "react";

type SettingsCardProps = { title: string; description: ReactNode; children?: ReactNode };

export function SettingsCard({ title, description, children }: SettingsCardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        <div className="mt-1 flex flex-col gap-2 text-ink-soft text-sm">{description}</div>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

import { Eye } from "lucide-react";

export function Brand() {
  return (
    <span className="inline-flex items-center whitespace-nowrap gap-2.5 font-semibold text-[0.9375rem]">
      <span className="grid size-7 shrink-0 place-items-center rounded-lg bg-accent-fill text-on-accent">
        <Eye className="size-4" aria-hidden="true" />
      </span>
      <span>
        Public Access <span className="font-normal text-ink-soft">for Matomo</span>
      </span>
    </span>
  );
}

import { Eye } from "lucide-react";

/** The product's name. @param short whether a narrow screen leaves away what it is for */
export function Brand({ short = false }: { short?: boolean }) {
  return (
    <span
      dir="ltr"
      className="inline-flex max-w-full items-center gap-2.5 whitespace-nowrap font-semibold text-[0.9375rem]"
    >
      <span className="grid size-7 shrink-0 place-items-center rounded-lg bg-accent-fill text-on-accent">
        <Eye className="size-4" aria-hidden="true" />
      </span>
      <span className="truncate">
        Public Access <span className={`font-normal text-ink-soft ${short ? "max-xl:sr-only" : ""}`}>for Matomo</span>
      </span>
    </span>
  );
}

/** The product's name. @param short whether a narrow screen leaves away what it is for */
export function Brand({ short = false }: { short?: boolean }) {
  return (
    <span
      dir="ltr"
      className="inline-flex max-w-full items-center gap-2.5 whitespace-nowrap font-semibold text-[0.9375rem]"
    >
      <span className="grid size-7 shrink-0 place-items-center rounded-lg bg-accent-fill text-on-accent">
        {/* Drawn here: every error page has it, and would load the icons' library for it. */}
        <svg
          viewBox="0 0 24 24"
          className="size-4"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="M2 12a11 11 0 0 1 20 0 11 11 0 0 1-20 0" />
          <circle cx="12" cy="12" r="3" />
        </svg>
      </span>
      <span className="truncate">
        Public Access <span className={`font-normal text-ink-soft ${short ? "max-xl:sr-only" : ""}`}>for Matomo</span>
      </span>
    </span>
  );
}

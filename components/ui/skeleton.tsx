import { cn } from "./class-names";

/** Holds the place of something that is being read; give it the size of what comes. Screen readers skip it. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-skeleton=""
      className={cn(
        "block h-4 animate-pulse rounded-md bg-line motion-reduce:animate-none forced-colors:border",
        className,
      )}
    />
  );
}

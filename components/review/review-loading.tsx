import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["first", "second", "third", "fourth", "fifth", "sixth"];

type ReviewLoadingProps = { heading: string; loading: string };

/** The page while its sites are read: the size of what comes, so that nothing jumps. Says nothing about any site. */
export function ReviewLoading({ heading, loading }: ReviewLoadingProps) {
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">{heading}</h1>
        <p role="status" className="mt-1 text-ink-soft text-sm">
          {loading}
        </p>
      </div>
      <div className="flex flex-col gap-3">
        <Skeleton className="w-72 max-w-full" />
        <Skeleton className="h-2" />
        <Skeleton className="h-12" />
      </div>
      <div className="divide-y divide-line rounded-xl border border-line bg-surface shadow-lift">
        {ROWS.map((row) => (
          <div key={row} className="flex items-center gap-6 p-4">
            <Skeleton className="w-48 max-w-full" />
            <Skeleton className="hidden w-24 lg:block" />
            <Skeleton className="hidden w-32 lg:block" />
            <Skeleton className="ms-auto h-8 w-32" />
          </div>
        ))}
      </div>
    </div>
  );
}

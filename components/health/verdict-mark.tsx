import { cn } from "@/components/ui/class-names";
import type { Verdict } from "@/lib/reports/doctor/schema";
import { VERDICT_LOOKS } from "./verdict-looks";

/** A sign and the word for it. */
export function VerdictMark({ verdict, word }: { verdict: Verdict; word: string }) {
  const { icon: Icon, ink } = VERDICT_LOOKS[verdict];
  return (
    <p className={cn("flex items-start gap-2 font-medium", ink)}>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      {word}
    </p>
  );
}

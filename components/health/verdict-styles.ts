import { CircleCheck, CircleHelp, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Verdict } from "@/lib/reports/doctor/schema";

/** The sign and the ink of each verdict; the word stands beside it. */
export const VERDICT_STYLES: Record<Verdict, { icon: LucideIcon; ink: string }> = {
  good: { icon: CircleCheck, ink: "text-ink-soft" },
  warning: { icon: TriangleAlert, ink: "text-caution" },
  unknown: { icon: CircleHelp, ink: "text-caution" },
  bad: { icon: CircleX, ink: "text-danger" },
};

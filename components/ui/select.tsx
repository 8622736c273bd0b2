import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { inputStyles } from "./input";

/** The browser's own list of choices. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={cn(inputStyles, "min-h-10", className)} {...rest} />;
}

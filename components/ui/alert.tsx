import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

const alertStyles = cva("flex gap-3 rounded-xl border text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0", {
  variants: {
    tone: {
      info: "border-line bg-surface text-ink-soft",
      caution: "border-caution-line bg-caution-soft text-caution",
      danger: "border-danger-line bg-danger-soft text-danger",
    },
    size: { md: "px-4 py-3", lg: "p-5" },
  },
  defaultVariants: { tone: "info", size: "md" },
});

const ICONS = { info: Info, caution: TriangleAlert, danger: CircleAlert };

type AlertProps = Omit<ComponentProps<"div">, "title"> & VariantProps<typeof alertStyles> & { title?: ReactNode };

/** A message that stands in the page. Pass `role="alert"` when it appears after something was done. */
export function Alert({ tone, size, title, className, children, ...rest }: AlertProps) {
  const Icon = ICONS[tone ?? "info"];
  return (
    <div className={cn(alertStyles({ tone, size }), className)} {...rest}>
      <Icon aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        <div className={cn(tone === "danger" || tone === "caution" ? "text-ink" : "")}>{children}</div>
      </div>
    </div>
  );
}

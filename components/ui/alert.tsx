import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

const TONES = {
  info: { icon: Info, style: "border-line bg-surface text-ink-soft" },
  caution: { icon: TriangleAlert, style: "border-caution-line bg-caution-soft text-caution" },
  danger: { icon: CircleAlert, style: "border-danger-line bg-danger-soft text-danger" },
};
const SIZES = { md: "px-4 py-3", lg: "p-5" };

type AlertProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: keyof typeof TONES;
  size?: keyof typeof SIZES;
  title?: ReactNode;
};

/** A message that stands in the page. Pass `role="alert"` when it appears after something was done. */
export function Alert({ tone = "info", size = "md", title, className, children, ...rest }: AlertProps) {
  const { icon: Icon, style } = TONES[tone];
  return (
    <div
      className={cn(
        "flex gap-3 rounded-xl border text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
        style,
        SIZES[size],
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        <div className={tone === "info" ? undefined : "text-ink"}>{children}</div>
      </div>
    </div>
  );
}

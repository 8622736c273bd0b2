import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyles } from "./button-styles";
import { cn } from "./class-names";

type ButtonProps = ComponentProps<"button"> & ButtonLook & { busy?: boolean };

/** While busy it keeps the focus, says so to screen readers, and swallows clicks. */
export function Button({
  variant,
  size,
  busy = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cn(buttonStyles({ variant, size }), className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...rest}
    >
      {busy && (
        <span
          aria-hidden="true"
          className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent"
        />
      )}
      {children}
    </button>
  );
}

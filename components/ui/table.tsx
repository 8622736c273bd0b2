// biome-ignore-all lint/a11y/noRedundantRoles: rows become cards on a narrow screen (display: grid); explicit roles keep it a table for every screen reader.
import type { ComponentProps } from "react";
import { cn } from "./class-names";

export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table role="table" className={cn("block w-full text-start text-sm lg:table", className)} {...rest} />;
}

export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return (
    <thead
      role="rowgroup"
      className={cn("sr-only lg:not-sr-only lg:table-header-group lg:bg-surface-sunken", className)}
      {...rest}
    />
  );
}

export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return <tbody role="rowgroup" className={cn("block divide-y divide-line lg:table-row-group", className)} {...rest} />;
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr role="row" className={cn("lg:table-row", className)} {...rest} />;
}

type HeaderCellProps = ComponentProps<"th"> & {
  /** whether it holds a checkbox, which brings its own room */
  checkbox?: boolean;
};

export function HeaderCell({ checkbox = false, className, ...rest }: HeaderCellProps) {
  return (
    <th
      scope="col"
      role="columnheader"
      className={cn(
        "border-line border-b text-start font-medium text-[0.8125rem] text-ink-soft",
        checkbox ? "w-12 ps-3" : "px-3 py-2.5",
        className,
      )}
      {...rest}
    />
  );
}

/** The cell that names its row. */
export function RowHeader({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="row"
      role="rowheader"
      className={cn("flex min-w-0 gap-3 text-start font-normal lg:table-cell lg:px-3 lg:py-3 lg:align-top", className)}
      {...rest}
    />
  );
}

type CellProps = ComponentProps<"td"> & {
  /** the column's name, printed in the card of a narrow screen */
  label?: string;
};

export function Cell({ label, className, children, ...rest }: CellProps) {
  return (
    <td
      role="cell"
      className={cn(
        "flex min-w-0 gap-3 empty:hidden lg:table-cell lg:px-3 lg:py-3 lg:align-top lg:empty:table-cell",
        className,
      )}
      {...rest}
    >
      {label && children ? (
        <>
          <span aria-hidden="true" className="w-20 shrink-0 text-ink-faint lg:hidden">
            {label}
          </span>
          <div className="min-w-0">{children}</div>
        </>
      ) : (
        children
      )}
    </td>
  );
}

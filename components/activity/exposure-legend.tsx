import type { ReactNode } from "react";
import type { ActivityTranslator } from "@/components/events/activity-intl";
import { Hatch } from "./exposure-chart";
import { ExposureMark } from "./exposure-mark";
import type { Ground, MarkKind } from "./exposure-picture";

type ExposureLegendProps = { marks: readonly MarkKind[]; grounds: readonly Ground["kind"][]; t: ActivityTranslator };

/** What the line, the marks and the grounds of the picture mean: only those that it has. */
export function ExposureLegend({ marks, grounds, t }: ExposureLegendProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-ink-soft">
      <Key intl={t("exposure.legend.public")}>
        <line x1="1" x2="15" y1="8" y2="8" className="stroke-2 stroke-accent" />
      </Key>
      {marks.map((kind) => (
        <Key key={kind} intl={t(`exposure.legend.${kind}`)}>
          <ExposureMark kind={kind} x={8} y={8} />
        </Key>
      ))}
      {grounds.map((kind) => (
        <Key key={kind} intl={t(`exposure.legend.${kind}`)}>
          <defs>
            <Hatch id={`${kind}-key`} angle={kind === "unknown" ? -45 : 45} />
          </defs>
          <rect width="16" height="16" fill={`url(#${kind}-key)`} className="text-ink-faint" />
        </Key>
      ))}
    </ul>
  );
}

function Key({ intl, children }: { intl: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0">
        {children}
      </svg>
      {intl}
    </li>
  );
}

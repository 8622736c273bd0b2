import { type SymbolType, symbol, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import type { ReactNode } from "react";
import type { ActivityIntl } from "@/components/events/activity-intl";
import { tickLabel, tipLabel } from "./exposure-labels";
import { HEIGHT, type MarkKind, markKinds, type pictureOf, WIDTH } from "./exposure-picture";

type ExposureChartProps = {
  picture: ReturnType<typeof pictureOf>;
  /** what the picture says, for whoever does not see it */
  summary: string;
  /** how many days it shows */
  days: number;
  intl: ActivityIntl;
};

const percent = (thousandths: number) => `${thousandths / 10}%`;

/** The picture itself, drawn once for every width. Time runs from left to right in every language. */
export function ExposureChart({ picture, summary, days, intl }: ExposureChartProps) {
  const { plot, grounds, slots, marks, yTicks, xTickDays } = picture;
  return (
    <div dir="ltr" className="pr-2 pl-11">
      <svg role="img" aria-label={summary} width="100%" height={HEIGHT} className="overflow-visible">
        <Hatches />
        {yTicks.map(({ y, value }) => (
          <g key={value}>
            <line x2="100%" y1={y} y2={y} className="stroke-line" />
            <text x={-8} y={y} dy="0.32em" textAnchor="end" className="fill-ink-soft text-[13px] tabular-nums">
              {intl.format.number(value, { notation: "compact" })}
            </text>
          </g>
        ))}
        {grounds.map(({ x, width, kind }) => (
          <rect
            key={x}
            x={percent(x)}
            y={plot.top}
            width={percent(width)}
            height={plot.bottom - plot.top}
            className="text-ink-faint"
            fill={`url(#${kind})`}
          />
        ))}
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          aria-hidden="true"
        >
          <path d={picture.area} className="fill-accent/15" />
          <path d={picture.line} className="fill-none stroke-2 stroke-accent" vectorEffect="non-scaling-stroke" />
        </svg>
        {xTickDays.map(({ x, day }, place) => (
          <g key={day} className={place % 2 === 1 && xTickDays.length > 3 ? "max-sm:hidden" : ""}>
            <line
              x1={percent(x)}
              x2={percent(x)}
              y1={plot.bottom}
              y2={plot.bottom + 5}
              className="stroke-line-strong"
            />
            <text
              x={percent(x)}
              y={HEIGHT - 6}
              textAnchor={x < 60 ? "start" : "middle"}
              className="fill-ink-soft text-[13px] [unicode-bidi:plaintext]"
            >
              {tickLabel(intl, day, days)}
            </text>
          </g>
        ))}
        <line x2="100%" y1={plot.bottom} y2={plot.bottom} className="stroke-line-strong" />
        {marks.map(({ kind, x, y }) => (
          <svg key={`${kind} ${x}`} x={percent(x)} y={y} className="overflow-visible" aria-hidden="true">
            <MarkShape kind={kind} />
          </svg>
        ))}
        {slots.map(({ x, width, bucket }) => (
          <rect
            key={bucket.from}
            x={percent(x)}
            width={percent(width)}
            height={plot.bottom}
            className="fill-transparent hover:fill-accent/10"
          >
            <title>{tipLabel(intl, bucket)}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}

/** What the line, the marks and the grounds of the picture mean: only those that it has. */
export function ExposureLegend({ picture, intl: { t } }: Pick<ExposureChartProps, "picture" | "intl">) {
  const key = (term: "public" | MarkKind | "not-watched" | "unknown", shape: ReactNode) => (
    <li key={term} className="flex items-center gap-1.5">
      <svg viewBox="-8 -8 16 16" aria-hidden="true" className="size-4 shrink-0">
        {shape}
      </svg>
      {t(`exposure.terms.${term}`)}
    </li>
  );
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-ink-soft">
      {key("public", <line x1="-7" x2="7" className="stroke-2 stroke-accent" />)}
      {markKinds
        .filter((kind) => picture.marks.some((mark) => mark.kind === kind))
        .map((kind) => key(kind, <MarkShape kind={kind} />))}
      {(["not-watched", "unknown"] as const)
        .filter((kind) => picture.grounds.some((ground) => ground.kind === kind))
        .map((kind) =>
          key(kind, <rect x="-8" y="-8" width="16" height="16" fill={`url(#${kind})`} className="text-ink-faint" />),
        )}
    </ul>
  );
}

/** Different shapes, so that they are told apart without colour. */
const SHAPES: Record<MarkKind, { shape: SymbolType; style: string; turned?: true }> = {
  "made-public": { shape: symbolTriangle, style: "fill-danger" },
  "made-private": { shape: symbolTriangle, style: "fill-calm", turned: true },
  outside: { shape: symbolDiamond, style: "fill-caution stroke-ink" },
  blocked: { shape: symbolSquare, style: "fill-ink" },
};

/** The mark of a kind of change, around the origin. */
function MarkShape({ kind }: { kind: MarkKind }) {
  const { shape, style, turned } = SHAPES[kind];
  return <path d={symbol(shape, 56)() ?? ""} transform={turned && "rotate(180)"} className={style} />;
}

/** Lines across the grounds, told from each other by their direction. */
function Hatches() {
  return (
    <defs>
      {Object.entries({ "not-watched": 45, unknown: -45 }).map(([id, angle]) => (
        <pattern
          key={id}
          id={id}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${angle})`}
        >
          <line y2="7" stroke="currentColor" strokeOpacity="0.55" strokeWidth="2" />
        </pattern>
      ))}
    </defs>
  );
}

import type { ActivityIntl } from "@/components/events/activity-intl";
import { tickLabel, tipLabel } from "./exposure-labels";
import { ExposureMark } from "./exposure-mark";
import type { ExposurePicture } from "./exposure-picture";

type ExposureChartProps = {
  picture: ExposurePicture;
  /** what the picture says, for whoever does not see it */
  summary: string;
  /** how many days it shows */
  days: number;
  intl: ActivityIntl;
  className: string;
};

/** The picture itself. Time runs from left to right in every language. */
export function ExposureChart({ picture, summary, days, intl, className }: ExposureChartProps) {
  const { width, height, plot, grounds, slots, marks, yTicks, xTickDays } = picture;
  const depth = plot.bottom - plot.top;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary} direction="ltr" className={className}>
      <defs>
        <Hatch id={`not-watched-${width}`} angle={45} />
        <Hatch id={`unknown-${width}`} angle={-45} />
      </defs>
      {yTicks.map(({ y, value }) => (
        <g key={value}>
          <line x1={plot.start} x2={plot.end} y1={y} y2={y} className="stroke-line" />
          <text x={36} y={y} dy="0.32em" textAnchor="end" className="fill-ink-soft text-[13px] tabular-nums">
            {intl.format.number(value, { notation: "compact" })}
          </text>
        </g>
      ))}
      <path d={picture.area} className="fill-accent-soft" />
      {grounds.map(({ x, width: wide, kind }) => (
        <rect
          key={x}
          x={x}
          y={plot.top}
          width={wide}
          height={depth}
          className="text-ink-faint"
          fill={`url(#${kind}-${width})`}
        />
      ))}
      <path d={picture.line} className="fill-none stroke-2 stroke-accent" strokeLinejoin="round" />
      {xTickDays.map(({ x, day }) => (
        <g key={day}>
          <line x1={x} x2={x} y1={plot.bottom} y2={plot.bottom + 5} className="stroke-line-strong" />
          <text
            x={x}
            y={height - 6}
            textAnchor={x < plot.start + 24 ? "start" : "middle"}
            className="fill-ink-soft text-[13px] [unicode-bidi:plaintext]"
          >
            {tickLabel(intl, day, days)}
          </text>
        </g>
      ))}
      <line x1={plot.start} x2={plot.end} y1={plot.bottom} y2={plot.bottom} className="stroke-line-strong" />
      {marks.map(({ kind, x, y }) => (
        <ExposureMark key={`${kind} ${x}`} kind={kind} x={x} y={y} />
      ))}
      {slots.map(({ x, width: wide, bucket }) => (
        <rect
          key={bucket.from}
          x={x}
          y={0}
          width={wide}
          height={plot.bottom}
          className="fill-transparent hover:fill-accent/10"
        >
          <title>{tipLabel(intl, bucket)}</title>
        </rect>
      ))}
    </svg>
  );
}

/** Lines across the ground, told from each other by their direction. */
export function Hatch({ id, angle }: { id: string; angle: number }) {
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={`rotate(${angle})`}>
      <line x1="0" x2="0" y1="0" y2="7" stroke="currentColor" strokeOpacity="0.55" strokeWidth="2" />
    </pattern>
  );
}

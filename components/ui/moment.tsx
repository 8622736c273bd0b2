import { ago, exactUtc, shortDate } from "./date-words";

/** A date such as `23 Nov 2026`; the exact moment in UTC in its title. The same on the server and in the browser. */
export function Moment({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={exactUtc(iso)} className="whitespace-nowrap">
      {shortDate(iso, "UTC")}
    </time>
  );
}

/** The last day of something that is over at `endsAt` (the midnight after that day in `timeZone`). */
export function LastDay({ endsAt, timeZone }: { endsAt: string; timeZone: string }) {
  const lastInstant = new Date(Date.parse(endsAt) - 1).toISOString();
  return (
    <time dateTime={endsAt} title={`Ends ${exactUtc(endsAt)}`} className="whitespace-nowrap">
      {shortDate(lastInstant, timeZone)}
    </time>
  );
}

/** `2 minutes ago`, counted from `asOf` (when it was read), so that server and browser say the same. */
export function Ago({ iso, asOf }: { iso: string; asOf: string }) {
  return (
    <time dateTime={iso} title={exactUtc(iso)} className="whitespace-nowrap">
      {ago(iso, asOf)}
    </time>
  );
}

/** Date and time in UTC: `23 Nov 2026, 22:28 UTC`. */
export function ExactMoment({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={iso} className="whitespace-nowrap">
      {exactUtc(iso)}
    </time>
  );
}

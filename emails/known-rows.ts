import type { Moment } from "./facts";
import type { FactRow } from "./letter";
import type { Say } from "./say";

/** When the watch noticed it. */
export function noticedRow(at: Moment, say: Say): FactRow {
  return { label: say.text("watched.noticed"), lines: say.moment(at) };
}

/** When it had last been looked at, so that the change came between the two. */
export function previousCheckRow(at: Moment, say: Say): FactRow {
  return { label: say.text("traces.previous"), lines: say.moment(at) };
}

/** Which check first saw that it was gone; it is believed at the next one. */
export function firstMissingRow(at: Moment, say: Say): FactRow {
  return { label: say.text("traces.firstMissing"), lines: say.moment(at) };
}

/** That Matomo does not say who did it. */
export function notRecordedRow(say: Say): FactRow {
  return { label: say.text("watched.whoDidIt"), lines: [[say.text("watched.notRecorded")]] };
}
